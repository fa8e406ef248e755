import re
import subprocess
import sys

from tests.house.project import PYPROJECT, ROOT, read, rooms

LAYERS, *FORBIDDEN = PYPROJECT["tool"]["importlinter"]["contracts"]


def test_the_table_of_rooms_is_kept() -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))",
    ]
    linted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_the_contract_names_every_room() -> None:
    named = {room.strip() for layer in LAYERS["layers"] for room in layer.split("|")}
    assert LAYERS["exhaustive"]
    assert named == set(rooms())


def test_every_room_works_without_django() -> None:
    (contract,) = (contract for contract in FORBIDDEN if "django" in contract["forbidden_modules"])
    assert {name.removeprefix("rodedraad.") for name in contract["source_modules"]} == set(rooms()) - {"desk"}


def test_the_tables_in_the_documentation_name_every_room_and_what_it_may_import() -> None:
    tables = {name: _table(read(name)) for name in ("README.md", "docs/developer.md")}
    assert tables["README.md"] == tables["docs/developer.md"]
    assert set(tables["README.md"]) == set(rooms())


def _table(text: str) -> dict[str, str]:
    """The rows of the table `| room | holds | may import |`: each room and its last cell."""
    (rows,) = re.findall(r"^\| room \| holds \| may import \|\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows.splitlines()]
    return {room.strip("`"): allowed for room, _, allowed in cells}
