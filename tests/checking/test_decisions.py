import pytest

from rodedraad.checking import check
from rodedraad.model.decisions import Decisions, LinkDecision, StatusDecision
from rodedraad.model.findings import Finding
from rodedraad.model.terms import Decision, Status
from rodedraad.model.threads import Pointer, Threads
from tests.checking.support import budget, element, heading, report, result

DOCUMENTS = (
    budget(element("a-1", "We openen een loket."), heading("h-1", "Zorg")),
    report(result("b-1", "Open.")),
)
BUDGET, REPORT = (one.id for one in DOCUMENTS)


def link(one: str, other: str, decision: Decision = Decision.CONFIRMED, **more: object) -> LinkDecision:
    ends = [
        Pointer(document=document, element=name)
        for document, _, name in (one.partition("/"), other.partition("/"))
    ]
    return LinkDecision(from_=ends[0], to=ends[1], decision=decision, **more)  # type: ignore[arg-type]


def lost(*links: LinkDecision, status: tuple[StatusDecision, ...] = ()) -> list[Finding]:
    found = check(DOCUMENTS, Threads(), decisions=Decisions(link=links, status=status)).findings
    return [one for one in found if one.rule == "decision-lost"]


def test_a_decision_that_stands_is_no_finding() -> None:
    assert lost(link(f"{BUDGET}/a-1", f"{REPORT}/b-1")) == []


def test_a_decision_on_an_element_that_is_gone_is_told_at_the_one_that_is_left() -> None:
    (found,) = lost(link(f"{BUDGET}/a-1", f"{REPORT}/weg", role="controller"))
    assert (found.subject.document, found.subject.element) == (BUDGET, "a-1")
    assert found.message == (
        "Een mens (controller) bevestigde het verband tussen onderdeel a-1 van Begroting 2024 en onderdeel weg "
        "van Jaarstukken 2024; onderdeel weg van Jaarstukken 2024 vinden wij niet meer."
    )
    assert [one.document for one in found.evidence] == [BUDGET]
    assert "rodedraad review" in found.remedy


@pytest.mark.parametrize(
    ("one", "other", "subject", "says"),
    [
        (f"{BUDGET}/x", f"{REPORT}/y", (BUDGET, None), "onderdeel x van Begroting 2024 en onderdeel y van"),
        ("weg/x", f"{REPORT}/y", (REPORT, None), "onderdeel x van weg en onderdeel y"),
        ("weg/x", "weg-2/y", (BUDGET, None), "onderdeel x van weg"),
        (f"{BUDGET}/h-1", f"{REPORT}/b-1", (BUDGET, "h-1"), "die zijn niet meer te verbinden"),
    ],
)
def test_whatever_is_gone_it_is_told_where_a_reader_finds_it(
    one: str, other: str, subject: tuple[str, str | None], says: str
) -> None:
    (found,) = lost(link(one, other, Decision.REJECTED))
    assert (found.subject.document, found.subject.element) == subject
    assert "Een mens verwierp het verband" in found.message
    assert says in found.message


def test_a_pair_that_was_decided_on_twice_is_told_once_by_the_last_word() -> None:
    ends = f"{BUDGET}/a-1", f"{REPORT}/weg"
    (found,) = lost(link(*ends), link(*ends, Decision.REJECTED))
    assert "verwierp" in found.message


def test_a_status_that_lost_its_promise_is_told() -> None:
    set_by_hand = StatusDecision(document=BUDGET, element="weg", value=Status.STOPPED, reason="Besluit.")
    (found,) = lost(status=(set_by_hand,))
    assert (found.subject.document, found.subject.element) == (BUDGET, None)
    assert found.message == (
        "Een mens gaf onderdeel weg van Begroting 2024 een status; dat vinden wij niet meer."
    )


def test_an_empty_dossier_has_nobody_to_tell() -> None:
    assert check((), Threads(), decisions=Decisions(link=(link("a/b", "c/d"),))).findings == ()
