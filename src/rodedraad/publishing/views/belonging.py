"""Why the members of a thread belong together, and what may belong to it."""

from msgspec import Struct

from rodedraad.model import threads as model
from rodedraad.model.terms import FOR_GOOD, Decision
from rodedraad.model.threads import Pointer, Thread
from rodedraad.publishing.dutch import day
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import home_of, text_of
from rodedraad.publishing.words import word

LIKELY, POSSIBLE = 0.75, 0.4


class Reason(Struct, frozen=True, kw_only=True):
    """Why two members belong together, in words."""

    one: str
    two: str
    relation: str
    decision: str
    evidence: tuple[str, ...]


class Offer(Struct, frozen=True, kw_only=True):
    """An element that may belong to a thread; nobody decided yet."""

    text: str
    href: str
    document: str
    relation: str
    chance: str
    evidence: tuple[str, ...]


def reasons(lookup: Lookup, thread: Thread) -> tuple[Reason, ...]:
    """Return the links that make a thread, oldest first."""
    members = set(thread.members)
    made = [link for link in _links(lookup, thread) if link.decision in FOR_GOOD and {link.from_, link.to} <= members]
    return tuple(_reason(lookup, link) for link in made)


def offers(lookup: Lookup, thread: Thread) -> tuple[Offer, ...]:
    """Return what is offered to a thread, best first."""
    proposed = [link for link in _links(lookup, thread) if link.decision is Decision.PROPOSED]
    members = set(thread.members)
    best_first = sorted(proposed, key=lambda link: -link.score)
    return tuple(_offer(lookup, link, link.to if link.from_ in members else link.from_) for link in best_first)


def _links(lookup: Lookup, thread: Thread) -> tuple[model.Link, ...]:
    found = {id(link): link for member in thread.members for link in lookup.links.get(member, ())}
    return tuple(found.values())


def _reason(lookup: Lookup, link: model.Link) -> Reason:
    return Reason(
        one=lookup.document(link.from_.document).title,
        two=lookup.document(link.to.document).title,
        relation=word("relation", link.relation.value),
        decision=_decision(link),
        evidence=_evidence(link),
    )


def _decision(link: model.Link) -> str:
    if link.decision is not Decision.CONFIRMED:
        return "automatisch"
    by = f" door {link.role}" if link.role else " door een medewerker"
    on = f" op {day(link.decided_at.date())}" if link.decided_at else ""
    return f"bevestigd{by}{on}"


def _offer(lookup: Lookup, link: model.Link, other: Pointer) -> Offer:
    return Offer(
        text=text_of(lookup.elements[other]),
        href=home_of(lookup, other),
        document=lookup.document(other.document).title,
        relation=word("relation", link.relation.value),
        chance=_chance(link.score),
        evidence=_evidence(link),
    )


def _chance(score: float) -> str:
    if score >= LIKELY:
        return "waarschijnlijk"
    return "mogelijk" if score >= POSSIBLE else "onzeker"


def _evidence(link: model.Link) -> tuple[str, ...]:
    return tuple(one.text for one in link.evidence if one.text)
