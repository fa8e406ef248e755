"""A decision of a person that finds nothing to stand on any more."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.linking import lost_decisions
from rodedraad.model.decisions import LinkDecision, StatusDecision
from rodedraad.model.findings import Subject
from rodedraad.model.terms import Decision, Severity
from rodedraad.model.threads import Pointer

_DECIDED = {Decision.CONFIRMED: "bevestigde", Decision.REJECTED: "verwierp"}


class DecisionLost(Rule):
    """What a person decided about an element that is not in the documents any more has no effect."""

    code = "decision-lost"
    title = "Besluit dat niets meer vindt"
    severity = Severity.WARNING
    basis = grounds.NOT_GUESSED
    explanation = (
        "Een mens nam een besluit over een onderdeel dat er niet meer is, bijvoorbeeld omdat de tekst van "
        "het document veranderde. Het besluit blijft bewaard, maar doet nu niets."
    )
    remedy = (
        "Zoek op waar de tekst gebleven is en beoordeel het opnieuw (`rodedraad review`), of haal het oude "
        "besluit uit decisions.toml. Met `rodedraad freeze` houdt een onderdeel zijn kenmerk als de tekst "
        "verandert."
    )

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such decision, one a pair; without documents there is no place for it."""
        if not case.documents:
            return
        pairs = {(one.from_, one.to): one for one in lost_decisions(case.documents, case.decisions)}
        for link in pairs.values():
            yield _about_link(case, link)
        for status in case.decisions.status:
            if not case.has(Pointer(document=status.document, element=status.element)):
                yield _about_status(case, status)


def _about_link(case: Case, link: LinkDecision) -> Remark:
    ends = (link.from_, link.to)
    gone = [end for end in ends if not case.has(end)]
    found = f"{_named(case, gone)} vinden wij niet meer" if gone else "die zijn niet meer te verbinden"
    return Remark(
        subject=_subject(case, ends),
        message=(
            f"Een mens{_role(link.role)} {_DECIDED.get(link.decision, 'beoordeelde')} het verband tussen "
            f"{_named(case, ends)}; {found}."
        ),
        evidence=tuple(
            quote
            for end in ends
            if case.has(end)
            for quote in quotes(case.document(end.document), case.element(end).spans)
        ),
        key="\x1f".join(name for end in ends for name in (end.document, end.element)),
    )


def _about_status(case: Case, status: StatusDecision) -> Remark:
    end = Pointer(document=status.document, element=status.element)
    given = f"Een mens{_role(status.role)} gaf {_named(case, [end])} een status"
    return Remark(
        subject=_subject(case, (end,)),
        message=f"{given}; dat vinden wij niet meer.",
        key=f"status\x1f{status.document}\x1f{status.element}",
    )


def _role(role: str | None) -> str:
    return f" ({role})" if role else ""


def _named(case: Case, ends: list[Pointer] | tuple[Pointer, ...]) -> str:
    return " en ".join(f"onderdeel {end.element} van {_title(case, end.document)}" for end in ends)


def _title(case: Case, document: str) -> str:
    titles = {one.id: one.title for one in case.documents}
    return titles.get(document, document)


def _subject(case: Case, ends: tuple[Pointer, ...]) -> Subject:
    """Return what is still there of what was decided on: an element, its document, or the first document."""
    there = {one.id: one for one in case.documents}
    standing = next((end for end in ends if case.has(end)), None)
    if standing:
        return about(there[standing.document], case.element(standing))
    return about(next((there[end.document] for end in ends if end.document in there), case.documents[0]))
