"""Computed indicators on their pages: values with status, breaks, aims, definitions, and where they come from."""

from datetime import date

import lxml.html
import pytest
from msgspec import structs

from rodedraad.model.build import Build
from rodedraad.model.indicators import Aim, Direction, Indicator, Version
from rodedraad.model.observations import (
    Band,
    Break,
    BreakCause,
    Correction,
    Delivery,
    Observation,
    Observations,
    ObservationStatus,
    Origin,
    Series,
    Survey,
)
from rodedraad.publishing.linechart import Point, Range, line_chart
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.publish import publish
from rodedraad.publishing.views.indicator import indicator_pages

DIGEST = "cd" * 32
OLD, NEW = date(2017, 1, 1), date(2023, 1, 1)


def version(since: date, unit: str, until: date | None = None) -> Version:
    return Version(
        since=since,
        until=until,
        name="Verzonnen meting",
        question="Hoe vaak komt dit voor?",
        unit=unit,
        population="inwoners",
        formula="a / b",
        terms={"a": "gemeente/tabel:a", "b": "gemeente/tabel:b"},
        direction=Direction.LOWER,
        basis="verzonnen artikel 7",
    )


def seen(
    period: str, value: float | None, status: ObservationStatus = ObservationStatus.FINAL
) -> Observation:
    return Observation(
        period=period,
        status=status,
        value=value,
        calculation="1 / 2" if value is not None else None,
        origins=(Origin(sha256=DIGEST, rows=(int(period[-1]) + 1,)),),
    )


def observations(second: str, *, area: str = "GM9901") -> Observations:
    aims = {
        "baseline": Aim(area=area, period="2021", value=40, source="begroting 2022"),
        "targets": (Aim(area=area, period="2024", words="lager dan nulmeting", source="begroting 2024"),),
    }
    band = Band(group="NL", name="Nederland", period="2021", low=30, middle=35, high=45, count=12)
    begins = Break(
        after="2022",
        before="2023",
        cause=BreakCause.UNIT if second != "per 1.000" else BreakCause.DEFINITION,
        text="Vanaf 2023 telt dit anders.",
    )
    first = (seen("2021", 40.0), seen("2022", 38.5))
    then = (
        seen("2023", 37.0, ObservationStatus.PROVISIONAL),
        seen("2024", None, ObservationStatus.SUPPRESSED),
        seen("2025", None, ObservationStatus.UNAVAILABLE),
    )
    return Observations(
        indicators=(
            Indicator(
                code="meting",
                holder="gemeente",
                versions=(version(OLD, "per 1.000", NEW), version(NEW, second)),
            ),
        ),
        deliveries=(
            Delivery(
                source="gemeente/tabel",
                file="cijfers/tabel.csv",
                sha256=DIGEST,
                rows_in=5,
                rows_used=5,
                method="Rij voor rij.",
                method_version=1,
            ),
        ),
        corrections=(
            Correction(
                source="gemeente/tabel",
                column="gemeente/tabel:a",
                area=area,
                period="2021",
                was=3.0,
                now=None,
                by=DIGEST,
            ),
        ),
        series=(
            Series(
                indicator="meting",
                area=area,
                version=OLD,
                unit="per 1.000",
                observations=first,
                bands=(band,),
                **aims,
            ),
            Series(
                indicator="meting",
                area=area,
                version=NEW,
                unit=second,
                begins=begins,
                observations=then,
                **aims,
            ),
            Series(
                indicator="meting",
                area="WK990101",
                version=NEW,
                unit=second,
                observations=(seen("2023", 12.0),),
            ),
        ),
    )


def measured(build: Build, second: str = "per 10.000") -> Build:
    return structs.replace(build, observations=observations(second))


def text(content: bytes) -> str:
    return " ".join(" ".join(lxml.html.fromstring(content).itertext()).split())


@pytest.fixture(scope="module")
def page(build) -> bytes:
    return dict(publish(measured(build)))["site/indicator/meting-GM9901/index.html"]


def test_what_no_document_names_has_a_page_that_says_so(page) -> None:
    assert "Geen document op deze site noemt deze indicator." in text(page)


@pytest.mark.parametrize(
    "row",
    [
        "2021 40 per 1.000 definitief 1 / 2 tabel.csv, rij 2",
        "2023 37 per 10.000 breuk Vanaf 2023 telt dit anders. voorlopig 1 / 2 tabel.csv, rij 4",
        "2024 niet bekend onderdrukt",
        "2025 niet bekend gegevens niet beschikbaar",
    ],
)
def test_each_value_has_its_status_in_words_and_leads_to_its_row(page, row: str) -> None:
    assert row in text(page)


def test_a_break_is_told_and_units_stand_on_scales_of_their_own(page) -> None:
    charts = lxml.html.fromstring(page).cssselect("svg.rd-chart")
    assert [one.cssselect("circle.rd-mark--value") != [] for one in charts] == [True, True]
    assert "Niet te vergelijken over deze grens. Vanaf 2023 telt dit anders." in text(page)


def test_another_definition_in_the_same_unit_is_a_gap_in_one_chart(build) -> None:
    (view,) = [one for one in indicator_pages(Lookup(measured(build, "per 1.000"))) if one.measured]
    (panel,) = view.measured[0].panels
    assert len(panel.chart.breaks) == 1
    assert len(panel.chart.strokes) == 1


def test_aims_stand_there_once_in_numbers_or_words_with_their_source(page) -> None:
    said = text(page)
    assert said.count("uitgangswaarde 2021 40 begroting 2022") == 1
    assert said.count("streefwaarde 2024 lager dan nulmeting begroting 2024") == 1


def test_others_stand_beside_it(page) -> None:
    assert "Nederland 2021 30 tot 45 35 12" in text(page)
    assert lxml.html.fromstring(page).cssselect("svg.rd-chart rect.rd-spread")


def test_every_definition_is_told_with_its_formula_and_its_ground(page) -> None:
    said = text(page)
    assert said.count("Hoe vaak komt dit voor?") == 2
    assert "vanaf 1 januari 2017 tot 1 januari 2023" in said
    assert "a / b , met a = gemeente/tabel:a , b = gemeente/tabel:b" in said
    assert said.count("verzonnen artikel 7") == 2


def test_districts_stand_apart(page) -> None:
    (folded,) = lxml.html.fromstring(page).cssselect("details")
    assert "WK990101 2023 12 per 10.000" in " ".join(" ".join(folded.itertext()).split())


def test_a_survey_says_what_it_rests_on(build) -> None:
    found = observations("per 10.000")
    survey = Survey(n=1200, response=31.5, low=39, high=41, weighting="leeftijd", mode="online")
    told = structs.replace(
        found.series[0],
        observations=(structs.replace(found.series[0].observations[0], survey=survey),),
    )
    made = structs.replace(found, series=(told, *found.series[1:]))
    (view,) = [
        one for one in indicator_pages(Lookup(structs.replace(build, observations=made))) if one.measured
    ]
    assert view.measured[0].rows[0].survey == (
        "n 1.200, respons 31,5%, betrouwbaarheidsinterval 39 tot 41, gewogen naar leeftijd, gevraagd online"
    )


def test_an_indicator_that_a_document_names_shows_both_on_one_page(build) -> None:
    named = next(one for one in indicator_pages(Lookup(build)) if one.rows and one.title)
    place = next(
        one for one in build.documents if any(v.name == named.title for e in one.elements for v in e.values)
    )
    found = observations("per 10.000", area=place.organisation.code)
    versions = tuple(structs.replace(one, name=named.title.upper()) for one in found.indicators[0].versions)
    made = structs.replace(
        found,
        indicators=(structs.replace(found.indicators[0], versions=versions),),
        series=found.series[:2],
    )
    views = indicator_pages(Lookup(structs.replace(build, observations=made)))
    assert [one.href for one in views if one.measured] == [named.href]


def test_the_page_on_gaps_counts_what_is_computed_and_tells_what_a_source_changed(build) -> None:
    page = dict(publish(measured(build)))["site/cijfers/index.html"]
    links = [one.get("href") for one in lxml.html.fromstring(page).iter("a")]
    assert "../indicator/meting-GM9901/index.html" in links
    said = text(page)
    assert "a, GM9901, 2021 gemeente/tabel 3 niet bekend" in said


def test_what_others_show_fits_on_the_scale() -> None:
    chart = line_chart([Point(year=2020, series="value", value=1)], ranges=[Range(year=2020, low=2, high=9)])
    (spread,) = chart.spreads
    (mark,) = chart.marks
    assert 0 < spread.y < spread.y + spread.height < mark.y
