"""Observations in series, from made-up tables of a town and its mergers."""

from datetime import date

import pytest
from msgspec import structs

from rodedraad.measuring.delivering import Delivered
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.hiding import hidden
from rodedraad.measuring.measure import Wanted, measure
from rodedraad.measuring.supply import Asked
from rodedraad.measuring.tables.mapping import Asking, Column, Role, TableMapping
from rodedraad.measuring.tables.table import deliver
from rodedraad.model.codec import from_json, to_json
from rodedraad.model.indicators import Aim, Direction, Indicator, Version
from rodedraad.model.observations import BreakCause, Observations, ObservationStatus, Series
from tests.measuring.support import areas, asked, digest

AREA = Column(name="Gemeente", role=Role.AREA)
YEAR = Column(name="Jaar", role=Role.PERIOD)
CASES = Column(name="Uitkeringen", role=Role.COUNT, term="uitkeringen", unit="uitkeringen")
PEOPLE = Column(name="Inwoners", role=Role.COUNT, term="inwoners", unit="inwoners")
MAPPING = TableMapping(columns=(AREA, YEAR, CASES, PEOPLE))
HEAD = "Gemeente;Jaar;Uitkeringen;Inwoners\n"
ROWS = "".join(
    f"Nieuwegein;{year};{cases};60000\n" for year, cases in ((2020, 1500), (2021, 1560), (2022, 1440))
)

PER_THOUSAND = Version(
    since=date(2017, 1, 1),
    name="Personen met een bijstandsuitkering",
    question="Hoeveel inwoners hebben bijstand?",
    unit="per 1.000 inwoners",
    population="inwoners",
    formula="1000 * uitkeringen / inwoners",
    terms={"uitkeringen": "eigen:uitkeringen", "inwoners": "eigen:inwoners"},
    direction=Direction.LOWER,
)
INDICATOR = Indicator(code="bijstand", holder="CBS", versions=(PER_THOUSAND,))


def per_ten_thousand(since: date) -> Version:
    return structs.replace(
        PER_THOUSAND, since=since, unit="per 10.000 inwoners", formula="10000 * uitkeringen / inwoners"
    )


def table(rows: str, how: TableMapping = MAPPING, head: str = HEAD, **more: object) -> Asked:
    return asked("eigen", head + rows, mapping=how, **more)


def measured(indicator: Indicator, *files: Asked, **years: tuple[int, ...]) -> Observations:
    read = [deliver(one, one.mapping or MAPPING, areas()) for one in files]
    supplies = hidden(read, areas())
    wanted = Wanted(indicators=(indicator,), years=years or {"GM0356": (2022,)})
    return measure(Delivered(supplies=supplies, areas=areas()), wanted)


def of(indicator: Indicator, *rows: str, **years: tuple[int, ...]) -> tuple[Series, ...]:
    return measured(indicator, *(table(row) for row in rows), **years).series


def values(series: Series) -> dict[str, float | None]:
    return {one.period: one.value for one in series.observations}


def test_a_value_is_computed_and_tells_how_and_of_which_rows() -> None:
    (series,) = of(INDICATOR, ROWS)
    assert values(series) == {"2020": 25.0, "2021": 26.0, "2022": 24.0}
    first = series.observations[0]
    assert first.calculation == "1000 * 1500 / 60000"
    assert [(origin.sha256, origin.rows) for origin in first.origins] == [(digest(HEAD + ROWS), (2,))]
    assert series.begins is None


def test_another_definition_is_another_series_and_the_old_report_stays_as_it_was() -> None:
    ended = structs.replace(PER_THOUSAND, until=date(2021, 1, 1))
    changed = structs.replace(INDICATOR, versions=(ended, per_ten_thousand(date(2021, 1, 1))))
    (report,) = of(structs.replace(INDICATOR, versions=(ended,)), ROWS, GM0356=(2020,))
    old, new = of(changed, ROWS)
    assert to_json(old) == to_json(report)
    assert values(old) == {"2020": 25.0}
    assert values(new) == {"2021": 260.0, "2022": 240.0}
    assert new.begins is not None
    assert (new.begins.after, new.begins.before, new.begins.cause) == ("2020", "2021", BreakCause.UNIT)
    assert new.begins.text == "Vanaf 2021 telt dit anders: per 10.000 inwoners."


def test_another_question_is_a_break_of_definition() -> None:
    ended = structs.replace(PER_THOUSAND, until=date(2022, 1, 1))
    other = structs.replace(PER_THOUSAND, since=date(2022, 1, 1), population="inwoners van 18 jaar en ouder")
    _, new = of(structs.replace(INDICATOR, versions=(ended, other)), ROWS)
    assert new.begins is not None
    assert new.begins.cause == BreakCause.DEFINITION


def test_a_merger_is_a_break_and_its_parts_come_before_it() -> None:
    rows = "Brielle;2022;100;17000\nWestvoorne;2022;90;15000\nVoorne aan Zee;2023;700;74000\n"
    found = of(INDICATOR, rows, GM1992=(2023,))
    assert [series.area for series in found] == ["GM0501", "GM0614", "GM1992"]
    assert found[2].begins is not None
    assert found[2].begins.cause == BreakCause.AREA


def test_land_that_grew_under_the_same_code_is_a_break_too() -> None:
    rows = "".join(f"GM0363;{year};10;1000\n" for year in (2021, 2022, 2023))
    found = of(INDICATOR, rows, GM0363=(2023,))
    assert [list(values(series)) for series in found] == [["2021", "2022"], ["2023"]]


def test_asking_in_another_way_is_a_break() -> None:
    share = Column(name="Aandeel", role=Role.PERCENTAGE, term="aandeel", unit="%")
    on_paper, online = (
        TableMapping(columns=(AREA, YEAR, share), survey=Asking(mode=mode)) for mode in ("papier", "online")
    )
    lonely = structs.replace(PER_THOUSAND, formula="aandeel", terms={"aandeel": "eigen:aandeel"}, unit="%")
    head = "Gemeente;Jaar;Aandeel\n"
    first = table("Nieuwegein;2020;40\nNieuwegein;2021;niet gemeten\n", on_paper, head)
    second = table("Nieuwegein;2022;45\n", online, head)
    found = measured(structs.replace(INDICATOR, versions=(lonely,)), first, second).series
    assert [values(series) for series in found] == [{"2020": 40.0, "2021": None}, {"2022": 45.0}]
    assert found[1].begins is not None
    assert found[1].begins.cause == BreakCause.MODE


def test_a_year_of_a_document_without_figures_is_told_as_not_delivered() -> None:
    (series,) = of(INDICATOR, ROWS, GM0356=(2016, 2021, 2024))
    assert [(one.period, one.status) for one in series.observations][-1] == (
        "2024",
        ObservationStatus.NOT_DELIVERED,
    )
    assert "2016" not in values(series)


@pytest.mark.parametrize(
    ("row", "status", "reason"),
    [
        (
            "Nieuwegein;2022;.;60000\n",
            ObservationStatus.UNAVAILABLE,
            "onbekend, onvoldoende betrouwbaar of geheim",
        ),
        ("Nieuwegein;2022;x;.\n", ObservationStatus.SUPPRESSED, "geheim"),
        ("Nieuwegein;2022;5;0\n", ObservationStatus.NOT_MEASURED, "de noemer is nul: 1000 * 5 / 0"),
    ],
)
def test_a_part_without_a_value_leaves_the_whole_without(
    row: str, status: ObservationStatus, reason: str
) -> None:
    (series,) = of(INDICATOR, row)
    (one,) = series.observations
    assert (one.value, one.status, one.reason, one.calculation) == (None, status, reason, None)


def test_a_term_that_nobody_delivered_is_named() -> None:
    missing = structs.replace(PER_THOUSAND, terms={**PER_THOUSAND.terms, "inwoners": "cbs/85067NED:inwoners"})
    (series,) = of(structs.replace(INDICATOR, versions=(missing,)), ROWS)
    assert series.observations[0].status == ObservationStatus.NOT_DELIVERED
    assert series.observations[0].reason == "niet aangeleverd: inwoners"


def test_the_least_sure_part_says_how_sure_the_value_is() -> None:
    how = TableMapping(columns=(AREA, YEAR, CASES, PEOPLE), status=ObservationStatus.PROVISIONAL)
    (series,) = measured(INDICATOR, table(ROWS, how)).series
    assert {one.status for one in series.observations} == {ObservationStatus.PROVISIONAL}


def test_the_same_delivery_twice_changes_nothing() -> None:
    once, twice = measured(INDICATOR, table(ROWS)), measured(INDICATOR, table(ROWS), table(ROWS))
    assert to_json(once) == to_json(twice)


def test_a_later_delivery_corrects_and_the_difference_is_told() -> None:
    later = table("Nieuwegein;2021;1620;60000\n", delivered=date(2025, 3, 1))
    earlier = table(ROWS, delivered=date(2024, 3, 1))
    found = measured(INDICATOR, later, earlier)
    assert values(found.series[0]) == {"2020": 25.0, "2021": 27.0, "2022": 24.0}
    (correction,) = found.corrections
    assert (correction.column, correction.period) == ("eigen:uitkeringen", "2021")
    assert (correction.was, correction.now, correction.by) == (1560, 1620, digest(later.data))


def test_aims_stand_with_the_definition_that_holds_in_their_period() -> None:
    baseline = Aim(area="GM0356", period="2020", value=25, source="begroting 2021")
    target = Aim(area="GM0356", period="2025", words="lager dan nulmeting", source="begroting 2021")
    ended = structs.replace(PER_THOUSAND, until=date(2021, 1, 1))
    changed = Indicator(
        code="bijstand",
        holder="CBS",
        versions=(ended, per_ten_thousand(date(2021, 1, 1))),
        baselines=(baseline,),
        targets=(target,),
    )
    old, new = of(changed, ROWS)
    assert (old.baseline, old.targets) == (baseline, ())
    assert (new.baseline, new.targets) == (None, (target,))


def test_a_band_tells_what_other_municipalities_show() -> None:
    others = "".join(
        f"{code};2022;{cases};1000\n"
        for code, cases in (("GM0501", 10), ("GM0530", 20), ("GM0614", 30), ("GM0889", 40))
    )
    (series,) = of(INDICATOR, ROWS + others)
    (band,) = series.bands
    assert (band.name, band.period, band.low, band.middle, band.high, band.count) == (
        "Nederland", "2022", 20, 24, 30, 5,
    )  # fmt: skip


def test_districts_have_series_of_their_own() -> None:
    (town, district) = of(INDICATOR, ROWS + "WK035601;2022;60;2000\n")
    assert (district.area, values(district)) == ("WK035601", {"2022": 30.0})
    assert district.bands == ()
    assert town.area == "GM0356"


def test_a_column_with_another_unit_than_its_indicator_is_refused() -> None:
    plain = structs.replace(PER_THOUSAND, formula="waarde", terms={"waarde": "eigen:uitkeringen"})
    with pytest.raises(FigureError, match="de eenheid van eigen:uitkeringen is"):
        of(structs.replace(INDICATOR, versions=(plain,)), ROWS)


def test_observations_are_the_same_after_writing_and_reading() -> None:
    found = measured(INDICATOR, table(ROWS))
    assert from_json(to_json(found), Observations, "observations.json") == found
