"""What a browser does not show."""

import re

from lxml import etree

_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_FOLDED = {"tabpanel"}


def opened_by_controls(root: etree._Element) -> frozenset[str]:
    """The ids of parts that a control of the page unfolds: hidden at first, but content."""
    controls = root.xpath("//@aria-controls")
    return frozenset(identity for control in controls for identity in str(control).split())


def is_hidden(element: etree._Element, opened: frozenset[str]) -> bool:
    """Whether this element is never shown; what a tab or fold of the page opens is shown."""
    hidden = element.get("hidden")
    style = element.get("style")
    if (hidden is None or hidden == "until-found") and not (style and _STYLE.search(style)):
        return False
    return element.get("role") not in _FOLDED and element.get("id") not in opened
