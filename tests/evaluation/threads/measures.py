"""How well the links of a municipality are those that people judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from rodedraad.linking.linker import Linked
from rodedraad.linking.tokens import words
from rodedraad.model.stems import stem
from rodedraad.model.terms import STRUCTURE, Decision
from rodedraad.model.threads import Pointer, Threads
from tests.evaluation.threads.judged import ANSWERED, DROPPED, Municipality, Pair

REWORDED: Final = 0.2
"""Below this likeness (Jaccard, of the stems of content words) a pair is said in other words."""

Ends = frozenset[Pointer]
Ranking = Mapping[tuple[Pointer, str], Sequence[Pointer]]
"""For a line and another document: the lines of that document, best first."""


class Placed(NamedTuple):
    """A sure pair, whether it is in other words, and at which place it is offered (0: not at all)."""

    pair: Pair
    reworded: bool
    place: int

    @property
    def reciprocal(self) -> float:
        """One over the place."""
        return 1 / self.place if self.place else 0.0


def likeness(one: str, other: str) -> float:
    """Return the Jaccard likeness of two texts, of the stems of their content words."""
    left, right = ({stem(word) for word in words(text)} for text in (one, other))
    return len(left & right) / max(1, len(left | right))


def texts(town: Municipality) -> dict[Pointer, str]:
    """Return the text of every line."""
    return {
        Pointer(document=document.id, element=element.id): element.text
        for document in town.documents
        for element in document.elements
    }


def ranking(threads: Threads) -> dict[tuple[Pointer, str], list[Pointer]]:
    """Return what is linked or offered for each line: what is linked for good first, then by score."""
    found: dict[tuple[Pointer, str], list[tuple[bool, float, Pointer]]] = defaultdict(list)
    for link in threads.links:
        if link.decision is not Decision.REJECTED:
            offered = link.decision is Decision.PROPOSED
            for near, far in ((link.from_, link.to), (link.to, link.from_)):
                found[near, far.document].append((offered, -link.score, far))
    return {key: [far for _, _, far in sorted(rows)] for key, rows in found.items()}


def placed(town: Municipality, ranked: Ranking, firm: Iterable[Ends] = ()) -> list[Placed]:
    """Return the place of every sure pair, from whichever side it is better; `firm` pairs stand first."""
    sure = [pair for pair in town.pairs if pair.sure]
    right = {frozenset((pair.earlier, pair.later)) for pair in sure}
    said, joined = texts(town), set(firm)
    return [
        Placed(
            pair,
            likeness(said[pair.earlier], said[pair.later]) < REWORDED,
            1 if frozenset((pair.earlier, pair.later)) in joined else _place(pair, ranked, right),
        )
        for pair in sure
    ]


def _place(pair: Pair, ranked: Ranking, right: set[Ends]) -> int:
    ends = ((pair.earlier, pair.later), (pair.later, pair.earlier))
    places = [_from_one_side(near, far, ranked, right) for near, far in ends]
    return min((place for place in places if place), default=0)


def _from_one_side(near: Pointer, far: Pointer, ranked: Ranking, right: set[Ends]) -> int:
    """Return the place of a line among what is offered; another right answer does not push it down."""
    rows = ranked.get((near, far.document), ())
    if far not in rows:
        return 0
    before = rows[: list(rows).index(far)]
    return 1 + sum(frozenset((near, other)) not in right for other in before)


def firm_pairs(town: Municipality, threads: Threads) -> set[Ends]:
    """Return the pairs linked for good, by a link or by a thread, between documents that people compared."""
    compared = {frozenset((pair.earlier.document, pair.later.document)) for pair in town.pairs}
    content = {
        Pointer(document=document.id, element=element.id)
        for document in town.documents
        for element in document.elements
        if element.kind not in STRUCTURE
    }
    linked = (
        (link.from_, link.to)
        for link in threads.links
        if link.decision not in (Decision.PROPOSED, Decision.REJECTED)
    )
    joined = (ends for thread in threads.threads for ends in combinations(thread.members, 2))
    return {
        frozenset(ends)
        for ends in (*linked, *joined)
        if content.issuperset(ends) and frozenset(end.document for end in ends) in compared
    }


def agreed(town: Municipality) -> set[Ends]:
    """Return the pairs that people put on one thread: by a link, or by way of other sure lines of that thread."""
    near: dict[Pointer, set[Pointer]] = defaultdict(set)
    for one, other in _ties(town):
        near[one].add(other)
        near[other].add(one)
    by_thread = {
        frozenset(ends)
        for thread in _threads(near)
        for ends in combinations(thread, 2)
        if ends[0].document != ends[1].document
    }
    return by_thread | {frozenset((pair.earlier, pair.later)) for pair in town.pairs}


def best_of_promises(town: Municipality, linked: Linked) -> Iterator[tuple[float, bool]]:
    """Yield, for every judged promise, the probability of its best answer and whether it was dropped."""
    entries = linked.shelf.index()
    documents = {document.id: number for number, document in enumerate(linked.shelf.documents)}
    for verdict in town.verdicts:
        if verdict.verdict in (DROPPED, ANSWERED):
            best = linked.best_answer(entries[verdict.promise], documents[verdict.document])
            yield best, verdict.verdict == DROPPED


def _ties(town: Municipality) -> Iterator[tuple[Pointer, Pointer]]:
    yield from ((pair.earlier, pair.later) for pair in town.pairs if pair.sure)
    for document in town.documents:
        for element in document.elements:
            own = Pointer(document=document.id, element=element.id)
            yield from ((own, Pointer(document=document.id, element=one)) for one in element.answers)


def _threads(near: Mapping[Pointer, set[Pointer]]) -> Iterator[set[Pointer]]:
    seen: set[Pointer] = set()
    for start in sorted(near):
        if start not in seen:
            thread, edge = {start}, [start]
            while edge:
                fresh = near[edge.pop()] - thread
                thread |= fresh
                edge += fresh
            seen |= thread
            yield thread
