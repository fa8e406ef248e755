"""The judged format is read as README.md tells."""

from pathlib import Path

import pytest

from rodedraad.model.terms import Kind, Phase, Relation
from rodedraad.model.threads import Pointer
from tests.evaluation.threads.judged import plain_text, read

DOSSIER = """
[dossier]
title = "Voorbeeld"
[[organisation]]
code = "GM9001"
name = "Lindewaard"
[[document]]
id = "begroting-2021"
organisation = "GM9001"
kind = "begroting"
year = 2021
title = "Begroting 2021"
adopted = 2020-11-10
covers = ["Sociaal domein"]
sources = ["pages/begroting-2021.txt"]
[[document]]
id = "jaarstukken-2021"
organisation = "GM9001"
kind = "jaarstukken"
year = 2021
title = "Jaarstukken 2021"
adopted = 2022-06-20
covers = ["Sociaal domein"]
reporting = "full"
sources = ["pages/jaarstukken-2021.txt"]
"""
BUDGET = """programme ‖ Programma 1 Samen leven

theme ‖ Jeugd
heading ‖ Wat willen we bereiken?
goal plan #g1 ‖ Kinderen groeien veilig op.
activity plan #a1 >g1 ‖ • Wij openen op 1 juli 2021 een huis voor gezinnen.
"""
REPORT = """theme ‖ Jeugd
activity plan #a1 ‖ Wij openen een huis.
activity actual #r1 >a1 ‖ Het huis is open.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "dossier.toml").write_text(DOSSIER, encoding="utf-8")
    (tmp_path / "pages" / "begroting-2021.txt").write_text(BUDGET, encoding="utf-8")
    (tmp_path / "pages" / "jaarstukken-2021.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "links.tsv").write_text(
        "from\tto\trelation\tstrength\nbegroting-2021#a1\tjaarstukken-2021#r1\treports\tsure\n",
        encoding="utf-8",
    )
    (tmp_path / "dropped.tsv").write_text(
        "promise\tin\tverdict\nbegroting-2021#g1\tjaarstukken-2021\tdropped\n", encoding="utf-8"
    )
    return tmp_path


def test_a_line_becomes_an_element(folder: Path) -> None:
    budget = read(folder).documents[0]
    goal, deed = budget.elements[3:]
    assert (goal.id, goal.kind, goal.phase) == ("g1", Kind.GOAL, Phase.PLAN)
    assert budget.elements[1].parent == budget.elements[0].id
    assert goal.parent == budget.elements[1].id
    assert (deed.parent, deed.text) == ("g1", "Wij openen op 1 juli 2021 een huis voor gezinnen.")
    assert deed.deadlines[0].text == "1 juli 2021"


def test_a_result_answers_its_promise(folder: Path) -> None:
    result = read(folder).documents[1].elements[-1]
    assert (result.phase, result.answers) == (Phase.ACTUAL, ("a1",))


def test_links_and_verdicts(folder: Path) -> None:
    town = read(folder)
    [pair], [verdict] = town.pairs, town.verdicts
    assert pair == (
        Pointer(document="begroting-2021", element="a1"),
        Pointer(document="jaarstukken-2021", element="r1"),
        Relation.REPORTS,
        True,
    )
    assert (verdict.promise.element, verdict.document, verdict.verdict) == (
        "g1",
        "jaarstukken-2021",
        "dropped",
    )


def test_a_page_without_its_judgements() -> None:
    assert plain_text(REPORT) == "Jeugd\nWij openen een huis.\nHet huis is open.\n"
