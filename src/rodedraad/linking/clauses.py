"""The words around a time in a text, and whether two such clauses speak of the same deed."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Final

from rodedraad.linking.tables import rows
from rodedraad.linking.tokens import words
from rodedraad.model.document import Deadline, Element
from rodedraad.model.stems import stem

SAME_START: Final = 6
"""Two words that start with so many equal letters are akin: inburgeringswet, inburgeringsstelsel."""
SHORTEST_HEAD: Final = 5
"""A word of so many letters at the end of another is its head: forum, jongerenforum."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?;])\s+|\n+")
_FULL_STOP: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_OPENS: Final = re.compile(r"(?:^|[,;:(•-]|\ben|\bmaar|\ben in(?: het)?|\bin(?: het)?)\s*$", re.IGNORECASE)


def clause(element: Element, deadline: Deadline) -> str:
    """Return the words that a time belongs to: those after it where it opens a clause, else around it."""
    start, end = place_of_time(element, deadline)
    others = sorted(place_of_time(element, one) for one in element.deadlines if one != deadline)
    first, last = sentence_bounds(element.text, start)
    first = max([first, *(stop for _, stop in others if stop <= start)])
    last = min([last, *(begin for begin, _ in others if begin >= end)])
    before = element.text[first:start]
    opens = bool(_OPENS.search(before)) and last - end > start - first
    label = f"{element.label} " if element.label else ""
    return label + ("" if opens else before + " ") + element.text[end:last]


def undated(element: Element) -> str:
    """Return the text of an element with its label, without the times in it."""
    label = f"{element.label} " if element.label else ""
    return label + _without_times(element, 0, len(element.text))


def _without_times(element: Element, first: int, last: int) -> str:
    text = element.text
    for start, end in (place_of_time(element, one) for one in element.deadlines):
        text = text[:start] + " " * (end - start) + text[end:]
    return text[first:last]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a semicolon and a line end close one too."""
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


def sentence_bounds(text: str, place: int) -> tuple[int, int]:
    """Return where the sentence around a place starts and ends."""
    return _bounds(_SENTENCE_END, text, place)


def _bounds(ending: re.Pattern[str], text: str, place: int) -> tuple[int, int]:
    ends = [0, *(match.end() for match in ending.finditer(text)), len(text)]
    return next(((start, end) for start, end in pairwise(ends) if start <= place < end), (0, len(text)))


def sentence_at(element: Element, deadline: Deadline) -> str:
    """Return the sentence around a time, without times; a semicolon does not close it."""
    return _without_times(element, *_full_sentence(element, deadline))


def only_in_sentence(element: Element, deadline: Deadline) -> bool:
    """Tell whether the sentence of a time names no other time."""
    first, last = _full_sentence(element, deadline)
    return sum(first <= place_of_time(element, one)[0] < last for one in element.deadlines) == 1


def _full_sentence(element: Element, deadline: Deadline) -> tuple[int, int]:
    return _bounds(_FULL_STOP, element.text, place_of_time(element, deadline)[0])


def kinship(one: str, other: str) -> int:
    """Return how many different content words of one text have a word akin to them in the other."""
    known = set(words(other))
    stems = {stem(word) for word in known}
    starts = {word[:SAME_START] for word in known if len(word) >= SAME_START}
    return len(
        {
            stem(word)
            for word in words(one)
            if stem(word) in stems or word[:SAME_START] in starts or _heads(word, known)
        }
    )


def _heads(word: str, known: Iterable[str]) -> bool:
    """Tell whether a word is the head of a compound in the other text, or the other way round."""
    return any(
        min(len(word), len(one)) >= SHORTEST_HEAD and (one.endswith(word) or word.endswith(one))
        for one in known
    )


@cache
def _recurring() -> re.Pattern[str]:
    return re.compile("|".join(row["pattern"] for row in rows("recurring.tsv")), re.IGNORECASE)


def recurs(text: str) -> bool:
    """Tell whether a text speaks of what is done again and again, so that each year has its own date."""
    return bool(_recurring().search(text))


def place_of_time(element: Element, deadline: Deadline) -> tuple[int, int]:
    """Return where a time stands in the text of its element."""
    for span in element.spans:
        if span.source == deadline.evidence.source and span.start <= deadline.evidence.start < span.end:
            start = deadline.evidence.start - span.start
            if element.text[start : start + len(deadline.text)] == deadline.text:
                return start, start + len(deadline.text)
    start = max(element.text.find(deadline.text), 0)
    return start, start + len(deadline.text)
