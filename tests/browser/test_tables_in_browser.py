"""Lists that are sorted, filtered and exported in the browser, and that are whole without scripts."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.accessibility import DESKTOP, PHONE, SMALLEST, Screen, page_names, screen

pytestmark = pytest.mark.browser
SHIFTS = "verschuivingen/index.html"
DEADLINES = "termijnen/index.html"
BOXES = """() => [...document.querySelectorAll('svg.rd-chart')].map(chart =>
  [...chart.querySelectorAll('.rd-chart__number')].map(one => {
    const box = one.getBoundingClientRect();
    return [box.left, box.right, box.top, box.bottom, one.textContent];
  }))"""


@pytest.fixture
def shown(browser: Browser, site: Path) -> Iterator[Screen]:
    with screen(browser, site, DESKTOP, "light") as made:
        yield made


def rows(page: Page) -> list[str]:
    return page.locator("table[data-rd-list] tbody tr:visible th").all_inner_texts()


def test_a_list_is_sorted_by_keyboard_and_focus_stays(shown: Screen) -> None:
    shown.open(SHIFTS)
    before = rows(shown.page)
    button = shown.page.get_by_role("button", name="Sorteer op Belofte")
    head = shown.page.locator("th", has=button)
    button.focus()
    shown.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert rows(shown.page) == sorted(before, key=str.lower)
    shown.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert rows(shown.page) == sorted(before, key=str.lower, reverse=True)
    assert button.evaluate("one => one === document.activeElement")
    shown.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") is None
    assert rows(shown.page) == before


def test_what_is_shown_stands_in_the_address(shown: Screen) -> None:
    shown.open(SHIFTS)
    shown.page.get_by_label("Zoek in deze lijst").fill("mantelzorg")
    shown.page.wait_for_url("**?zoek=mantelzorg")
    found = rows(shown.page)
    assert 0 < len(found) < shown.page.locator("table[data-rd-list] tbody tr").count()
    shown.page.reload()
    assert rows(shown.page) == found
    assert shown.page.get_by_label("Zoek in deze lijst").input_value() == "mantelzorg"
    shown.page.get_by_role("button", name="Toon alles").click()
    shown.page.wait_for_url(lambda address: "zoek" not in address)
    assert len(rows(shown.page)) > len(found)


def test_only_what_is_shown_is_exported(shown: Screen) -> None:
    shown.open(SHIFTS)
    shown.page.get_by_label("Zoek in deze lijst").fill("mantelzorg")
    with shown.page.expect_download() as saved:
        shown.page.get_by_role("button", name="Download wat u nu ziet").click()
    assert saved.value.suggested_filename == "verschuivingen.csv"
    lines = Path(saved.value.path()).read_text("utf-8").splitlines()
    assert lines[0] == "Belofte,Was,Nu,Verschil,Oorzaak"
    assert len(lines) - 1 == len(rows(shown.page))
    assert all("mantelzorg" in line for line in lines[1:])


def test_a_choice_filters_all_tables_of_a_list(shown: Screen) -> None:
    shown.open(DEADLINES)
    select = shown.page.locator(".rd-tools select[name=k2]")
    wanted = select.locator("option").nth(1).get_attribute("value")
    assert wanted
    select.select_option(wanted)
    told = shown.page.locator("table[data-rd-list] tbody tr:visible td:nth-child(3)").all_inner_texts()
    assert told
    assert all(" ".join(one.split()).startswith(wanted) for one in told)
    assert shown.page.get_by_role("status").inner_text().startswith(f"{len(told)} van ")


@pytest.mark.parametrize(("name", "column"), [("bevindingen/index.html", 2), ("partners/index.html", 1)])
def test_findings_and_parties_are_narrowed_by_what_they_are_of(
    browser: Browser, built_example: Path, name: str, column: int
) -> None:
    with screen(browser, built_example / "site", DESKTOP, "light") as shown:
        shown.open(name)
        everything = len(rows(shown.page))
        select = shown.page.locator(f".rd-tools select[name=k{column}]")
        wanted = select.locator("option").nth(1).get_attribute("value")
        assert wanted
        select.select_option(wanted)
        cells = shown.page.locator(f"table[data-rd-list] tbody tr:visible > :nth-child({column + 1})")
        told = cells.all_inner_texts()
        assert 0 < len(told) < everything
        assert {" ".join(one.split()) for one in told} == {wanted}


def test_the_head_of_the_page_is_as_high_on_every_page_of_the_menu(shown: Screen) -> None:
    shown.open("index.html")
    heights = set()
    for link in shown.page.locator(".rd-nav a").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    ):
        shown.open(link)
        heights.add(shown.page.locator(".rd-masthead").evaluate("one => one.getBoundingClientRect().height"))
    assert len(heights) == 1


def test_a_list_is_whole_without_scripts(browser: Browser, site: Path) -> None:
    with screen(browser, site, PHONE, "light", scripts=False) as shown:
        shown.open(f"{SHIFTS}?zoek=mantelzorg")
        assert shown.page.locator(".rd-tools").count() == 0
        assert shown.page.locator("table[data-rd-list] tbody tr").count() == len(rows(shown.page))
        assert shown.page.get_by_role("link", name="Download deze lijst (CSV)").is_visible()


def test_a_filtered_list_meets_wcag_22_aa(browser: Browser, site: Path) -> None:
    for width in (DESKTOP, SMALLEST):
        with screen(browser, site, width, "dark", axe=True) as shown:
            assert shown.violations(f"{SHIFTS}?zoek=mantelzorg&sorteer=0:af") == []
            assert shown.overflow(f"{SHIFTS}?zoek=mantelzorg") == []
            assert shown.console == []


def test_numbers_in_charts_do_not_cover_each_other_on_the_smallest_screen(
    browser: Browser, built_example: Path
) -> None:
    site = built_example / "site"
    names = [one for one in page_names(site) if one.startswith("indicator/")]
    seen = 0
    with screen(browser, site, SMALLEST, "light") as shown:
        for name in names:
            shown.open(name)
            for boxes in shown.page.evaluate(BOXES):
                seen += len(boxes)
                for one, two in combinations(boxes, 2):
                    apart = (
                        one[1] <= two[0] or two[1] <= one[0] or one[3] - 4 <= two[2] or two[3] - 4 <= one[2]
                    )
                    assert apart, (name, one, two)
    assert seen > 20


def test_charts_can_be_told_apart_in_forced_colours_and_on_paper(
    browser: Browser, built_example: Path
) -> None:
    site = built_example / "site"
    name = next(one for one in page_names(site) if one.startswith("geld/") and one.count("/") == 2)
    with screen(browser, site, DESKTOP, "light") as shown:
        for media in ({"forced_colors": "active"}, {"media": "print", "forced_colors": "none"}):
            shown.page.emulate_media(**media)  # type: ignore[arg-type]
            shown.open(name)
            fills = {
                phase: shown.page.locator(f".rd-phase--{phase}").first.evaluate(
                    "one => getComputedStyle(one).fill"
                )
                for phase in ("approved", "adjusted", "executed")
            }
            assert len(set(fills.values())) == 3, (media, fills)


def test_paper_is_white_whatever_the_screen_and_holds_no_controls(browser: Browser, site: Path) -> None:
    with screen(browser, site, DESKTOP, "dark") as shown:
        shown.page.emulate_media(media="print")
        shown.open(f"{SHIFTS}?zoek=mantelzorg")
        assert shown.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        for hidden in (".rd-nav", ".rd-tools input", ".rd-tools button", ".rd-sort", ".rd-export"):
            assert shown.page.locator(hidden).first.is_hidden(), hidden
        assert " van " in shown.page.get_by_role("status").inner_text()
        assert shown.page.get_by_text("Adres van deze bladzijde op de site:").is_visible()
