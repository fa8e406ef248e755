"""Which entries stand on a thread together."""

from collections import defaultdict

from rodedraad.linking.assignment import Assignment
from rodedraad.linking.groups import Groups
from rodedraad.linking.shelf import Shelf, is_promise
from rodedraad.model.terms import Phase, Relation

Members = tuple[int, ...]


def memberships(shelf: Shelf, groups: Groups, assignment: Assignment) -> tuple[Members, ...]:
    """Return the members of every thread, in order of time, then of reading.

    Every promise and every result is a member of one at least.  An entry stands in more than one only
    where a promise splits or merges, or where one result answers several promises.
    """
    chains = _chains(shelf, assignment)
    full = {chain: set(members) for chain, members in chains.items()}
    for chain, more in _across(shelf, groups, assignment, chains):
        full[chain] |= more
    for shared, promises in groups.shared:
        for promise in promises:
            full[assignment.chains.chain(promise)].add(shared)
    threads = (tuple(sorted(one, key=lambda e: shelf.entries[e].moment)) for one in full.values())
    kept = sorted({one for one in threads if len(one) > 1 or _speaks(shelf, one[0])})
    contained = _contained(kept)
    return tuple(one for one in kept if one not in contained)


def _chains(shelf: Shelf, assignment: Assignment) -> dict[int, list[int]]:
    chains: dict[int, list[int]] = defaultdict(list)
    for entry in range(len(shelf.entries)):
        chains[assignment.chains.chain(entry)].append(entry)
    return chains


def _across(
    shelf: Shelf, groups: Groups, assignment: Assignment, chains: dict[int, list[int]]
) -> list[tuple[int, set[int]]]:
    """Return what a chain gains by splits and merges: what went before its whole, or what came after it.

    A result came when the promise it answers did.
    """
    own = groups.members()
    gained = []
    for pair, relation in assignment.crossings.items():
        earlier, later = sorted(pair, key=lambda entry: shelf.entries[entry].moment)
        if assignment.chains.together(earlier, later):
            continue
        splits = relation is Relation.SPLITS
        whole, part = (earlier, later) if splits else (later, earlier)
        turn = shelf.entries[groups.head[whole]].moment
        joined = {
            entry
            for entry in chains[assignment.chains.chain(whole)]
            if (when := shelf.entries[groups.head[entry]].moment) == turn or (when < turn) is splits
        }
        gained.append((assignment.chains.chain(part), joined | set(own[groups.head[whole]])))
    return gained


def _speaks(shelf: Shelf, entry: int) -> bool:
    """Tell whether an entry stands on a thread even when it is alone: a promise or a result."""
    element = shelf.entries[entry].element
    return is_promise(element) or element.phase is Phase.ACTUAL


def _contained(threads: list[Members]) -> set[Members]:
    """Return the threads whose members all stand on a longer one."""
    at: dict[int, list[Members]] = defaultdict(list)
    for thread in threads:
        for entry in thread:
            at[entry].append(thread)
    return {one for one in threads if any(set(one) < set(other) for other in at[one[0]])}
