from pathlib import Path

import pytest

from rodedraad.model.build import Build
from rodedraad.model.codec import to_json
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.publish import publish
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
def site(files, build, tmp_path_factory) -> Path:
    """The site on disk, with the manifest that a build adds at last."""
    folder = tmp_path_factory.mktemp("build")
    whole = {**files, "site/data/manifest.json": to_json(build.manifest)}
    for name, content in whole.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "site"
