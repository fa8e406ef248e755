"""The lines of a document as the blocks of its PDF: headings, goals, promises and tables."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, Literal

from msgspec.structs import replace

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup, is_promise
from rodedraad.publishing.pdf import records
from rodedraad.publishing.pdf.money import money_tables
from rodedraad.publishing.pdf.records import Block
from rodedraad.publishing.views.common import CELL
from rodedraad.publishing.views.figures import indicator_rows
from rodedraad.publishing.views.findings import FindingView
from rodedraad.publishing.views.lines import Line

DEEPEST: Final = 6
Form = Literal["heading", "goal", "promises", "indicators", "money", "table", "label", "text"]


def blocks_of(lookup: Lookup, document: Document, lines: Iterable[Line]) -> tuple[Block, ...]:
    """Return the lines as blocks in reading order; after each upper heading come the findings about it.

    No heading is more than one level below the one before it, whatever the document's own headings are.
    """
    shown = tuple(lines)
    top = min((line.level for line in shown if line.type == "heading"), default=1)
    levelled = tuple(
        replace(line, level=max(line.level - top + 1, 0), marks=line.codes_to_show) for line in shown
    )
    return tuple(_stepwise(_Blocks(lookup, document).of(levelled)))


class _Blocks:
    def __init__(self, lookup: Lookup, document: Document) -> None:
        self._lookup, self._document = lookup, document
        self._elements = {addresses.anchor(one.id): one for one in document.elements}
        self._level = 0

    def of(self, lines: tuple[Line, ...]) -> Iterator[Block]:
        about, found = "", list[FindingView]()
        for (form, _), group in groupby(lines, key=self._together):
            together = tuple(group)
            if form == "heading" and together[0].level == 1:
                yield from _told(about, found)
                about, found = together[0].text, []
            found += (one for line in together for one in line.findings)
            yield from self._blocks(form, together)
        yield from _told(about, found)

    def _together(self, line: Line) -> tuple[Form, object]:
        """Return the form of a line, and what it shares with those that stand in one block with it."""
        if line.type == "items":
            in_table = line.row and len(line.items) > 1
            return (
                ("table", (line.row[:2], len(line.items)))
                if in_table and line.row
                else ("label", line.anchor)
            )
        if line.type in {"promise", "result"}:
            return self._promised(line)
        return ("heading" if line.type == "heading" else "text"), line.anchor

    def _promised(self, line: Line) -> tuple[Form, object]:
        element = self._elements[line.anchor]
        if self._leads(element):
            return "goal", line.anchor
        row = self._row(element)
        if self._is_tabular(element) and element.kind is Kind.INDICATOR and any(one.values for one in row):
            return "indicators", None
        if self._is_tabular(element) and not line.status and any(one.amounts for one in row):
            return "money", None
        return "promises", line.type

    def _leads(self, element: Element) -> bool:
        """Return whether a goal has promises of its own, which its words introduce."""
        below = self._lookup.children(self._pointer(element))
        return element.kind is Kind.GOAL and any(
            is_promise(one) and one.kind in {Kind.GOAL, Kind.ACTIVITY} for one in below
        )

    def _is_tabular(self, element: Element) -> bool:
        """Return whether an element is a row of a table: a sentence is not laid in a table of figures."""
        in_table = element.spans and self._lookup.row(self._document.id, element.spans[0])
        return CELL in element.text or bool(in_table)

    def _pointer(self, element: Element) -> Pointer:
        return Pointer(document=self._document.id, element=element.id)

    def _row(self, element: Element) -> tuple[Element, ...]:
        return (element, *self._lookup.answers(self._pointer(element)))

    def _blocks(self, form: Form, lines: tuple[Line, ...]) -> Iterator[Block]:
        first = lines[0]
        match form:
            case "heading":
                self._level = first.level
                yield records.Heading(level=first.level, text=first.text, href=first.part)
            case "goal":
                yield records.Goal(level=self._level + 1 + self._goals_above(first), line=first)
            case "promises":
                yield records.Promises(promised=first.type == "promise", lines=lines)
            case "indicators":
                yield records.Indicators(lines=tuple(self._indicators(lines)))
            case "money":
                rows = [self._row(self._elements[one.anchor]) for one in lines]
                yield from money_tables(rows, self._document.year)
            case "table" if len(lines) > 1:
                head, *rest = (tuple(item.text for item in line.items) for line in lines)
                yield records.WordTable(head=head, rows=tuple(rest))
            case "text":
                yield records.Text(text=first.text, status=first.status, place=first.place)
            case _:
                yield records.Label(texts=tuple(item.text for item in first.items))

    def _goals_above(self, line: Line) -> int:
        above = self._lookup.above(self._pointer(self._elements[line.anchor]))
        return sum(map(self._leads, above))

    def _indicators(self, lines: tuple[Line, ...]) -> Iterator[records.IndicatorLine]:
        for line in lines:
            alone = replace(self._document, elements=(self._elements[line.anchor],))
            rows = indicator_rows(self._lookup, alone)
            for number, row in enumerate(rows):
                yield records.IndicatorLine(row=row, status=None if number else line.status)


def _told(about: str, found: list[FindingView]) -> Iterator[Block]:
    if found:
        yield records.FindingList(level=2 if about else 1, about=about, findings=tuple(found))


def _stepwise(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with each heading at most one level below the one before it."""
    before = 0
    for block in blocks:
        if isinstance(block, records.Heading | records.Goal | records.FindingList):
            before = min(block.level, before + 1, DEEPEST)
            yield replace(block, level=before)
        else:
            yield block
