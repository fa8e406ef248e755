"""Images, icons and colours: what is known of them, and what they say."""

import re
from typing import Final

from lxml import etree

from rodedraad.reading.white import tidy

ICON_TAGS = frozenset({"i", "span", "em", "b"})
_LONGEST_NAME = 200
_COLOUR: Final = re.compile(
    r"(?:^|[;\s])(?:background(?:-color)?|color|fill)\s*:\s*(#[0-9a-f]{3,8}|rgba?\([^)]*\)|[a-z]{3,})",
    re.IGNORECASE,
)
_BARE: Final = frozenset(
    {"none", "transparent", "inherit", "initial", "unset", "currentcolor", "white", "url"}
)
_TELLING: Final = re.compile(
    r"(?:^|[\s_-])(?:stoplicht|status|signaal|groen|oranje|rood|geel|green|orange|amber|red|yellow)(?:$|[\s_-])",
    re.IGNORECASE,
)


def alternative(element: etree._Element) -> str:
    """The words that stand for an image: its alternative text, label or title."""
    words = element.get("alt") or element.get("aria-label")
    if not words and element.tag == "svg":
        words = element.findtext("title")
    return tidy(words or "")


def symbols_of(element: etree._Element) -> list[str]:
    """What is known of an image or icon: its words, file name, name in a sprite, title, class and colour."""
    known = [
        alternative(element),
        _file(element.get("src")),
        _sprite(element),
        element.get("title"),
        element.get("class"),
        *_colours(element),
    ]
    return [tidy(one) for one in known if one and tidy(one)]


def is_icon(element: etree._Element) -> bool:
    """Whether an inline element is there to be shown by its class, label or colour: empty, or one mark."""
    text = (element.text or "").strip()
    return (
        element.tag in ICON_TAGS
        and len(element) == 0
        and (not text or (len(text) == 1 and not text.isalnum()))
        and bool(any(map(element.get, ("class", "aria-label", "title"))) or _colours(element))
    )


def symbols_of_cell(element: etree._Element) -> list[str]:
    """What the cell of a table itself tells by its colour: as its style, or a class that names one."""
    named = element.get("class") or ""
    return [*_colours(element), *([tidy(named)] if _TELLING.search(named) else [])]


def _colours(element: etree._Element) -> list[str]:
    """The colours that an element is given in its own attributes, as written."""
    style = element.get("style")
    told = [match[1] for match in _COLOUR.finditer(style)] if style else []
    told += [colour for name in ("bgcolor", "color", "fill") if (colour := element.get(name))]
    return [colour for colour in told if colour.lower() not in _BARE]


def _file(source: str | None) -> str:
    if not source or source.startswith("data:"):
        return ""
    return source.split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1][:_LONGEST_NAME]


def _sprite(element: etree._Element) -> str:
    use = element.find("use") if element.tag == "svg" else None
    if use is None:
        return ""
    return (use.get("href") or use.get("xlink:href") or "").rsplit("#", 1)[-1]
