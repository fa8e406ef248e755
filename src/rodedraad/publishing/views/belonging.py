"""Why the members of a thread belong together, and what may belong to it."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from rodedraad.model import threads as model
from rodedraad.model.terms import FOR_GOOD, Decision
from rodedraad.model.threads import Pointer, Thread
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.shown import day
from rodedraad.publishing.views.common import home_of, text_of
from rodedraad.publishing.views.waterfall import Waterfall, waterfall
from rodedraad.publishing.words import word

LIKELY, POSSIBLE = 0.75, 0.4
SHOWN = 6
REASONS = 3


class Reason(Struct, frozen=True, kw_only=True):
    """Why two members belong together, in words."""

    one: str
    two: str
    relation: str
    decision: str
    evidence: tuple[str, ...]
    fall: Waterfall


class Offer(Struct, frozen=True, kw_only=True):
    """An element that may belong to a thread; nobody decided yet."""

    text: str
    href: str
    document: str
    relation: str
    chance: str
    evidence: tuple[str, ...]
    fall: Waterfall


class Belonging(Struct, frozen=True, kw_only=True):
    """What holds a thread together and what is offered to it; `more` is left to the data."""

    reasons: tuple[Reason, ...]
    more_reasons: int
    more_confirmed: int
    offers: tuple[Offer, ...]
    more_offers: int


def belonging(lookup: Lookup, thread: Thread) -> Belonging:
    """Return why the members of a thread belong together: the best link of each, and the best offers."""
    links = _links(lookup, thread)
    members = set(thread.members)
    made = [one for one in links if one.decision in FOR_GOOD and {one.from_, one.to} <= members]
    best = _best_of_each(made, lambda link: link.to)
    offered = _best_of_each(
        [one for one in links if one.decision is Decision.PROPOSED and not {one.from_, one.to} <= members],
        lambda link: _other(link, members),
    )
    homes = {home_of(lookup, _other(one, members)): one for one in reversed(offered)}
    shown = [one for one in reversed(homes.values()) if one.score >= POSSIBLE][:SHOWN]
    return Belonging(
        reasons=tuple(_reason(lookup, link) for link in best),
        more_reasons=len(made) - len(best),
        more_confirmed=_confirmed(made) - _confirmed(best),
        offers=tuple(_offer(lookup, link, _other(link, members)) for link in shown),
        more_offers=len(offered) - len(shown),
    )


def _confirmed(links: Iterable[model.Link]) -> int:
    return sum(link.decision is Decision.CONFIRMED for link in links)


def _best_of_each(links: Iterable[model.Link], end: Callable[[model.Link], Pointer]) -> list[model.Link]:
    """Return the best link to each element; confirmed by a person goes before any score."""
    best_first = sorted(links, key=lambda link: (link.decision is not Decision.CONFIRMED, -link.score))
    best: dict[Pointer, model.Link] = {}
    for link in best_first:
        best.setdefault(end(link), link)
    return list(best.values())


def _other(link: model.Link, members: set[Pointer]) -> Pointer:
    return link.to if link.from_ in members else link.from_


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
        fall=waterfall(link),
    )


def _decision(link: model.Link) -> str:
    if link.decision is not Decision.CONFIRMED:
        return say("automatisch")
    role = link.role or say("een medewerker")
    if link.decided_at is None:
        return say("bevestigd door {role}", role=role)
    return say("bevestigd door {role} op {day}", role=role, day=day(link.decided_at.date()))


def _offer(lookup: Lookup, link: model.Link, other: Pointer) -> Offer:
    return Offer(
        text=text_of(lookup.elements[other]),
        href=home_of(lookup, other),
        document=lookup.document(other.document).title,
        relation=word("relation", link.relation.value),
        chance=_chance(link.score),
        evidence=_evidence(link),
        fall=waterfall(link),
    )


def _chance(score: float) -> str:
    if score >= LIKELY:
        return say("waarschijnlijk")
    return say("mogelijk" if score >= POSSIBLE else "onzeker")


def _evidence(link: model.Link) -> tuple[str, ...]:
    """Return the reasons that weigh most for a link; the data holds all of them."""
    speaking = [one for one in link.evidence if one.text and one.weight > 0]
    return tuple(one.text for one in sorted(speaking, key=lambda one: -one.weight)[:REASONS])
