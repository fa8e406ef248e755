from pathlib import Path

import pytest

from rodedraad.dossier.store import read_build
from tests.example.stories import Told


@pytest.fixture(scope="session")
def told(built_example: Path) -> Told:
    return Told(read_build(built_example))
