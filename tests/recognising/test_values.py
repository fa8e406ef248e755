"""Values of indicators in tables, in rows without cells and in lines of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.model.document import Span
from rodedraad.model.terms import DocumentKind, Phase, Side
from rodedraad.recognising.phases import When
from rodedraad.recognising.statement_parts import label_of
from rodedraad.recognising.statements import Around, name_stated, values_in
from rodedraad.recognising.values import unit_in
from tests.recognising.rows import figures, page

ACCOUNTS = When(DocumentKind.JAARSTUKKEN, 2024)
NOTHING = Around("")


def read(
    text: str, side: Phase = Phase.ACTUAL, around: Around = NOTHING
) -> list[tuple[str, str, str | None, float | str | None, str | None]]:
    found = list(values_in(text, Span(source=0, start=7, end=7 + len(text)), side, ACCOUNTS, around))
    assert all(
        one.evidence and text[one.evidence.start - 7 : one.evidence.end - 7] == one.raw for one in found
    )
    return [
        (one.name, one.side.value, one.period, one.missing if one.value is None else one.value, one.unit)
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Aantal bezoeken: 32.", [("Aantal bezoeken", "value", "2024", 32, "aantal")]),
        ("Aantal bezoeken (over 2023): 32.", [("Aantal bezoeken", "value", "2023", 32, "aantal")]),
        ("Aantal bezoeken: 2.310", [("Aantal bezoeken", "value", "2024", 2310, "aantal")]),
        ("Tevreden gezinnen: 71% (2022)", [("Tevreden gezinnen", "value", "2022", 71, "%")]),
        ("Wachttijd: 3,5 weken", [("Wachttijd", "value", "2024", 3.5, "weken")]),
        ("Wachttijd: gegevens niet beschikbaar.", [("Wachttijd", "value", "2024", "gegevens niet beschikbaar", None)]),
        ("Aantal bezoeken: 1.512. Minder dan gedacht: 2.000.", [("Aantal bezoeken", "value", "2024", 1512, "aantal")]),
        ("Wachttijd: n.n.b.", [("Wachttijd", "value", "2024", "n.n.b.", None)]),
        ("Gezinnen (CEO): 5 (bron: proefpanel)", [("Gezinnen (CEO)", "value", "2024", 5, None)]),
        ("Aandeel: 2022: 14%; 2023: 18%", [("Aandeel", "value", "2022", 14, "%"), ("Aandeel", "value", "2023", 18, "%")]),
        ("Plaatsen: 83 (2023: 71, begroot 90)", [("Plaatsen", "value", "2024", 83, None), ("Plaatsen", "value", "2023", 71, None), ("Plaatsen", "target", "2024", 90, None)]),
        ("Eenzaam: 13% (GGD-peiling 2022, Nederland 14%)", [("Eenzaam", "value", "2022", 13, "%"), ("Eenzaam", "comparator", "2022", 14, "%")]),
        ("Gezinnen: 12,3% in 2023 (2022: 11%)", [("Gezinnen", "value", "2023", 12.3, "%"), ("Gezinnen", "value", "2022", 11, "%")]),
        ("Wachtenden: 87 op 1 mei 2024 (1 mei 2023: 64)", [("Wachtenden", "value", "2024", 87, None), ("Wachtenden", "value", "2023", 64, None)]),
        ("Wachttijd: 6 weken, dit was in 2023 nog 8 weken", [("Wachttijd", "value", "2024", 6, "weken"), ("Wachttijd", "value", "2023", 8, "weken")]),
        ("Bereik: 91% van de (geschatte) doelgroep;", [("Bereik", "value", "2024", 91, "%")]),
        ("Gezinnen met hulp, streefwaarde 11%", [("Gezinnen met hulp", "target", "2024", 11, "%")]),
        ("Diploma's: cijfers 2024 nog niet bekend", [("Diploma's", "value", "2024", "cijfers 2024 nog niet bekend", None)]),
        ("Gezinnen: 12% (CBS, eerste halfjaar 2022)", [("Gezinnen", "value", "2022", 12, "%")]),
        ("Aantal: 12 (streefwaarde 2024: 15)", [("Aantal", "value", "2024", 12, "aantal"), ("Aantal", "target", "2024", 15, "aantal")]),
    ],
)  # fmt: skip
def test_a_line_that_states_values(
    text: str, found: list[tuple[str, str, str | None, float | str, str | None]]
) -> None:
    assert read(text) == found


def test_what_is_promised_is_aimed_at() -> None:
    assert read("Aantal bezoeken (streefwaarde 2025: 60);", Phase.PLAN) == [
        ("Aantal bezoeken", "target", "2025", 60, "aantal")
    ]
    assert read("Aantal bezoeken: 60", Phase.PLAN)[0][1] == "target"
    assert read("Aantal bezoeken: 60 (2022)", Phase.PLAN)[0][1] == "value"


def test_a_value_beside_a_target_was_measured() -> None:
    sides = [side for _, side, *_ in read("17% (streefwaarde 16%)", Phase.PLAN, Around("Doelgroep"))]
    assert sides == ["value", "target"]


def test_a_line_of_values_alone_takes_its_name_from_around_it() -> None:
    assert read("14", around=Around("Aantal plaatsen")) == [
        ("Aantal plaatsen", "value", "2024", 14, "aantal")
    ]
    assert read("14") == []


def test_a_definition_compares_the_indicator_before_it() -> None:
    around = Around("Gezinnen met hulp")
    told = [("Gezinnen met hulp", "comparator", "2020", 11.9, None)]
    assert read("% van alle gezinnen; Nederland 2020: 11,9", around=around) == told
    assert read("Aandeel met hulp. Verplicht, landelijk gemiddelde 2020: 11,9.", around=around) == told


def test_a_cell_of_two_years_and_a_period_of_a_quarter() -> None:
    document = page(
        "<h2>Indicatoren</h2><table><tr><th>Prestatie-indicator</th><th>Streefwaarde</th><th>Q1 2024</th></tr>"
        "<tr><td>Gezinnen</td><td><p>2023: 11</p><p>2024: lager dan elders</p></td><td>7</td></tr></table>",
        "tussenrapportage",
        name="pagina.html",
    )
    assert sorted(figures(document), key=str) == [
        ("Gezinnen", "target", "2023", 11),
        ("Gezinnen", "target", "2024", "lager dan elders"),
        ("Gezinnen", "value", "Q1 2024", 7),
    ]


def test_a_name_reaches_down_over_the_rows_of_two_documents() -> None:
    document = page(
        "<h2>Indicatoren</h2><table><tr><th>Indicator</th><th>Document</th><th>Doel</th><th>Realisatie</th></tr>"
        "<tr><td rowspan=2>Gezinnen</td><td>Jaarstukken 2023</td><td>10</td><td>11</td></tr>"
        "<tr><td>Jaarstukken 2024</td><td>≥ 12</td><td>n.n.b.</td></tr></table>",
        "jaarstukken",
        name="pagina.html",
    )
    assert sorted(figures(document), key=str) == [
        ("Gezinnen", "target", "2023", 10),
        ("Gezinnen", "target", "2024", 12),
        ("Gezinnen", "value", "2023", 11),
        ("Gezinnen", "value", "2024", "n.n.b."),
    ]


def test_a_label_before_a_value_tells_its_side() -> None:
    around = Around("Aantal plaatsen", label_of("Streefwaarde 2024"))
    assert read("150", around=around) == [("Aantal plaatsen", "target", "2024", 150, "aantal")]
    assert read("Nulmeting 2019: 120", around=around) == [
        ("Aantal plaatsen", "baseline", "2019", 120, "aantal")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jongeren voelen zich geholpen (CEO);",
        "Het onderzoek is in 2024 herhaald. De cijfers volgen: 5.",
        "Nulmeting 2019",
        "Aandeel gezinnen: lager dan in 2022",
        "Daling van het aantal plaatsen.",
        "Zie paragraaf 3.2",
    ],
)
def test_a_line_that_states_no_value(text: str) -> None:
    assert read(text, around=Around("Naam")) == []


def test_the_name_in_a_line() -> None:
    assert name_stated("Aantal bezoeken (streefwaarde 2025: 60);") == "Aantal bezoeken"
    assert name_stated("Aantal bezoeken;") == "Aantal bezoeken"
    assert name_stated("17% (streefwaarde 16%)") == ""
    assert name_stated("Streefwaarde 2024: 150") == ""


@given(st.text(max_size=80))
def test_the_places_of_values_lie_in_the_line(text: str) -> None:
    for one in values_in(
        text, Span(source=0, start=0, end=len(text)), Phase.ACTUAL, ACCOUNTS, Around("Naam")
    ):
        assert one.evidence is not None
        assert text[one.evidence.start : one.evidence.end] == one.raw


@given(st.integers(0, 10**7), st.sampled_from(["Aantal paden: {}.", "Aantal paden (streefwaarde: {})", "{}"]))
def test_a_stated_value_is_read_back(value: int, form: str) -> None:
    found = read(form.format(f"{value:,}".replace(",", ".")), around=Around("Paden"))
    assert [one[3] for one in found] == [value]


@pytest.mark.parametrize(
    ("name", "unit"),
    [("Gezinnen (% van alle gezinnen)", "% van alle gezinnen"), ("Plaatsen per 10.000 inwoners", "per 10.000 inwoners"),
     ("Percentage gezinnen", "%"), ("Totaal aantal plaatsen", "aantal"), ("Wachttijd", None)],
)  # fmt: skip
def test_the_unit_in_a_name(name: str, unit: str | None) -> None:
    assert unit_in(name) == unit


def test_a_table_with_units_sources_and_an_empty_cell() -> None:
    document = page(
        "<h2>Beleidsindicatoren</h2><table>"
        "<tr><th>Nr</th><th>Indicator</th><th>Eenheid</th><th>Bron</th><th>Periode</th><th>Proefstede</th><th>Nederland</th></tr>"
        "<tr><td>21</td><td>Banen</td><td>per 1.000 inwoners</td><td>LISA</td><td>2022</td><td>612,4</td><td>795,9</td></tr>"
        "<tr><td>22</td><td>Tevredenheid</td><td>%</td><td>GGD</td><td>2022</td><td>lager dan elders</td><td></td></tr></table>",
        "jaarstukken",
        name="pagina.html",
    )
    assert figures(document) == [
        ("Banen", "value", "2022", 612.4),
        ("Banen", "comparator", "2022", 795.9),
        ("Tevredenheid", "value", "2022", "lager dan elders"),
        ("Tevredenheid", "comparator", "2022", "leeg"),
    ]
    values = [one for element in document.elements for one in element.values]
    assert {(one.unit, one.source) for one in values} == {("per 1.000 inwoners", "LISA"), ("%", "GGD")}


def test_rows_that_lost_their_cells() -> None:
    document = page(
        "Indicatoren\n\nIndicator Eenheid Realisatie 2022 Streefwaarde 2024 Streefwaarde 2027 Bron\n"
        "Plaatsen per 1.000 inwoners 64 66 <= 69 CBS\nTevreden gezinnen % 7,1 n.n.b. 7,5 GGD\n"
    )
    assert figures(document) == [
        ("Plaatsen", "value", "2022", 64),
        ("Plaatsen", "target", "2024", 66),
        ("Plaatsen", "target", "2027", 69),
        ("Tevreden gezinnen", "value", "2022", 7.1),
        ("Tevreden gezinnen", "target", "2024", "n.n.b."),
        ("Tevreden gezinnen", "target", "2027", 7.5),
    ]
    assert {one.source for element in document.elements for one in element.values} == {"CBS", "GGD"}


def test_a_row_with_fewer_figures_than_heads_is_not_guessed_at() -> None:
    document = page(
        "Indicatoren\n\nIndicator Realisatie 2022 Streefwaarde 2024 Streefwaarde 2027\nPlaatsen 64 66\nGezinnen 7 8 9\n"
    )
    assert figures(document) == [
        ("Gezinnen", "value", "2022", 7),
        ("Gezinnen", "target", "2024", 8),
        ("Gezinnen", "target", "2027", 9),
    ]


def test_a_cell_a_line() -> None:
    document = page(
        "Indicatoren\n\nIndicator\n\nNulmeting 2019\n\nStreefwaarde 2024\n\nRealisatie 2024\n\n"
        "Aantal vrijwilligers\n\n120\n\n150\n\nn.n.b.\n\nTevredenheid over de hulp\n\n7,1\n\n7,5\n\n7,4\n",
        "jaarstukken",
    )
    assert sorted(figures(document), key=lambda one: one[:2]) == [
        ("Aantal vrijwilligers", "baseline", "2019", 120),
        ("Aantal vrijwilligers", "target", "2024", 150),
        ("Aantal vrijwilligers", "value", "2024", "n.n.b."),
        ("Tevredenheid over de hulp", "baseline", "2019", 7.1),
        ("Tevredenheid over de hulp", "target", "2024", 7.5),
        ("Tevredenheid over de hulp", "value", "2024", 7.4),
    ]


def test_bullets_of_a_report_that_repeat_the_plan() -> None:
    document = page(
        "Indicatoren\n\n  • Aantal bezoeken (streefwaarde 2024: 60);\n  • Aandeel gezinnen (streefwaarde 2024: 12,0%).\n\n"
        "  • Aantal bezoeken: 83.\n  • Aandeel gezinnen: gegevens niet beschikbaar.\n",
        "jaarstukken",
    )
    assert ("Aantal bezoeken", Side.TARGET.value, "2024", 60) in figures(document)
    assert ("Aantal bezoeken", 83) in [(name, value) for name, _, _, value in figures(document)]
    assert ("Aandeel gezinnen", "gegevens niet beschikbaar") in [
        (name, value) for name, _, _, value in figures(document)
    ]
