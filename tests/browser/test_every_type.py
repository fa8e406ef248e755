"""A page of every template, in a real browser: accessible in every view, and whole without scripts."""

import re
from functools import cache
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Response

from tests.support.page_types import templates
from tests.support.serving import one_of_each_served
from tests.support.views import SMALL, VIEWS, WIDE, viewed

pytestmark = pytest.mark.browser

HEAVIEST = 100_000
"""Bytes that a page may weigh with all that it loads, compressed and without images."""
HEAVIEST_SEARCH = 105_000
"""What the page to search may weigh with the program that it loads at the first question: 72.7 kB of it is Pagefind's
WebAssembly.  What is fetched of the index belongs to the answer, and differs with the question."""
MOST_REQUESTS = 8
OF_THE_ANSWER = re.compile(r"/pagefind/(?:index|filter|fragment)/|\.pf_meta$")
SEARCHED = "search.html"
LINKS = "[...document.querySelectorAll('main a[href]')].map(one => one.getAttribute('href'))"
WORDS = """() => {
  for (const one of document.querySelectorAll('main details')) one.open = true;
  for (const one of document.querySelectorAll('.rd-tools, .rd-sort')) one.remove();
  return document.querySelector('main').innerText;
}"""


def view_of(place: int) -> str:
    """Return the view in which a type is seen on every run; six types in a row are seen in all six."""
    return list(VIEWS)[place % len(VIEWS)]


def problems(browser: Browser, pages: dict[str, str], view: str) -> list[str]:
    found: list[str] = []
    with viewed(browser, axe=True, **VIEWS[view]) as told:
        for template, address in pages.items():
            told.page.goto(address)
            found += [f"{template}: {line}" for line in told.violations()]
            found += [f"{template}: {told.too_wide()} px too wide"] if told.too_wide() else []
    return found + told.console


def test_every_template_has_a_page_that_is_looked_at(
    every_type: dict[str, str], small_of_every_type: dict[str, str]
) -> None:
    assert set(every_type) == set(small_of_every_type) == templates()


def test_every_view_is_used() -> None:
    assert {view_of(place) for place in range(len(templates()))} == set(VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_each_type_meets_wcag_22_aa_and_best_practice(
    browser: Browser, every_type: dict[str, str], view: str
) -> None:
    own = {
        template: address
        for place, (template, address) in enumerate(every_type.items())
        if view == view_of(place)
    }
    assert len(own) >= len(every_type) // len(VIEWS)
    assert problems(browser, own, view) == []


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_real_documents_meet_wcag_22_aa_and_best_practice_in_every_view(
    browser: Browser, built_reference: Path, view: str
) -> None:
    with one_of_each_served(built_reference / "site") as pages:
        assert problems(browser, pages, view) == []


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_every_type_meets_wcag_22_aa_and_best_practice_in_every_view(
    browser: Browser, every_type: dict[str, str], small_of_every_type: dict[str, str], view: str
) -> None:
    assert problems(browser, every_type, view) == []
    assert problems(browser, small_of_every_type, view) == []


def test_every_type_fits_the_smallest_screen(browser: Browser, every_type: dict[str, str]) -> None:
    with viewed(browser, **SMALL) as told:
        for template, address in every_type.items():
            told.page.goto(address)
            assert (template, told.too_wide()) == (template, 0)
    assert told.console == []


def test_every_type_is_light_keeps_to_its_own_site_and_its_policy(
    browser: Browser, every_type: dict[str, str]
) -> None:
    with viewed(browser, **WIDE) as told:
        for template, address in every_type.items():
            told.forget()
            told.page.goto(address)
            weight = sum(map(weight_of, told.responses))
            assert told.outside(address) == [], template
            assert told.console == [], template
            assert 0 < weight < HEAVIEST, (template, weight)
            assert len(told.responses) <= MOST_REQUESTS, template


def test_the_first_question_loads_a_light_program(browser: Browser, every_type: dict[str, str]) -> None:
    with viewed(browser, **WIDE) as told:
        told.page.goto(every_type[SEARCHED])
        told.page.get_by_label("Wat zoekt u?").fill("jeugdhulp")
        told.page.locator(".rd-result").first.wait_for()
        told.page.wait_for_load_state("networkidle")
        program = [one for one in told.responses if not OF_THE_ANSWER.search(one.url)]
        assert any("/wasm." in one.url for one in program)
        assert sum(map(weight_of, program)) < HEAVIEST_SEARCH
    assert told.outside(every_type[SEARCHED]) == []
    assert told.console == []


def weight_of(response: Response) -> int:
    """Return the size of what was loaded in the smallest form that a server may have of it; an image has none."""
    if response.request.resource_type == "image":
        return 0
    return smallest(response.body())


@cache
def smallest(body: bytes) -> int:
    return min(len(body), len(brotli.compress(body)))


def test_every_type_is_whole_without_scripts(browser: Browser, every_type: dict[str, str]) -> None:
    with viewed(browser, **WIDE) as scripted, viewed(browser, java_script_enabled=False, **WIDE) as plain:
        for template, address in every_type.items():
            for told in (scripted, plain):
                told.page.goto(address)
            links, own = (told.page.evaluate(LINKS) for told in (scripted, plain))
            assert own == links, template
            if template != SEARCHED:
                words, shown = (told.page.evaluate(WORDS).split() for told in (scripted, plain))
                assert shown == words, template
