import re
from fnmatch import fnmatch
from pathlib import PurePath

import pytest

from tests.house.project import PYPROJECT, ROOT, read, tracked

LONGEST_MODULE = 400
SUFFIXES = ".py .md .toml .tsv .yml .sh .jinja .html .css .js .lock .txt .json Makefile"
MACHINE = re.compile(r"(?<![\w.:<>])/(?:work|tmp|root|home/[a-z]+|Users/[a-z]+)(?:/|\b(?![\w-]))")
SLASH = "/"  # so that this file passes its own test
HOSTS = re.compile(
    r"pypi\.(?:org|python)|files\.pythonhosted|registry\.npmjs|deb\.debian\.org", re.IGNORECASE
)


def texts() -> list[str]:
    return [name for name in tracked() if name.endswith(tuple(SUFFIXES.split()))]


def offending(pattern: re.Pattern[str]) -> list[str]:
    lines = (
        (name, number, line)
        for name in texts()
        for number, line in enumerate((ROOT / name).read_text("utf-8", "replace").splitlines(), 1)
    )
    return [f"{name}:{number}: {line.strip()}" for name, number, line in lines if pattern.search(line)]


def test_no_file_holds_a_path_of_a_machine() -> None:
    assert offending(MACHINE) == []


def test_no_file_names_a_host_of_packages() -> None:
    assert offending(HOSTS) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"cd {SLASH}work/project", True),
        (f"in '{SLASH}tmp/x'", True),
        (f"path = {SLASH}home/someone/x", True),
        (f"HOME is {SLASH}root", True),
        ("docs/work/plan.md", False),
        ("https://example.org/home/page", False),
        ("en/of /workshop", False),
        ("</root>", False),
    ],
)
def test_a_path_of_a_machine_is_told_from_other_paths(line: str, found: bool) -> None:
    assert bool(MACHINE.search(line)) is found


def test_no_module_is_longer_than_a_person_can_hold() -> None:
    modules = [name for name in tracked() if name.startswith("src/") and name.endswith(".py")]
    lengths = {name: len(read(name).splitlines()) for name in modules}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_data_file_is_part_of_the_package() -> None:
    patterns = [
        pattern.removeprefix("**/") for pattern in PYPROJECT["tool"]["setuptools"]["package-data"]["*"]
    ]
    data = [name for name in tracked() if name.startswith("src/") and not name.endswith(".py")]
    assert [
        name for name in data if not any(fnmatch(PurePath(name).name, pattern) for pattern in patterns)
    ] == []


def test_the_way_in_for_ci_is_the_test_command_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o100
    assert "\nmake test\n" in script.read_text(encoding="utf-8")
