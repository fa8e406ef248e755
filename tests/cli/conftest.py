from pathlib import Path

import pytest

from tests.cli.support import Terminal
from tests.dossier.support import write_dossier


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier")
