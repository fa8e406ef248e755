"""The money and the indicators of the example: they add up, and agree from budget to report."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from rodedraad.dossier.figures import observed_of
from rodedraad.model.document import Document, Value
from rodedraad.model.observations import BreakCause, Observations, ObservationStatus
from rodedraad.model.terms import Side
from tests.example.stories import Told
from tests.support.builds import EXAMPLE

THEMES = {"Jeugd", "Ondersteuning", "Bestaanszekerheid", "Werk en inburgering", "Beschermd wonen"}
TOTAL = "Totaal programma 5"
ROW = re.compile(rf"(?:{'|'.join([*THEMES, TOTAL])})(?= [-|\d]| Lasten| Baten| Saldo|$)")
TABLES = [
    "begroting-2022",
    "tussenrapportage-2022",
    "begroting-2023",
    "jaarstukken-2022",
    "tussenrapportage-2023",
    "begroting-2024",
    "jaarstukken-2023",
    "tussenrapportage-2024",
    "begroting-2025",
    "jaarstukken-2024",
]


class Entry(NamedTuple):
    """What one cell of a table of money is about."""

    theme: str
    what: str
    phase: str
    year: int | None


def cells(document: Document) -> Iterator[tuple[Entry, float]]:
    for element in document.elements:
        row = ROW.match(element.label or "") or ROW.match(element.text)
        for amount in element.amounts if row else ():
            assert amount.value is not None
            yield Entry(row[0], amount.what, amount.phase.value, amount.year), amount.value


def amount_of(told: Told, document: str, *entry: object) -> float:
    found = dict(cells(told.documents[f"lindewaard-{document}"]))
    return found[Entry(*entry)]  # type: ignore[arg-type]


@pytest.mark.parametrize("document", TABLES)
def test_the_themes_of_a_table_add_up_to_its_total(told: Told, document: str) -> None:
    columns: dict[tuple[str, str, int | None], dict[str, float]] = defaultdict(dict)
    for entry, value in cells(told.documents[f"lindewaard-{document}"]):
        columns[entry[1:]][entry.theme] = value
    assert columns
    for column in columns.values():
        assert set(column) == {*THEMES, TOTAL}
        assert sum(column[theme] for theme in THEMES) == column[TOTAL]


@pytest.mark.parametrize("document", TABLES)
def test_what_comes_in_less_what_goes_out_is_what_is_left(told: Told, document: str) -> None:
    found = dict(cells(told.documents[f"lindewaard-{document}"]))
    balances = [entry for entry in found if entry.what == "saldo"]
    wrong = [
        entry
        for entry in balances
        if found[entry._replace(what="baten")] - found[entry._replace(what="lasten")] != found[entry]
    ]
    assert wrong == []


def test_an_amount_is_the_same_in_every_document_that_names_it(told: Told) -> None:
    named: dict[Entry, set[float]] = defaultdict(set)
    times: dict[Entry, int] = defaultdict(int)
    for document in told.build.documents:
        for entry, value in cells(document):
            if not entry.what.startswith("verschil"):
                named[entry].add(value)
                times[entry] += 1
    assert {entry: values for entry, values in named.items() if len(values) > 1} == {}
    assert len([entry for entry, count in times.items() if count > 1]) >= 80


def test_youth_care_overspends_twice_and_stays_within_its_budget_the_third_year(told: Told) -> None:
    differences = [
        amount_of(told, f"jaarstukken-{year}", "Jeugd", "lasten", "adjusted", year)
        - amount_of(told, f"jaarstukken-{year}", "Jeugd", "lasten", "executed", year)
        for year in (2022, 2023, 2024)
    ]
    assert differences == [-1_325_000, -734_000, 138_000]


def test_an_amount_in_a_sentence_is_read_with_its_sign(told: Told) -> None:
    sentences = {
        ("kadernota-2023", "€ 1,3 miljoen"): -1_300_000,
        ("begroting-2022", "€ 350.000"): 350_000,
        ("tussenrapportage-2022", "€ 850.000"): -850_000,
        ("jaarstukken-2024", "€ 378.000"): -378_000,
    }
    for (document, raw), value in sentences.items():
        elements = told.documents[f"lindewaard-{document}"].elements
        assert {one.value for element in elements for one in element.amounts if one.raw == raw} == {value}


def test_an_amount_that_is_not_known_yet_has_no_value(told: Told) -> None:
    elements = told.documents["lindewaard-kadernota-2023"].elements
    pending = [one for element in elements for one in element.amounts if one.raw == "PM"]
    assert [(one.year, one.value) for one in pending] == [(2025, None), (2026, None)]


# --- indicators ------------------------------------------------------------------------------------------


def values(told: Told, document: str) -> list[Value]:
    return [one for element in told.documents[f"lindewaard-{document}"].elements for one in element.values]


@pytest.mark.parametrize(
    ("document", "name", "side", "period", "value"),
    [
        ("jaarstukken-2022", "Bezette leerwerkplekken", Side.TARGET, "2022", 40),
        ("jaarstukken-2022", "Bezette leerwerkplekken", Side.VALUE, "2022", 31),
        ("begroting-2023", "Aantal logeernachten in De Zomerkamer", Side.TARGET, "2023", 120),
        ("jaarstukken-2023", "Aantal logeernachten in De Zomerkamer", Side.VALUE, "2023", 17),
        ("jaarstukken-2023", "Totaal aantal meldingen van betalingsachterstanden", Side.VALUE, "2023", 387),
        ("begroting-2024", "Wachttijd voor specialistische jeugdhulp", Side.TARGET, "2024", 4),
        ("jaarstukken-2024", "Wachttijd voor specialistische jeugdhulp", Side.VALUE, "2024", 11),
        ("jaarstukken-2024", "Netto arbeidsparticipatie", Side.VALUE, "2024", 73.6),
    ],
)
def test_an_indicator_has_its_figure(
    told: Told, document: str, name: str, side: Side, period: str | None, value: float
) -> None:
    found = [
        one.value
        for one in values(told, document)
        if (one.name, one.side, one.period) == (name, side, period)
    ]
    assert found == [value]


@pytest.mark.parametrize(
    ("document", "name", "missing"),
    [
        ("jaarstukken-2022", "Mantelzorgers die zich zwaar belast voelen", "leeg"),
        ("jaarstukken-2022", "Inwoners die zich ernstig eenzaam voelen", "gegevens niet beschikbaar"),
        (
            "jaarstukken-2023",
            "Percentage inwoners dat zich ernstig eenzaam voelt",
            "gegevens niet beschikbaar",
        ),
        ("jaarstukken-2024", "Cliënten met een maatwerkarrangement Wmo", "leeg"),
        ("jaarstukken-2024", "Jongeren met jeugdhulp", "gegevens niet beschikbaar"),
        ("begroting-2024", "Wachttijd voor specialistische jeugdhulp", "n.n.b."),
    ],
)
def test_a_figure_that_is_not_there_says_how(told: Told, document: str, name: str, missing: str) -> None:
    assert missing in {one.missing for one in values(told, document) if one.name == name}


def test_a_figure_of_a_year_is_the_same_in_every_document_that_names_it(told: Told) -> None:
    named: dict[tuple[str, str | None], set[float]] = defaultdict(set)
    for document in told.build.documents:
        for element in document.elements:
            for one in element.values:
                if one.side is Side.VALUE and one.period and one.value is not None:
                    named[one.name, one.period].add(one.value)
    assert len(named) >= 30
    assert {key: found for key, found in named.items() if len(found) > 1} == {}


@pytest.fixture(scope="module")
def measured() -> Observations:
    return observed_of(EXAMPLE)


def test_the_table_is_used_whole(measured: Observations) -> None:
    (delivery,) = measured.deliveries
    assert (delivery.rows_in, delivery.rows_used, delivery.left_out) == (5, 5, ())


def test_the_definition_that_changed_gives_two_series_with_a_break(measured: Observations) -> None:
    first, second = (one for one in measured.series if one.indicator == "bbv-27")
    assert first.begins is None
    assert second.begins is not None
    assert second.begins.cause is BreakCause.UNIT
    assert [one.period for one in first.observations] == ["2020", "2021"]
    assert second.observations[0].period == "2022"


def test_a_number_of_few_people_is_hidden_and_its_share_with_it(measured: Observations) -> None:
    (series,) = (one for one in measured.series if one.indicator == "bbv-31")
    hidden = [one for one in series.observations if one.status is ObservationStatus.SUPPRESSED]
    assert [(one.period, one.value) for one in hidden] == [("2023", None)]


def test_what_the_table_gives_is_what_the_reports_say_but_for_the_story(
    told: Told, measured: Observations
) -> None:
    computed = {
        (series.indicator, one.period): one.value
        for series in measured.series
        for one in series.observations
        if one.value is not None and not series.unit.startswith("per 1.000 ")
    }
    said = {
        (value.standard, value.period): value.value
        for document in told.documents.values()
        for element in document.elements
        for value in element.values
        if value.side is Side.VALUE and value.value is not None
    }
    apart = {
        key: (said[key], round(value, 1))
        for key, value in computed.items()
        if key in said and abs(said[key] - value) > 0.5
    }
    assert apart == {("bbv-27", "2024"): (282.0, 289.9)}
