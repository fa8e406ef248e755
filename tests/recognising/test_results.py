"""What sentences of reports tell of the promise before them, as people would say."""

import csv
from pathlib import Path

import pytest

from rodedraad.model.terms import DocumentKind, Status
from rodedraad.recognising.events import events_in
from rodedraad.recognising.phases import When
from rodedraad.recognising.targets import against_number, share_of
from rodedraad.recognising.telling import told_of

ROWS = list(
    csv.DictReader(
        (Path(__file__).parent / "data" / "results.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["result"][:40])
def test_a_result_tells_the_status_that_people_read_in_it(row: dict[str, str]) -> None:
    said = told_of(row["promise"], row["result"], When(DocumentKind(row["document"]), 2023))
    assert said is not None
    assert said.value in row["statuses"].split("|")
    assert row["result"][said.start : said.end].strip()


@pytest.mark.parametrize(
    "result",
    [
        "412 huishoudens hebben een bezoek gehad.",
        "Met de leverancier zoeken we naar een overbrugging.",
        "De wachttijd is tien dagen.",
    ],
)
def test_halfway_a_year_nothing_is_told_without_a_word_on_how_it_stands(result: str) -> None:
    assert told_of("We bezoeken gezinnen.", result, When(DocumentKind.TUSSENRAPPORTAGE, 2023)) is None


def told_events(sentence: str) -> list[tuple[Status, str]]:
    return [(event.outcome.status, sentence[event.start : event.end]) for event in events_in(sentence)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("De nota is niet aangenomen.", Status.MISSED),
        ("De nota is niet alleen aangenomen maar ook gepubliceerd.", Status.DONE),
        ("De nota is nog niet vastgesteld.", Status.DELAYED),
        ("Wij halen het doel dit jaar niet.", Status.MISSED),
        ("De nota wordt uitgevoerd.", Status.ON_TRACK),
        ("De nota kon worden uitgevoerd.", Status.DONE),
        ("De nota is niet klaar, wel is het huis geopend.", Status.DONE),
        ("De maatregelen zijn grotendeels uitgevoerd.", Status.PARTLY),
    ],
)
def test_denial_tense_and_scope_decide_what_an_event_says(sentence: str, status: Status) -> None:
    assert status in [told for told, _ in told_events(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Omdat het huis nog niet is geopend, wachten wij.",
        "Wij weten niet of het doel is gehaald.",
        "Zodra de nota is vastgesteld, beginnen wij.",
        "Het huis zou in mei worden geopend.",
        "Nu de wet is aangenomen, beginnen wij.",
    ],
)
def test_a_condition_a_cause_and_what_would_have_been_tell_nothing(sentence: str) -> None:
    assert told_events(sentence) == []


def test_a_number_is_laid_beside_the_one_that_was_promised() -> None:
    promise = "We organiseren vier bijeenkomsten."
    fewer, more = "Er zijn drie bijeenkomsten gehouden.", "Er zijn vijf bijeenkomsten gehouden."
    assert against_number(promise, fewer) == (False, 8, 12)
    assert against_number(promise, more) == (True, 8, 12)
    assert against_number(promise, "Er volgen drie bijeenkomsten.") is None
    assert against_number("We organiseren bijeenkomsten.", more) is None


def test_a_share_counts_against_a_promise_of_all_and_not_against_an_aim_of_its_own() -> None:
    promise = "Alle scholen krijgen een bezoek."
    assert share_of(promise, "Ongeveer 60% van de scholen heeft een bezoek gekregen.") == (9, 19)
    assert share_of(promise, "Van de scholen heeft 95% een bezoek gekregen.") is None
    assert share_of(promise, "Van de scholen heeft 70% een bezoek gekregen, het doel was 60%.") is None
    assert share_of("80% van de scholen krijgt een bezoek.", "60% van de scholen kreeg bezoek.") is None
