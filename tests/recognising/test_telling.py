import pytest

from rodedraad.model.terms import DocumentKind
from rodedraad.recognising.phases import When
from rodedraad.recognising.targets import over_the_limit
from rodedraad.recognising.telling import is_extra, said_outright, told_of

YEAR = When(DocumentKind.JAARSTUKKEN, 2023)
HALFWAY = When(DocumentKind.TUSSENRAPPORTAGE, 2023)
HOUSE = "We openen een buurthuis in de kern."


def told(result: str, when: When = YEAR, promise: str = HOUSE) -> str | None:
    said = told_of(promise, result, when)
    return said.value.value if said is not None else None


@pytest.mark.parametrize(
    ("result", "status"),
    [
        ("Het buurthuis is in maart geopend.", "done"),
        ("De start van de bouw is in maart 2024.", "delayed"),
        ("Het plan is klaar en wordt in het eerste kwartaal van 2024 getekend.", "delayed"),
        ("De opening is niet gelukt, die volgt in juni 2024.", "delayed"),
        ("Het buurthuis is geopend. In 2024 gaan we hiermee door.", "done"),
        ("Twee aanbieders zijn met hun werk gestopt. Het buurthuis is geopend.", "done"),
        ("Het buurthuis is geopend. De schoolreizen gingen niet door.", "done"),
        ("Zie de raadsbrief van 14 november.", None),
        ("Alle inwoners van de kern.", None),
    ],
)
def test_what_a_report_over_a_year_tells_of_a_promise(result: str, status: str | None) -> None:
    assert told(result) == status


@pytest.mark.parametrize(
    ("result", "status"),
    [
        ("Het buurthuis is in maart geopend.", "done"),
        ("Er zijn twee bijeenkomsten gehouden.", "on-track"),
        ("De tekening is vastgesteld, maar de bezwaren zijn aanzienlijk.", "at-risk"),
    ],
)
def test_halfway_a_year_what_was_done_is_on_track_unless_it_is_finished(result: str, status: str) -> None:
    assert told(result, HALFWAY) == status


def test_what_was_to_begin_is_done_once_it_has_begun() -> None:
    assert told("De proef is in mei gestart.", promise="We starten een proef.") == "done"
    assert told("De bouw is in mei gestart.") == "on-track"


PROMISED = "De wachttijd wordt teruggebracht tot vier weken."


@pytest.mark.parametrize(
    ("promise", "result", "over"),
    [
        (PROMISED, "Gezinnen wachten nu gemiddeld tien weken.", True),
        ("Iedereen krijgt binnen vier weken hulp.", "De wachttijd daalde van elf naar zeven weken.", True),
        (PROMISED, "De wachttijd daalde van tien naar drie weken.", False),
        (PROMISED, "Tien gezinnen kregen hulp.", False),
        ("We openen vier buurthuizen.", "Er zijn vijf buurthuizen.", False),
    ],
)
def test_a_number_over_the_limit_that_was_promised(promise: str, result: str, over: bool) -> None:
    place = over_the_limit(promise, result)
    assert (place is not None) is over
    if place is not None:
        assert result[slice(*place)] in ("tien", "zeven")


def test_a_limit_that_is_passed_is_a_risk_halfway_and_missed_at_the_end() -> None:
    late = "Gezinnen wachten gemiddeld tien weken."
    assert (told(late, HALFWAY, PROMISED), told(late, YEAR, PROMISED)) == ("at-risk", "missed")


@pytest.mark.parametrize(
    ("text", "extra"),
    [
        ("Niet gepland: opvang van ontheemden", True),
        ("Niet voorzien in de begroting was de opvang van 64 mensen.", True),
        ("Deze dienst stond niet in de begroting.", True),
        ("Niet gepland, maar wel gedaan: een noodfonds.", True),
        ("De kosten zijn in de begroting opgenomen.", False),
        ("Dit was niet de bedoeling.", False),
    ],
)
def test_what_was_done_without_being_planned(text: str, extra: bool) -> None:
    assert is_extra(text) is extra


def test_of_what_is_not_quoted_only_words_of_status_count() -> None:
    outright = said_outright("Het buurthuis is geopend.")
    assert outright is not None
    assert outright.value == "done"
    assert said_outright("We hebben veel gesprekken gevoerd.") is None
