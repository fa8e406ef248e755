from pathlib import Path

import pytest

from rodedraad.dossier import load
from rodedraad.dossier.build import build
from rodedraad.model.build import Build
from rodedraad.model.terms import By, Kind, Phase, Status
from tests.dossier.support import write_dossier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier")


def promise(made: Build, text: str) -> str:
    (found,) = [one.id for one in made.documents[1].elements if one.text == text and one.phase is Phase.PLAN]
    return found


def test_the_status_that_a_person_set_takes_the_place_of_what_was_read(folder: Path) -> None:
    element = promise(build(load(folder)).build, "We actualiseren het plan voor mantelzorg.")
    (folder / "decisions.toml").write_text(
        f'[[status]]\ndocument = "jaarstukken-2023"\nelement = "{element}"\nvalue = "stopped"\n'
        'reason = "Het college besloot te stoppen."\nrole = "controller"\n',
        encoding="utf-8",
    )
    for _ in range(2):
        report = build(load(folder))
        (status,) = [one.status for one in report.build.documents[1].elements if one.id == element]
        assert status is not None
        assert (status.value, status.by, status.role) == (Status.STOPPED, By.PERSON, "controller")
        assert status.reason == "Het college besloot te stoppen."
        assert report.lost == ()


def test_the_reply_of_the_municipality_outlives_every_build(folder: Path) -> None:
    (finding, *_) = build(load(folder)).build.findings.findings
    decisions = f'[[reply]]\nfinding = "{finding.id}"\ntext = "Dat klopt."\n'
    (folder / "decisions.toml").write_text(decisions, encoding="utf-8")
    for _ in range(2):
        replies = [one.reply for one in build(load(folder)).build.findings.findings if one.id == finding.id]
        assert replies == ["Dat klopt."]


def test_decisions_that_find_nothing_any_more_are_told(folder: Path) -> None:
    (folder / "decisions.toml").write_text(
        '[[link]]\nfrom = { document = "begroting-2023", element = "weg" }\n'
        'to = { document = "jaarstukken-2023", element = "weg" }\ndecision = "confirmed"\n'
        '[[status]]\ndocument = "begroting-2023"\nelement = "weg"\nvalue = "done"\nreason = "x"\n'
        '[[reply]]\nfinding = "f-weg"\ntext = "Dat klopt."\n',
        encoding="utf-8",
    )
    assert build(load(folder)).lost == (
        "[[link]] tussen begroting-2023 weg en jaarstukken-2023 weg",
        "[[status]] van begroting-2023 weg",
        "[[reply]] op f-weg",
    )


def test_a_decision_that_lost_its_element_is_a_finding_on_the_site_and_stays_in_the_file(
    folder: Path,
) -> None:
    element = promise(build(load(folder)).build, "We actualiseren het plan voor mantelzorg.")
    decision = (
        f'[[link]]\nfrom = {{ document = "begroting-2023", element = "weg" }}\n'
        f'to = {{ document = "jaarstukken-2023", element = "{element}" }}\ndecision = "confirmed"\n'
    )
    (folder / "decisions.toml").write_text(decision, encoding="utf-8")
    report = build(load(folder))
    (found,) = [one for one in report.build.findings.findings if one.rule == "decision-lost"]
    assert (found.subject.document, found.subject.element) == ("jaarstukken-2023", element)
    page = (report.out / "site" / "bevindingen" / "index.html").read_text(encoding="utf-8")
    assert "Besluit dat niets meer vindt" in page
    assert "onderdeel weg van Begroting 2023 vinden wij niet meer" in page
    assert (folder / "decisions.toml").read_text(encoding="utf-8") == decision


def test_a_goal_keeps_its_kind_under_a_ruling(folder: Path) -> None:
    made = build(load(folder)).build
    (goal,) = [one for one in made.documents[0].elements if one.kind is Kind.GOAL]
    (folder / "decisions.toml").write_text(
        f'[[status]]\ndocument = "begroting-2023"\nelement = "{goal.id}"\nvalue = "done"\nreason = "x"\n',
        encoding="utf-8",
    )
    (after,) = [one for one in build(load(folder)).build.documents[0].elements if one.id == goal.id]
    assert (after.kind, after.text, after.spans) == (goal.kind, goal.text, goal.spans)
