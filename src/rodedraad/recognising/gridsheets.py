"""Rows of figures from tables with cells."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from rodedraad.model.document import Span
from rodedraad.model.terms import STRUCTURE, Kind
from rodedraad.recognising.drafts import Draft
from rodedraad.recognising.figure_heads import Cells, count_of_heads, heads_of, settled
from rodedraad.recognising.grid import cell_text, grid_of
from rodedraad.recognising.heads import Head, Use
from rodedraad.recognising.moneyrows import AMOUNT, what_of
from rodedraad.recognising.notes import Note, read_note
from rodedraad.recognising.numbers import read_figure
from rodedraad.recognising.sheets import FIGURED, Cell, Line, Sheet, line_of
from rodedraad.recognising.units import Unit

Places: TypeAlias = Mapping[tuple[int, int], int]
_LETTERS: Final = ("V", "N")
_LETTER: Final = re.compile(r"[VN]|voordelig|nadelig|voordeel|nadeel", re.IGNORECASE)
LONGEST_TITLE: Final = 120
"""What is longer over a table tells more than what the table holds."""


def grid_sheets(drafts: Sequence[Draft], units: Sequence[Unit], notes: Sequence[Note]) -> Iterator[Sheet]:
    """Yield the tables whose rows are elements of figures.

    A table without heads goes on under those of the one before it, if it has as many columns of figures.
    """
    places = {
        (span.source, span.start): place
        for place, draft in enumerate(drafts)
        if draft.kind in FIGURED and len(draft.spans) > 1
        for span in draft.spans
    }
    before: tuple[Head, ...] = ()
    tabled = {(unit.source, unit.block.start) for unit in units if unit.block.table is not None}
    for table in _tables(units):
        rows = _below_titles(grid_of(table).rows)
        heads, body = _divided(rows, before)
        lines = tuple(_lines(heads, body, places))
        if lines:
            before = heads
            yield _sheet(lines, heads, notes, _around(drafts, lines, tabled))


def _tables(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    tables: dict[tuple[int, int], list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.block.table is not None:
            tables[unit.source, unit.block.table].append(unit)
    yield from tables.values()


def _below_titles(rows: Sequence[Cells]) -> Sequence[Cells]:
    """Return the rows without those of one cell at the top, if heads stand under them."""
    above = next((place for place, row in enumerate(rows) if sum(map(bool, row)) > 1), 0)
    return rows[above:] if count_of_heads(rows[above:]) else rows


def _divided(rows: Sequence[Cells], before: Sequence[Head]) -> tuple[tuple[Head, ...], Sequence[Cells]]:
    """Return the heads of a table and the rows under them."""
    count = count_of_heads(rows)
    body = rows[count:]
    heads = heads_of(rows[:count], body)
    columns = [place for place in range(len(heads)) if _holds_figures(place, body)]
    figured = [head for head in before if head.use is Use.FIGURE]
    if count == 0 and columns and len(columns) == len(figured):
        own = [Head(Use.UNKNOWN)] * len(heads)
        for place, head in zip(columns, figured, strict=True):
            own[place] = head
        heads = settled(own, [[cell_text(cell) for cell in row] for row in body])
    return heads, body


def _holds_figures(column: int, body: Sequence[Cells]) -> bool:
    cells = [cell_text(row[column]) for row in body if row[column]]
    return column > 0 and bool(cells) and all(read_figure(cell) is not None for cell in cells)


def _sheet(lines: tuple[Line, ...], heads: Sequence[Head], notes: Sequence[Note], around: "_Around") -> Sheet:
    own = read_note(" ".join(head.text for head in heads))
    note = own.over(notes[lines[0].place]).over(read_note(around.behind))
    return Sheet(lines, note, of_money=around.of_money, title=around.title)


class _Around(NamedTuple):
    """What the drafts tell of a table: whether its rows are of money, the lines over and behind it."""

    of_money: bool
    title: str
    behind: str


def _around(drafts: Sequence[Draft], lines: Sequence[Line], tabled: Container[tuple[int, int]]) -> _Around:
    money = sum(drafts[line.place].kind is Kind.COST for line in lines) * 2 > len(lines)
    last = lines[-1].place + 1
    behind = drafts[last].text if last < len(drafts) else ""
    return _Around(money, _title(drafts, lines[0].place, tabled), behind)


def _title(drafts: Sequence[Draft], first: int, tabled: Container[tuple[int, int]]) -> str:
    """Return the line of structure over a table; empty where something else stands over it."""
    for place in range(first - 1, -1, -1):
        draft = drafts[place]
        if any((span.source, span.start) in tabled for span in draft.spans):
            continue
        return draft.text if draft.kind in STRUCTURE and len(draft.text) <= LONGEST_TITLE else ""
    return ""


def _lines(heads: Sequence[Head], body: Sequence[Cells], places: Places) -> Iterator[Line]:
    group = ""
    what = next((head.what for head in heads if head.use is Use.NAME and head.what), "")
    above: list[tuple[Unit, ...]] = [()] * len(heads)
    for row in body:
        own = {
            places[unit.source, unit.block.start]
            for cell in row
            for unit in cell
            if (unit.source, unit.block.start) in places
        }
        if len(own) == 1:
            line = line_of(own.pop(), *_certain(*_pairs(heads, row, above)), group)
            if line is not None:
                yield line if line.kind or what_of(line.name) != AMOUNT else line._replace(kind=what)
        elif sum(bool(cell) for cell in row) == 1:
            group = cell_text(next(cell for cell in row if cell))
            what = what if what_of(group) == AMOUNT else ""
        above = _reaching_down(row, above)


def _pairs(
    heads: Sequence[Head], row: Cells, above: Sequence[tuple[Unit, ...]]
) -> tuple[list[Head], list[Cell]]:
    """Return the cells of a row with the heads over them.

    A cell of several figures is several, a name reaches down from the row where it stands, and a letter V
    or N belongs to the figure before it.
    """
    pairs: list[tuple[Head, Cell]] = []
    for head, own, reaching in zip(heads, row, above, strict=False):
        if head.use is Use.LETTER:
            _give_letter(pairs, _cell(own))
        elif head.is_figure and len(own) > 1:
            for unit in own:
                _add(pairs, head, unit)
        elif not own and reaching and not head.is_figure:
            pairs.append((head, Cell(cell_text(reaching), None)))
        else:
            pairs.append((head, _cell(own)))
    return [head for head, _ in pairs], [cell for _, cell in pairs]


def _add(pairs: list[tuple[Head, Cell]], head: Head, unit: Unit) -> None:
    """Add one figure of a cell of several; a letter V or N belongs to the figure before it."""
    if _LETTER.fullmatch(unit.text) and pairs and pairs[-1][0] is head:
        _give_letter(pairs, _cell([unit]))
    else:
        pairs.append((head, _cell([unit])))


def _certain(heads: Sequence[Head], cells: Sequence[Cell]) -> tuple[list[Head], list[Cell]]:
    """Return the cells of which it is certain what head they are under.

    Where figures stand beyond all heads, nobody can tell which of the columns of figures are empty.
    """
    pairs = list(zip(heads, cells, strict=True))
    last = max((place for place, head in enumerate(heads) if head.text), default=len(heads))
    if any(cell.text for _, cell in pairs[last + 1 :]):
        pairs = [(head, cell) for head, cell in pairs[: last + 1] if cell.text or not head.is_figure]
    return [head for head, _ in pairs], [cell for _, cell in pairs]


def _give_letter(pairs: list[tuple[Head, Cell]], letter: Cell) -> None:
    told = letter.text[:1].upper()
    if pairs and told in _LETTERS:
        head, cell = pairs[-1]
        pairs[-1] = (head, cell._replace(letter=told, letter_span=letter.span))


def _reaching_down(row: Cells, above: Sequence[tuple[Unit, ...]]) -> list[tuple[Unit, ...]]:
    """Return, by column, the cells of this row and those above that reach below it."""
    here = next(unit.block.row or 0 for cell in row for unit in cell)
    return [
        own or tuple(unit for unit in reaching if (unit.block.row or 0) + unit.block.row_span > here + 1)
        if not own or own[0].block.row_span > 1
        else ()
        for own, reaching in zip(row, above, strict=False)
    ]


def _cell(units: Sequence[Unit]) -> Cell:
    if not units:
        return Cell("", None)
    first, last = units[0], units[-1]
    return Cell(cell_text(units), Span(source=first.source, start=first.block.start, end=last.end))
