"""Every rule run over a dossier."""

from collections.abc import Sequence

from msgspec import UNSET

from rodedraad.checking.case import Case
from rodedraad.checking.catalogue import RULES
from rodedraad.checking.rule import Remark, Rule
from rodedraad.model.decisions import Decisions, Reply
from rodedraad.model.document import Document
from rodedraad.model.findings import Finding, Findings
from rodedraad.model.identities import IdMaker
from rodedraad.model.observations import Observations
from rodedraad.model.threads import Threads


def check(
    documents: Sequence[Document],
    threads: Threads,
    replies: Sequence[Reply] = (),
    *,
    decisions: Decisions | None = None,
    observations: Observations | None = None,
) -> Findings:
    """Return what the rules say of the documents, in order of document, then of reading, then of rule.

    The id of a finding depends on its rule, its subject and what it is about alone, so that a reply
    finds it again in every build.  Of `decisions` those are told that find nothing any more; what a text
    says is laid beside `observations`, what was measured.
    """
    case, ids = Case(documents, threads, decisions, observations), IdMaker()
    answered = {reply.finding: reply for reply in replies}
    found = [_finding(rule, remark, ids, answered) for rule in RULES for remark in rule().check(case)]
    places = {subject: place for place, subject in enumerate(case.subjects())}
    return Findings(findings=tuple(sorted(found, key=lambda finding: places[finding.subject])))


def _finding(rule: type[Rule], remark: Remark, ids: IdMaker, replies: dict[str, Reply]) -> Finding:
    subject = remark.subject
    identity = ids.give("f", rule.code, subject.document, subject.element or "", remark.key)
    reply = replies.get(identity)
    return Finding(
        id=identity,
        rule=rule.code,
        severity=rule.severity,
        subject=subject,
        others=remark.others,
        message=remark.message,
        basis=rule.basis,
        remedy=rule.remedy,
        evidence=remark.evidence,
        reply=reply.text if reply else None,
        reply_role=(reply.role or UNSET) if reply else UNSET,
    )
