"""Looks at the pages of a site in a browser, as a person with a given screen would."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page

WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
DESKTOP, PHONE, SMALLEST = 1280, 360, 320
REFRESH = b'http-equiv="refresh"'
Scheme = Literal["light", "dark"]
Mode = tuple[int, Scheme]
MODES: tuple[Mode, ...] = (
    (DESKTOP, "light"),
    (DESKTOP, "dark"),
    (PHONE, "light"),
    (PHONE, "dark"),
)
RUN_AXE = """async tags => {
  const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false, elementRef: false });
  return found.violations.map(one => ({ rule: one.id, nodes: one.nodes.map(node => node.target.join(' ') + ': ' + node.failureSummary) }));
}"""


@dataclass
class Screen:
    """A page in the browser, and what went wrong on it."""

    page: Page
    site: Path
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, name: str) -> None:
        path, mark, query = name.partition("?")
        self.page.goto((self.site / path).as_uri() + mark + query, wait_until="load")

    def violations(self, name: str) -> list[str]:
        """Return what axe finds against WCAG 2.2 AA on a page, a line a place."""
        self.open(name)
        found: list[dict[str, Any]] = self.page.evaluate(RUN_AXE, WCAG_22_AA)
        return [f"{name}: {one['rule']}: {node}" for one in found for node in one["nodes"]]

    def overflow(self, name: str) -> list[str]:
        """Return by how much a page is wider than its screen."""
        self.open(name)
        wider = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return [f"{name}: {wider} px too wide"] if wider > 0 else []

    def outside(self) -> list[str]:
        """Return the requests that left the site."""
        return [one for one in self.requests if not one.startswith((self.site.as_uri(), "data:"))]


def axe_script() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@contextmanager
def screen(
    browser: Browser, site: Path, width: int, scheme: Scheme, *, scripts: bool = True, axe: bool = False
) -> Iterator[Screen]:
    """Give a screen of a width and colour scheme; `axe` puts axe on every page."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    page = context.new_page()
    if axe:
        page.add_init_script(axe_script())
    shown = Screen(page=page, site=site)
    page.on("console", lambda message: shown.console.append(message.text))
    page.on("pageerror", lambda error: shown.console.append(str(error)))
    page.on("request", lambda request: shown.requests.append(request.url))
    yield shown
    context.close()


def page_names(site: Path) -> list[str]:
    """Return every page but those that lead on to another at once."""
    return sorted(
        str(one.relative_to(site)) for one in site.rglob("*.html") if REFRESH not in one.read_bytes()
    )


def sample(names: Sequence[str], count: int = 25) -> list[str]:
    """Return that many of the pages, spread evenly over the site; all of them where there are fewer."""
    spread = min(count, len(names))
    return [names[index * len(names) // spread] for index in range(spread)]
