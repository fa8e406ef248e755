"""Rows of money become amounts in euro."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from rodedraad.model.document import Amount
from rodedraad.model.terms import DocumentKind
from rodedraad.recognising.heads import Head
from rodedraad.recognising.moneyrows import AMOUNT, subject_of, what_of
from rodedraad.recognising.numbers import Figure, read_figure
from rodedraad.recognising.phases import When, own_phase, phase_of, year_of
from rodedraad.recognising.sheets import Cell, Line, Sheet
from rodedraad.recognising.signs import Entry, alike
from rodedraad.recognising.taakvelden import taakveld_of

DIFFERENCE: Final = "verschil"
_MILLION: Final = 1e6


class _Read(NamedTuple):
    line: Line
    cell: Cell
    figure: Figure
    entry: Entry


def amounts_of(sheet: Sheet, when: When) -> Mapping[int, tuple[Amount, ...]]:
    """Return, by place, the amounts of the rows of a table, in euro and with their signs made alike.

    A table that nowhere says in what its amounts are is read in euro where it writes them with a euro
    sign or by the million; else its amounts have no value, for a thousandfold is no detail.
    """
    found = list(_reads(sheet, when))
    scale = sheet.note.scale if sheet.note.scale is not None else _evident_scale(found)
    sizes = alike([read.entry for read in found], sheet.note)
    amounts: dict[int, list[Amount]] = defaultdict(list)
    for read, size in zip(found, sizes, strict=True):
        amounts[read.line.place].append(_amount(read, _in_euro(size, read.figure, scale), when))
    return {place: tuple(own) for place, own in amounts.items()}


def _reads(sheet: Sheet, when: When) -> Iterator[_Read]:
    changes = _are_changes(sheet, when)
    for line in sheet.lines:
        for head, cell in line.figures:
            figure = read_figure(cell.text) if cell.text else Figure(None)
            if figure is None or figure.unit not in {None, "€"}:
                continue
            entry = _entry(line, head, figure, when, changes=changes)
            if entry is not None:
                yield _Read(line, cell, figure, entry)


def _entry(line: Line, head: Head, figure: Figure, when: When, *, changes: bool) -> Entry | None:
    phase = own_phase(when) if head.difference else phase_of(head, when)
    if phase is None or not (head.difference or head.use is head.use.FIGURE):
        return None
    what = head.what or _what_of_row(line)
    difference = head.difference or changes or (figure.letter is not None and len(line.figures) == 1)
    return Entry(
        subject_of(line.name), what, difference, phase, year_of(head, when), figure.value, figure.letter
    )


def _what_of_row(line: Line) -> str:
    return next((what for what in map(what_of, (line.kind, line.name, line.group)) if what != AMOUNT), AMOUNT)


def _are_changes(sheet: Sheet, when: When) -> bool:
    """Whether the amounts are no sums but what is added to them: in a report in the year, or by the note."""
    heads = [head for line in sheet.lines for head, _ in line.figures]
    staged = any(head.phase is not None or head.budget for head in heads)
    sided = any(head.what for head in heads) or any(
        what_of(line.kind or line.name) != AMOUNT for line in sheet.lines
    )
    in_year = when.kind is DocumentKind.TUSSENRAPPORTAGE
    return not staged and (in_year or (sheet.note.deviations and not sided))


def _evident_scale(found: list[_Read]) -> float | None:
    """Return 1 where amounts are written in full euros; None where that cannot be seen."""
    plain = [abs(read.entry.size) for read in found if read.entry.size is not None]
    in_full = any(size >= _MILLION for size in plain) or any(read.figure.unit == "€" for read in found)
    return 1.0 if in_full else None


def _in_euro(size: float | None, figure: Figure, scale: float | None) -> float | None:
    if size == 0:
        return 0.0
    factor = figure.scale if figure.scale > 1 else scale
    return None if size is None or factor is None else round(size * factor, 2)


def _amount(read: _Read, value: float | None, when: When) -> Amount:
    what = read.entry.what
    if read.entry.difference:
        what = DIFFERENCE if what == AMOUNT else f"{DIFFERENCE} {what}"
    return Amount(
        what=what, phase=read.entry.phase, year=read.entry.year, value=value, raw=read.cell.text,
        taakveld=taakveld_of(read.line.name, when.year), evidence=read.cell.span,
    )  # fmt: skip
