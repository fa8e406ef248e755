"""The amounts of money and the values of indicators of every element of a document."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple, TypeVar

from rodedraad.model.document import Amount, Document, Value
from rodedraad.model.terms import STRUCTURE, Kind
from rodedraad.recognising.differences import with_differences
from rodedraad.recognising.drafts import Draft
from rodedraad.recognising.flatsheets import flat_sheets
from rodedraad.recognising.gridsheets import grid_sheets
from rodedraad.recognising.money import amounts_in
from rodedraad.recognising.moneytables import amounts_of_tables
from rodedraad.recognising.notes import Note, read_note
from rodedraad.recognising.phases import When
from rodedraad.recognising.sheets import FIGURED, Sheet
from rodedraad.recognising.statement_parts import label_of
from rodedraad.recognising.statements import Around, name_stated, values_in
from rodedraad.recognising.units import Unit
from rodedraad.recognising.values import values_of

_LONGEST_NOTE: Final = 300
Figure = TypeVar("Figure", Amount, Value)
_PARTS: Final = STRUCTURE - {Kind.HEADING}
_FARTHEST: Final = 8
"""How many lines back the name of an indicator may stand."""


class Quantities(NamedTuple):
    """What was read, by place in the list of drafts."""

    amounts: Mapping[int, tuple[Amount, ...]]
    values: Mapping[int, tuple[Value, ...]]


def quantities_of(
    drafts: Sequence[Draft], answers: Mapping[int, tuple[int, ...]], sheets: Sequence[Sheet], frame: Document
) -> Quantities:
    """Return the amounts and values that the drafts of a document hold: rows of figures, else its words."""
    when = When(frame.kind, frame.year)
    amounts = amounts_of_tables(sheets, when, (draft.text for draft in drafts))
    values: dict[int, tuple[Value, ...]] = {}
    for sheet in sheets:
        if not sheet.of_money:
            values.update(values_of(sheet, when, frame.organisation.name))
    homes = _homes(drafts)
    amounts, values = _at_home(amounts, homes), _at_home(values, homes)
    rows = {line.place for sheet in sheets for line in sheet.lines} | amounts.keys() | values.keys()
    for place, draft in enumerate(drafts):
        if place in rows or draft.kind in STRUCTURE or len(draft.spans) != 1:
            continue
        span = draft.spans[0]
        if draft.kind is Kind.INDICATOR:
            values[place] = tuple(
                values_in(draft.text, span, draft.phase, when, _around(drafts, answers, place))
            )
        else:
            amounts[place] = tuple(amounts_in(draft.text, span, draft.phase, when))
    return Quantities(amounts, values)


def _homes(drafts: Sequence[Draft]) -> Mapping[tuple[int, int], int]:
    """Return, by where a cell begins, the place of the draft that holds it: a row may be two, a side each."""
    return {
        (span.source, span.start): place
        for place, draft in enumerate(drafts)
        if draft.kind in FIGURED
        for span in draft.spans
    }


def _at_home(
    found: Mapping[int, tuple[Figure, ...]], homes: Mapping[tuple[int, int], int]
) -> dict[int, tuple[Figure, ...]]:
    placed: dict[int, list[Figure]] = defaultdict(list)
    for place, figures in found.items():
        for figure in figures:
            start = None if figure.evidence is None else (figure.evidence.source, figure.evidence.start)
            placed[homes.get(start, place) if start is not None else place].append(figure)
    return {place: tuple(own) for place, own in placed.items()}


def sheets_of(drafts: Sequence[Draft], units: Sequence[Unit]) -> list[Sheet]:
    """Return the rows of figures of a document, by table."""
    notes = _notes(drafts)
    found = list(grid_sheets(drafts, units, notes))
    tabled = {(unit.source, unit.block.start) for unit in units if unit.block.table is not None}
    taken = frozenset(
        place
        for place, draft in enumerate(drafts)
        if any((span.source, span.start) in tabled for span in draft.spans)
    )
    return [with_differences(sheet) for sheet in (*found, *flat_sheets(drafts, notes, taken))]


def _notes(drafts: Sequence[Draft]) -> list[Note]:
    """Return the note in force at each draft; without one, the unit that all notes of the document share."""
    here = Note()
    found: list[Note] = []
    for draft in drafts:
        own = read_note(draft.text) if len(draft.text) <= _LONGEST_NOTE else Note()
        if own.scale is not None or draft.kind in _PARTS:
            here = own
        elif draft.kind is Kind.HEADING:
            here = own.over(here)
        found.append(here)
    scales = {note.scale for note in found if note.scale is not None}
    if len(scales) != 1:
        return found
    shared = Note(scale=scales.pop())
    return [note.over(shared) for note in found]


def _around(drafts: Sequence[Draft], answers: Mapping[int, tuple[int, ...]], place: int) -> Around:
    """Return the indicator that a line is about, which it answers or follows, and the label before it."""
    draft = drafts[place]
    before = [drafts[other] for other in range(place - 1, max(place - _FARTHEST, 0) - 1, -1)]
    field = list(
        takewhile(lambda other: other.kind is Kind.INDICATOR and other.parent == draft.parent, before)
    )
    answered = [
        drafts[promise] for promise in answers.get(place, ()) if drafts[promise].kind is Kind.INDICATOR
    ]
    names = (name_stated(other.text) for other in (*answered, *field))
    label = label_of(draft.label) or (label_of(before[0].text) if before else None)
    return Around(next((name for name in names if name), ""), label)
