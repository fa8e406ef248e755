"""Lines that state the values of an indicator, wherever they stand."""

import pytest

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.statements import statement_of
from tests.recognising.rows import page


def kinds(*bullets: str, kind: str = "jaarstukken") -> list[tuple[Kind, Phase | None]]:
    items = "".join(f"<li>{bullet}</li>" for bullet in bullets)
    document = page(f"<h2>Hoe gaat het?</h2><ul>{items}</ul>", kind, name="pagina.html")
    return [(one.kind, one.phase) for one in document.elements if one.text in bullets]


def test_a_line_with_a_value_and_an_earlier_one_is_an_indicator() -> None:
    told = (Kind.INDICATOR, Phase.ACTUAL)
    assert kinds("Bezoekers huiskamer: 83 (2023: 71, begroot 90)", "Wachttijd: nog niet bekend") == [
        told,
        told,
    ]
    assert kinds("Gezinnen met hulp: 12%", kind="begroting")[0][0] is Kind.INDICATOR


@pytest.mark.parametrize(
    "text",
    [
        "Budget: € 20.000",
        "Start: 2024",
        "Looptijd: 2 jaar",
        "We openen drie huizen: 12 plaatsen elk. Daarna volgen er meer.",
        "Contact: elke dag",
    ],
)
def test_other_lines_with_a_colon_stay_what_they_are(text: str) -> None:
    assert all(kind is not Kind.INDICATOR for kind, _ in kinds(text))


def test_a_statement_tells_its_roles() -> None:
    found = statement_of("Plaatsen: 83 (streefwaarde 90)")
    assert found is not None
    assert (found.name, found.sides, found.share) == ("Plaatsen", (None, "target"), False)
    assert statement_of("Kosten: € 500") is None
