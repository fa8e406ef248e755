"""The words that messages are made of."""

from collections.abc import Sequence
from datetime import date

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind

_LONGEST = 90
_MOST_NAMES = 5
_NAMES = {
    Kind.GOAL: ("doel", "doelen"),
    Kind.ACTIVITY: ("activiteit", "activiteiten"),
    Kind.INDICATOR: ("indicator", "indicatoren"),
    Kind.PLANNING: ("termijn", "termijnen"),
    Kind.COST: ("bedrag", "bedragen"),
    Kind.RISK: ("risico", "risico's"),
}
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def quoted(element: Element) -> str:
    """Return the words of an element between quotation marks, cut at a word where they are long."""
    words = " ".join(filter(None, (element.label, element.text))).split()
    text = " ".join(words).rstrip(" ;:,")
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ;:,')} …"
    return f"‘{text}’"


def counted(number: int, kind: Kind) -> str:
    """Return a number of elements of a kind: "2 doelen"."""
    one, more = _NAMES[kind]
    return f"{number} {one if number == 1 else more}"


def such_as(elements: Sequence[Element]) -> str:
    """Return the end of a sentence about elements: the only one, or the first as an example."""
    return f": {quoted(elements[0])}." if len(elements) == 1 else f", zoals bij {quoted(elements[0])}."


def named(kind: Kind) -> str:
    """Return the name of a kind of element."""
    return _NAMES[kind][0]


def titles(documents: Sequence[Document]) -> str:
    """Return the titles of documents, as one phrase."""
    names = [f"‘{document.title}’" for document in documents]
    return f"{', '.join(names[:-1])} en {names[-1]}" if len(names) > 1 else "".join(names)


def listed(names: Sequence[str]) -> str:
    """Return the first names of a list, and how many more there are."""
    more = len(names) - _MOST_NAMES
    shown = ", ".join(names[:_MOST_NAMES])
    return f"{shown} en nog {more}" if more > 0 else shown


def day(moment: date) -> str:
    """Return a date in words."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def number(value: float) -> str:
    """Return a number as a Dutch reader expects it, with two decimals at most."""
    return f"{round(value, 2):,.10g}".translate(str.maketrans(",.", ".,"))


def euro(value: float) -> str:
    """Return an amount in whole euros: `€ 1.234.000`, below nought `−€ 12`."""
    return f"{'−' if value < 0 else ''}€ {number(abs(round(value)))}"
