"""What every room's tests may ask for: real builds, the reference pages and a real browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support.builds import EXAMPLE, built_once, shared_folder
from tests.support.reviewing import dossier_to_review
from tools.chromium import find

TESTS = Path(__file__).parent
REFERENCE = TESTS.parents[1] / "shared" / "reference"
OF_THE_WHOLE = {"browser", "evaluation", "example", "house"}
"""Folders of tests that look at what comes out: what they run says nothing of what is tested, so it counts for no coverage."""

# No sandbox, since tests run as root in CI; no background traffic, since the tests need no network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests by what they ask for and where they stand, so that `-m browser` and `-m reference` find them all."""
    for item in items:
        if item.path.relative_to(TESTS).parts[0] in OF_THE_WHOLE:
            item.add_marker("no_cover")
        for name in {"browser", "reference"}.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(name)


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference pages with their dossier, judgements and scorer."""
    if not REFERENCE.is_dir():
        pytest.skip("the reference pages are not beside the project (../shared/reference)")
    return REFERENCE


@pytest.fixture(scope="session")
def built_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the example dossier, for reading only."""
    return built_once(EXAMPLE, shared_folder(tmp_path_factory) / "built-example")


@pytest.fixture(scope="session")
def built_reference(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the reference pages, for reading only."""
    return built_once(reference, shared_folder(tmp_path_factory) / "built-reference")


@pytest.fixture(scope="session")
def to_review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a dossier with links to decide on, to be copied by whoever decides."""
    return dossier_to_review(tmp_path_factory.mktemp("to-review") / "dossier")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; without one the tests are skipped, but in CI they fail."""
    program = find()
    if program is None:
        reason = "no Chromium or Chrome found; install one or set CHROMIUM to its program"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()
