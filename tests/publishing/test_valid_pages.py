"""Every page is valid HTML that can be read aloud, and everything that leads somewhere arrives."""

from pathlib import Path

import pytest

from tests.support.page_types import one_of_each_type
from tests.support.serving import made_with_everything
from tests.support.site_links import broken_elsewhere, broken_links
from tests.support.valid_html import html_problems

pytestmark = pytest.mark.no_cover

BUILDS = ["built_example", pytest.param("built_reference", marks=pytest.mark.reference)]
FAULTY = b"""<!doctype html><html lang="nl"><head><title>x</title></head><body><main><h1>a</h1><h3 id="b">c</h3>
<p id="b"><div>d</div></p><b><i>e</b></i><table><tr><td>f</td></tr></table><a href="javascript:alert(1)">g</a>
<p onclick="h" aria-labelledby="i">&nosuch; <h2></h2></main></body></html>"""


@pytest.fixture(scope="module")
def with_everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_with_everything(tmp_path_factory.mktemp("valid"))


@pytest.fixture(params=BUILDS)
def real_site(request: pytest.FixtureRequest) -> Path:
    build: Path = request.getfixturevalue(request.param)
    return build / "site"


def wrong(*pages: Path) -> list[str]:
    return [f"{page}: {problem}" for page in pages for problem in html_problems(page.read_bytes())]


def test_every_page_of_a_small_site_is_valid(with_everything: Path) -> None:
    pages = sorted(with_everything.rglob("*.html"))
    assert len(pages) > 100
    assert wrong(*pages) == []


def test_the_largest_page_of_each_type_is_valid(real_site: Path) -> None:
    pages = one_of_each_type([real_site])
    assert len(pages) > 20
    assert wrong(*pages.values()) == []


@pytest.mark.slow
def test_every_page_is_valid(real_site: Path) -> None:
    assert wrong(*sorted(real_site.rglob("*.html"))) == []


def test_every_address_in_feeds_data_and_search_leads_somewhere(real_site: Path) -> None:
    assert broken_elsewhere(real_site) == []


def test_every_address_of_a_preview_with_everything_leads_somewhere(with_everything: Path) -> None:
    assert broken_links(with_everything) == []


def test_an_address_that_leads_nowhere_is_found(with_everything: Path) -> None:
    feed = with_everything / "nieuw.atom"
    kept = feed.read_bytes()
    feed.write_bytes(kept.replace(b"index.html", b"weg.html"))
    assert any(one.startswith("nieuw.atom: ") for one in broken_elsewhere(with_everything))
    feed.write_bytes(kept)


def test_what_is_wrong_with_a_page_is_found() -> None:
    found = "\n".join(html_problems(FAULTY, language="en"))
    for told in (
        "HTML: unexpected-end-tag",
        "HTML: adoption-agency",
        "id used 2 times: b",
        "aria-labelledby names no element: i",
        "lang is nl",
        "heading skips from 1 to 3",
        "empty h2",
        "table without heads",
        "forbidden attribute",
        "address: javascript:alert(1)",
    ):
        assert told in found, found
