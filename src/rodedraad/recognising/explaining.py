"""Why a line was read as it was: which heading, which rule, which words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from rodedraad.model.document import Document, Element, Span
from rodedraad.model.text import Block, Extract
from rodedraad.recognising.grid import cell_text, grid_of
from rodedraad.recognising.language import sentences
from rodedraad.recognising.layout import laid_out
from rodedraad.recognising.lexicon import speaking, wording_of
from rodedraad.recognising.marks import Mark, first_look
from rodedraad.recognising.neighbours import looks
from rodedraad.recognising.prose import cues_in
from rodedraad.recognising.tense import looks_back
from rodedraad.recognising.units import Unit


class KnownHeading(Struct, frozen=True, kw_only=True):
    """A heading, and the row of the vocabulary by which it is known; None where it is known by its form."""

    text: str
    row: Mapping[str, str] | None = None


class Cue(Struct, frozen=True, kw_only=True):
    """Words that speak for a kind, how strongly, and what the vocabulary notes of them."""

    words: str
    kind: str
    weight: float
    note: str


class Explanation(Struct, frozen=True, kw_only=True):
    """What led to the reading of one line of a source.

    `first` is what the line is by its own words; `steps` the looks at its neighbours that made it something
    else, each with what it made.  `headings` are those that it stands under, the nearest first, and `head`
    is the one over its column.  `tense` is above 0 where the words look back, below 0 where they look ahead.
    """

    text: str
    block: Block
    first: str
    steps: tuple[tuple[str, str], ...] = ()
    own: KnownHeading | None = None
    headings: tuple[KnownHeading, ...] = ()
    head: KnownHeading | None = None
    cues: tuple[Cue, ...] = ()
    tense: float = 0.0
    elements: tuple[Element, ...] = ()


def explain(document: Document, texts: Sequence[Extract], place: Span) -> tuple[Explanation, ...]:
    """Return an explanation for each block that stands at a place of a recognised document, in order.

    The document is read again by the same steps; what a person decided afterwards is in its elements.
    """
    with speaking(document.headings):
        units = laid_out(texts, document)
        taken = [(step, _placed(marks)) for step, marks in looks(first_look(units, document), document)]
        return tuple(
            _explanation(document, units, taken, unit)
            for unit in units
            if unit.source == place.source and unit.block.start < place.end and place.start < unit.end
        )


Looks = list[tuple[str, Mapping[tuple[int, int], Mark]]]


def _placed(marks: Sequence[Mark]) -> Mapping[tuple[int, int], Mark]:
    return {(mark.unit.source, mark.unit.block.start): mark for mark in marks}


def _explanation(document: Document, units: Sequence[Unit], taken: Looks, unit: Unit) -> Explanation:
    elements = [one for one in document.elements if any(_covers(span, unit) for span in one.spans)]
    by_id = {one.id: one for one in document.elements}
    return Explanation(
        text=unit.text,
        block=unit.block,
        first=_named(taken[0][1].get((unit.source, unit.block.start))),
        steps=tuple(_changes(taken, unit)),
        own=_known(unit.text) if wording_of(unit.text) else None,
        headings=tuple(_known(above.text) for above in _above(by_id, elements)),
        head=_head(units, unit),
        cues=tuple(_cues(unit.words)),
        tense=looks_back(unit.words, document.year),
        elements=tuple(elements),
    )


def _covers(span: Span, unit: Unit) -> bool:
    return span.source == unit.source and span.start < unit.end and unit.block.start < span.end


def _named(mark: Mark | None) -> str:
    return "" if mark is None else mark.type.name.lower()


def _changes(taken: Looks, unit: Unit) -> Iterator[tuple[str, str]]:
    at = (unit.source, unit.block.start)
    for (_, before), (step, after) in pairwise(taken):
        if after.get(at) != before.get(at):
            yield step, _named(after.get(at))


def _known(text: str) -> KnownHeading:
    return KnownHeading(text=text, row=wording_of(text))


def _above(by_id: Mapping[str, Element], elements: Sequence[Element]) -> Iterator[Element]:
    parent = elements[0].parent if elements else None
    while parent is not None:
        yield by_id[parent]
        parent = by_id[parent].parent


def _head(units: Sequence[Unit], unit: Unit) -> KnownHeading | None:
    """Return the head over the column that a cell stands in; None for what stands in no table."""
    if unit.block.table is None or unit.block.column is None or not unit.block.row:
        return None
    own = [one for one in units if (one.source, one.block.table) == (unit.source, unit.block.table)]
    heads = grid_of(own).rows[0]
    column = unit.block.column
    return _known(cell_text(heads[column])) if column < len(heads) and heads[column] else None


def _cues(text: str) -> Iterator[Cue]:
    for start, end in sentences(text):
        for row, words in cues_in(text[start:end]):
            yield Cue(words=words, kind=row["kind"], weight=float(row["weight"]), note=row["note"])
