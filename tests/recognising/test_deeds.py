"""What words tell by themselves: a thing to do, how people are to fare, or nothing but when."""

import pytest

from rodedraad.model.terms import DocumentKind
from rodedraad.recognising.deeds import names_deed, tells_only_when, tells_state
from tests.recognising.pages import recognised, report, saying


@pytest.mark.parametrize(
    "text",
    [
        "Uitbreiding van de jeugdteams",
        "Voortzetting spreekuur schulden",
        "Versterken van de sociale basis",
        "Onderzoek naar een buurtbus",
        "Verordening leerlingenvervoer actualiseren",
        "Extra budget aanvragen bij de provincie",
    ],
)
def test_nouns_of_doing_and_infinitives_name_a_thing_to_do(text: str) -> None:
    assert names_deed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Samen leven",
        "Leren en werken",
        "Jeugd en gezin",
        "Inwoners doen mee in de wijk",
        "Onderzoek jeugd nu",
    ],
)
def test_names_and_sentences_name_no_thing_to_do(text: str) -> None:
    assert not names_deed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Inwoners kennen de weg naar hulp in hun eigen buurt.",
        "Iedere oudere inwoner woont prettig in het eigen dorp.",
        "Wie hulp nodig heeft krijgt die op tijd.",
        "Minder jongeren verlaten de school zonder een diploma.",
    ],
)
def test_a_sentence_about_people_tells_a_state(text: str) -> None:
    assert tells_state(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ouderen, zorg en ondersteuning",
        "Inwoners worden door ons naar een cursus geleid.",
        "Inwoners hebben vorig jaar de weg naar hulp gevonden.",
        "Inwoners krijgen 100 euro voor een fiets van de gemeente.",
        "Het spreekuur is open. Inwoners vinden de weg er naartoe.",
    ],
)
def test_what_is_done_for_people_or_was_so_is_no_state(text: str) -> None:
    assert not tells_state(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Oplevering van het gebouw: medio 2023.", True),
        ("De vaststelling is nu voorzien in mei 2023.", True),
        ("Start 1 april 2023", True),
        ("De start was goed.", False),
        ("Vaststelling kost in 2023 € 10.000.", False),
        ("De uitvoering begon in mei 2022. Wij hielpen 30 gezinnen.", False),
    ],
)
def test_a_milestone_with_a_moment_tells_only_when(text: str, *, told: bool) -> None:
    assert tells_only_when(text, 2022) is told


def kind_and_phase(page: str, words: str, kind: DocumentKind) -> tuple[str, str | None]:
    element = saying(recognised(page, kind), words)
    return element.kind.value, element.phase.value if element.phase else None


UNDER_COST = "Programma 2 Zorg\n\nWat mag het kosten?\n\n"


@pytest.mark.parametrize(
    ("kind", "phase"), [(DocumentKind.TUSSENRAPPORTAGE, "actual"), (DocumentKind.BEGROTING, "plan")]
)
def test_a_report_explains_what_it_came_to_cost(kind: DocumentKind, phase: str) -> None:
    text = "Wij verwachten dat de kosten van vervoer hoger worden door de prijs van brandstof."
    assert kind_and_phase(UNDER_COST + text, "brandstof", kind) == ("cost", phase)


@pytest.mark.parametrize(
    ("line", "phase"),
    [
        ("Het aantal cliënten per 1.000 inwoners", "plan"),
        ("Kinderen met hulp per 100 kinderen van 4-12 jaar", "plan"),
        ("Kinderen met hulp: 12% (2021: 11%)", "actual"),
    ],
)
def test_a_measure_without_a_value_is_no_result(line: str, phase: str) -> None:
    page = f"Programma 2 Zorg\n\nBeleidsindicatoren\n\n- {line}\n"
    assert kind_and_phase(page, line, DocumentKind.JAARSTUKKEN) == ("indicator", phase)


def test_an_aim_without_a_question_is_planned_in_a_report_too() -> None:
    page = "Programma 2 Zorg\n\nThema Ouderen\n\nOuderen wonen langer prettig in hun eigen huis."
    assert kind_and_phase(page, "Ouderen wonen", DocumentKind.JAARSTUKKEN) == ("goal", "plan")


def test_a_line_about_a_table_is_narrative_under_any_heading() -> None:
    page = UNDER_COST + "Onderstaande tabel laat zien hoe de lasten zich ontwikkelen."
    assert kind_and_phase(page, "Onderstaande tabel", DocumentKind.BEGROTING) == ("narrative", None)


def test_a_lone_dash_says_nothing() -> None:
    page = "Programma 2 Zorg\n\nToelichting\n\n--\n\nJeugd\n\nDe jeugdteams zijn uitgebreid.\n"
    assert kind_and_phase(page, "--", DocumentKind.JAARSTUKKEN) == ("heading", None)


def test_a_short_name_with_a_bullet_heads_the_text_under_it() -> None:
    text = "Wij starten in het nieuwe jaar met een spreekuur in iedere wijk."
    page = f"Programma 2 Zorg\n\nWat gaan we doen?\n\n- Voorkomen\n\n{text}\n\n- Wonen\n\n{text.replace('spreek', 'loket')}\n"
    assert kind_and_phase(page, "Voorkomen", DocumentKind.BEGROTING) == ("theme", None)
    items = "Programma 2 Zorg\n\nWat gaan we doen?\n\n- Spreekuur\n- Loket\n\n" + text
    assert kind_and_phase(items, "Loket", DocumentKind.BEGROTING)[0] == "activity"


def test_a_name_at_the_end_of_a_page_is_a_title() -> None:
    page = "Programma 2 Zorg\n\nWat gaan we doen?\n\nWij starten een spreekuur.\n\nJongerenwerk"
    assert kind_and_phase(page, "Jongerenwerk", DocumentKind.BEGROTING) == ("theme", None)


def test_under_a_number_a_report_tells_what_came_of_the_promise_that_has_it() -> None:
    aims = "- 2.1 Peuters spelen samen in de wijk\n- 2.2 Jongeren vinden snel hulp\n"
    result = "2.2 De wachttijd was in september veertien weken, en dat is langer dan vorig jaar."
    page = f"Programma 2 Zorg\n\nDoelstellingen\n\n{aims}\nWat is er aan de hand?\n\n{result}\n"
    document = recognised(page, DocumentKind.TUSSENRAPPORTAGE)
    told = saying(document, "veertien weken")
    assert (told.kind, told.phase) == ("activity", "actual")
    assert told.answers == (saying(document, "Jongeren vinden").id,)


def test_leaves_of_a_tree_that_tell_how_people_fare_are_aims() -> None:
    leaves = [
        "1.01 Iedereen heeft een dak boven het hoofd",
        "1.02 Inwoners doen mee in hun wijk",
        "1.03 Jongeren groeien veilig op in ons dorp",
    ]
    document = report("Programma 2 Zorg\n\n1. Bestaanszekerheid voor ieder\n\n" + "\n\n".join(leaves) + "\n")
    assert {saying(document, leaf.split(" ", 1)[1]).kind.value for leaf in leaves} == {"goal"}


def test_a_budget_named_time_and_again_with_results_behind_labels_what_was_promised() -> None:
    page = "Programma 2 Zorg\n\n" + "\n\n".join(
        f"{title}\n\nBegroting 2019\n\nSamen met scholen bereiden wij {title.lower()} voor.\n\nVerantwoording\n\nGedaan in {month}."
        for title, month in [("Schoolmaatschappelijk werk", "mei"), ("Huiswerkklas", "juni")]
    )
    document = recognised(page, DocumentKind.JAARSTUKKEN, 2019)
    assert {one.kind.value for one in document.elements if "bereiden wij" in one.text} == {"activity"}
    promise = next(one for one in document.elements if one.text == "Huiswerkklas")
    assert saying(document, "Gedaan in juni").answers == (promise.id,)
