import pytest
from msgspec.structs import replace

from rodedraad.model.document import Document, OwnHeading
from rodedraad.model.terms import DocumentKind, Kind, Phase
from rodedraad.reading import read
from rodedraad.recognising import recognise
from rodedraad.recognising.lexicon import meaning_of, speaking, wording_of
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.unknown import nearest_known
from rodedraad.recognising.vocabulary import table
from tests.recognising.pages import frame

PAGE = """<h1>Programma Zorg</h1><h2>Zo pakken wij het beet</h2><p>Een steunpunt in elke wijk.</p>
<h2>Waar zijn we trots op?</h2><p>Het steunpunt is open.</p>"""
OWN = OwnHeading(words="Zo pakken we het beet", means="Wat gaan we daarvoor doen?")


def recognised(*headings: OwnHeading) -> Document:
    return recognise(
        replace(frame(DocumentKind.BEGROTING, 2023), headings=headings), [read(PAGE.encode(), "p.html")]
    )


def kind_of(document: Document, words: str) -> tuple[Kind, Phase | None]:
    return next((one.kind, one.phase) for one in document.elements if one.text == words)


def test_a_heading_of_the_dossier_means_what_the_dossier_says() -> None:
    assert kind_of(recognised(OWN), "Een steunpunt in elke wijk.") == (Kind.ACTIVITY, Phase.PLAN)
    assert kind_of(recognised(), "Een steunpunt in elke wijk.") != (Kind.ACTIVITY, Phase.PLAN)


def test_what_one_dossier_says_ends_with_its_document() -> None:
    recognised(OWN)
    assert meaning_of(OWN.words) is None


def test_the_wording_by_which_a_heading_is_known_can_be_told() -> None:
    known = wording_of("Wat gaan we daarvoor doen in 2023?")
    assert known is not None
    assert known["kind"] == "activity"
    assert wording_of(OWN.words) is None
    with speaking([OWN]):
        assert wording_of(OWN.words) == known


def test_headings_that_nobody_knows_are_named_once_with_the_nearest() -> None:
    (one,) = recognised(OWN).unknown_headings
    assert one.words == "Waar zijn we trots op?"
    assert one.nearest is None
    assert nearest_known("Wat hebben we ervoor gedaann") == "Wat hebben we daarvoor gedaan?"


@pytest.mark.parametrize("words", [row["words"] for row in table("known_headings")])
def test_every_heading_that_is_named_as_nearest_is_known(words: str) -> None:
    assert meaning_of(words) is not None
    assert heading_key(words)
