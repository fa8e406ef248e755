import os
import subprocess
from pathlib import Path

import pytest

from tests.house.project import ROOT
from tools import chromium


def program(path: Path, *, says: str, works: bool) -> Path:
    """A program that answers `--version` and succeeds or fails at everything else."""
    path.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && echo "{says}"\nexit {int(not works)}\n', encoding="utf-8"
    )
    path.chmod(0o755)
    return path


def set_up(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    command = [ROOT / "tools" / "venv.sh", folder / "venv"]
    environment = {**os.environ, "PYTHON": python}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_browser_that_is_named_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = str(program(tmp_path / "browser", says="Chromium 1", works=True))
    monkeypatch.setenv("CHROMIUM", named)
    assert chromium.find() == named
    assert chromium.main() == 0


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("false", 0)])
def test_a_named_browser_that_does_not_run_is_said_and_fails_in_ci(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ci: str, code: int
) -> None:
    monkeypatch.setenv("CHROMIUM", str(program(tmp_path / "browser", says="needs snap", works=False)))
    monkeypatch.setenv("CI", ci)
    assert chromium.main() == code
    assert "LEFT OUT" in capsys.readouterr().err


def test_an_old_python_is_refused_with_the_remedy(tmp_path: Path) -> None:
    old = program(tmp_path / "python3", says="Python 3.9.2", works=False)
    refused = set_up(tmp_path, str(old))
    assert refused.returncode == 1
    assert "is Python 3.9.2; Rode Draad needs Python 3.11 or newer" in refused.stderr
    assert "make PYTHON=" in refused.stderr


def test_a_python_that_is_not_there_is_refused_with_the_remedy(tmp_path: Path) -> None:
    refused = set_up(tmp_path, "python3.99")
    assert refused.returncode == 1
    assert "'python3.99' is not found" in refused.stderr
