from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from rodedraad.cli.server import HOST
from rodedraad.dossier.decisions import read_decisions
from tests.support.accessibility import DESKTOP, PHONE, RUN_AXE, SMALLEST, WCAG_22_AA, axe_script
from tests.support.reviewing import GARDEN, ROOM, being_reviewed, copy_of

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path, to_review: Path) -> Path:
    return copy_of(to_review, tmp_path / "dossier")


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with being_reviewed(folder) as server:
        yield f"http://{HOST}:{server.server_port}/besluiten/"


@contextmanager
def page_of(
    browser: Browser, address: str, width: int = DESKTOP, scheme: str = "light", *, scripts: bool = True
) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def decided(folder: Path) -> list[str]:
    return [one.decision.value for one in read_decisions(folder).link]


def problems(page: Page) -> list[str]:
    """What axe finds, and by how much the page is wider than the screen."""
    found = page.evaluate(RUN_AXE, WCAG_22_AA)
    lines = [f"{one['rule']}: {node}" for one in found for node in one["nodes"]]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return lines + ([f"{wider} px too wide"] if wider > 0 else [])


@pytest.mark.parametrize(("width", "scheme"), [(DESKTOP, "light"), (PHONE, "dark"), (SMALLEST, "light")])
def test_every_page_for_deciding_meets_wcag_22_aa(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    with page_of(browser, address, width, scheme) as page:
        page.context.add_init_script(axe_script())
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        for name in ("", "kies", "splits", "zoek", "klaar"):
            go_to(page, address, name)
            assert (name, problems(page)) == (name, [])
        assert said == []


def go_to(page: Page, address: str, name: str) -> None:
    page.goto(address)
    if name in {"kies", "zoek"}:
        page.get_by_role("link", name="Een andere kiezen").click()
    if name == "zoek":
        page.get_by_label("Zoek in Jaarstukken 2023").fill("brief")
        page.keyboard.press("Enter")
        page.get_by_text("onderdeel gevonden").or_(page.get_by_text("onderdelen gevonden")).wait_for()
    if name == "splits":
        page.get_by_role("link", name="Splitsen").click()
    while name == "klaar" and page.get_by_role("button", name="Overslaan").count():
        page.get_by_role("button", name="Overslaan").click()
    page.wait_for_load_state("load")


def test_one_key_is_an_answer(browser: Browser, address: str, folder: Path) -> None:
    with page_of(browser, address) as page:
        page.keyboard.press("b")
        page.get_by_text("Bevestigd.", exact=True).wait_for()
        assert decided(folder) == ["confirmed"]
        page.keyboard.press("t")
        page.get_by_text("Het laatste antwoord is teruggenomen.").wait_for()
        assert decided(folder) == []
        page.keyboard.press("k")
        page.get_by_text("Welke hoort er dan bij?").wait_for()
        assert page.get_by_text(GARDEN).is_visible()
        page.keyboard.press("1")
        page.get_by_text("Een andere bevestigd").wait_for()
        assert decided(folder) == ["rejected", "confirmed"]


def test_letters_in_the_search_field_and_with_ctrl_are_no_answers(
    browser: Browser, address: str, folder: Path
) -> None:
    with page_of(browser, address) as page:
        page.keyboard.press("Control+b")
        page.get_by_role("link", name="Splitsen").click()
        page.get_by_label("Zoek in Jaarstukken 2023").press_sequentially("brief over st")
        assert page.get_by_label("Zoek in Jaarstukken 2023").input_value() == "brief over st"
    assert decided(folder) == []


def test_the_keys_can_be_turned_off_for_good(browser: Browser, address: str, folder: Path) -> None:
    with page_of(browser, address) as page:
        page.get_by_label("Toetsen gebruiken").uncheck()
        page.keyboard.press("b")
        page.reload()
        assert not page.get_by_label("Toetsen gebruiken").is_checked()
        page.keyboard.press("b")
        assert page.locator("kbd").first.is_hidden()
        page.get_by_label("Toetsen gebruiken").check()
        page.keyboard.press("a")
        page.get_by_text("Afgewezen.").wait_for()
    assert decided(folder) == ["rejected"]


def test_everything_works_without_javascript(browser: Browser, address: str, folder: Path) -> None:
    with page_of(browser, address, PHONE, scripts=False) as page:
        assert page.locator("kbd").first.is_hidden()
        assert page.get_by_label("Toetsen gebruiken").is_hidden()
        page.get_by_role("link", name="Splitsen").click()
        page.get_by_label(ROOM).check()
        page.get_by_label(GARDEN).check()
        page.get_by_role("button", name="Deze delen bevestigen").click()
        page.get_by_text("Gesplitst").wait_for()
        page.get_by_role("button", name="Afwijzen").click()
        page.get_by_text("Afgewezen.").wait_for()
        page.get_by_role("button", name="Laatste antwoord terugnemen").click()
        page.get_by_text("teruggenomen").wait_for()
    assert decided(folder) == ["confirmed", "confirmed"]


def test_the_place_in_the_source_is_one_click_away(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        page.get_by_role("link", name="Jaarstukken 2023, regel 5").click()
        page.wait_for_url("**/bron/**")
        assert ROOM in page.locator(".rd-text-line:has(:target)").inner_text()
