import pytest

from rodedraad.model.terms import DocumentKind, Kind, Phase
from rodedraad.reading import read
from rodedraad.recognising import recognise
from tests.recognising.pages import frame

TABLE = """<h2>Wat heeft het gekost?</h2><p>Bedragen x € 1.000</p>
<table><tr><th>Omschrijving</th><th>Begroting 2022</th><th>Realisatie 2022</th></tr>
<tr><td>Lasten</td><td>1.200</td><td>1.150</td></tr></table>"""


def rows(html: str, kind: DocumentKind) -> list:
    document = recognise(frame(kind=kind, year=2022), [read(html.encode(), "p.html")])
    return [element for element in document.elements if element.kind in (Kind.COST, Kind.INDICATOR)]


def test_a_row_that_promises_and_accounts_is_two_elements() -> None:
    plan, actual = sorted(
        (row for row in rows(TABLE, DocumentKind.JAARSTUKKEN) if row.amounts),
        key=lambda row: row.phase != Phase.PLAN,
    )
    assert (plan.phase, plan.label, plan.text) == (Phase.PLAN, "Lasten", "1.200")
    assert (actual.phase, actual.text) == (Phase.ACTUAL, "Lasten | 1.150")
    assert [amount.value for amount in plan.amounts] == [1_200_000]
    assert [amount.value for amount in actual.amounts] == [1_150_000]


def test_what_was_spent_answers_what_was_budgeted() -> None:
    plan, actual = sorted(
        (row for row in rows(TABLE, DocumentKind.JAARSTUKKEN) if row.amounts),
        key=lambda row: row.phase != Phase.PLAN,
    )
    assert actual.answers == (plan.id,)


def test_a_row_of_one_side_stays_whole() -> None:
    table = TABLE.replace("Realisatie 2022", "Begroting 2023")
    found = [row for row in rows(table, DocumentKind.BEGROTING) if row.amounts]
    assert [(row.phase, row.text) for row in found] == [(Phase.PLAN, "Lasten | 1.200 | 1.150")]


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_no_figure_is_lost_or_told_twice(kind: DocumentKind) -> None:
    spans = [span for row in rows(TABLE, kind) for span in row.spans]
    assert len(spans) == len(set(spans))
