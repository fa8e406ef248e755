"""The sites of the example and of the reference pages, in a real browser and link by link."""

from pathlib import Path

import pytest

from tests.support.accessibility import (
    MODES,
    PHONE,
    SMALLEST,
    Mode,
    page_names,
    sample,
    screen,
    site_problems,
)
from tests.support.site_links import broken_links

SITES = ["built_example", pytest.param("built_reference", marks=pytest.mark.reference)]


@pytest.fixture(params=SITES)
def real_site(request: pytest.FixtureRequest) -> Path:
    build: Path = request.getfixturevalue(request.param)
    return build / "site"


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_each_kind_of_page_meets_wcag_22_aa(browser, real_site: Path, mode: Mode) -> None:
    assert site_problems(browser, real_site, [mode]) == []


def test_pages_from_all_over_the_site_meet_wcag_22_aa_on_a_phone(browser, real_site: Path) -> None:
    with screen(browser, real_site, PHONE, "light", axe=True) as shown:
        names = sample(page_names(real_site))
        assert [line for name in names for line in shown.violations(name)] == []


def test_pages_from_all_over_the_site_fit_the_smallest_screen(browser, real_site: Path) -> None:
    with screen(browser, real_site, SMALLEST, "light") as shown:
        names = sample(page_names(real_site))
        assert [line for name in names for line in shown.overflow(name)] == []
        assert shown.outside() == []
        assert shown.console == []


def test_every_link_of_the_site_leads_somewhere(real_site: Path) -> None:
    assert len(page_names(real_site)) > 100
    assert broken_links(real_site) == []
