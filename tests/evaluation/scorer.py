"""Compares recognised documents with people's judgements of their pages, line by line.

structure   lines whose kind and phase are right
answers     reported lines that are tied to the promise they answer; precision: promises named that are right
hierarchy   plan lines whose nearest goal above is the goal they belong to
status      promises with the right status

Where people saw two readings, both count.  A line that no element covers is wrong.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import msgspec

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase, Status
from tests.evaluation.aligning import Place, places_in

LABELS: Final = frozenset({Kind.DOCUMENT, Kind.HEADING, Kind.SECTION})


class Reading(msgspec.Struct, frozen=True):
    """One way to read a line; a phase of "none" is no phase."""

    kind: Kind
    phase: str


class Judged(msgspec.Struct, frozen=True):
    """What people made of one line; `of` is the line it answers or belongs to."""

    line: int
    kind: Kind
    phase: str
    of: int | None = None
    also: tuple[Reading, ...] = ()
    of_also: tuple[int, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        return (Reading(self.kind, self.phase), *self.also)

    @property
    def targets(self) -> frozenset[int]:
        return frozenset(line for line in (self.of, *self.of_also) if line)


class JudgedStatus(msgspec.Struct, frozen=True):
    """What people made of the promise on one line of a page."""

    page: str
    promise_line: int
    status: Status
    also: tuple[Status, ...] = ()


class Tally(NamedTuple):
    """How many of how many were right."""

    good: int
    total: int

    def __str__(self) -> str:
        return f"{self.good}/{self.total}"

    @property
    def share(self) -> float | None:
        return round(self.good / self.total, 4) if self.total else None


class PageScore(NamedTuple):
    """The tallies of one page, and every miss in words."""

    structure: Tally
    answers: Tally
    named: Tally
    hierarchy: Tally
    status: Tally
    misses: tuple[str, ...]


class Page:
    """A recognised document whose elements can be found by the line numbers of the judged page."""

    def __init__(self, document: Document, texts: Sequence[str], judged: str) -> None:
        self.judged = judged.split("\n")
        self.places = places_in(judged, texts)
        self.elements = {element.id: element for element in document.elements}

    def at(self, line: int) -> Element | None:
        """Return the smallest element that covers more than half of a line."""
        place = self.places.get(line)
        if place is None:
            return None
        covering = [one for one in self.elements.values() if overlap(one, place) * 2 > place.size]
        return min(covering, key=size, default=None)

    def above(self, element: Element) -> Iterator[Element]:
        """Yield what an element stands under, the nearest first."""
        while element.parent is not None:
            element = self.elements[element.parent]
            yield element

    @cached_property
    def lines(self) -> Mapping[str, frozenset[int]]:
        """The lines of each element: it covers most of the line, or stands for the larger part in it."""
        return {
            element.id: frozenset(line for line, place in self.places.items() if meets(element, place))
            for element in self.elements.values()
        }

    def lines_with_parts(self, element: Element) -> frozenset[int]:
        """Return the lines of an element and of the elements of its kind right under it, and so on."""
        parts = [
            one for one in self.elements.values() if one.parent == element.id and one.kind is element.kind
        ]
        return self.lines[element.id].union(*(self.lines_with_parts(part) for part in parts))

    def promises(self, element: Element, kinds: frozenset[Kind]) -> list[Element]:
        """Return the elements of these kinds that an element answers, or that what it stands under answers."""
        named = [identity for holder in (element, *self.above(element)) for identity in holder.answers]
        return [self.elements[identity] for identity in named if self.elements[identity].kind in kinds]


def overlap(element: Element, place: Place) -> int:
    """Return how many characters of a place are the element's."""
    return sum(
        max(0, min(place.end, span.end) - max(place.start, span.start))
        for span in element.spans
        if span.source == place.source
    )


def size(element: Element) -> int:
    """Return how many characters an element has."""
    return sum(span.end - span.start for span in element.spans)


def meets(element: Element, place: Place) -> bool:
    """Return whether most of the line is the element's, or most of the element lies in the line."""
    covered = overlap(element, place)
    return covered * 2 > min(place.size, size(element)) if covered else False


def has_right_kind(page: Page, row: Judged) -> bool:
    """Return whether a line was read as people read it; a bare number may also be the number of an element."""
    element = page.at(row.line)
    if any(reading.kind in LABELS for reading in row.readings):
        bare = page.judged[row.line - 1].strip(". \t")
        if element is None or element.kind in LABELS or (element.number or "").strip(". ") == bare:
            return True
    if element is None:
        return False
    own = (element.kind, element.phase or "none")
    return any(own == (reading.kind, reading.phase) for reading in row.readings)


def score_page(page: Page, rows: Sequence[Judged], statuses: Sequence[JudgedStatus]) -> PageScore:
    """Return how well a page was recognised."""
    misses: list[str] = []

    def tally(results: Sequence[tuple[int, bool]], what: str) -> Tally:
        misses.extend(f"line {line}: {what} ({_read_as(page, line)})" for line, good in results if not good)
        return Tally(sum(good for _, good in results), len(results))

    answering = [row for row in rows if row.targets and row.phase == Phase.ACTUAL]
    belonging = [row for row in rows if row.targets and row.phase != Phase.ACTUAL]
    answers = {row.line: _answers(page, row, rows) for row in answering}
    named = [right for rights in answers.values() for right in rights]
    return PageScore(
        structure=tally([(row.line, has_right_kind(page, row)) for row in rows], "another kind or phase"),
        answers=tally(
            [(line, any(rights)) for line, rights in answers.items()], "answers another promise, or none"
        ),
        named=Tally(sum(named), len(named)),
        hierarchy=tally(
            [(row.line, _belongs(page, row)) for row in belonging], "under another goal, or none"
        ),
        status=tally([(row.promise_line, _has_status(page, row)) for row in statuses], "another status"),
        misses=tuple(misses),
    )


def _read_as(page: Page, line: int) -> str:
    element = page.at(line)
    return "not found" if element is None else f"{element.kind}, {element.phase or 'no phase'}"


def _answers(page: Page, row: Judged, rows: Sequence[Judged]) -> list[bool]:
    """Return, for each promise that a reported line is tied to, whether it is one that people named.

    The first line of a field stands for the field: the plan lines of one kind under one goal.
    """
    fields: dict[tuple[Kind, int], list[int]] = defaultdict(list)
    for one in rows:
        if one.phase == Phase.PLAN and one.of:
            fields[one.kind, one.of].append(one.line)
    named = row.targets.union(*(lines for lines in fields.values() if min(lines) in row.targets))
    kinds = frozenset({row.kind} | {one.kind for one in rows if one.line in named})
    element = page.at(row.line)
    promises = page.promises(element, kinds) if element is not None else []
    return [bool(page.lines_with_parts(promise) & named) for promise in promises]


def _belongs(page: Page, row: Judged) -> bool:
    element = page.at(row.line)
    goal = (
        next((one for one in page.above(element) if one.kind is Kind.GOAL), None)
        if element is not None
        else None
    )
    return (
        goal is not None and bool(page.lines[goal.id] & row.targets) and row.line not in page.lines[goal.id]
    )


def _has_status(page: Page, row: JudgedStatus) -> bool:
    element = page.at(row.promise_line)
    return (
        element is not None and element.status is not None and element.status.value in (row.status, *row.also)
    )


def figures(scores: Mapping[str, PageScore]) -> dict[str, float | str | None]:
    """Return the figures of a set of pages: a share for each page, and the tallies of all together."""
    whole = {
        field: sum_of([getattr(score, field) for score in scores.values()]) for field in PageScore._fields[:5]
    }
    return {
        **{f"structure.{name}": score.structure.share for name, score in scores.items()},
        "structure.all": whole["structure"].share,
        "answers": str(whole["answers"]),
        "answers_precision": whole["named"].share,
        "hierarchy": str(whole["hierarchy"]),
        "status": str(whole["status"]),
    }


def sum_of(tallies: Sequence[Tally]) -> Tally:
    """Return the tally of all together."""
    return Tally(sum(tally.good for tally in tallies), sum(tally.total for tally in tallies))
