"""Where the project is, and which of its files are under version control."""

import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def tracked() -> list[str]:
    """The files of the repository, or of an unpacked archive of it."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\0")[:-1] if listed.returncode == 0 else _unpacked()
    return [name for name in names if (ROOT / name).is_file()]


def _unpacked() -> list[str]:
    files = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    made = {".venv", "build", "__pycache__"}
    return [path.as_posix() for path in files if not made.intersection(path.parts)]


def rooms() -> list[str]:
    return sorted(
        path.stem
        for path in (ROOT / "src" / "rodedraad").iterdir()
        if path.stem[0] not in "_." and (path.suffix == ".py" or any(path.glob("*.py")))
    )
