"""Aspects that are judged beside a promise, in whatever way a page sets them."""

from datetime import date

import pytest

from rodedraad.model.document import Document, Element, Organisation
from rodedraad.model.terms import DocumentKind, Kind, Phase
from rodedraad.reading import read
from rodedraad.recognising import recognise
from rodedraad.recognising.spoken_states import spoken_states

PROJECTS = (
    ("Jongerenwerk", "We breiden het jongerenwerk uit.", "De locatie is geopend.", "groen", "oranje"),
    ("Taalhuis", "We starten een taalhuis.", "Het taalhuis is vertraagd.", "oranje", "rood"),
)
LEGEND = "<p>Groen: op schema. Oranje: vertraagd. Rood: niet gehaald.</p>"
ICON = '<img src="img/stoplicht-{}.png" alt="">'


def told(body: str, kind: DocumentKind = DocumentKind.TUSSENRAPPORTAGE) -> tuple[Element, ...]:
    page = f"<h1>Programma Sociaal domein</h1>{LEGEND}<h2>Wat gaan we daarvoor doen?</h2>{body}"
    frame = Document(
        id="x",
        organisation=Organisation(code="GM1", name="X"),
        kind=kind,
        year=2023,
        title="X",
        adopted=date(2023, 6, 1),
        covers=(),
    )
    return recognise(frame, [read(f"<html><body>{page}</body></html>".encode(), "a.html")]).elements


def laid(card: str) -> str:
    pages = []
    for title, promise, result, time, money in PROJECTS:
        own = card.format(time=time, money=money, clock=ICON.format(time), purse=ICON.format(money))
        pages.append(f"<h3>{title}</h3><p>{promise}</p>{own}<p>{result}</p>")
    return "".join(pages)


CARDS = {
    "heads over icons": "<table><tr><th>Tijd</th><th>Geld</th></tr><tr><td>{clock}</td><td>{purse}</td></tr></table>",
    "aspects beside icons": "<table><tr><td>Tijd</td><td>{clock}</td></tr><tr><td>Geld</td><td>{purse}</td></tr></table>",
    "with words behind": "<table><tr><th>Aspect</th><th>Status</th><th>Uitleg</th></tr><tr><td>Tijd</td><td>{clock}</td>"
    "<td>Volgens afspraak.</td></tr><tr><td>Geld</td><td>{purse}</td><td>Binnen budget.</td></tr></table>",
    "a list": "<ul><li>Tijd {clock}</li><li>Geld {purse}</li></ul>",
    "labels and icons": "<div><div>Tijd</div><div>{clock}</div></div><div><div>Geld</div><div>{purse}</div></div>",
    "terms": "<dl><dt>Tijd</dt><dd>{clock}</dd><dt>Geld</dt><dd>{purse}</dd></dl>",
    "headings": "<h4>Tijd {clock}</h4><p>Het loopt.</p><h4>Geld {purse}</h4><p>Het past binnen de raming.</p>",
    "one line": "<p>Tijd: {time} Geld: {money}</p>",
    "lines": "<p>Tijd: {time}</p><p>Geld: {money}</p>",
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_aspects_stand_on_the_promise_above_them(card: str) -> None:
    promises = [one for one in told(laid(card)) if one.kind is Kind.ACTIVITY and one.phase is Phase.PLAN]
    found = {one.text: [(aspect.aspect, aspect.value.value) for aspect in one.aspects] for one in promises}
    assert found == {
        "We breiden het jongerenwerk uit.": [("tijd", "on-track"), ("geld", "delayed")],
        "We starten een taalhuis.": [("tijd", "delayed"), ("geld", "missed")],
    }


@pytest.mark.parametrize("name", ["heads over icons", "aspects beside icons", "a list", "one line"])
def test_what_follows_the_aspects_tells_what_came_of_the_promise(name: str) -> None:
    elements = told(laid(CARDS[name]))
    by_id = {one.id: one.text for one in elements}
    answers = {one.text: [by_id[promise] for promise in one.answers] for one in elements if one.answers}
    assert answers["De locatie is geopend."] == ["We breiden het jongerenwerk uit."]
    assert answers["Het taalhuis is vertraagd."] == ["We starten een taalhuis."]


@pytest.mark.parametrize(
    ("line", "aspects"),
    [
        ("Tijd: groen Geld: oranje", ["tijd", "geld"]),
        ("T: G, K: O", ["tijd", "kwaliteit"]),
        ("Tijd: groen", []),
        ("Tijd: groen, want de bouw is klaar. Geld: oranje", []),
        ("Tijd en geld", []),
    ],
)
def test_a_line_that_judges_several_aspects_and_says_no_more(line: str, aspects: list[str]) -> None:
    assert [aspect for aspect, _, _ in spoken_states(line)] == aspects


def test_the_status_of_a_description_stands_on_the_title_that_an_icon_judges() -> None:
    rows = "".join(
        f'<p class="a">{ICON.format(colour)} {title}</p><h5>Actie</h5><p>{promise}</p><h5>Toelichting</h5><p>{result}</p>'
        for title, promise, result, colour, _ in (
            (
                "Bouwen van een wijkhuis in Noord",
                "Het huis opent in mei.",
                "De bouw gaat niet door.",
                "rood",
                "",
            ),
            ("Opstellen van een nota voor jeugd", "De nota komt in juni.", "De nota is klaar.", "groen", ""),
        )
    )
    statuses = {one.text: one.status.value for one in told(rows, DocumentKind.JAARSTUKKEN) if one.status}
    assert statuses.get("Het huis opent in mei.") is None


def test_what_heads_a_line_as_not_planned_is_extra_even_where_it_is_explained() -> None:
    rows = (
        "<table><tr><th>Activiteit</th><th>Toelichting</th></tr>"
        "<tr><td>We openen een huis.</td><td>Het huis is open.</td></tr>"
        "<tr><td>Niet gepland: noodopvang in de sporthal</td><td>De opvang is in mei geopend.</td></tr></table>"
    )
    statuses = {one.text: one.status.value for one in told(rows, DocumentKind.JAARSTUKKEN) if one.status}
    assert statuses["Niet gepland: noodopvang in de sporthal"] == "extra"
    assert statuses["We openen een huis."] == "done"


def test_a_word_of_status_that_also_heads_results_is_the_value_of_its_label() -> None:
    rows = "".join(
        f"<h5>{number} {title}</h5><table><tr><td>Voortgang</td><td>{state}</td></tr>"
        f"<tr><td>Toelichting</td><td>{result}</td></tr></table>"
        for number, title, state, result in (
            ("1.1.1", "We openen een huis in de wijk", "Gerealiseerd", "Het huis is er."),
            ("1.1.2", "We schrijven een nota over jeugd", "Deels gerealiseerd", "Een hoofdstuk ontbreekt."),
            ("1.1.3", "We bezoeken alle scholen in de stad", "Gerealiseerd", "Dat deden we in mei."),
        )
    )
    statuses = [one.status.value.value for one in told(rows, DocumentKind.JAARSTUKKEN) if one.status]
    assert statuses == ["done", "partly", "done"]
