"""The page of a report of money by taakveld: amounts, per inhabitant beside others, and their origin."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from rodedraad.model.document import TaakveldCode
from rodedraad.model.observations import Band, MoneyObservation
from rodedraad.publishing import addresses
from rodedraad.publishing.barchart import Bar, bar, span
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.reports import BATEN, LASTEN, Report, ReportLine, oldest
from rodedraad.publishing.scale import Scale, scale_of
from rodedraad.publishing.shown import counted, euro, number
from rodedraad.publishing.views.common import Link, Pages
from rodedraad.publishing.views.descent import Descent, descent_of, rows_words
from rodedraad.publishing.views.money import IN_THOUSANDS, THOUSAND, unit_of
from rodedraad.publishing.words import word

Group: TypeAlias = tuple[str, str]


class PerHead(Struct, frozen=True, kw_only=True):
    """Lasten per inhabitant: the own amount, and the middle half of each group that the page compares with.

    `beside` has nothing for a group of too few municipalities; `band` is that of the first group.
    """

    text: str
    own: Bar
    band: Bar | None
    beside: tuple[str, ...]


class Side(Struct, frozen=True, kw_only=True):
    """Lasten or baten of a taakveld, as text and as a bar."""

    key: str
    text: str
    bar: Bar


class TaakveldRow(Struct, frozen=True, kw_only=True):
    """A taakveld: its amounts, the documents that name it, and the rows that it was made of."""

    code: str
    name: str
    anchor: str
    sides: tuple[Side, ...]
    saldo: str
    per_head: PerHead | None
    documents: tuple[Link, ...]
    rows: str
    line: ReportLine


class TaakveldGroup(Struct, frozen=True, kw_only=True):
    """The taakvelden of one field of policy, the first figure of their codes; `empty` have no money."""

    key: str
    name: str
    rows: tuple[TaakveldRow, ...]
    empty: tuple[TaakveldRow, ...]


class TaakveldPage(Struct, frozen=True, kw_only=True):
    """A report as shown; `years` are those of the documents, none of which need be its own."""

    title: str
    name: str
    year: int
    organisation: str
    href: str
    others: tuple[Link, ...]
    years: str
    same_year: tuple[Link, ...]
    lasten: str
    baten: str
    balance: str
    rounding: str
    unit: str
    people: str
    groups: tuple[TaakveldGroup, ...]
    compared: tuple[str, ...]
    descent: tuple[Descent, ...]


class ReportLinks(Struct, frozen=True, kw_only=True):
    """The reports of one organisation."""

    organisation: str
    links: tuple[Link, ...]


def report_links(pages: Pages) -> tuple[ReportLinks, ...]:
    """Return the reports of every organisation."""
    names = {one.organisation.code: one.organisation.name for one in pages.lookup.build.documents}
    return tuple(
        ReportLinks(organisation=names[area], links=tuple(map(report_link, own)))
        for area, own in pages.reports.items()
    )


def report_link(report: Report) -> Link:
    """Return the page of a report by its name."""
    return Link(text=report.name, href=addresses.taakvelden(report.area, report.source))


def taakveld_link(report: Report, line: ReportLine) -> Link:
    """Return the place of a taakveld on the page of a report, by what it says."""
    page = addresses.taakvelden(report.area, report.source)
    return Link(text=f"{line.taakveld.code} {line.name} ({report.name})", href=f"{page}#{_anchor(line)}")


def _anchor(line: ReportLine) -> str:
    return f"taakveld-{addresses.safe(line.taakveld.code)}"


def taakveld_pages(pages: Pages) -> tuple[TaakveldPage, ...]:
    """Return the pages of all reports of organisations that have documents."""
    return tuple(_page(pages, one, own) for own in pages.reports.values() for one in own)


def _page(pages: Pages, report: Report, own: Sequence[Report]) -> TaakveldPage:
    lookup = pages.lookup
    documents = [one for one in lookup.build.documents if one.organisation.code == report.area]
    values = [side.amount.value for line in report.lines for side in line.sides if side.amount.value]
    return TaakveldPage(
        title=word("iv3", "title"),
        name=report.name,
        year=report.year,
        organisation=documents[0].organisation.name,
        href=addresses.taakvelden(report.area, report.source),
        others=tuple(report_link(one) for one in own if one is not report),
        years=", ".join(map(str, sorted({one.year for one in documents}))),
        same_year=tuple(
            Link(text=one.title, href=addresses.document(one.id))
            for one in documents
            if one.year == report.year
        ),
        lasten=euro(_sum(report, LASTEN)),
        baten=euro(_sum(report, BATEN)),
        balance=euro(abs(report.imbalance.difference)) if report.imbalance else "",
        rounding=euro(report.imbalance.rounding) if report.imbalance else "",
        unit=say(unit_of(values)),
        people=counted(report.residents.inhabitants, "inwoner", "inwoners") if report.residents else "",
        groups=tuple(_groups(lookup, report, unit_of(values))),
        compared=tuple(name for _, name in _compared(report)),
        descent=descent_of(report.deliveries),
    )


def _sum(report: Report, what: str) -> float:
    sides = (one.amount for line in report.lines for one in line.sides)
    return sum(one.value or 0 for one in sides if one.what == what)


def _compared(report: Report) -> tuple[Group, ...]:
    """Return the groups of municipalities that any taakveld is compared with."""
    bands = (one for line in report.lines if line.lasten for one in line.lasten.bands)
    return tuple(dict.fromkeys((one.group, one.name) for one in bands))


def _groups(lookup: Lookup, report: Report, unit: str) -> Iterator[TaakveldGroup]:
    scale = scale_of(one.amount.value or 0 for line in report.lines for one in line.sides)
    heads = tuple(_heads(report))
    named = _named(lookup, report.area)
    for key, lines in grouped(zip(report.lines, heads, strict=True), _field).items():
        rows = tuple(
            _row(line, unit, scale, head, named.get(oldest(line.taakveld), ())) for line, head in lines
        )
        yield TaakveldGroup(
            key=key,
            name=word("taakveld", key),
            rows=tuple(one for one in rows if any(side.amount.value for side in one.line.sides)),
            empty=tuple(one for one in rows if not any(side.amount.value for side in one.line.sides)),
        )


def _field(pair: tuple[ReportLine, PerHead | None]) -> str:
    return pair[0].taakveld.code[0]


def _row(
    line: ReportLine, unit: str, scale: Scale, head: PerHead | None, documents: tuple[Link, ...]
) -> TaakveldRow:
    return TaakveldRow(
        code=line.taakveld.code,
        name=line.name,
        anchor=_anchor(line),
        sides=tuple(
            Side(key=one.amount.what, text=shown(one.amount.value, unit), bar=bar(one.amount.value, scale))
            for one in line.sides
            if one.amount.value is not None
        ),
        saldo=shown(line.saldo, unit),
        per_head=head,
        documents=documents,
        rows=rows_words(one.origin for one in line.sides),
        line=line,
    )


def shown(value: float | None, unit: str) -> str:
    """Return an amount as a table of a unit shows it."""
    if value is None:
        return word("observation", "unknown")
    return number(value / THOUSAND if unit == IN_THOUSANDS else value).replace("-", "−")


def _heads(report: Report) -> Iterator[PerHead | None]:
    """Yield lasten per inhabitant of each line, all on one scale."""
    lasten = [line.lasten for line in report.lines]
    reach = (one.high for side in lasten if side for one in side.bands[:1])
    scale = scale_of((*(side.per_inhabitant or 0 for side in lasten if side), *reach))
    compared = _compared(report)
    for side in lasten:
        yield _per_head(side, scale, compared) if side else None


def _per_head(side: MoneyObservation, scale: Scale, compared: Sequence[Group]) -> PerHead | None:
    if side.per_inhabitant is None:
        return None
    bands = {(one.group, one.name): one for one in side.bands}
    first = bands.get(compared[0]) if compared else None
    return PerHead(
        text=euro(side.per_inhabitant),
        own=bar(side.per_inhabitant, scale),
        band=span(first.low, first.high, scale) if first else None,
        beside=tuple(_middle_half(bands[one]) if one in bands else "" for one in compared),
    )


def _middle_half(band: Band) -> str:
    return f"{euro(band.low)} – {euro(band.high).removeprefix('€ ')}"


def _named(lookup: Lookup, area: str) -> dict[TaakveldCode, tuple[Link, ...]]:
    """Return the documents of an organisation that name a taakveld, by its code in the oldest list."""
    found: dict[TaakveldCode, dict[str, Link]] = {}
    for at, element in lookup.elements.items():
        document = lookup.document(at.document)
        for one in element.amounts if document.organisation.code == area else ():
            if one.taakveld:
                link = Link(text=document.title, href=addresses.line(at.document, at.element))
                found.setdefault(oldest(one.taakveld), {}).setdefault(at.document, link)
    return {taakveld: tuple(links.values()) for taakveld, links in found.items()}
