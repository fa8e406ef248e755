import pytest

from rodedraad.recognising.letters import letter_kind
from tests.recognising.pages import kinds, recognised, report


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Aan: de leden van de raad", "narrative"),
        ("Portefeuillehouder: wethouder Zorg", "narrative"),
        ("Datum: 3 juni 2024", "document"),
        ("Onderwerp: voortgang sociaal domein", "document"),
        ("Nergenshuizen, 3 juni 2024", "document"),
        ("Geachte leden van de raad,", "narrative"),
        ("Met vriendelijke groet, het college", "narrative"),
        ("Home > Jaarstukken 2023 > Sociaal domein", "narrative"),
        ("Aan alle inwoners bieden we hulp.", None),
        ("Het onderwerp eenzaamheid blijft belangrijk.", None),
        ("Aan: " + "x" * 300, None),
    ],
)
def test_lines_of_the_head_and_foot_of_a_letter(line: str, kind: str | None) -> None:
    assert letter_kind(line) == kind


def test_a_memo_is_no_row_of_themes() -> None:
    document = report(
        "Memo voortgang jeugd 2022\n\nAan: de raad\n\nDatum: 3 juni 2022\n\nJeugd en gezin\n\n"
        "De wachttijd is gedaald."
    )
    assert [kind for kind, _ in kinds(document)][:4] == ["document", "narrative", "document", "theme"]


def test_a_programme_may_be_named_by_the_first_large_heading_behind_loose_lines() -> None:
    page = "<main><p>Sociaal</p><p>Wonen</p><h1>3. Iedereen telt mee</h1><h2>Jeugd</h2><p>Tekst over jeugd.</p></main>"
    document = recognised(page, name="pagina.html")
    named = {element.text: element.kind.value for element in document.elements}
    assert (named["3. Iedereen telt mee"], named["Jeugd"]) == ("programme", "theme")
