"""The links that wait for a person, best first."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from rodedraad.model.decisions import Decisions
from rodedraad.model.terms import Decision
from rodedraad.model.threads import Link, Pointer

Pair = frozenset[Pointer]


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
        self._found = frozenset(
            (end, other.document)
            for one in confirmed
            for end, other in ((one.from_, one.to), (one.to, one.from_))
        )

    def leaves(self, link: Link) -> bool:
        """Tell whether a link is still to be decided."""
        return (
            pair_of(link.from_, link.to) not in self._pairs
            and (link.from_, link.to.document) not in self._found
            and (link.to, link.from_.document) not in self._found
        )


def pair_of(one: Pointer, other: Pointer) -> Pair:
    """Return two elements as a pair."""
    return frozenset((one, other))


def proposed(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links that are offered, best first."""
    offered = (link for link in links if link.decision is Decision.PROPOSED)
    return tuple(sorted(offered, key=lambda link: (-link.score, link.from_, link.to)))


def question_about(link: Link, links: Sequence[Link]) -> Question:
    """Return the question about a link, with the other links of its promise into the same document."""
    others = (
        one
        for one in links
        if one is not link and one.from_ == link.from_ and one.to.document == link.to.document
    )
    return Question(link=link, others=tuple(others))
