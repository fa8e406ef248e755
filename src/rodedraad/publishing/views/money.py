"""The money of a programme: budget beside accounts, over the years, with the place of every amount."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.document import Document
from rodedraad.model.terms import MoneyPhase
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.barchart import Bar, bar
from rodedraad.publishing.chart import percent
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.linechart import NARROWEST
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.money import (
    PHASES,
    SIDES,
    Figure,
    MoneyLine,
    MoneyProgramme,
    money_programmes,
)
from rodedraad.publishing.scale import Scale, scale_of
from rodedraad.publishing.shown import euro, euro_short, number
from rodedraad.publishing.treemap import squarified
from rodedraad.publishing.views.common import Link, Place
from rodedraad.publishing.views.facts import UNKNOWN
from rodedraad.publishing.views.findings import FindingView, finding_view
from rodedraad.publishing.views.moneynotes import Note, notes_of
from rodedraad.publishing.words import word

THOUSAND: Final = 1000
MAP_WIDTH, MAP_HEIGHT = 2.0, 1.0
WIDE, INSIDE, LETTER = 660, 10, 9.0
SPENT: Final = SIDES[0]
IN_THOUSANDS: Final = "x € 1.000"
IN_EURO: Final = "in euro"


class Cell(Struct, frozen=True, kw_only=True):
    """An amount as shown, with its place; it says so where the amount is not known."""

    text: str
    place: Place | None
    known: bool = True


class Drawn(Struct, frozen=True, kw_only=True):
    """An amount in words and as a bar, with the phase of the budget that it belongs to."""

    phase: str
    phase_word: str
    text: str
    place: Place | None
    bar: Bar


class Pair(Struct, frozen=True, kw_only=True):
    """Budget beside accounts of a line in a year; `more`, `less` or `same`, and by how much."""

    name: str
    year: int
    budget: Drawn | None
    actual: Drawn | None
    direction: str = ""
    difference: str = ""


class Multiple(Struct, frozen=True, kw_only=True):
    """A line over the years: one of the small charts that share a scale."""

    name: str
    pairs: tuple[Pair, ...]


class Tile(Struct, frozen=True, kw_only=True):
    """A part of the whole as an area, numbered as in the table; `fits` says where its name fits."""

    rank: int
    name: str
    text: str
    share: str
    place: Place | None
    x: str
    y: str
    width: str
    height: str
    fits: str


class Whole(Struct, frozen=True, kw_only=True):
    """Where the money goes in one budget."""

    year: int
    phase: str
    tiles: tuple[Tile, ...]


class MoneyRow(Struct, frozen=True, kw_only=True):
    """What documents say of a line in a year and phase; `figures` are those of the newest of them."""

    name: str
    year: int
    phase: str
    cells: tuple[Cell, ...]
    figures: tuple[Figure, ...]
    documents: tuple[Link, ...]
    taakveld: str


class MoneyPage(Struct, frozen=True, kw_only=True):
    """The money of a programme as shown; `latest` is the newest year with budget and accounts."""

    title: str
    organisation: str
    href: str
    latest: int | None
    total: Pair | None
    latest_pairs: tuple[Pair, ...]
    whole: Whole | None
    sums: tuple[Multiple, ...]
    parts: tuple[Multiple, ...]
    unit: str
    sides: tuple[str, ...]
    rows: tuple[MoneyRow, ...]
    notes: tuple[Note, ...]
    findings: tuple[FindingView, ...]


def money_pages(lookup: Lookup) -> tuple[MoneyPage, ...]:
    """Return the pages of money of every organisation, in the order of their programmes."""
    by_organisation = grouped(lookup.build.documents, lambda one: one.organisation.code)
    return tuple(
        money_page(lookup, documents[0], programme)
        for documents in by_organisation.values()
        for programme in money_programmes(lookup, documents)
    )


def money_page(lookup: Lookup, document: Document, programme: MoneyProgramme) -> MoneyPage:
    """Return the page of the money of a programme."""
    latest = _latest(programme.lines)
    unit = _unit(programme.lines)
    sums = [one for one in programme.lines if one.total]
    pairs = _pairs(programme.parts, latest) if latest else ()
    return MoneyPage(
        title=programme.name or word("money", "no-programme"),
        organisation=document.organisation.name,
        href=addresses.money(programme.organisation, programme.key),
        latest=latest,
        total=next(iter(_pairs(sums[:1], latest)), None) if latest else None,
        latest_pairs=pairs,
        whole=_whole(programme),
        sums=_multiples(sums),
        parts=_multiples(programme.parts),
        unit=say(unit),
        sides=tuple(map(say, SIDES)),
        rows=tuple(_rows(lookup, programme.lines, unit)),
        notes=notes_of(lookup, programme),
        findings=tuple(_findings(lookup, programme)),
    )


def _findings(lookup: Lookup, programme: MoneyProgramme) -> Iterator[FindingView]:
    """Yield what the checks say of the rows that the amounts stand in."""
    rows = dict.fromkeys(
        Pointer(document=one.document, element=one.element)
        for line in programme.lines
        for one in line.figures
    )
    for row in rows:
        for finding in lookup.findings_of(row):
            yield finding_view(lookup, finding)


def _latest(lines: Iterable[MoneyLine]) -> int | None:
    both = (
        year
        for line in lines
        for year in line.years
        if line.budget(SPENT, year) and line.settled(SPENT, year, MoneyPhase.EXECUTED)
    )
    return max(both, default=None)


def _unit(lines: Iterable[MoneyLine]) -> str:
    return unit_of(one.value for line in lines for one in line.figures if one.value is not None)


def unit_of(values: Iterable[float]) -> str:
    """Return the unit of a table: thousands of euros where every amount is a whole number of them."""
    return IN_THOUSANDS if all(value % THOUSAND == 0 for value in values) else IN_EURO


def _scale(lines: Iterable[MoneyLine], what: str) -> Scale:
    return scale_of(
        one.value for line in lines for one in line.figures if one.what == what and one.value is not None
    )


def _pairs(lines: Sequence[MoneyLine], year: int) -> tuple[Pair, ...]:
    scale = _scale(lines, SPENT)
    pairs = (_pair(line, year, scale) for line in lines)
    return tuple(one for one in pairs if one.budget or one.actual)


def _multiples(lines: Sequence[MoneyLine]) -> tuple[Multiple, ...]:
    """Return a small chart a line, all on one scale and over the same years."""
    scale = _scale(lines, SPENT)
    years = sorted({year for line in lines for year in line.years})
    return tuple(
        Multiple(name=line.name, pairs=tuple(_pair(line, year, scale) for year in years)) for line in lines
    )


def _pair(line: MoneyLine, year: int, scale: Scale) -> Pair:
    budget, actual = line.budget(SPENT, year), line.settled(SPENT, year, MoneyPhase.EXECUTED)
    pair = Pair(name=line.name, year=year, budget=_drawn(budget, scale), actual=_drawn(actual, scale))
    if budget is None or actual is None or budget.value is None or actual.value is None:
        return pair
    difference = actual.value - budget.value
    direction = "more" if difference > 0 else "less" if difference < 0 else "same"
    return replace(pair, direction=direction, difference=euro(abs(difference)))


def _drawn(figure: Figure | None, scale: Scale) -> Drawn | None:
    if figure is None or figure.value is None:
        return None
    return Drawn(
        phase=figure.phase.value,
        phase_word=word("money-phase", figure.phase.value),
        text=euro_short(figure.value),
        place=figure.place,
        bar=bar(figure.value, scale),
    )


def _whole(programme: MoneyProgramme) -> Whole | None:
    """Return the newest budget in parts; none where an amount is negative or there is but one."""
    for year in reversed(programme.years):
        named = [(line.name, figure) for line in programme.parts if (figure := line.budget(SPENT, year))]
        positive = [(name, one, one.value) for name, one in named if one.value and one.value > 0]
        if len(named) > 1 and all(one.value is not None and one.value >= 0 for _, one in named):
            return Whole(year=year, phase=_phase_words(one for _, one in named), tiles=_tiles(positive))
    return None


def _phase_words(figures: Iterable[Figure]) -> str:
    return ", ".join(dict.fromkeys(word("money-phase", one.phase.value) for one in figures))


def _tiles(parts: Sequence[tuple[str, Figure, float]]) -> tuple[Tile, ...]:
    ordered = sorted(parts, key=lambda one: -one[2])
    values = [value for _, _, value in ordered]
    areas = squarified(values, MAP_WIDTH, MAP_HEIGHT)
    return tuple(
        Tile(
            rank=rank,
            name=name,
            text=euro_short(value),
            share=f"{number(round(100 * value / sum(values), 1))}%",
            place=figure.place,
            x=percent(area.x / MAP_WIDTH),
            y=percent(area.y / MAP_HEIGHT),
            width=percent(area.width / MAP_WIDTH),
            height=percent(area.height / MAP_HEIGHT),
            fits=_fits(f"{rank}. {name}", area.width / MAP_WIDTH),
        )
        for rank, ((name, figure, value), area) in enumerate(zip(ordered, areas, strict=True), start=1)
    )


def _fits(text: str, share: float) -> str:
    """Return on which screens a text fits in a share of the width."""
    needed = LETTER * len(text) + 2 * INSIDE
    screens = ((NARROWEST, "always"), (WIDE, "wide"))
    return next((name for width, name in screens if needed <= share * width), "never")


def _rows(lookup: Lookup, lines: Iterable[MoneyLine], unit: str) -> Iterator[MoneyRow]:
    """Yield what is said of each line by year and phase: once, where documents say the same."""
    for line in lines:
        by_phase = grouped(line.figures, lambda one: (one.year, PHASES.index(one.phase)))
        for year, phase in sorted(by_phase):
            said = grouped(by_phase[year, phase], lambda one: one.document).values()
            for same in grouped(said, lambda own: _texts(own, unit)).values():
                yield _row(lookup, line, same, unit)


def _texts(figures: Iterable[Figure], unit: str) -> tuple[str, ...]:
    return tuple(cell.text for side in SIDES for cell in _cells(figures, side, unit))


def _row(lookup: Lookup, line: MoneyLine, same: Sequence[tuple[Figure, ...]], unit: str) -> MoneyRow:
    """Return the row of what one or more documents say in the same way, with the places of the newest."""
    figures = same[-1]
    return MoneyRow(
        name=line.name,
        year=figures[0].year,
        phase=word("money-phase", figures[0].phase.value),
        cells=tuple(cell for side in SIDES for cell in _cells(figures, side, unit)),
        figures=figures,
        documents=_links(lookup, (own[0].document for own in same)),
        taakveld=next((one.taakveld.code for one in figures if one.taakveld), ""),
    )


def _links(lookup: Lookup, documents: Iterable[str]) -> tuple[Link, ...]:
    return tuple(Link(text=lookup.document(one).title, href=addresses.document(one)) for one in documents)


def _cells(figures: Iterable[Figure], side: str, unit: str) -> Iterator[Cell]:
    """Yield the one cell of a side; it holds more amounts where the document names more."""
    shown = (_cell(one, unit) for one in figures if one.what == side)
    own = {one.text: one for one in shown}
    if not own:
        yield Cell(text="", place=None, known=False)
    elif len(own) == 1:
        yield next(iter(own.values()))
    else:
        yield Cell(text=say(" en ").join(own), place=next(iter(own.values())).place)


def _cell(figure: Figure, unit: str) -> Cell:
    if figure.value is None:
        return Cell(text=say(UNKNOWN), place=figure.place, known=False)
    shown = figure.value / THOUSAND if unit == IN_THOUSANDS else figure.value
    return Cell(text=number(shown).replace("-", "−"), place=figure.place)
