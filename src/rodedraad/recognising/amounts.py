"""Rows of money become amounts in euro."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rodedraad.model.document import Amount, TaakveldCode
from rodedraad.model.terms import DocumentKind
from rodedraad.recognising.entries import Entry, Known
from rodedraad.recognising.heads import Head, Use, staged
from rodedraad.recognising.moneyblocks import told
from rodedraad.recognising.moneybridges import bridged
from rodedraad.recognising.moneyrows import AMOUNT, subject_of, what_of
from rodedraad.recognising.numbers import Figure, is_year, read_figure
from rodedraad.recognising.phases import When, own_phase, phase_of, year_of
from rodedraad.recognising.sheets import Cell, Line, Sheet
from rodedraad.recognising.signs import alike
from rodedraad.recognising.taakvelden import taakveld_of

DIFFERENCE: Final = "verschil"
_MILLION: Final = 1e6
_THOUSAND: Final = 1e3
_FEWEST_SURE: Final = 2
_LONE: Final = 2
"""A name has so many figures at most behind it where no head is needed: an amount, and its share."""
_LARGE: Final = 1e4
"""So much, in whole thousands and with a euro sign, is written in full."""


class _Read(NamedTuple):
    line: Line
    cell: Cell
    figure: Figure
    entry: Entry


def amounts_of(sheet: Sheet, when: When, known: Known | None = None) -> Mapping[int, tuple[Amount, ...]]:
    """Return, by place, the amounts of the rows of a table, in euro and with their signs made alike.

    A table that nowhere says in what its amounts are is read in euro where it writes them with a euro
    sign or by the million; else its amounts have no value, for a thousandfold is no detail.  `known` is
    what other tables of the document tell, for a table that does not tell it itself.
    """
    found = list(_reads(sheet, when))
    scale = _scale(sheet, found)
    entries = told(bridged([read.entry for read in found]), sheet.title, known or {}, scale)
    sizes = alike(entries, sheet.note, known, scale)
    taakvelden = _taakvelden(sheet.lines, when.year)
    amounts: dict[int, list[Amount]] = defaultdict(list)
    for read, entry, size in zip(found, entries, sizes, strict=True):
        value = _in_euro(size, read.figure, scale)
        amounts[read.line.place].append(_amount(read._replace(entry=entry), value, taakvelden[read.line]))
    return {place: tuple(own) for place, own in amounts.items()}


def _reads(sheet: Sheet, when: When) -> Iterator[_Read]:
    changes = _are_changes(sheet, when)
    for row, line in _numbered([line for line in sheet.lines if not _is_of_years(line)]):
        for head, cell in line.figures:
            figure = read_figure(cell.text) if cell.text else Figure(None)
            if figure is None or figure.unit not in {None, "€"}:
                continue
            entry = _entry(row, line, head, figure._replace(letter=figure.letter or cell.letter), when)
            if entry is not None:
                changed = entry.difference or changes
                yield _Read(line, cell, figure, entry._replace(difference=changed))


def _is_of_years(line: Line) -> bool:
    """Whether a row has nothing but years, several: it belongs to the heads."""
    cells = [cell.text for _, cell in line.figures if cell.text]
    return len(cells) > 1 and all(map(is_year, cells))


def _numbered(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """Yield each line with the number of its row: lines of one name are one, until a column comes back."""
    row, last, seen = -1, None, set[Head]()
    for line in lines:
        own = (line.name, line.group, line.kind, line.number)
        heads = {head for head, _ in line.figures}
        if own != last or heads & seen:
            row, last, seen = row + 1, own, set()
        seen |= heads
        yield row, line


def _entry(row: int, line: Line, head: Head, figure: Figure, when: When) -> Entry | None:
    stage = staged(head, line.name)
    phase = own_phase(when) if stage.difference else phase_of(stage, when)
    of_row = _what_of_row(line)
    lone = _is_lone(head, line, figure) and (of_row != AMOUNT or figure.letter is not None)
    if phase is None or not (stage.difference or stage.use is Use.FIGURE or lone):
        return None
    what = (head.what if not stage.difference or of_row == AMOUNT else None) or of_row
    lettered = figure.letter is not None and (len(line.figures) == 1 or lone)
    subject = " ".join(filter(None, (subject_of(line.group), subject_of(line.name))))
    return Entry(
        row, line.name, subject, what, stage.difference or lettered, phase, year_of(stage, when),
        figure.value, figure.letter,
    )  # fmt: skip


def _is_lone(head: Head, line: Line, figure: Figure) -> bool:
    """Whether a figure stands behind a name without a head over it, alone or beside its share."""
    return not head.text and len(line.figures) <= _LONE and figure.value is not None


def _what_of_row(line: Line) -> str:
    return next((what for what in map(what_of, (line.kind, line.name, line.group)) if what != AMOUNT), AMOUNT)


def _are_changes(sheet: Sheet, when: When) -> bool:
    """Whether the amounts are no sums but what is added to them: in a report in the year, or by the note."""
    heads = [head for line in sheet.lines for head, _ in line.figures]
    staged = any(head.phase is not None or head.budget for head in heads)
    sided = any(head.what for head in heads) or any(
        what_of(line.kind or line.name) != AMOUNT for line in sheet.lines
    )
    in_year = when.kind is DocumentKind.TUSSENRAPPORTAGE and _has_signs(sheet)
    return not staged and (in_year or (sheet.note.deviations and not sided))


def _has_signs(sheet: Sheet) -> bool:
    """Whether some amount has a letter V or N, or a sign: changes go up and down."""
    cells = [cell for line in sheet.lines for _, cell in line.figures if cell.text]
    figures = [read_figure(cell.text) for cell in cells]
    lettered = any(cell.letter for cell in cells) or any(one and one.letter for one in figures)
    return (
        lettered
        or any(one and (one.value or 0) < 0 for one in figures)
        or any("+" in one.text for one in cells)
    )


def _scale(sheet: Sheet, found: list[_Read]) -> float | None:
    """Return in what the amounts of a table are: by its note, unless each is written in full in euro."""
    sums = [read.figure for read in found if read.figure.value]
    full = all(one.unit == "€" and (one.value or 0) % _THOUSAND == 0 for one in sums)
    large = any(abs(one.value or 0) >= _LARGE for one in sums)
    return (
        1.0 if full and large else sheet.note.scale if sheet.note.scale is not None else _evident_scale(found)
    )


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


def _taakvelden(lines: Sequence[Line], year: int) -> Mapping[Line, TaakveldCode | None]:
    """Return the taakveld of each row; among rows that surely are one, a code is enough."""
    names = {line: f"{line.number or ''} {line.name}" for line in lines}
    sure = {line: taakveld_of(name, year) for line, name in names.items()}
    if sum(found is not None for found in sure.values()) < _FEWEST_SURE:
        return sure
    return {line: sure[line] or taakveld_of(name, year, among_others=True) for line, name in names.items()}


def _amount(read: _Read, value: float | None, taakveld: TaakveldCode | None) -> Amount:
    what = read.entry.what
    if read.entry.difference:
        what = DIFFERENCE if what == AMOUNT else f"{DIFFERENCE} {what}"
    return Amount(
        what=what, phase=read.entry.phase, year=read.entry.year, value=value, raw=read.cell.text,
        taakveld=taakveld,
        evidence=read.cell.span,
    )  # fmt: skip
