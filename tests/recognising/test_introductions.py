import pytest

from rodedraad.model.terms import Kind
from rodedraad.recognising.introductions import introduced_kind, is_bare_introduction
from rodedraad.recognising.lexicon import meaning_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Daarbij gelden de volgende uitgangspunten:", "narrative"),
        ("Onze doelen zijn:", "goal"),
        ("We voeren de volgende acties uit:", "activity"),
        ("De grootste risico's zijn:", "risk"),
        ("We volgen deze indicatoren:", "indicator"),
        ("Er zijn veel maatregelen genomen. De doelen zijn:", "goal"),
    ],
)
def test_an_introduction_names_what_its_list_holds(line: str, kind: str) -> None:
    assert introduced_kind(line, Kind.RISK, None) == kind


def test_else_the_list_holds_what_the_heading_asks_for() -> None:
    asked = meaning_of("Wat gaan we daarvoor doen?")
    assert introduced_kind("Dit gaat over:", Kind.NARRATIVE, asked) is Kind.ACTIVITY
    assert introduced_kind("Dit gaat over:", Kind.PARTNER, None) is Kind.PARTNER
    assert introduced_kind("Dit gaat over:", Kind.PARTNER, meaning_of("Visie")) is Kind.PARTNER


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("De volgende acties staan centraal, namelijk:", True),
        ("Daarbij gelden de volgende principes:", True),
        ("Hieronder staan de acties:", True),
        ("We openen een buurthuis met:", False),
        ("De doelen zijn helder.", False),
        ("De volgende " + "heel " * 40 + "lange lijst:", False),
    ],
)
def test_a_line_that_only_says_that_a_list_follows(line: str, bare: bool) -> None:
    assert is_bare_introduction(line) is bare
