"""The balance of a document as the site shows it: outcomes, and the promises behind each count."""

from msgspec import Struct

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import DocumentKind, Kind, Reporting
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup, grouped, is_promise
from rodedraad.publishing.outcome import Fate, Fates
from rodedraad.publishing.words import words


class Tally(Struct, frozen=True, kw_only=True):
    """The promises of a document by outcome, in the order of words.tsv, and what is not counted."""

    document: str
    promises: tuple[tuple[str, tuple[tuple[Pointer, Fate], ...]], ...]
    left_out: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """The number of promises counted."""
        return sum(len(group) for _, group in self.promises)


def tally_of(lookup: Lookup, fates: Fates, document: Document) -> Tally:
    """Return the promises of a document by outcome."""
    counted = [one for one in _pointers(document) if counts(lookup, one)]
    by_outcome = grouped(((one, fates.of(one)) for one in counted), lambda pair: pair[1].outcome)
    return Tally(
        document=document.id,
        promises=tuple((key, by_outcome[key]) for key in words("outcome") if key in by_outcome),
        left_out=_left_out(lookup, document),
    )


def _pointers(document: Document) -> list[Pointer]:
    return [Pointer(document=document.id, element=one.id) for one in document.elements if is_promise(one)]


def counts(lookup: Lookup, pointer: Pointer) -> bool:
    """Return whether a promise is counted: an activity, or a goal without activities of its own."""
    kind = lookup.elements[pointer].kind
    if kind is Kind.GOAL:
        return not any(_is_activity(child) for child in lookup.children(pointer))
    return kind is Kind.ACTIVITY


def _is_activity(element: Element) -> bool:
    return element.kind is Kind.ACTIVITY and is_promise(element)


def _left_out(lookup: Lookup, document: Document) -> tuple[tuple[str, int], ...]:
    kinds = [lookup.elements[one].kind.value for one in _pointers(document) if not counts(lookup, one)]
    return tuple((kind, kinds.count(kind)) for kind in words("kind") if kind in kinds)


def reported(lookup: Lookup, organisation: str) -> Document | None:
    """Return the plan of the newest year that an organisation reported on in full.

    Where the dossier holds no plan with the scope of that report, the report itself is returned: it
    repeats what was promised.
    """
    own = [one for one in lookup.build.documents if one.organisation.code == organisation]
    reports = [one for one in own if one.reporting is Reporting.FULL]
    if not reports:
        return own[-1] if own else None
    report = max(reports, key=lambda one: (one.year, lookup.position[one.id]))
    plans = [one for one in own if one.kind is DocumentKind.BEGROTING and _same_scope(one, report)]
    return plans[-1] if plans else report


def _same_scope(plan: Document, report: Document) -> bool:
    return plan.year == report.year and set(plan.covers) == set(report.covers)
