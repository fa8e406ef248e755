import pytest
from msgspec import structs

from rodedraad.checking.rules.claim_contradicts_number import ClaimContradictsNumber
from rodedraad.checking.rules.indicator_without_value import IndicatorWithoutValue
from rodedraad.checking.rules.page_outside_menu import PageOutsideMenu
from rodedraad.checking.rules.page_twice import PageTwice
from rodedraad.checking.rules.reference_not_found import ReferenceNotFound
from rodedraad.checking.rules.result_only_refers import ResultOnlyRefers
from rodedraad.checking.rules.status_conflicts_with_text import StatusConflictsWithText
from rodedraad.checking.rules.status_unreadable import StatusUnreadable
from rodedraad.model.document import Element, LegendEntry, Reference, Source, Span
from rodedraad.model.terms import By, Phase, Status
from tests.checking.support import (
    about,
    element,
    goal,
    heading,
    indicator,
    judged,
    remarks,
    report,
    result,
    value,
)


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("Zie programma 3.", True),
        ("Zie hierboven bij thema Jeugd.", True),
        ("Dit is uitgewerkt in het Meerjarenplan Welzijn.", True),
        ("We verwijzen hiervoor naar de paragraaf Bedrijfsvoering.", True),
        ("De buurtkamer is open. Zie ook programma 3.", False),
        ("De buurtkamer is op 3 mei geopend.", False),
        ("We zien dat het programma werkt.", False),
    ],
)
def test_a_result_that_only_points_elsewhere_is_asked_for_its_own(text: str, refers: bool) -> None:
    assert about(ResultOnlyRefers, report(result("r1", text))) == (["r1"] if refers else [])


@pytest.mark.parametrize(
    ("status", "text", "conflict"),
    [
        (Status.DONE, "De opening is uitgesteld naar volgend jaar.", True),
        (Status.DONE, "Het plan is nog niet vastgesteld.", True),
        (Status.DONE, "Er zijn zeven mensen in dienst. De andere drie plekken zijn nog niet vervuld.", True),
        (Status.DONE, "De buurtkamer is open. De bezoekcijfers zijn nog niet bekend.", False),
        (Status.ON_TRACK, "De bouw heeft vertraging opgelopen.", True),
        (Status.MISSED, "Het project is volledig afgerond.", True),
        (Status.DONE, "De opening was uitgesteld, maar is inmiddels geweest.", False),
        (Status.DONE, "De buurtkamer is open.", False),
        (Status.DELAYED, "De opening is uitgesteld.", False),
        (Status.MISSED, "Er is een deel afgerond.", False),
    ],
)
def test_a_status_apart_from_the_text_is_compared_with_it(status: Status, text: str, conflict: bool) -> None:
    document = report(element("e1", "We openen.", status=judged(status)), result("r1", text, "e1"))
    assert about(StatusConflictsWithText, document) == (["e1"] if conflict else [])


def test_a_status_that_was_read_from_the_result_or_set_by_a_person_is_not_compared() -> None:
    answer = result("r1", "De opening is uitgesteld.", "e1")
    own = judged(Status.DONE, By.TEXT, answer.spans)
    for status in (own, judged(Status.DONE, By.PERSON)):
        assert (
            about(StatusConflictsWithText, report(element("e1", "We openen.", status=status), answer)) == []
        )
    cell = judged(Status.DONE, By.TEXT, [Span(source=0, start=5, end=9)])
    assert about(StatusConflictsWithText, report(element("e1", "We openen.", status=cell), answer)) == ["e1"]


def test_a_status_heading_with_nothing_in_it_is_told_once_a_document() -> None:
    document = report(
        goal("g1"),
        heading("h1", "Status", parent="g1"),
        element("e1", "We openen.", parent="g1"),
        goal("g2"),
        heading("h2", "Status:", parent="g2"),
    )
    (remark,) = remarks(StatusUnreadable, document)
    assert remark.subject.element is None
    assert [one.element for one in remark.others] == ["h1", "h2"]


def test_a_status_heading_with_a_readable_status_is_fine() -> None:
    head = heading("h1", "Status", parent="g1")
    by_symbol = element("e1", "We openen.", parent="g1", status=judged(Status.DONE))
    for readable in (
        by_symbol,
        heading("h2", "Groen", parent="g1"),
        element("e1", "x", parent="g1", label="O"),
    ):
        assert remarks(StatusUnreadable, report(goal("g1"), head, readable)) == []
    legend = (LegendEntry(aspect="tijd", symbol="★", words="klaar", value=Status.DONE),)
    assert (
        remarks(StatusUnreadable, report(goal("g1"), head, heading("h2", "★", parent="g1"), legend=legend))
        == []
    )


def test_a_status_read_from_the_words_of_a_result_does_not_fill_the_status_column() -> None:
    answer = result("r1", "De opening is geweest.", "e1", parent="g1")
    promise = element("e1", "We openen.", parent="g1", status=judged(Status.DONE, By.TEXT, answer.spans))
    document = report(goal("g1"), heading("h1", "Status", parent="g1"), promise, answer)
    assert len(remarks(StatusUnreadable, document)) == 1


def test_an_indicator_with_only_missing_figures_has_no_value() -> None:
    assert about(IndicatorWithoutValue, report(indicator("i1", "Bezoekers", values=(value(None),)))) == ["i1"]
    filled = indicator("i1", "Bezoekers", values=(value(None), value(3)))
    assert about(IndicatorWithoutValue, report(filled)) == []
    earlier = indicator("i1", "Bezoekers", values=(value(3, "2023"), value(None, "2024")))
    assert about(IndicatorWithoutValue, report(earlier, year=2024)) == ["i1"]
    assert about(IndicatorWithoutValue, report(earlier, year=2023)) == []
    assert about(IndicatorWithoutValue, report(indicator("i1", "n.n.b.", Phase.ACTUAL))) == ["i1"]
    assert about(IndicatorWithoutValue, report(indicator("i1", "n.n.b."))) == []


def group(claim: str, *figures: str) -> list[str | None]:
    rows = [indicator(f"i{place}", text, Phase.ACTUAL, parent="g1") for place, text in enumerate(figures)]
    return about(ClaimContradictsNumber, report(goal("g1"), result("r1", claim, parent="g1"), *rows))


ZERO = ("Aantal meldingen: 32.", "Aantal meldingen dat leidt tot een aanbod van Samen Sterk: 0.")


@pytest.mark.parametrize(
    ("claim", "against"),
    [
        ("Inwoners ontvangen hierna een passend hulpaanbod.", True),
        ("Zij kregen in 2024 een aanbod.", True),
        ("Zij kregen in 2023 een aanbod.", False),
        ("Inwoners ontvangen nog geen aanbod.", False),
        ("Inwoners kunnen een aanbod krijgen.", False),
        ("Samen Sterk heeft meldingen ontvangen.", False),
        ("Het aanbod is op papier gezet.", False),
    ],
)
def test_a_claim_that_something_was_given_is_held_against_a_zero_beside_it(claim: str, against: bool) -> None:
    assert group(claim, *ZERO) == (["r1"] if against else [])


@pytest.mark.parametrize(
    ("claim", "against"),
    [
        ("Er zijn geen meldingen binnengekomen.", True),
        ("Er zijn geen klachten over meldingen.", False),
        ("Er zijn meldingen binnengekomen.", False),
    ],
)
def test_a_claim_that_there_is_none_is_held_against_a_figure_above_zero(claim: str, against: bool) -> None:
    assert group(claim, "Aantal meldingen van schulden: 1.032.") == (["r1"] if against else [])


def test_a_claim_of_a_rise_is_held_against_figures_that_fall() -> None:
    falling = indicator("i1", "Aantal bezoekers van de buurtkamer", Phase.ACTUAL, parent="g1")
    values = (value(80, "2023"), value(60, "2024"))
    figures = structs.replace(
        falling,
        values=tuple(structs.replace(one, name="aantal bezoekers van de buurtkamer") for one in values),
    )
    claim = result("r1", "Het aantal bezoekers van de buurtkamer is gestegen.", parent="g1")
    assert about(ClaimContradictsNumber, report(goal("g1"), claim, figures)) == ["r1"]
    right = result("r1", "Het aantal bezoekers van de buurtkamer is gedaald.", parent="g1")
    assert about(ClaimContradictsNumber, report(goal("g1"), right, figures)) == []


def test_claims_and_figures_of_different_goals_are_not_compared() -> None:
    zero = indicator("i1", "Aantal hulpaanbiedingen: 0", Phase.ACTUAL, parent="g2")
    claim = result("r1", "Inwoners kregen hulpaanbiedingen.", parent="g1")
    assert about(ClaimContradictsNumber, report(goal("g1"), claim, goal("g2"), zero)) == []


def pointing(identity: str, name: str, kind: str = "see", **place: object) -> Element:
    evidence = Span(source=0, start=5, end=9)
    return element(
        identity, f"Zie {name}.", refs=(Reference(kind=kind, name=name, evidence=evidence, **place),)
    )  # type: ignore[arg-type]


def test_a_reference_to_a_place_that_is_not_there_is_asked_about_once_a_place() -> None:
    document = report(
        heading("h1", "Zorg"),
        pointing("e1", "bijlage 7"),
        pointing("e2", "Bijlage 7"),
        pointing("e3", "bijlage 2", element="h1", source=0),
        pointing("e4", "de regio", kind="organisation"),
        pointing("e5", "deze pagina", kind="link"),
        covers=("Zorg",),
        sources=(page("a.html"),),
    )
    see, link = remarks(ReferenceNotFound, document)
    assert (see.subject.element, [one.element for one in see.others]) == ("e1", ["e2"])
    assert "‘bijlage 7’. Die plek is niet gevonden in de 1 kop van 1 ingelezen bestand." in see.message
    assert see.message.endswith("Van dit stuk hoort alleen bij het dossier: Zorg.")
    assert (link.subject.element, "‘deze pagina’" in link.message) == ("e5", True)
    assert [quote.span.start for quote in see.evidence] == [5, 5]


def page(name: str, **more: object) -> Source:
    return Source(name=name, media_type="text/html", sha256="0", text="t", places="p", **more)  # type: ignore[arg-type]


def test_pages_outside_the_menu_and_pages_that_stand_there_twice_are_told() -> None:
    pages = [page(f"p{number}.html", unplaced=True) for number in range(7)]
    document = report(sources=(page("a.html", also=("b.html", "c.html")), *pages))
    (outside,) = remarks(PageOutsideMenu, document)
    assert outside.message.startswith("7 pagina’s staan niet in het menu")
    assert outside.message.endswith("p4.html en nog 2.")
    (twice,) = remarks(PageTwice, document)
    assert twice.message == "Hetzelfde als a.html staat in b.html, c.html. Het is één keer gelezen."
    assert remarks(PageOutsideMenu, report()) == remarks(PageTwice, report()) == []
