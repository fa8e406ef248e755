import pytest

from tests.support.accessibility import (
    DESKTOP,
    PHONE,
    SMALLEST,
    page_names,
    sample,
    screen,
)

pytestmark = pytest.mark.browser


def test_pages_from_all_over_the_site_meet_wcag_22_aa_on_a_phone(browser, site):
    with screen(browser, site, PHONE, "light", axe=True) as shown:
        assert [line for name in sample(page_names(site)) for line in shown.violations(name)] == []


def test_no_page_scrolls_sideways_complains_or_asks_anything_of_others(browser, site):
    with screen(browser, site, SMALLEST, "dark") as shown:
        assert [line for name in sample(page_names(site), 60) for line in shown.overflow(name)] == []
        assert shown.console == []
        assert shown.outside() == []


def test_a_page_that_shuts_people_out_is_found(browser, tmp_path):
    (tmp_path / "index.html").write_text(
        '<!doctype html><html><title>x</title><p style="color:#bbb">vaag</p><a href="x"></a>'
    )
    with screen(browser, tmp_path, PHONE, "light", axe=True) as shown:
        found = " ".join(shown.violations("index.html"))
    assert all(rule in found for rule in ("html-has-lang", "color-contrast", "link-name"))


def test_the_styles_are_applied_from_disk(browser, site):
    with screen(browser, site, DESKTOP, "light") as shown:
        shown.open("index.html")
        assert shown.page.evaluate("getComputedStyle(document.body).fontSize") == "18px"


def test_the_line_that_a_statement_leads_to_is_highlighted(browser, site):
    with screen(browser, site, DESKTOP, "light") as shown:
        shown.open("draad/t-a1/index.html")
        shown.page.locator(".rd-now .rd-source").click()
        shown.page.wait_for_url("**/bron/**")
        line = shown.page.locator(".rd-text-line:has(:target)")
        assert "Het buurthuis in Zuid opent" in line.inner_text()
        assert line.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_plain_reading_works_without_javascript(browser, site):
    with screen(browser, site, PHONE, "light", scripts=False) as shown:
        shown.open("draad/t-a1/index.html")
        struck = shown.page.locator("del").first
        assert struck.is_visible()
        shown.page.get_by_label("Toon de teksten zonder tekens").check()
        assert struck.is_hidden()


def test_the_keyboard_reaches_the_content_first(browser, site):
    with screen(browser, site, DESKTOP, "light") as shown:
        shown.open("index.html")
        shown.page.keyboard.press("Tab")
        assert shown.page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
        shown.page.keyboard.press("Enter")
        assert shown.page.evaluate("document.activeElement.id") == "inhoud"


def test_an_old_address_leads_on_to_the_thread(browser, site):
    with screen(browser, site, PHONE, "light", scripts=False) as shown:
        shown.open("draad/t-oud/index.html")
        shown.page.wait_for_url("**/draad/t-a1/index.html")
        assert shown.page.locator("h1").inner_text().startswith("We openen uiterlijk")
