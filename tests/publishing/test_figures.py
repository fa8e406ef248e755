"""Indicators and money over the years: what is drawn, what is missing, and what cannot be compared."""

from datetime import UTC, date, datetime

import pytest
from lxml import html
from msgspec import structs

from rodedraad.model.build import Build, DossierInfo, Manifest
from rodedraad.model.document import Amount, Document, Element, Organisation, Value
from rodedraad.model.findings import Finding, Findings, Subject
from rodedraad.model.terms import DocumentKind, Kind, MoneyPhase, Phase, Severity, Side
from rodedraad.model.threads import Pointer, Thread, Threads
from rodedraad.publishing.indicators import indicators
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.money import line_name, money_programmes
from rodedraad.publishing.publish import publish
from rodedraad.publishing.views.figures import indicator_rows
from rodedraad.publishing.views.indicator import IndicatorPage, indicator_pages
from rodedraad.publishing.views.money import MoneyPage, money_pages

TOWN = Organisation(code="GM9901", name="Veldermeer")
PROGRAMME = Element(id="p", kind=Kind.PROGRAMME, text="Programma 1 Zorg")
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def document(kind: DocumentKind, year: int, *elements: Element) -> Document:
    month = 11 if kind is DocumentKind.BEGROTING else 6
    adopted = date(year - 1 if kind is DocumentKind.BEGROTING else year + 1, month, 1)
    return Document(
        id=f"{kind.value}-{year}",
        organisation=TOWN,
        kind=kind,
        year=year,
        title=f"{kind.value.capitalize()} {year}",
        adopted=adopted,
        elements=(PROGRAMME, *elements),
    )


def budget(year: int, *elements: Element) -> Document:
    return document(DocumentKind.BEGROTING, year, *elements)


def report(year: int, *elements: Element) -> Document:
    return document(DocumentKind.JAARSTUKKEN, year, *elements)


def lookup_of(*documents: Document, threads: tuple[Thread, ...] = ()) -> Lookup:
    info = DossierInfo(title="Zorg")
    return Lookup(
        Build(
            dossier=info,
            documents=documents,
            texts={one.id: () for one in documents},
            threads=Threads(threads=threads),
            findings=Findings(),
            manifest=Manifest(dossier=info, version="1", stamp=MOMENT),
        )
    )


def row(name: str, *amounts: tuple[str, MoneyPhase, int, float | None]) -> Element:
    made = tuple(
        Amount(
            what=what, phase=phase, year=year, value=value, raw=f"{value:.0f}" if value is not None else "PM"
        )
        for what, phase, year, value in amounts
    )
    text = " | ".join([name, *(one.raw for one in made)])
    return Element(id=f"c-{name}", kind=Kind.COST, phase=Phase.PLAN, parent="p", text=text, amounts=made)


def lasten(phase: MoneyPhase, year: int, value: float | None) -> tuple[str, MoneyPhase, int, float | None]:
    return ("lasten", phase, year, value)


APPROVED, ADJUSTED, EXECUTED = MoneyPhase.APPROVED, MoneyPhase.ADJUSTED, MoneyPhase.EXECUTED


def page_of(*documents: Document) -> MoneyPage:
    (page,) = money_pages(lookup_of(*documents))
    return page


def test_budget_stands_beside_accounts_of_the_same_year() -> None:
    page = page_of(
        budget(2024, row("Jeugd", lasten(APPROVED, 2024, 100_000), lasten(ADJUSTED, 2023, 90_000))),
        report(2023, row("Jeugd", lasten(EXECUTED, 2023, 95_000))),
    )
    assert page.latest == 2023
    (pair,) = page.latest_pairs
    assert (pair.direction, pair.difference) == ("more", "€ 5.000")
    assert pair.budget is not None
    assert pair.budget.phase == "adjusted"
    assert page.unit == "x € 1.000"


def test_a_document_that_names_two_amounts_for_one_thing_settles_nothing() -> None:
    page = page_of(
        budget(2023, row("Jeugd", lasten(APPROVED, 2023, 80_000))),
        report(2023, row("Jeugd", lasten(EXECUTED, 2023, 95_000), lasten(EXECUTED, 2023, 59_000))),
    )
    assert page.latest is None
    assert page.latest_pairs == ()
    assert [note.kind for note in page.notes] == ["not-settled"]
    assert "95 en 59" in {cell.text for one in page.rows for cell in one.cells}


def test_an_amount_that_a_document_repeats_is_shown_once() -> None:
    page = page_of(budget(2023, row("Jeugd", lasten(APPROVED, 2023, 80_000), lasten(APPROVED, 2023, 80_000))))
    assert [one.cells[0].text for one in page.rows] == ["80"]
    assert [one.kind for one in page.notes] == ["no-accounts"]


def test_documents_that_differ_are_told_and_the_newest_is_drawn() -> None:
    page = page_of(
        budget(2023, row("Jeugd", lasten(APPROVED, 2023, 80_000))),
        report(2023, row("Jeugd", lasten(APPROVED, 2023, 81_000), lasten(EXECUTED, 2023, 81_000))),
    )
    assert page.latest_pairs[0].direction == "same"
    (note,) = page.notes
    assert note.kind == "differs"
    assert note.found == ("€ 80.000 (Begroting 2023)", "€ 81.000 (Jaarstukken 2023)")


def test_an_amount_that_is_not_known_is_no_zero() -> None:
    page = page_of(
        budget(2023, row("Jeugd", lasten(APPROVED, 2023, None)), row("Wmo", lasten(APPROVED, 2023, 0)))
    )
    shown = {one.name: one.cells[0] for one in page.rows}
    assert (shown["Jeugd"].text, shown["Jeugd"].known) == ("niet bekend", False)
    assert (shown["Wmo"].text, shown["Wmo"].known) == ("0", True)


def test_what_the_checks_say_of_a_row_stands_with_the_money() -> None:
    lookup = lookup_of(budget(2023, row("Jeugd", lasten(APPROVED, 2023, 100_000))))
    finding = Finding(
        id="f1",
        rule="sums-differ",
        severity=Severity.QUESTION,
        subject=Subject(document="begroting-2023", element="c-Jeugd"),
        message="Telt niet op.",
        basis="",
        remedy="",
    )
    build = structs.replace(lookup.build, findings=Findings(findings=(finding,)))
    (page,) = money_pages(Lookup(build))
    assert [one.message for one in page.findings] == ["Telt niet op."]


def test_a_total_is_no_part_of_the_whole() -> None:
    rows = [
        row("Jeugd", lasten(APPROVED, 2023, 100_000)),
        row("Wmo", lasten(APPROVED, 2023, 300_000)),
        row("Totaal", lasten(APPROVED, 2023, 400_000)),
    ]
    whole = page_of(budget(2023, *rows)).whole
    assert whole is not None
    assert [(one.name, one.share) for one in whole.tiles] == [("Wmo", "75%"), ("Jeugd", "25%")]


def test_years_with_one_side_alone_are_told() -> None:
    page = page_of(
        budget(2024, row("Jeugd", lasten(APPROVED, 2024, 1_000), lasten(EXECUTED, 2022, 2_000))),
    )
    assert [(one.kind, one.about) for one in page.notes] == [("no-accounts", "2024"), ("no-budget", "2022")]


@pytest.mark.parametrize(
    ("text", "label", "raws", "name"),
    [
        ("Totaal programma 5 56.940 15.410", None, ("56.940", "15.410"), "Totaal programma 5"),
        ("14.210 | 15.060", "Jeugd | Lasten", ("14.210", "15.060"), "Jeugd"),
        ("Lasten Wmo: 12.400", None, ("12.400",), "Wmo"),
        ("Lasten 12.400", None, ("12.400",), "Programma 1 Zorg"),
        ("Uitgaven | € 12.400", None, ("€ 12.400",), "Programma 1 Zorg"),
        ("De lasten zijn € 12.400 hoger uitgevallen dan begroot", None, ("€ 12.400",), ""),
    ],
)
def test_a_row_of_money_is_known_by_its_name(
    text: str, label: str | None, raws: tuple[str, ...], name: str
) -> None:
    amounts = tuple(Amount(what="lasten", phase=APPROVED, year=2023, value=1, raw=raw) for raw in raws)
    element = Element(id="c", kind=Kind.COST, parent="p", text=text, label=label, amounts=amounts)
    lookup = lookup_of(budget(2023, element))
    assert line_name(lookup, Pointer(document="begroting-2023", element="c")) == name


def test_money_without_a_programme_is_not_taken_for_that_of_the_whole_town() -> None:
    element = structs.replace(row("Lasten", lasten(APPROVED, 2023, 1_000)), parent=None)
    page = page_of(budget(2023, element))
    assert page.title == "Bedragen zonder programma"
    assert [one.name for one in page.rows] == ["niet genoemd waarvoor"]


def test_programmes_keep_together_over_the_years() -> None:
    other = Element(id="p", kind=Kind.PROGRAMME, text="1. Zorg")
    second = budget(2024, row("Jeugd", lasten(APPROVED, 2024, 2_000)))
    renamed = Document(
        **{
            name: getattr(second, name) if name != "elements" else (other, *second.elements[1:])
            for name in second.__struct_fields__
        }
    )
    lookup = lookup_of(budget(2023, row("Jeugd", lasten(APPROVED, 2023, 1_000))), renamed)
    (programme,) = money_programmes(lookup, lookup.build.documents)
    assert (programme.name, programme.years) == ("1. Zorg", (2023, 2024))


def indicator(id_: str, *values: Value, text: str = "Wachttijd") -> Element:
    return Element(id=id_, kind=Kind.INDICATOR, phase=Phase.PLAN, parent="p", text=text, values=values)


def value(number: float | None, year: int, side: Side = Side.VALUE, **more: str) -> Value:
    named = {"name": "Wachttijd", "unit": "weken", **more}
    return Value(side=side, raw=str(number), value=number, period=str(year), **named)


def thread(*documents: str) -> Thread:
    return Thread(
        id="t1", title="Wachttijd", members=tuple(Pointer(document=one, element="i") for one in documents)
    )


def indicator_page(*documents: Document) -> IndicatorPage:
    (page,) = indicator_pages(lookup_of(*documents, threads=(thread(*(one.id for one in documents)),)))
    return page


def test_an_indicator_has_the_address_of_its_thread() -> None:
    page = indicator_page(
        report(2022, indicator("i", value(4, 2022))), report(2023, indicator("i", value(5, 2023)))
    )
    assert page.href == "indicator/t1/index.html"
    (panel,) = page.panels
    assert len(panel.chart.strokes) == 1
    assert panel.description == "gemeten: 2022: 4, 2023: 5."


def test_a_report_without_a_value_is_a_gap_that_is_told() -> None:
    page = indicator_page(
        report(2021, indicator("i", value(4, 2021))),
        report(
            2022,
            indicator("i", Value(name="Wachttijd", side=Side.VALUE, raw="", missing="leeg", period="2022")),
        ),
        report(2023, indicator("i", value(5, 2023))),
    )
    assert [(one.document.text, one.named) for one in page.gaps] == [("Jaarstukken 2022", True)]
    chart = page.panels[0].chart
    assert chart.strokes == ()
    assert [one.unknown for one in chart.columns] == [False, True, False]


def test_another_unit_has_a_chart_of_its_own_over_the_same_years() -> None:
    page = indicator_page(
        report(2021, indicator("i", value(4, 2021), value(6, 2020))),
        report(2023, indicator("i", value(30, 2023, unit="dagen"), value(28, 2022, unit="dagen"))),
    )
    one, two = page.panels
    assert (one.unit, two.unit) == ("weken", "dagen")
    assert [column.year for column in one.chart.columns] == [column.year for column in two.chart.columns]


def test_another_source_breaks_the_series() -> None:
    page = indicator_page(
        report(2022, indicator("i", value(4, 2022, source="CBS"))),
        report(2023, indicator("i", value(9, 2023, source="eigen telling"))),
    )
    chart = page.panels[0].chart
    assert chart.strokes == ()
    assert len(chart.breaks) == 1


def test_two_numbers_for_one_year_are_told() -> None:
    page = indicator_page(
        report(2022, indicator("i", value(4, 2022), value(3, 2021))),
        report(2023, indicator("i", value(5, 2023), value(6, 2022))),
    )
    (revision,) = page.revisions
    assert revision.said == ("4 weken (Jaarstukken 2022)", "6 weken (Jaarstukken 2023)")
    assert revision.drawn


def test_an_element_of_two_threads_stays_with_what_it_is_called_like() -> None:
    ours = [
        indicator("i", value(4, 2022)),
        indicator("j", value(7, 2022, name="Tevredenheid"), text="Tevredenheid"),
    ]
    theirs = [indicator("k", value(5, 2023)), indicator("l", value(8, 2023, name="Tevredenheid"))]
    at = [
        Pointer(document=f"jaarstukken-{year}", element=one)
        for year, one in ((2022, "i"), (2022, "j"), (2023, "k"), (2023, "l"))
    ]
    threads = (
        Thread(id="t1", title="Wachttijd", members=(at[0], at[1], at[2])),
        Thread(id="t2", title="Tevredenheid", members=(at[1], at[3])),
    )
    found = indicators(lookup_of(report(2022, *ours), report(2023, *theirs), threads=threads))
    assert {one.id: len(one.members) for one in found} == {"t1": 2, "t2": 2}


def test_pages_of_money_and_indicators_tell_their_charts_in_words() -> None:
    rows = [row("Jeugd", lasten(APPROVED, 2022, 100_000)), row("Wmo", lasten(APPROVED, 2022, 300_000))]
    lookup = lookup_of(
        report(2022, indicator("i", value(4, 2022)), *rows),
        report(2023, indicator("i", value(5, 2023))),
        threads=(thread("jaarstukken-2022", "jaarstukken-2023"),),
    )
    pages = [
        html.document_fromstring(content.decode())
        for name, content in publish(lookup.build)
        if name.startswith(("site/indicator/", "site/geld/")) and name.endswith(".html")
    ]
    charts = [one for page in pages for one in page.xpath("//svg[@role='img']")]
    assert len(charts) == 2
    for chart in charts:
        for identity in chart.get("aria-labelledby").split():
            (named,) = chart.xpath(f"*[@id='{identity}']")
            assert named.text_content().strip()


@pytest.mark.parametrize(
    ("values", "known"),
    [
        ((value(8, 2022), value(9, 2023)), True),
        ((value(8, 2022), value(None, 2023)), False),
        ((value(8, 2022),), True),
        ((value(None, 2022),), False),
    ],
)
def test_an_indicator_is_known_by_the_value_of_the_year_of_its_document(
    values: tuple[Value, ...], known: bool
) -> None:
    own = report(2023, indicator("i", *values))
    (shown,) = indicator_rows(lookup_of(own), own)
    assert shown.known is known
