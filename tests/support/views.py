"""The ways in which people look at a page: screens, colours, zoom; and what they meet there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response

from tests.support.accessibility import DESKTOP, PHONE, RUN_AXE, SMALLEST, WCAG_22_AA, axe_script

RULES = [*WCAG_22_AA, "best-practice"]
WIDE: dict[str, Any] = {"viewport": {"width": DESKTOP, "height": 800}}
NARROW: dict[str, Any] = {"viewport": {"width": PHONE, "height": 800}}
VIEWS: dict[str, dict[str, Any]] = {
    "phone-light": {**NARROW, "color_scheme": "light"},
    "phone-dark": {**NARROW, "color_scheme": "dark"},
    "zoomed-to-200": {"viewport": {"width": DESKTOP // 2, "height": 400}, "device_scale_factor": 2},
    "desktop-dark": {**WIDE, "color_scheme": "dark"},
    "desktop-light": {**WIDE, "color_scheme": "light"},
    "forced-colours": {**WIDE, "forced_colors": "active"},
}
SMALL: dict[str, Any] = {"viewport": {"width": SMALLEST, "height": 640}}
"""The smallest screen that a page has to fit, which is a desktop zoomed to 400 % too (WCAG 1.4.10)."""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Told:
    """What the browser says of pages, and what these ask for."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    def keep(self, response: Response) -> None:
        """Keep an answer to one of the requests, so that its content can be read while the page is open."""
        self.responses.append(response)

    def forget(self) -> None:
        """Start anew, as for a reader who comes from elsewhere: nothing was told yet, and nothing is kept of what was loaded."""
        self.page.context.new_cdp_session(self.page).send("Network.clearBrowserCache")
        for kept in (self.console, self.requests, self.responses):
            kept.clear()

    def violations(self) -> list[str]:
        """Return what axe finds on the page that is open, a line a place."""
        found: list[dict[str, Any]] = self.page.evaluate(RUN_AXE, RULES)
        return [f"{one['rule']}: {node}" for one in found for node in one["nodes"]]

    def too_wide(self) -> int:
        """Return by how many pixels the page that is open is wider than its screen."""
        return max(0, self.page.evaluate(TOO_WIDE))

    def outside(self, address: str) -> list[str]:
        """Return what was asked of others than the site that an address is of."""
        own = tuple(f"{scheme}://{urlsplit(address).netloc}/" for scheme in ("http", "https"))
        return [one for one in self.requests if not one.startswith((*own, "data:"))]


@contextmanager
def viewed(browser: Browser, *, axe: bool = False, **options: object) -> Iterator[Told]:
    """Give a page that is looked at in one way; `axe` puts axe on every page that it opens."""
    context = browser.new_context(reduced_motion="reduce", **options)  # type: ignore[arg-type]
    if axe:
        context.add_init_script(axe_script())
    told = Told(page=context.new_page())
    told.page.on("console", lambda message: told.console.append(message.text))
    told.page.on("pageerror", lambda error: told.console.append(str(error)))
    told.page.on("request", lambda request: told.requests.append(request.url))
    told.page.on("response", told.keep)
    yield told
    context.close()
