from collections.abc import Iterator
from pathlib import Path

import pytest

from rodedraad.publishing.publish import publish
from tests.support.build_fixture import build_by_hand
from tests.support.serving import made_with_everything, one_of_each_served


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    for name, content in publish(build_by_hand()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "site"


@pytest.fixture(scope="session")
def with_everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in which every template has a page."""
    return made_with_everything(tmp_path_factory.mktemp("with-everything"))


@pytest.fixture(scope="session")
def every_type(built_example: Path, with_everything: Path) -> Iterator[dict[str, str]]:
    """The address of the largest page of each template, of the example where it has one."""
    with one_of_each_served(built_example / "site", with_everything) as pages:
        yield pages


@pytest.fixture(scope="session")
def small_of_every_type(with_everything: Path) -> Iterator[dict[str, str]]:
    """The address of a page of each template on the small site."""
    with one_of_each_served(with_everything) as pages:
        yield pages
