from pathlib import Path

import pytest

from rodedraad.publishing.publish import publish
from tests.support.build_fixture import build_by_hand


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    for name, content in publish(build_by_hand()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "site"
