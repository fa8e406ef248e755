"""Images and icons: what is known of them, and what they say."""

from lxml import etree

from rodedraad.reading.white import tidy

ICON_TAGS = frozenset({"i", "span", "em", "b"})
_LONGEST_NAME = 200


def alternative(element: etree._Element) -> str:
    """The words that stand for an image: its alternative text, label or title."""
    words = element.get("alt") or element.get("aria-label")
    if not words and element.tag == "svg":
        words = element.findtext("title")
    return tidy(words or "")


def symbols_of(element: etree._Element) -> list[str]:
    """What is known of an image or icon: alternative text, file name, name in a sprite, title and class."""
    known = [
        alternative(element),
        _file(element.get("src")),
        _sprite(element),
        element.get("title"),
        element.get("class"),
    ]
    return [tidy(one) for one in known if one and tidy(one)]


def is_icon(element: etree._Element) -> bool:
    """Whether an inline element is empty and only there to be shown by its class or label."""
    return (
        element.tag in ICON_TAGS
        and len(element) == 0
        and not (element.text or "").strip()
        and bool(element.get("class") or element.get("aria-label") or element.get("title"))
    )


def _file(source: str | None) -> str:
    if not source or source.startswith("data:"):
        return ""
    return source.split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1][:_LONGEST_NAME]


def _sprite(element: etree._Element) -> str:
    use = element.find("use") if element.tag == "svg" else None
    if use is None:
        return ""
    return (use.get("href") or use.get("xlink:href") or "").rsplit("#", 1)[-1]
