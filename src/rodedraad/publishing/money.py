"""The money of an organisation in one model: line by line, year by year, from budget to accounts.

A line is a row of a table of money, under the programme that it stands in.  An amount keeps its document
and its place, and nothing is added up.  Where the newest document names two amounts for the same thing,
neither of them is settled.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from msgspec import Struct

from rodedraad.linking.scope import plain
from rodedraad.model.document import Amount, Document, Element, TaakveldCode
from rodedraad.model.terms import LABELS, Kind, MoneyPhase
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.views.common import CELL, FIGURE, Place, place_of, place_of_element, text_of
from rodedraad.publishing.words import rows, word

SIDES: Final = ("lasten", "baten", "saldo")
BUDGETED: Final = (MoneyPhase.PROPOSED, MoneyPhase.APPROVED, MoneyPhase.ADJUSTED)
PHASES: Final = (*BUDGETED, MoneyPhase.EXECUTED)
NO_PROGRAMME: Final = ""
_TOTAL: Final = re.compile(r"(?:sub)?tota(?:al|le)\b", re.IGNORECASE)
_MONEY_WORDS: Final = re.compile(r"pm|p\.m\.|nvt|n\.v\.t\.|mln\.?|miljoen|euro|[vn]", re.IGNORECASE)


class Figure(Struct, frozen=True, kw_only=True):
    """An amount that a document names: none where it says that it is not known."""

    what: str
    year: int
    phase: MoneyPhase
    value: float | None
    document: str
    element: str
    place: Place | None
    taakveld: TaakveldCode | None = None


class MoneyLine(Struct, frozen=True, kw_only=True):
    """What the documents say of one line of money; `total` where its name says that it sums up others."""

    name: str
    total: bool
    figures: tuple[Figure, ...]

    def of(self, what: str, year: int, phases: Iterable[MoneyPhase]) -> tuple[Figure, ...]:
        """Return the amounts for a side, a year and phases, the oldest document first."""
        wanted = frozenset(phases)
        return tuple(
            one for one in self.figures if (one.what, one.year) == (what, year) and one.phase in wanted
        )

    def settled(self, what: str, year: int, phase: MoneyPhase) -> Figure | None:
        """Return the amount of the newest document; none where that document names two."""
        named = [one for one in self.of(what, year, (phase,)) if one.value is not None]
        newest = [one for one in named if one.document == named[-1].document]
        return newest[-1] if len({one.value for one in newest}) == 1 else None

    def budget(self, what: str, year: int) -> Figure | None:
        """Return the newest phase of the budget that is settled."""
        found = (self.settled(what, year, phase) for phase in reversed(BUDGETED))
        return next((one for one in found if one), None)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that it has amounts for, in order."""
        return tuple(sorted({one.year for one in self.figures}))


class MoneyProgramme(Struct, frozen=True, kw_only=True):
    """A programme and its lines of money, in the order in which documents name them."""

    organisation: str
    key: str
    name: str
    lines: tuple[MoneyLine, ...]

    @property
    def parts(self) -> tuple[MoneyLine, ...]:
        """The lines that do not sum up others."""
        return tuple(one for one in self.lines if not one.total)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that its lines have amounts for, in order."""
        return tuple(sorted({year for line in self.lines for year in line.years}))


class _Named(Struct, frozen=True, kw_only=True):
    programme: str
    line: str
    figure: Figure


def money_programmes(lookup: Lookup, documents: Iterable[Document]) -> tuple[MoneyProgramme, ...]:
    """Return the programmes of one organisation that have lines of money, under their newest names."""
    named = [one for document in documents for one in _of_document(lookup, document)]
    return tuple(
        _programme(lookup, key, group)
        for key, group in grouped(named, lambda one: plain(one.programme)).items()
    )


def _programme(lookup: Lookup, key: str, named: tuple[_Named, ...]) -> MoneyProgramme:
    by_line = grouped(named, lambda one: plain(one.line))
    return MoneyProgramme(
        organisation=lookup.document(named[-1].figure.document).organisation.code,
        key=key,
        name=named[-1].programme,
        lines=tuple(
            MoneyLine(
                name=group[-1].line,
                total=_TOTAL.match(group[-1].line) is not None,
                figures=tuple(one.figure for one in group),
            )
            for group in by_line.values()
        ),
    )


def _of_document(lookup: Lookup, document: Document) -> Iterator[_Named]:
    for element in document.elements:
        pointer = Pointer(document=document.id, element=element.id)
        name = line_name(lookup, pointer) if element.kind is Kind.COST else ""
        for amount in element.amounts if name else ():
            if amount.what in SIDES and amount.year is not None:
                figure = _figure(lookup, pointer, amount, amount.year)
                yield _Named(programme=_programme_of(lookup, pointer), line=name, figure=figure)


def _figure(lookup: Lookup, pointer: Pointer, amount: Amount, year: int) -> Figure:
    at = amount.evidence
    return Figure(
        what=amount.what,
        year=year,
        phase=amount.phase,
        value=amount.value,
        document=pointer.document,
        element=pointer.element,
        place=place_of(lookup, pointer.document, at) if at else place_of_element(lookup, pointer),
        taakveld=amount.taakveld,
    )


def _programme_of(lookup: Lookup, pointer: Pointer) -> str:
    above = (one for one in lookup.above(pointer) if one.kind is Kind.PROGRAMME)
    return next((text_of(one) for one in above), NO_PROGRAMME)


def line_name(lookup: Lookup, pointer: Pointer) -> str:
    """Return what a row of a table of money is for; nothing of a sentence that names an amount.

    It is the name of the row, else the nearest above it that is no question or label.
    """
    element = lookup.elements[pointer]
    own = _row_name(element)
    if own is None:
        return ""
    above = [one for one in lookup.above(pointer) if one.kind not in LABELS]
    return own or (text_of(above[-1]) if above else word("money", "no-line"))


def _row_name(element: Element) -> str | None:
    """Return the words that a row begins with, without the side; nothing at all where it is a sentence."""
    name, figures = _divided(element)
    if any(_is_word(one) for one in figures.split()):
        return None
    return ", ".join(dict.fromkeys([*_cells(element.label or ""), *_cells(name)]))


def _cells(text: str) -> list[str]:
    stripped = (_side_words().sub("", cell).strip(" :.-|") for cell in text.split(CELL))
    return [cell for cell in stripped if cell and not FIGURE.fullmatch(cell)]


@cache
def _side_words() -> re.Pattern[str]:
    """Return what a row says of its side: that is no part of its name."""
    named = "|".join(row["word"] for row in rows("money_sides.tsv"))
    return re.compile(rf"\b(?:{named})\b[\s:]*", re.IGNORECASE)


def _divided(element: Element) -> tuple[str, str]:
    """Return the text of a row before its first amount, and from there on."""
    starts = [found.start() for one in element.amounts if (found := _whole(one.raw).search(element.text))]
    first = min(starts, default=len(element.text))
    return element.text[:first], element.text[first:]


def _whole(raw: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){re.escape(raw)}(?!\S)")


def _is_word(token: str) -> bool:
    plain_token = token.strip("|()€.,;:*")
    return any(map(str.isalpha, plain_token)) and not _MONEY_WORDS.fullmatch(plain_token)
