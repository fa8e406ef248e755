"""Lines of flattened pages: codes of rows, long labels, states as aims, and text on the document itself."""

import pytest

from rodedraad.model.terms import DocumentKind
from tests.recognising.pages import recognised, saying

HEAD = "Programma 2 Zorg\n\n"
AIMS = HEAD + "Maatschappelijk effect\n\n"
DOING = HEAD + "Wat gaan we doen?\n\n"


def kind_of(page: str, words: str, kind: DocumentKind = DocumentKind.BEGROTING) -> str:
    return saying(recognised(page, kind), words).kind.value


def test_the_code_of_a_row_in_a_cell_of_its_own_names_nothing() -> None:
    rows = (
        "6.1\n\nSamenkracht\n\n-1.723\n\n-4.457\n\n-2.793\n\n",
        "6.2\n\nWijkteams\n\n-1.102\n\n-1.310\n\n-1.294\n\n",
    )
    page = (
        HEAD
        + "Wat mag het kosten?\n\n(x € 1.000)\n\nTaakveld\n\nNaam\n\n2017\n\n2018\n\n2019\n\n"
        + "".join(rows)
    )
    document = recognised(page, DocumentKind.BEGROTING)
    assert [row.kind for row in document.elements if row.text in ("6.1", "6.2")] == ["heading", "heading"]
    assert saying(document, "Samenkracht").kind == "cost"


def test_more_words_before_a_colon_than_behind_it_are_told_whole() -> None:
    line = "Financiële gevolgen voor programma 2 in de begroting 2023: geen"
    told = saying(recognised(DOING + line, DocumentKind.BEGROTING), "geen")
    assert (told.kind, told.text) == ("cost", line)
    short = saying(recognised(DOING + "Planning: derde kwartaal", DocumentKind.BEGROTING), "derde kwartaal")
    assert short.text == "derde kwartaal"


def test_a_paragraph_under_aims_that_opens_with_how_people_fare_is_one() -> None:
    text = "Iedereen, ongeacht leeftijd of afkomst, neemt als volwaardig lid deel aan het leven. Wie dat niet lukt, wordt geholpen."
    assert kind_of(AIMS + text, "Iedereen") == "goal"
    assert (
        kind_of(AIMS + "Het gebruik van hulp groeit. Dat is in heel het land zo.", "Het gebruik")
        == "narrative"
    )


def test_codes_with_a_letter_inside_number_things_to_do() -> None:
    leaves = "10A1.1 Inzetten van trajecten naar werk\n\n10A1.2 Aanbieden taallessen\n\n10A1.3 Inzetten van coaches voor jongeren in de wijk\n"
    page = HEAD + "Doel\n\nPrestatie\n\n10A1 Inwoners hebben werk en een inkomen\n\n" + leaves
    document = recognised(page, DocumentKind.BEGROTING)
    assert saying(document, "taallessen").number == "10A1.2"
    assert {saying(document, words).kind for words in ("trajecten", "coaches")} == {"activity"}


@pytest.mark.parametrize(
    "text",
    [
        "Met behulp van het schema in de volgende paragraaf wordt getoond wat wij willen.",
        "De bronnen van de cijfers worden gegeven in bijlage 3.",
        "Per actie is met een letter aangegeven hoe deze is verlopen.",
        "In het staafdiagram hiernaast staan de lasten en de baten.",
    ],
)
def test_what_a_line_says_of_the_document_is_narrative(text: str) -> None:
    assert kind_of(HEAD + text, text[:20]) == "narrative"


@pytest.mark.parametrize(
    "text",
    [
        "Daarom ondertekende de gemeente de aanpak van eenzaamheid.",
        "Meedoen is belangrijk. Daarom zorgt de gemeente voor een plek in iedere wijk.",
    ],
)
def test_what_the_municipality_does_therefore_is_an_activity(text: str) -> None:
    assert kind_of(HEAD + "Thema Meedoen\n\n" + text, "aarom", DocumentKind.JAARSTUKKEN) == "activity"


def test_what_is_moved_between_budgets_is_cost() -> None:
    text = "We hevelen € 20.000 over naar volgend jaar. Het restantbudget ramen we af."
    assert kind_of(DOING + text, "We hevelen") == "cost"


def test_a_share_sign_opens_the_name_of_an_indicator() -> None:
    assert (
        kind_of(HEAD + "Thema Jeugd\n\n% ouders dat problemen ervaart bij de opvoeding", "% ouders")
        == "indicator"
    )


def test_a_programme_that_says_so_is_one_before_a_line_in_lower_case() -> None:
    assert (
        kind_of("jaarstukken 2018\n\nprogramma 1- zorg\n\nindicatoren van dit jaar", "programma 1")
        == "programme"
    )
