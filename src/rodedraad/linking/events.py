"""One event behind several shifts: a law that is put off moves the dates of many promises."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations
from typing import Final

from rodedraad.linking.causes import tells_law
from rodedraad.linking.clauses import kinship, sentence_at
from rodedraad.linking.meanings import meanings
from rodedraad.linking.tables import rows
from rodedraad.model.document import Element
from rodedraad.model.stems import stem
from rodedraad.model.threads import Dated, Pointer, Shift

LAW: Final = "law"
ALIKE: Final = 2
"""So many content words in common tell that two times with the same dates are of one event."""
_LAW_WORD: Final = re.compile(r"\b\w{4,}wet\b", re.IGNORECASE)


@dataclass(frozen=True)
class Event:
    """Shifts of one event, in the order in which they were given; `law` is its name, if it is a law."""

    law: str
    shifts: tuple[Shift, ...]


def events(shifts: Iterable[Shift], elements: Mapping[Pointer, Element]) -> tuple[Event, ...]:
    """Return the events that more than one shift speaks of, the most told first.

    Two shifts are of one event if they name the same law and a date, or both dates and what is to be done.
    Along one thread it is enough that one of them names a law.
    """
    told = [_Told(one, elements) for one in _once(shifts)]
    groups = [group for group in _groups(told) if len(group) > 1]
    return tuple(
        Event(_name(group), tuple(one.shift for one in group))
        for group in sorted(groups, key=len, reverse=True)
    )


def _once(shifts: Iterable[Shift]) -> list[Shift]:
    """Return each pair of dates in two elements once: an element may stand on two threads."""
    return list({(one.planned, one.now): one for one in reversed(tuple(shifts))}.values())[::-1]


@dataclass(frozen=True)
class _Told:
    """A shift with the words around its dates."""

    shift: Shift
    elements: Mapping[Pointer, Element]

    @cached_property
    def sentences(self) -> str:
        """The sentences of both dates, and the cause."""
        dated = (_sentence(one, self.elements) for one in (self.shift.planned, self.shift.now))
        return " ".join([*dated, self.shift.cause or ""])

    @cached_property
    def is_law(self) -> bool:
        """Whether a law is named."""
        return tells_law(self.sentences)

    @cached_property
    def laws(self) -> tuple[str, ...]:
        """The names of laws that the two elements mention."""
        pointers = (Pointer(document=one.document, element=one.element) for one in self._dated)
        named = [ref.name for one in pointers for ref in self.elements[one].refs if ref.kind == LAW]
        return (*named, *_LAW_WORD.findall(self.sentences))

    @cached_property
    def names(self) -> frozenset[str]:
        """What tells which law it is: its name, or a subject that has a law of its own."""
        subjects = (one for one in meanings(self.sentences) if one in _of_law())
        return frozenset([*(stem(one.lower()) for one in self.laws), *subjects])

    @cached_property
    def days(self) -> frozenset[tuple[object, object]]:
        """Its dates."""
        return frozenset((one.start, one.end) for one in self._dated)

    @property
    def _dated(self) -> tuple[Dated, Dated]:
        return self.shift.planned, self.shift.now


def _sentence(dated: Dated, elements: Mapping[Pointer, Element]) -> str:
    element = elements[Pointer(document=dated.document, element=dated.element)]
    for deadline in element.deadlines:
        if (deadline.start, deadline.end, deadline.text) == (dated.start, dated.end, dated.text):
            return sentence_at(element, deadline)
    return element.text


@cache
def _of_law() -> frozenset[str]:
    """Return the meanings that a law of its own is the source of."""
    return frozenset(row["meaning"] for row in rows("meanings.tsv") if tells_law(row["source"]))


def _one_event(one: _Told, other: _Told) -> bool:
    if not one.days & other.days:
        return False
    if one.is_law or other.is_law:
        return one.shift.thread == other.shift.thread or bool(one.names & other.names)
    apart = one.shift.thread != other.shift.thread
    return apart and one.days == other.days and kinship(one.sentences, other.sentences) >= ALIKE


def _groups(told: Sequence[_Told]) -> Iterator[list[_Told]]:
    """Yield the shifts that belong to one event, also by way of others."""
    head = list(range(len(told)))
    for one, other in combinations(range(len(told)), 2):
        if head[one] != head[other] and _one_event(told[one], told[other]):
            old, new = head[other], head[one]
            head = [new if place == old else place for place in head]
    for first in dict.fromkeys(head):
        yield [one for one, place in zip(told, head, strict=True) if place == first]


def _name(group: Iterable[_Told]) -> str:
    """Return the name of the law, as most of the shifts have it; nothing where none names one."""
    named = [name for one in group if one.is_law for name in dict.fromkeys(one.laws)]
    return max(dict.fromkeys(named), key=lambda name: (named.count(name), len(name)), default="")
