"""Lists and the numbers of their items."""

from dataclasses import dataclass

from lxml import etree

from rodedraad.reading.numerals import numeral


@dataclass(slots=True)
class Listing:
    """A list that is being read."""

    ordered: bool
    style: str = "1"
    number: int = 0
    step: int = 1

    def next_marker(self, value: str | None) -> str:
        """The number of the next item as it is shown; empty in a list with bullets."""
        self.number = _whole(value, self.number + self.step)
        return f"{numeral(self.number, self.style)}." if self.ordered else ""


def listing_of(element: etree._Element) -> Listing:
    """The list that this element opens, counting as its attributes say."""
    if element.tag != "ol":
        return Listing(ordered=False)
    reverse = element.get("reversed") is not None
    first = sum(1 for _ in element.iterchildren("li")) if reverse else 1
    step = -1 if reverse else 1
    style = element.get("type") or "1"
    start = _whole(element.get("start"), first)
    return Listing(ordered=True, style=style if style in "1aAiI" else "1", number=start - step, step=step)


def _whole(value: str | None, default: int) -> int:
    text = (value or "").strip()
    digits = text.removeprefix("-")
    return int(text[:10]) if digits.isascii() and digits.isdigit() else default
