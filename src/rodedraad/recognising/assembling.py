"""Drafts become elements with ids, and what is in none of them is set aside."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from rodedraad.model.document import Deadline, Document, Element, SetAside, Span
from rodedraad.model.identities import ElementIdentity
from rodedraad.model.terms import STRUCTURE, Kind
from rodedraad.model.text import Aside, Extract
from rodedraad.recognising.belonging import with_goals
from rodedraad.recognising.deadlines import find_deadlines
from rodedraad.recognising.drafts import Draft, Drafts
from rodedraad.recognising.figure_sides import sided
from rodedraad.recognising.judging import judge
from rodedraad.recognising.matching import answers_of, of_own_kind
from rodedraad.recognising.naming import ids_for
from rodedraad.recognising.pen import REPORTS
from rodedraad.recognising.phases import When
from rodedraad.recognising.quantities import quantities_of, sheets_of
from rodedraad.recognising.sheets import Sheet
from rodedraad.recognising.statecells import judged_by_cells
from rodedraad.recognising.stated_indicators import with_stated_indicators
from rodedraad.recognising.units import Unit

LONGEST_BULLET: Final = 2
"""A bullet is one character, or one with a mark behind it (`a.`)."""


def elements_of(
    drafts: Drafts, frame: Document, known: Sequence[ElementIdentity], units: Sequence[Unit]
) -> tuple[Element, ...]:
    """Return the elements of a document in reading order."""
    drafts, sheets = _by_side(drafts, units, frame)
    found = drafts.found
    answers = answers_of(found, drafts.records)
    judged = judge(drafts, of_own_kind(found, answers), frame)
    ids = ids_for(found, frame.id, known)
    amounts, values = quantities_of(found, answers, sheets, frame)
    if frame.kind in REPORTS:
        answers = {**answers, **judged_by_cells(found, drafts.states)}
    return tuple(
        Element(
            id=ids[place],
            kind=draft.kind,
            phase=draft.phase,
            parent=None if draft.parent is None else ids[draft.parent],
            number=draft.number,
            label=draft.label,
            text=one_line(draft.text),
            answers=tuple(ids[promise] for promise in answers.get(place, ())),
            spans=draft.spans,
            status=judged[place][0] if place in judged else None,
            aspects=judged[place][1] if place in judged else (),
            deadlines=tuple(_deadlines(draft, frame.year)),
            amounts=amounts.get(place, ()),
            values=values.get(place, ()),
        )
        for place, draft in enumerate(found)
    )


def _by_side(drafts: Drafts, units: Sequence[Unit], frame: Document) -> tuple[Drafts, Sequence[Sheet]]:
    """Return the drafts with each row of figures split by side, and the rows of figures among them."""
    when = When(frame.kind, frame.year)
    found = with_stated_indicators(with_goals(_settled(drafts.found)), when)
    in_line = {(unit.source, unit.block.start) for unit in units if unit.in_line}
    split = sided(found, sheets_of(found, units), when, frame.organisation.name, in_line)
    return drafts.moved(split.drafts, split.moved), split.sheets


def one_line(text: str) -> str:
    """Return a text with its white space folded to single spaces."""
    return " ".join(text.split())


def _settled(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with every section under which nothing stands made a heading."""
    parents = {draft.parent for draft in drafts}
    return [
        Draft(
            kind=Kind.HEADING,
            phase=None,
            spans=draft.spans,
            text=draft.text,
            number=draft.number,
            parent=draft.parent,
        )
        if draft.kind is Kind.SECTION and place not in parents
        else draft
        for place, draft in enumerate(drafts)
    ]


def _deadlines(draft: Draft, year: int) -> Iterator[Deadline]:
    if draft.kind in STRUCTURE or len(draft.spans) != 1:
        return
    span = draft.spans[0]
    for moment in find_deadlines(draft.text, year):
        evidence = Span(source=span.source, start=span.start + moment.start, end=span.start + moment.end)
        words = one_line(draft.text[moment.start : moment.end])
        yield Deadline(start=moment.first, end=moment.last, text=words, evidence=evidence)


def set_aside_of(
    texts: Sequence[Extract], units: Sequence[Unit], elements: Sequence[Element]
) -> tuple[SetAside, ...]:
    """Return every stretch of the sources that is in no element: furniture, bullets, status cells.

    With the elements' spans, and the numbers and labels before them, these make up the whole text.
    """
    covered: dict[int, list[tuple[int, int]]] = {source: [] for source in range(len(texts))}
    for element in elements:
        for span in element.spans:
            covered[span.source].append((span.start, span.end))
    _cover_labels(covered, units)
    return tuple(
        SetAside(source=source, start=start, end=end, why=_why(extract.set_aside, start, end))
        for source, extract in enumerate(texts)
        for start, end in _uncovered(extract.text, sorted(covered[source]))
    )


def _cover_labels(covered: dict[int, list[tuple[int, int]]], units: Sequence[Unit]) -> None:
    """Count the number and label in front of an element's own words as covered."""
    starts = {source: sorted(start for start, _ in places) for source, places in covered.items()}
    for unit in units:
        own = starts[unit.source]
        place = bisect_right(own, unit.block.start)
        if place < len(own) and own[place] < unit.end:
            covered[unit.source].append((unit.block.start, own[place]))


def _uncovered(text: str, covered: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end in [*covered, (len(text), len(text))]:
        if start > position and not text[position:start].isspace():
            yield from _runs(text, position, start)
        position = max(position, end)


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return the lines of a stretch that hold anything but white space."""
    position = start
    for line in text[start:end].split("\n"):
        bare = line.strip()
        if bare:
            first = position + line.index(bare)
            yield (first, first + len(bare))
        position += len(line) + 1


def _why(asides: Sequence[Aside], start: int, end: int) -> str:
    """Return why the reader set a stretch aside; its stretches stand in order and do not overlap."""
    place = bisect_right(asides, start, key=lambda aside: aside.start) - 1
    if place >= 0 and end <= asides[place].end:
        return asides[place].why
    return "opsommingsteken" if end - start <= LONGEST_BULLET else "geen inhoud"
