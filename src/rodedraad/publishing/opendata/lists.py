"""The lists of the site as CSV: exactly what each page shows, in the same order."""

from collections.abc import Iterable

from rodedraad.publishing.opendata.table import Table, fields
from rodedraad.publishing.views.common import Place, PromiseLine
from rodedraad.publishing.views.comparison import ComparisonPage
from rodedraad.publishing.views.findings import FindingGroup
from rodedraad.publishing.views.indicator import IndicatorPage
from rodedraad.publishing.views.indicators import IndicatorList
from rodedraad.publishing.views.lists import DeadlineGroup, ShiftRow, YearTally
from rodedraad.publishing.views.money import MoneyPage
from rodedraad.publishing.views.parties import PartyRow
from rodedraad.publishing.views.risks import RiskGroup
from rodedraad.publishing.views.taakvelden import TaakveldPage
from rodedraad.publishing.views.wording import Wording, WordingPage


def promise_table(rows: Iterable[PromiseLine]) -> Table:
    """Return the promises of one outcome."""
    return Table(
        name="beloften",
        title="Beloften",
        fields=fields("belofte", "soort", "document", "uitkomst", "volgens", "woorden", "bron"),
        rows=tuple(
            (
                row.text,
                row.kind,
                row.document,
                row.status.word,
                row.status.by,
                " … ".join(one.text for one in row.status.quotes),
                _label(row.place),
            )
            for row in rows
        ),
    )


def tally_table(rows: Iterable[YearTally]) -> Table:
    """Return the counts of every year, then of each of its documents, a row an outcome."""
    return Table(
        name="beloften",
        title="Beloften per jaar en document",
        fields=fields(
            "organisatie", "jaar/integer", "document", "uitkomst", "aantal/integer", "bevestigd/integer"
        ),
        rows=tuple(
            (row.organisation, row.title, document, part.word, part.count, part.confirmed)
            for row in rows
            for document, balance in (
                ("", row.balance),
                *((one.document.text, one.balance) for one in row.documents),
            )
            for part in balance.parts
        ),
    )


def shift_table(rows: Iterable[ShiftRow]) -> Table:
    """Return the deadlines that moved."""
    return Table(
        name="verschuivingen",
        title="Verschuivingen",
        fields=fields("belofte", "was", "was_in", "nu", "nu_in", "verschil", "dagen/integer", "oorzaak"),
        rows=tuple(
            (
                row.promise.text,
                row.was,
                row.was_document,
                row.now,
                row.now_document,
                row.moved,
                row.days,
                row.cause,
            )
            for row in rows
        ),
    )


def wording_table(page: WordingPage) -> Table:
    """Return what became weaker, then what became stronger."""
    return Table(
        name="verwoording",
        title="Zachter en steviger verwoorde beloften",
        fields=fields(
            "belofte", "verwoord", "wat", "eerst", "eerst_zin", "eerst_in", "nu", "nu_zin", "nu_in"
        ),
        rows=tuple(
            (
                row.promise.text,
                "zachter" if row.weaker else "steviger",
                row.what,
                *_worded(row.was),
                *_worded(row.now),
            )
            for row in (*page.weaker, *page.stronger)
        ),
    )


def _worded(side: Wording) -> tuple[str, str, str]:
    return side.words, side.sentence, _label(side.place) or side.document


def deadline_table(groups: Iterable[DeadlineGroup]) -> Table:
    """Return the deadlines of promises."""
    return Table(
        name="termijnen",
        title="Termijnen",
        fields=fields("termijn", "laatste_dag/date", "woorden", "belofte", "documenten", "uitkomst", "bron"),
        rows=tuple(
            (
                row.when,
                row.end.isoformat(),
                row.words,
                row.promise.text,
                "; ".join(row.documents),
                row.status.word,
                "; ".join(one.label for one in row.places),
            )
            for group in groups
            for row in group.rows
        ),
    )


def indicator_table(page: IndicatorList) -> Table:
    """Return the indicators."""
    return Table(
        name="indicatoren",
        title="Indicatoren",
        fields=fields(
            "indicator", "document", "eenheid", "uitgangswaarde", "streefwaarde", "gemeten", "bron"
        ),
        rows=tuple(
            (row.name, row.document, row.unit, row.baseline, row.target, row.value, _label(row.place))
            for group in page.groups
            for row in group.rows
        ),
    )


def reading_table(page: IndicatorPage) -> Table:
    """Return every value of one indicator: what documents give, then what was computed from sources."""
    told = (
        (row.period, row.side, row.said, row.unit, row.source, row.document.text, _label(row.place))
        for row in page.rows
    )
    computed = (
        (row.period, "berekend", row.value, row.unit, row.status.word, "", "; ".join(row.origins))
        for one in page.measured
        for row in (*one.rows, *one.districts)
    )
    return Table(
        name="waarden",
        title=page.title,
        fields=fields("periode", "soort", "waarde", "eenheid", "bron_van_het_cijfer", "document", "bron"),
        rows=(*told, *computed),
    )


def money_table(pages: Iterable[MoneyPage]) -> Table:
    """Return every amount of the pages of money, in euro."""
    return Table(
        name="geld",
        title="Geld",
        fields=fields(
            "programma",
            "onderdeel",
            "jaar/integer",
            "stand",
            "soort",
            "euro/number",
            "taakveld",
            "documenten",
            "bron",
        ),
        rows=tuple(
            (
                page.title,
                row.name,
                row.year,
                row.phase,
                one.what,
                one.value,
                row.taakveld,
                "; ".join(one.text for one in row.documents),
                _label(one.place),
            )
            for page in pages
            for row in page.rows
            for one in row.figures
        ),
    )


def taakveld_table(page: TaakveldPage) -> Table:
    """Return lasten and baten by taakveld of one report, in euro."""
    return Table(
        name="taakvelden",
        title=page.title,
        fields=fields(
            "taakveld", "naam", "jaar/integer", "soort", "euro/number", "per_inwoner/number", "bron", "rijen"
        ),
        rows=tuple(
            (
                row.code,
                row.name,
                page.year,
                one.amount.what,
                one.amount.value,
                one.per_inhabitant,
                one.origin.sha256,
                " ".join(map(str, one.origin.rows)),
            )
            for group in page.groups
            for row in (*group.rows, *group.empty)
            for one in row.line.sides
        ),
    )


def comparison_table(page: ComparisonPage) -> Table:
    """Return the promises of two documents side by side."""
    return Table(
        name="vergelijking",
        title=f"{page.older.text} naast {page.newer.text}",
        fields=fields("groep", "eerst", "nu", "eerst_onder", "nu_onder", "uitkomst", "bron_eerst", "bron_nu"),
        rows=tuple(
            (
                group.word,
                row.was.text if row.was else "",
                now.text if now else "",
                row.was.under if row.was else "",
                now.under if now else "",
                row.status.word,
                _label(row.was.place if row.was else None),
                _label(now.place if now else None),
            )
            for group in page.groups
            for row in group.rows
            for now in row.now or (None,)
        ),
    )


def party_table(rows: Iterable[PartyRow]) -> Table:
    """Return the organisations and regions, a row a document that names them."""
    return Table(
        name="partners",
        title="Partners en regio's",
        fields=fields("naam", "soort", "genoemd/integer", "document", "bron"),
        rows=tuple(
            (row.name, row.sort, row.times, document, _label(place))
            for row in rows
            for document, place in row.places
        ),
    )


def risk_table(groups: Iterable[RiskGroup]) -> Table:
    """Return the risks of all documents."""
    return Table(
        name="risicos",
        title="Risico's",
        fields=fields("organisatie", "document", "risico", "onder", "achteraf/boolean", "bron"),
        rows=tuple(
            (group.organisation, group.document.text, row.text, row.under, row.result, _label(row.place))
            for group in groups
            for row in group.rows
        ),
    )


def finding_table(groups: Iterable[FindingGroup]) -> Table:
    """Return the findings."""
    return Table(
        name="bevindingen",
        title="Bevindingen",
        fields=fields(
            "betekenis",
            "soort",
            "bevinding",
            "document",
            "gaat_over",
            "citaat",
            "grond",
            "herstel",
            "antwoord",
        ),
        rows=tuple(
            (
                group.title,
                one.severity,
                one.message,
                one.document,
                one.subject.text,
                " … ".join(quote.text for quote in one.quotes),
                one.basis,
                one.remedy,
                one.reply,
            )
            for group in groups
            for one in group.findings
        ),
    )


def _label(place: Place | None) -> str:
    return place.label if place else ""
