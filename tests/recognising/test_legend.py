import pytest

from rodedraad.model.document import Document
from rodedraad.model.terms import DocumentKind, Status
from rodedraad.reading import read
from rodedraad.recognising import recognise
from rodedraad.recognising.legend import is_legend_line
from rodedraad.recognising.legend_words import meanings_of
from rodedraad.recognising.status_cells import meanings_for, status_of_cell
from rodedraad.recognising.symbols import seen
from tests.recognising.pages import frame


def of(body: str, kind: DocumentKind = DocumentKind.JAARSTUKKEN) -> Document:
    return recognise(frame(kind), [read(body.encode(), "pagina.html")])


def legend(body: str) -> dict[tuple[str, str], str]:
    return {(entry.aspect, entry.symbol.lower()): entry.value.value for entry in of(body).legend}


@pytest.mark.parametrize(
    ("symbols", "first"),
    [
        (("stoplicht-groen.png",), "groen"),
        (("stoplichtrood.gif",), "rood"),
        (("icon icon-status-geel",), "geel"),
        (("fa fa-circle", "#f39c12"), "oranje"),
        (("rgb(204, 0, 0)",), "rood"),
        (("badge badge-success",), "groen"),
        (("#888",), "grijs"),
        (("#fff",), "wit"),
        (("#000000",), "zwart"),
        (("fa fa-check-circle",), "vinkje"),
        (("redactie.png",), "redactie.png"),
    ],
)
def test_an_icon_shows_its_colour_then_its_shape_then_its_name(symbols: tuple[str, ...], first: str) -> None:
    assert seen("\ufffc", symbols)[0] == first


def test_a_character_shows_its_colour() -> None:
    assert seen("🟢", ())[0] == "groen"


SENTENCES = {
    "Groen = op schema, oranje = vertraagd, rood = niet gehaald": ["on-track", "delayed", "missed"],
    "Groen betekent bereikt, geel gedeeltelijk bereikt en rood niet bereikt.": ["done", "partly", "missed"],
    "G staat voor groen (op koers), R voor rood (wordt dit jaar niet gehaald).": ["on-track"] * 2
    + ["missed"] * 2,
    "De letter zegt hoe het ging. G: volgens planning. R: niet volgens planning.": ["on-track", "missed"],
    "R = niet uitgevoerd. O = vertraagd, maar dit jaar nog gereed.": ["missed", "delayed"],
    "Blauw: stond niet in de begroting": ["extra"],
}


@pytest.mark.parametrize(("sentence", "values"), SENTENCES.items())
def test_a_legend_in_words(sentence: str, values: list[str]) -> None:
    assert list(legend(f"<p>{sentence}</p>").values()) == values


@pytest.mark.parametrize(
    "text",
    [
        "De groene wijk is in 2022 aangelegd.",
        "In wijk G: 12 woningen gereed",
        "Rood, wit en blauw hangen op koningsdag aan de gevel.",
        "Het plan is gereed.",
    ],
)
def test_other_lines_are_no_legend(text: str) -> None:
    assert legend(f"<p>{text}</p>") == {}
    assert not is_legend_line(text)


def test_aspects_may_have_their_own_legend() -> None:
    found = legend(
        "<p>Tijd: G = op schema, O = vertraagd</p><p>Geld: G = binnen budget, O = dreigt tekort</p>"
    )
    assert found == {
        ("tijd", "g"): "on-track",
        ("tijd", "o"): "delayed",
        ("geld", "g"): "on-track",
        ("geld", "o"): "at-risk",
    }


ICONS = """<div><img src="a/stoplicht-groen.png" alt="groen"> gerealiseerd</div>
<div><img src="a/stoplicht-rood.png" alt="rood"> niet gerealiseerd</div>"""


def test_words_behind_icons_are_a_legend() -> None:
    assert legend(ICONS) == {("status", "groen"): "done", ("status", "rood"): "missed"}


def test_icons_of_which_the_name_tells_nothing_are_told_apart_by_their_file() -> None:
    found = legend(
        ICONS.replace("stoplicht-groen", "status1")
        .replace("stoplicht-rood", "status2")
        .replace('alt="groen"', "")
        .replace('alt="rood"', "")
    )
    assert found == {("status", "status1.png"): "done", ("status", "status2.png"): "missed"}


def test_promises_behind_icons_are_no_legend() -> None:
    promises = "".join(
        f'<p><i class="fa fa-circle" style="color:{colour}"></i> {number} De wachttijd is onder druk</p>'
        for number, colour in (("1.1", "green"), ("1.2", "red"))
    )
    assert legend(promises) == {}


def test_a_table_of_icons_and_words_is_a_legend() -> None:
    table = """<table><tr><td><img src="oranje.png" alt=""></td><td>We wijken af, bijsturing is mogelijk</td></tr>
    <tr><td><img src="rood.png" alt=""></td><td>Wordt niet gehaald</td></tr></table>"""
    assert legend(table) == {("status", "oranje"): "at-risk", ("status", "rood"): "missed"}


@pytest.mark.parametrize(
    ("words", "statuses"),
    [
        ("volgens afspraak", ["on-track"]),
        ("wordt dit jaar niet volgens afspraak gehaald", ["missed"]),
        ("vertraagd maar wel gereed in 2023", ["delayed"]),
        ("gerealiseerd of op schema", ["done", "on-track"]),
        ("deels gerealiseerd of vertraagd", ["partly", "delayed"]),
        ("uitgevoerd met een afwijking", ["partly"]),
        ("afwijking, bijsturing is mogelijk", ["at-risk"]),
        ("loopt vertraging op", ["delayed"]),
        ("nog niet te bepalen", ["unclear"]),
        ("de kleur van de kaart", []),
    ],
)
def test_the_words_of_a_legend(words: str, statuses: list[str]) -> None:
    assert [status.value for status in meanings_of(words)] == statuses


@pytest.mark.parametrize(
    ("kind", "sign", "status"),
    [
        (DocumentKind.JAARSTUKKEN, "Groen", Status.DONE),
        (DocumentKind.TUSSENRAPPORTAGE, "Groen", Status.ON_TRACK),
        (DocumentKind.JAARSTUKKEN, "G", Status.DONE),
        (DocumentKind.JAARSTUKKEN, "Oranje", None),
        (DocumentKind.TUSSENRAPPORTAGE, "Oranje", None),
        (DocumentKind.BEGROTING, "Groen", None),
    ],
)
def test_without_a_legend_a_colour_has_only_a_meaning_that_is_common(
    kind: DocumentKind, sign: str, status: Status | None
) -> None:
    assert status_of_cell(sign, (), meanings_for(frame(kind))) == status


PAGE = """<h1>Zorg</h1><p>Legenda</p>{legend}
<h2>Wat hebben we gedaan?</h2><table><tr><th>Actie</th><th>Status</th><th>Toelichting</th></tr>
<tr><td>We openen een buurthuis.</td><td><img src="stoplicht-rood.png" alt=""></td>
<td>Het buurthuis is er niet gekomen.</td></tr></table>"""


def test_the_icon_in_a_status_column_is_read_by_the_legend() -> None:
    document = of(PAGE.format(legend=ICONS))
    (promise,) = [one for one in document.elements if one.text == "We openen een buurthuis."]
    assert promise.status is not None
    assert (promise.status.value, promise.status.by) == ("missed", "symbol")


FOLDED = "".join(
    f"""<div><div><i class="fa fa-circle" style="color:{colour}"></i></div>
<div><p>{promise}</p><p>{result}</p></div></div>"""
    for colour, promise, result in (
        ("green", "Een buurthuis in de kern openen", "Bewoners hebben zelf de sleutel."),
        ("red", "Onderzoek naar een eigen kredietbank", "De schaal is te klein gebleken."),
    )
)


def test_lines_behind_an_icon_are_promises_and_what_follows_tells_of_them() -> None:
    document = of(f"<h1>Zorg</h1>{ICONS}<p>Dit hebben we gedaan in 2022.</p>{FOLDED}")
    by_text = {element.text: element for element in document.elements}
    house, bank = by_text["Een buurthuis in de kern openen"], by_text["Onderzoek naar een eigen kredietbank"]
    assert [(one.kind, one.phase) for one in (house, bank)] == [("activity", "plan")] * 2
    assert [one.status.value for one in (house, bank) if one.status] == ["done", "missed"]
    assert by_text["Bewoners hebben zelf de sleutel."].answers == (house.id,)


def test_under_a_question_for_aims_a_line_behind_an_icon_is_an_aim() -> None:
    document = of(f"<h1>Zorg</h1>{ICONS}<h2>Wat wilden we bereiken?</h2>{FOLDED}")
    assert {one.kind for one in document.elements if one.status is not None} == {"goal"}


def test_the_words_of_an_icon_legend_carry_no_status() -> None:
    document = of(f"<h1>Zorg</h1>{ICONS}{FOLDED}")
    assert all("gerealiseerd" not in one.text for one in document.elements if one.status is not None)


def test_a_label_below_each_line_with_an_icon_heads_what_was_promised() -> None:
    folded = FOLDED.replace("</p><p>", "</p><p>Begroting 2019</p><p>Wij doen wat is afgesproken.</p><p>")
    document = of(f"<h1>Zorg</h1>{ICONS}{folded}")
    own = [one for one in document.elements if one.text == "Wij doen wat is afgesproken."]
    assert [(one.kind, one.phase) for one in own] == [("activity", "plan")] * 2


def test_an_icon_beside_an_aspect_is_its_status() -> None:
    body = "".join(
        f"""<h3>Actie {number} Een buurthuis openen</h3><p><i style="color:{colour}" class=c></i> Tijd</p>
<p><i style="color:green" class=c></i> Geld</p><p>Bewoners hebben zelf de sleutel.</p>"""
        for number, colour in (("1.1", "red"), ("1.2", "green"))
    )
    document = of(f"<h1>Zorg</h1>{body}")
    told = [
        {aspect.aspect: aspect.value.value for aspect in one.aspects}
        for one in document.elements
        if one.aspects
    ]
    assert told == [{"tijd": "missed", "geld": "on-track"}, {"tijd": "on-track", "geld": "on-track"}]


@pytest.mark.parametrize(
    "line",
    [
        "Betekenis van de kleuren: gereed  loopt, maar later  niet gelukt",
        "Legenda: op schema, vertraagd, niet gestart",
        "Toelichting op de smileys: gehaald, deels gehaald, niet gehaald",
    ],
)
def test_a_line_that_opens_as_a_legend_is_one_also_without_its_symbols(line):
    assert is_legend_line(line)


@pytest.mark.parametrize(
    "line",
    ["Betekenis voor inwoners: meer hulp dichtbij", "Doel: iedereen doet mee", "Legenda:", "Status: groen"],
)
def test_other_labels_open_no_legend(line):
    assert not is_legend_line(line)
