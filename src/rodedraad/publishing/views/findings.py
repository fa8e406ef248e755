"""Findings, grouped by what they mean for the reader."""

from msgspec import Struct

from rodedraad.checking.catalogue import RULES
from rodedraad.model.findings import Finding
from rodedraad.model.terms import Severity
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.views.common import Link, QuoteView, home_of, quote, text_of
from rodedraad.publishing.words import word

ORDER = {severity: number for number, severity in enumerate(Severity)}


class FindingView(Struct, frozen=True, kw_only=True):
    """One finding with all that a reader needs to judge it."""

    id: str
    anchor: str
    severity: str
    title: str
    message: str
    subject: Link
    document: str
    others: tuple[Link, ...]
    quotes: tuple[QuoteView, ...]
    rule: str
    basis: str
    remedy: str
    reply: str
    reply_role: str

    def tells(self, words: QuoteView) -> bool:
        """Return whether the message already says the words of a quote."""
        return bool(words.text.strip()) and words.text.strip(" .;,") in self.message

    @property
    def told_apart(self) -> tuple[QuoteView, ...]:
        """The quotes that say more than the message does."""
        return tuple(one for one in self.quotes if not self.tells(one))


class FindingGroup(Struct, frozen=True, kw_only=True):
    """Findings that mean the same to a reader."""

    anchor: str
    title: str
    explanation: str
    findings: tuple[FindingView, ...]

    @property
    def shared(self) -> FindingView | None:
        """The first finding, where all rest on the same ground and have the same remedy."""
        grounds = {(one.basis, one.remedy) for one in self.findings}
        return self.findings[0] if len(grounds) == 1 and len(self.findings) > 1 else None


class AnsweringPage(Struct, frozen=True, kw_only=True):
    """The findings of a preview, without and with a reply."""

    open: tuple[FindingView, ...]
    answered: tuple[FindingView, ...]


def finding_groups(lookup: Lookup) -> tuple[FindingGroup, ...]:
    """Return all findings by meaning, the heaviest first."""
    heaviest_first = sorted(lookup.build.findings.findings, key=lambda one: ORDER[one.severity])
    return tuple(
        _group(lookup, rule, found) for rule, found in grouped(heaviest_first, lambda one: one.rule).items()
    )


def _group(lookup: Lookup, rule: str, found: tuple[Finding, ...]) -> FindingGroup:
    title, explanation = meaning(rule)
    return FindingGroup(
        anchor=f"regel-{addresses.safe(rule)}",
        title=title or found[0].message,
        explanation=explanation,
        findings=tuple(finding_view(lookup, one) for one in found),
    )


def answering_page(lookup: Lookup) -> AnsweringPage:
    """Return what the municipality may still answer, the heaviest first, and what it answered."""
    views = [one for group in finding_groups(lookup) for one in group.findings]
    return AnsweringPage(
        open=tuple(one for one in views if not one.reply), answered=tuple(one for one in views if one.reply)
    )


def meaning(rule: str) -> tuple[str, str]:
    """Return what a rule means to a reader: its title and explanation, empty for an unknown rule."""
    return next(((one.title, one.explanation) for one in RULES if one.code == rule), ("", ""))


def finding_view(lookup: Lookup, finding: Finding) -> FindingView:
    """Return a finding as shown."""
    document = lookup.document(finding.subject.document)
    others = (_other(lookup, one) for one in finding.others)
    return FindingView(
        id=finding.id,
        anchor=f"b-{addresses.safe(finding.id)}",
        severity=word("severity", finding.severity.value),
        title=meaning(finding.rule)[0],
        message=finding.message,
        subject=subject_of(lookup, finding),
        document=document.title,
        others=tuple({link.text: link for link in others}.values()),
        quotes=tuple(quote(lookup, one.document, one.span) for one in finding.evidence),
        rule=finding.rule,
        basis=finding.basis,
        remedy=finding.remedy,
        reply=finding.reply or "",
        reply_role=finding.reply_role or "",
    )


def subject_of(lookup: Lookup, finding: Finding) -> Link:
    """Return what a finding is about, with its place on the page of the document."""
    subject = finding.subject
    document = lookup.document(subject.document)
    if subject.element is None:
        return Link(text=document.title, href=addresses.document(document.id))
    element = lookup.elements[Pointer(document=document.id, element=subject.element)]
    return Link(text=text_of(element), href=addresses.line(document.id, element.id))


def _other(lookup: Lookup, pointer: Pointer) -> Link:
    return Link(text=text_of(lookup.elements[pointer]), href=home_of(lookup, pointer))
