"""Tables with something above, between or beside their rows: titles, spanning rows and legends."""

import pytest

from rodedraad.model.document import Document
from rodedraad.model.terms import DocumentKind
from tests.recognising.pages import kinds, recognised, saying

HEADS = ["Actie", "Status", "Toelichting"]
HOUSE = ["We openen een buurthuis.", "G", "Het buurthuis is in juni geopend."]
BUS = ["We laten een buurtbus rijden.", "R", "De buurtbus rijdt nog niet."]
LEGEND = [["Letter", "Betekenis"], ["G", "volgens planning"], ["O", "vertraagd"], ["R", "gestopt"]]


def row(cells: list[str], tag: str = "td", span: int = 1) -> str:
    wide = f' colspan="{span}"' if span > 1 else ""
    return "<tr>" + "".join(f"<{tag}{wide}>{cell}</{tag}>" for cell in cells) + "</tr>"


def page(*parts: str, heading: str = "Wat hebben we daarvoor gedaan?") -> Document:
    body = f"<h2>{heading}</h2>" + "".join(parts)
    return recognised(f"<main>{body}</main>", DocumentKind.JAARSTUKKEN, name="pagina.html")


def table(*rows: str) -> str:
    return f"<table>{''.join(rows)}</table>"


def shown(cells: list[list[str]]) -> str:
    return table(row(cells[0], "th"), *(row(one) for one in cells[1:]))


def test_a_row_above_the_heads_says_what_the_table_is_about() -> None:
    about = "Inwoners ontmoeten elkaar in hun eigen wijk"
    rows = table(row([about, "", ""]), row(HEADS, "th"), row(HOUSE), row(BUS))
    document = page(rows, heading="Thema Meedoen")
    title = saying(document, about)
    assert title.kind == "goal"
    assert saying(document, HOUSE[0]).parent == title.id
    assert saying(document, HOUSE[2]).answers == (saying(document, HOUSE[0]).id,)


def test_a_known_heading_above_the_heads_is_no_goal() -> None:
    document = page(table(row(["Wat hebben we gedaan?", "", ""]), row(HEADS, "th"), row(HOUSE), row(BUS)))
    assert "goal" not in {one.kind for one in document.elements}
    assert saying(document, HOUSE[0]).kind == "activity"


def test_a_row_that_spans_the_table_says_what_the_rows_after_it_are_about() -> None:
    first, second = "Inwoners ontmoeten elkaar in hun wijk", "Inwoners komen waar zij moeten zijn"
    rows = table(row(HEADS, "th"), row([first], span=3), row(HOUSE), row([second], span=3), row(BUS))
    document = page(rows, heading="Thema Meedoen")
    assert saying(document, HOUSE[0]).parent == saying(document, first).id
    assert saying(document, BUS[0]).parent == saying(document, second).id


def test_a_table_of_letters_is_the_legend_of_the_others() -> None:
    document = page(shown(LEGEND), shown([HEADS, HOUSE, BUS]))
    assert [(one.symbol, one.value.value) for one in document.legend] == [
        ("G", "on-track"),
        ("O", "delayed"),
        ("R", "stopped"),
    ]
    status = saying(document, BUS[0]).status
    assert status is not None
    assert (status.value, status.by) == ("stopped", "symbol")


def test_the_lines_of_a_legend_are_no_promises() -> None:
    document = page(shown(LEGEND), shown([HEADS, HOUSE, BUS]))
    words = {words for _, words in LEGEND[1:]}
    assert {kind for kind, text in kinds(document) if text in words} == {"narrative"}


def test_a_legend_names_the_aspect_that_its_column_is_about() -> None:
    legend = [
        ["Letter", "Tijd", "Geld"],
        ["G", "volgens planning", "binnen budget"],
        ["R", "vertraagd", "tekort"],
    ]
    document = page(shown(legend), shown([HEADS, HOUSE, BUS]))
    assert ("tijd", "R", "delayed") in {(one.aspect, one.symbol, one.value.value) for one in document.legend}
    assert {one.aspect for one in document.legend} <= {"tijd", "geld"}


@pytest.mark.parametrize("words", ["een woord", "wat iedereen weet"])
def test_what_reads_as_no_status_is_left_out_of_the_legend(words: str) -> None:
    document = page(shown([*LEGEND, ["B", words]]))
    assert "B" not in {one.symbol for one in document.legend}


def test_a_table_with_the_same_letter_twice_is_no_legend() -> None:
    document = page(shown([["Letter", "Betekenis"], ["G", "volgens planning"], ["G", "vertraagd"]]))
    assert document.legend == ()
