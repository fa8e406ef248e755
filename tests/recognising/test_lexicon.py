import re

import pytest

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.lexicon import LONGEST_HEADING, Role, labelled, meaning_of
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.vocabulary import table

# Headings that municipalities use, by the cell of the grid that they open.
HEADINGS = {
    ("goal", "plan", "question"): [
        "Wat willen we bereiken?",
        "Wat willen wij bereiken in 2021?",
        "Wat wilden we bereiken?",
        "Wat willen we?",
        "Wat wil de gemeente Nergenshuizen bereiken?",
        "Waar willen we naartoe?",
        "Welke concrete doelstellingen zijn er?",
        "Welke maatschappelijke effecten willen we bereiken?",
        "Wat is het beoogde maatschappelijke effect?",
        "Doelen",
        "Doelstellingen voor 2021",
        "Doelstellingen op programmaniveau",
        "Hoofddoelstelling",
        "Algemene doelstelling",
        "Programmadoelstelling en de rol van de gemeente",
        "Beoogd maatschappelijk effect",
        "Speerpunten",
        "Kernpunten",
        "Wat voor effecten zien we graag?",
    ],
    ("goal", "plan", "label"): ["Doel", "Kerndoel", "Operationeel doel"],
    ("goal", "plan", "vision"): ["Ambitie", "Ambities", "Missie", "Visie", "Wat is onze visie?"],
    ("goal", "plan", "mixed"): ["Wat willen we bereiken en wat gaan we daarvoor doen in 2020?", "Doelenboom"],
    ("goal", "actual", "question"): ["Wat hebben we bereikt?", "Behalen we onze doelen?"],
    ("activity", "plan", "question"): [
        "Wat gaan we daarvoor doen?",
        "Wat gaan wij ervoor doen in 2022?",
        "Wat gaan we hiervoor doen",
        "Wat wilden we daarvoor doen?",
        "Wat doen we daarvoor?",
        "Wat gaat de gemeente doen?",
        "Activiteiten",
        "Beschrijving activiteiten",
        "Acties",
        "Inspanningen",
        "Maatregelen",
        "Projecten",
        "Beleidsuitvoeringen",
        "Prestaties",
        "Om deze doelstelling te bereiken leveren we de volgende prestaties",
        "Vooruitblik",
        "Welke aanpak kiezen we?",
        "Toezeggingen",
        "Wat leveren we op in 2024?",
    ],
    ("activity", "plan", "label"): ["Uit de begroting 2024", "Begrotingstekst", "Actie", "Activiteit", "Maatregel"],
    ("activity", "actual", "question"): [
        "Wat hebben we daarvoor gedaan?",
        "Wat hebben we er voor gedaan?",
        "Wat deden we daarvoor?",
        "Voortgang acties",
        "Voortgang inhoud inspanningen/acties",
        "Verantwoording over beleid",
        "Beleidsmatige afwijkingen",
        "Wat is er gelukt?",
    ],
    ("activity", "actual", "extra"): ["Extra inzet"],
    ("cost", "plan", "question"): ["Wat mag het kosten?", "Wat gaat het kosten?", "Wat kost het?"],
    ("cost", "plan", "label"): [
        "Financiën",
        "Financiële middelen",
        "Raming baten en lasten",
        "Overzicht exploitatie",
        "Financieel beeld",
        "Lasten per taakveld",
        "Geld",
    ],
    ("cost", "actual", "question"): [
        "Wat heeft het gekost?",
        "Wat dat heeft gekost",
        "Verschillenanalyse",
        "Financiële afwijkingen",
        "Toelichting op het overzicht van baten en lasten",
    ],
    ("cost", "actual", "label"): ["Geld (toelichting)"],
    ("indicator", "plan", "label"): [
        "Indicator:",
        "Indicatoren",
        "Verplichte beleidsindicatoren",
        "BBV-indicatoren",
        "Basisset beleidsindicatoren",
        "Effectindicatoren",
        "Prestatie-indicatoren",
        "Kengetallen",
        "Kerncijfers",
        "Wat zeggen de cijfers?",
    ],
    ("planning", "plan", "label"): ["Planning:", "Tijd", "Termijnkalender", "Gereed", "Hoe gaan we verder?"],
    ("risk", "plan", "label"): ["Risico's:", "Risico’s", "Aandachtspunten/risico's", "Knelpunten"],
    ("risk", "actual", "label"): ["Risico's (toelichting)"],
    ("partner", "", "section"): ["Verbonden partijen", "Samenwerkingspartners", "Wat doen we samen met de stad?"],
    ("relation", "", "section"): ["Relatie met andere programma's"],
    ("narrative", "", "legend"): ["Legenda", "Toelichting op de gebruikte letters:"],
    ("", "", "status"): ["Status", "Stoplicht", "Kwaliteit"],
    ("", "", "result"): ["Resultaat", "Resultaat 2023"],
    ("", "", "explanation"): ["Toelichting", "Stand van zaken", "Terugblik", "Voortgang", "Kwaliteit (toelichting)", "Tijd (toelichting)"],
    ("", "", "number"): ["Nr.", "#"],
    ("narrative", "", "context"): [
        "Waar gaat dit programma over?",
        "Inleiding",
        "Omschrijving",
        "Relevante ontwikkelingen",
        "Wat gebeurt er om ons heen?",
        "Context en achtergronden",
        "Beleidsnota's",
        "Bestuurlijke kaders",
        "Portefeuillehouder",
        "Wat komt er op ons af?",
        "Welke trends zien we?",
        "Algemeen beeld",
    ],
}  # fmt: skip
EXAMPLES = [(heading, *cell) for cell, headings in HEADINGS.items() for heading in headings]


@pytest.mark.parametrize(("heading", "kind", "phase", "role"), EXAMPLES)
def test_headings_of_municipalities(heading: str, kind: str, phase: str, role: str) -> None:
    meaning = meaning_of(heading)
    assert meaning is not None
    assert (meaning.kind or "", meaning.phase or "", meaning.role) == (kind, phase, role)


def test_every_row_of_headings_is_the_first_to_know_some_heading() -> None:
    rows = [row["pattern"] for row in table("headings")]
    keys = [heading_key(heading) for heading, *_ in EXAMPLES]
    first = {next((row for row in rows if re.fullmatch(row, key)), None) for key in keys}
    unused = [row for row in rows if row not in first]
    assert unused == [], "add a heading to HEADINGS for each new row"


@pytest.mark.parametrize("name", ["headings", "labels", "state_words", "status", "verbs"])
def test_every_row_of_vocabulary_has_a_source(name: str) -> None:
    assert [row for row in table(name) if not (row["source"] or "").strip() or None in row] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "Jeugd",
        "We openen een buurthuis.",
        "Thema Meedoen",
        "Wat een mooie dag",
        "De planning schuift op",
        "x" * (LONGEST_HEADING + 1),
        "Planning " * 20,
    ],
)
def test_other_text_means_nothing(text: str) -> None:
    assert meaning_of(text) is None


@pytest.mark.parametrize(
    ("heading", "kind", "phase", "rest"),
    [
        ("Wat hebben we daarvoor gedaan? Thema Jeugd", Kind.ACTIVITY, Phase.ACTUAL, "Thema Jeugd"),
        ("Wat mag het kosten? Thema Jeugd", Kind.COST, Phase.PLAN, "Thema Jeugd"),
        ("Risico's – Jeugdhulp", Kind.RISK, Phase.PLAN, "Jeugdhulp"),
        ("Indicatoren | Meedoen", Kind.INDICATOR, Phase.PLAN, "Meedoen"),
    ],
)
def test_a_heading_may_name_what_it_is_asked_of(heading: str, kind: Kind, phase: Phase, rest: str) -> None:
    meaning = meaning_of(heading)
    assert meaning is not None
    assert (meaning.kind, meaning.phase, meaning.rest) == (kind, phase, rest)


def test_a_number_with_a_name_is_no_head_of_numbers() -> None:
    meaning = meaning_of("Nr - Meedoen")
    assert meaning is None or meaning.role is not Role.NUMBER


@pytest.mark.parametrize(
    ("line", "kind", "number", "body"),
    [
        ("Doel 3: minder armoede", Kind.GOAL, "Doel 3", "minder armoede"),
        ("Doelstelling 2.1 Minder armoede", Kind.GOAL, "Doelstelling 2.1", "Minder armoede"),
        ("Speerpunt 4 – Iedereen doet mee", Kind.GOAL, "Speerpunt 4", "Iedereen doet mee"),
        ("actie 1.2a We bezoeken ouderen", Kind.ACTIVITY, "actie 1.2a", "We bezoeken ouderen"),
        ("Inspanning A1.1", Kind.ACTIVITY, "Inspanning A1.1", ""),
        ("Taakveld 6.71 Maatwerk", Kind.THEME, "Taakveld 6.71", "Maatwerk"),
        ("Risico 2: te weinig mensen", Kind.RISK, "Risico 2", "te weinig mensen"),
    ],
)
def test_lines_that_begin_with_their_own_label(line: str, kind: Kind, number: str, body: str) -> None:
    own = labelled(line)
    assert own is not None
    assert (own.kind, own.number, line[own.body :]) == (kind, number, body)


@pytest.mark.parametrize(
    "line",
    [
        "Doel van dit programma",
        "Actie in de wijk",
        "Doel 95% van de jongeren",
        "Het doel 3 is gehaald",
        "3. Doel",
    ],
)
def test_other_lines_carry_no_label(line: str) -> None:
    assert labelled(line) is None
