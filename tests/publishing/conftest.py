from pathlib import Path

import pytest

from rodedraad.model.build import Build
from rodedraad.publishing import publish
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import Pages
from tests.support.build_fixture import build_by_hand


@pytest.fixture(scope="session")
def build() -> Build:
    return build_by_hand()


@pytest.fixture(scope="session")
def files(build) -> dict[str, bytes]:
    return dict(publish(build))


@pytest.fixture
def pages(build) -> Pages:
    return Pages(Lookup(build))


@pytest.fixture(scope="session")
def site(files, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "site"
