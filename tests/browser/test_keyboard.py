"""Every page by keyboard alone: all that can be used is reached, in order, is seen, and lets go again."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.support.views import NARROW, WIDE, viewed

pytestmark = pytest.mark.browser

NUMBERED = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  const usable = [...document.querySelectorAll('a[href], area[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length)
    .filter(one => one.type !== 'radio' || one.checked || !document.querySelector(`input[name="${one.name}"]:checked`));
  usable.forEach((one, place) => { one.dataset.place = place; });
  return usable.map(one => `${one.localName} ${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 60)}`);
}"""
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  const top = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
  return {
    place: Number(one.dataset.place ?? -1),
    seen: one.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !!top && !one.contains(top) && !top.contains(one) && !top.closest('label')?.contains(one),
  };
}"""
SKIP = "Naar de inhoud"


@dataclass(frozen=True)
class Walk:
    """What the Tab key reached on a page, and what there was to reach."""

    usable: list[str]
    reached: list[int]
    unseen: list[str]
    let_go: bool


def walk(page: Page) -> Walk:
    """Press Tab from the top of the page until it lets go (of the page, or back to the top), or should have."""
    usable: list[str] = page.evaluate(NUMBERED)
    reached: list[int] = []
    unseen: list[str] = []
    for _ in range(len(usable) + 3):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None or (reached and found["place"] == 0):
            return Walk(usable, reached, unseen, let_go=True)
        reached.append(found["place"])
        if not found["seen"] or not found["inside"] or found["covered"]:
            unseen.append(f"{usable[found['place']]}: {found}")
    return Walk(usable, reached, unseen, let_go=False)


@pytest.mark.parametrize(
    "options",
    [pytest.param(WIDE, id="desktop"), pytest.param(NARROW, id="phone", marks=pytest.mark.slow)],
)
def test_all_that_can_be_used_is_reached_in_order_is_seen_and_lets_go(
    browser: Browser, small_of_every_type: dict[str, str], options: dict[str, object]
) -> None:
    with viewed(browser, **options) as told:
        for template, address in small_of_every_type.items():
            told.page.goto(address)
            walked = walk(told.page)
            assert walked.usable[0] == f"a {SKIP}", template
            assert walked.reached == list(range(len(walked.usable))), template
            assert walked.unseen == [], template
            assert walked.let_go, template


def test_the_skip_link_of_every_type_leads_past_the_menu(
    browser: Browser, small_of_every_type: dict[str, str]
) -> None:
    with viewed(browser, **WIDE) as told:
        for template, address in small_of_every_type.items():
            told.page.goto(address)
            told.page.keyboard.press("Tab")
            assert told.page.evaluate("document.activeElement.textContent") == SKIP, template
            told.page.keyboard.press("Enter")
            assert told.page.evaluate("document.activeElement.id") == "inhoud", template
            told.page.keyboard.press("Tab")
            inside = (
                "!!document.activeElement.closest('main, footer') || document.activeElement === document.body"
            )
            assert told.page.evaluate(inside), template


def test_everything_that_folds_opens_and_closes_by_keyboard(
    browser: Browser, small_of_every_type: dict[str, str]
) -> None:
    folds = 0
    with viewed(browser, **WIDE) as told:
        for template, address in small_of_every_type.items():
            told.page.goto(address)
            for fold in told.page.locator("main details:not(details details)").all():
                fold.locator("> summary").focus()
                states = []
                for key in ("Enter", "Space"):
                    told.page.keyboard.press(key)
                    states.append(fold.evaluate("one => one.open"))
                assert sorted(states) == [False, True], template
                folds += 1
    assert folds > 10


def test_a_page_that_traps_or_hides_the_focus_is_found(browser: Browser) -> None:
    with viewed(browser, **WIDE) as told:
        told.page.set_content(
            "<style>:focus-visible { outline: 3px solid }</style><a href=#a>a</a><button style='outline:none'>b</button><input id=c><a href=#d>d</a>"
            "<script>c.onkeydown = event => event.preventDefault()</script>"
        )
        walked = walk(told.page)
    assert [one.partition(":")[0] for one in walked.unseen] == ["button b"]
    assert not walked.let_go
    assert walked.reached[:3] == [0, 1, 2]
    assert set(walked.reached[3:]) == {2}
