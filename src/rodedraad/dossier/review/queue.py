"""The links that wait for a person, in the order in which they are worth deciding on."""

from collections.abc import Sequence

from msgspec import Struct

from rodedraad.linking.joined import Joined
from rodedraad.model.decisions import Decisions
from rodedraad.model.terms import Decision, Kind, Relation
from rodedraad.model.threads import Link, Pointer
from rodedraad.publishing.lookup import Lookup

Pair = frozenset[Pointer]

_ASKED_AFTER = (Kind.GOAL, Kind.ACTIVITY)
_PARTS = (Relation.SPLITS, Relation.MERGES)


class Question(Struct, frozen=True, kw_only=True):
    """A link to decide on, and the other candidates of the same promise in the same document, best first."""

    link: Link
    others: tuple[Link, ...] = ()

    @property
    def pair(self) -> Pair:
        """The two elements, whichever is the older."""
        return pair_of(self.link.from_, self.link.to)


class Settled:
    """What people decided since the build: pairs, and promises that found their counterpart."""

    def __init__(self, decisions: Decisions) -> None:
        last = {pair_of(one.from_, one.to): one for one in decisions.link}
        confirmed = [one for one in last.values() if one.decision is Decision.CONFIRMED]
        self._pairs = frozenset(last)
        self._together = Joined((one.from_, one.to) for one in confirmed if one.relation not in _PARTS)
        self._found = frozenset(
            (end, other.document)
            for one in confirmed
            for end, other in ((one.from_, one.to), (one.to, one.from_))
        )

    def leaves(self, link: Link) -> bool:
        """Tell whether a link is still to be decided; what follows from what was confirmed is not."""
        return (
            pair_of(link.from_, link.to) not in self._pairs
            and not self._together.together(link.from_, link.to)
            and (link.from_, link.to.document) not in self._found
            and (link.to, link.from_.document) not in self._found
        )


def pair_of(one: Pointer, other: Pointer) -> Pair:
    """Return two elements as a pair."""
    return frozenset((one, other))


def proposed(lookup: Lookup) -> tuple[Link, ...]:
    """Return the links that are offered, those most worth deciding on first.

    Goals and activities go before the rest, and of them those that found nothing yet in the other document;
    among equals the most probable goes first.
    """
    offered = (link for link in lookup.build.threads.links if link.decision is Decision.PROPOSED)
    return tuple(sorted(offered, key=lambda link: (_turn(lookup, link), -link.score, link.from_, link.to)))


def made(lookup: Lookup) -> tuple[Link, ...]:
    """Return the links that were made without a person: goals and activities first, the least sure first."""
    links = (link for link in lookup.build.threads.links if link.decision is Decision.AUTO)
    return tuple(sorted(links, key=lambda link: (_turn(lookup, link), link.score, link.from_, link.to)))


def _turn(lookup: Lookup, link: Link) -> int:
    ends = (link.from_, link.to)
    if any(lookup.elements[end].kind not in _ASKED_AFTER for end in ends):
        return 2
    found = any(_stands_in(lookup, end, other.document) for end, other in (ends, reversed(ends)))
    return 1 if found else 0


def _stands_in(lookup: Lookup, end: Pointer, document: str) -> bool:
    """Tell whether a thread of an element has something in another document."""
    return any(one.document == document for thread in lookup.threads_of(end) for one in thread.members)


def question_about(link: Link, links: Sequence[Link]) -> Question:
    """Return the question about a link, with the other links of its promise into the same document."""
    others = (
        one
        for one in links
        if one is not link and one.from_ == link.from_ and one.to.document == link.to.document
    )
    return Question(link=link, others=tuple(others))
