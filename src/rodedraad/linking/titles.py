"""The title of a thread: the promise's own words."""

import re
from collections.abc import Sequence
from typing import Final

from rodedraad.linking.shelf import is_promise
from rodedraad.model.document import Element
from rodedraad.model.terms import Kind

LONGEST: Final = 90
_FIGURES: Final = frozenset({Kind.COST, Kind.INDICATOR})
SHORTEST_SENTENCE: Final = 20
_NUMBER: Final = re.compile(r"^\s*(?:[•▪–-]|\(?\d+(?:\.\d+)*[.)])\s+")
_SENTENCE: Final = re.compile(r"^(.+?[^\W\d_]{2,}[.!?])\s")


def title(members: Sequence[Element]) -> str:
    """Return the words of the first promise, or else of the first member, in at most 90 characters."""
    first = next(filter(is_promise, members), members[0])
    text = _NUMBER.sub("", " ".join(_named(first).split()))
    sentence = _SENTENCE.match(text)
    if sentence and SHORTEST_SENTENCE <= len(sentence.group(1)) <= LONGEST:
        text = sentence.group(1)
    return shorten(text.rstrip(" .;:,"))


def _named(element: Element) -> str:
    """Return the text of an element, of figures alone with the name of their row before it."""
    alone = element.kind in _FIGURES and element.label and not any(map(str.isalpha, element.text))
    return f"{element.label} | {element.text}" if alone else element.text


def shorten(text: str) -> str:
    """Return the text, cut at the end of a word where it is too long."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" .;:,-–") + "…"
