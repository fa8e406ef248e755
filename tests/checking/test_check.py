import re
from pathlib import Path

import pytest

from rodedraad.checking import RULES, check
from rodedraad.checking.page import catalogue_page
from rodedraad.checking.rule import Rule
from rodedraad.dossier.store import read_build
from rodedraad.model.decisions import Reply
from rodedraad.model.terms import Severity
from rodedraad.model.threads import Threads
from tests.checking.support import budget, element, found, goal, report, result

ROOT = Path(__file__).parents[2]
ACCUSING = re.compile(
    r"\b(fout|onjuist|leugen|verzwegen|misleid\w*|schuld van|ten onrechte)\b", re.IGNORECASE
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_it_is_what_it_rests_on_and_how_to_mend_it(rule: type[Rule]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)
    assert rule.__module__.rsplit(".", 1)[-1] == rule.code.replace("-", "_")
    assert rule.__doc__
    assert all(text.strip() for text in (rule.title, rule.basis, rule.explanation, rule.remedy))
    assert rule.severity in Severity
    assert rule.remedy.endswith(".")
    assert not ACCUSING.search(f"{rule.title} {rule.explanation} {rule.remedy}")


def test_every_rule_has_a_file_of_its_own_and_a_code_of_its_own() -> None:
    files = {path.stem for path in (ROOT / "src/rodedraad/checking/rules").glob("*.py")} - {"__init__"}
    assert {rule.code.replace("-", "_") for rule in RULES} == files
    assert len(RULES) == len(files)


def test_the_page_of_the_catalogue_is_current() -> None:
    page = (ROOT / "docs/bevindingen.md").read_text(encoding="utf-8")
    assert page == catalogue_page(), "run `python -m tools.reference`"


def test_findings_come_in_order_of_document_and_of_reading() -> None:
    plan = budget(goal("g1"), goal("g2"))
    later = report(element("e1", "We openen."), element("e2", "We werven."), result("r1", "Zie programma 3."))
    places = [(finding.subject.document, finding.subject.element) for finding in found(plan, later)]
    assert places == [(plan.id, "g1"), (later.id, "e1"), (later.id, "e2"), (later.id, "r1")]


def test_an_id_stays_when_other_findings_come_or_go_and_no_two_are_the_same() -> None:
    promise = element("e2", "We werven vrijwilligers.")
    alone = found(report(promise))
    among = found(budget(goal("g1")), report(element("e1", "We openen."), promise))
    assert {finding.id for finding in alone} < {finding.id for finding in among}
    assert len({finding.id for finding in among}) == len(among)


def test_the_reply_of_the_municipality_stands_with_its_finding() -> None:
    document = report(element("e1", "We openen."))
    (finding,) = found(document)
    reply = Reply(finding=finding.id, text="Dat staat in de raadsbrief.")
    (answered,) = check([document], Threads(), [reply]).findings
    assert answered.reply == "Dat staat in de raadsbrief."


def test_a_dossier_without_documents_has_no_findings() -> None:
    assert found() == []


def test_the_reference_pages_get_what_people_saw_in_them(built_reference: Path) -> None:
    made = read_build(built_reference)
    said = [(finding.rule, finding.message) for finding in made.findings.findings]
    claims = [message for rule, message in said if rule == "claim-contradicts-number"]
    assert len(claims) == 1
    assert "passend ondersteuningsaanbod" in claims[0]
    refers = [message for rule, message in said if rule == "result-only-refers"]
    assert len(refers) == 1
    assert "Meerjarenopgave" in refers[0]
    assert ["in 2019" in message for rule, message in said if rule == "stale-year"] == [True]
    assert [rule for rule, _ in said].count("status-unreadable") == 1
    assert "status-conflicts-with-text" not in {rule for rule, _ in said}
    assert len(said) <= 40
