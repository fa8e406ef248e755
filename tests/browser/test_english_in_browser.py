"""The pages in English of the example, as readers with a phone, a desktop, a screen reader and a search see them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import DESKTOP, PHONE, SMALLEST, Scheme, page_names, sample, screen
from tests.support.page_types import one_of_each_type
from tests.support.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def kinds(built_example: Path) -> list[str]:
    """A page in English of every kind that the example has."""
    site = built_example / "site"
    return [str(page.relative_to(site)) for page in one_of_each_type([site / "en"]).values()]


@pytest.fixture(scope="module")
def address(built_example: Path) -> Iterator[str]:
    with served(built_example / "site") as root:
        yield f"{root}en/"


@pytest.mark.parametrize(("turn", "width", "scheme"), [(0, PHONE, "light"), (1, DESKTOP, "dark")])
def test_each_kind_of_page_in_english_meets_wcag_22_aa(
    browser: Browser, built_example: Path, kinds: list[str], turn: int, width: int, scheme: Scheme
) -> None:
    """Every other kind on a phone and the others on a desktop: in Dutch each is seen on both."""
    own = kinds[turn::2]
    assert len(own) > 10
    with screen(browser, built_example / "site", width, scheme, axe=True) as shown:
        assert [line for name in own for line in shown.violations(name)] == []


def test_no_page_in_english_scrolls_sideways_complains_or_asks_anything_of_others(
    browser: Browser, built_example: Path
) -> None:
    names = [name for name in page_names(built_example / "site") if name.startswith("en/")]
    with screen(browser, built_example / "site", SMALLEST, "light") as shown:
        assert [line for name in sample(names) for line in shown.overflow(name)] == []
        assert shown.console == []
        assert shown.outside() == []


def test_search_in_english_finds_in_dutch_and_tells_in_english(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}zoeken/index.html?q=vervoer")
    page.locator("#stand:not(:empty)").wait_for()
    assert "for ‘vervoer’" in page.locator("#stand").inner_text()
    first = page.locator(".rd-result").first
    first.wait_for()
    told = {one.split(" · ")[0] for one in page.locator("[data-part=about]").all_inner_texts()}
    assert "activity" in told
    assert not told & {"activiteit", "doel", "risico", "toelichting", "geld", "bevinding", "programma"}
    first.locator("a").click()
    page.wait_for_url("**/en/**")
    assert page.locator("html").get_attribute("lang") == "en"
    page.close()


def test_a_choice_of_search_is_in_english_and_narrows_by_the_dutch_index(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}zoeken/index.html?status=gedaan")
    page.locator("#stand:not(:empty)").wait_for()
    assert page.locator("#keuze-status option:checked").inner_text() == "done"
    shown = page.locator(".rd-result .rd-status").all_inner_texts()
    assert shown
    assert {one.strip() for one in shown} == {"done"}
    page.close()


def test_a_list_in_english_is_sorted_by_its_numbers(
    browser: Browser, address: str, built_example: Path
) -> None:
    money = sorted((built_example / "site" / "en" / "geld").glob("*/index.html"))
    page = browser.new_page()
    page.goto(f"{address}geld/{money[0].parent.name}/index.html")
    options = page.locator("[name=sorteer] option").all()
    descending = next(one for one in options if one.inner_text() == "Expenditure, descending")
    page.locator("[name=sorteer]").select_option(descending.get_attribute("value"))
    heads = page.locator("[data-rd-list] thead th").all_inner_texts()
    column = next(place for place, one in enumerate(heads) if one.strip() == "Expenditure")
    cells = page.locator(f"[data-rd-list] tbody tr > :nth-child({column + 1})").all_inner_texts()
    amounts = [float(one.replace(",", "").replace("−", "-")) for one in cells if one.strip()[:1].isdigit()]
    assert len(amounts) > 5
    assert amounts == sorted(amounts, reverse=True)
    page.close()


def test_the_switch_leads_to_the_same_page_and_back(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}verschuivingen/index.html")
    switch = page.get_by_role("navigation", name="Language")
    switch.get_by_role("link", name="NL").click()
    assert page.url == f"{address.removesuffix('en/')}verschuivingen/index.html"
    page.get_by_role("navigation", name="Taal").get_by_role("link", name="EN").click()
    assert page.url == f"{address}verschuivingen/index.html"
    page.close()
