"""The sites of the example and of the reference pages, in a real browser and link by link."""

from pathlib import Path

import pytest

from tests.support.accessibility import (
    PHONE,
    SMALLEST,
    page_names,
    sample,
    screen,
)
from tests.support.site_links import broken_links

SITES = ["built_example", pytest.param("built_reference", marks=pytest.mark.reference)]


@pytest.fixture(params=SITES)
def real_site(request: pytest.FixtureRequest) -> Path:
    build: Path = request.getfixturevalue(request.param)
    return build / "site"


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
