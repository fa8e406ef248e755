"""The planning that belongs to a promise: many layouts give its date in a field or a column of its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rodedraad.linking.clauses import kinship, undated
from rodedraad.linking.shelf import Entry
from rodedraad.linking.tokens import words
from rodedraad.model.terms import Kind, Phase
from rodedraad.model.threads import Pointer

HOSTS: Final = frozenset({Kind.ACTIVITY, Kind.GOAL})
REPEATED: Final = 0.5
"""A planning that speaks of a promise repeats at least this share of its own words from it."""


@dataclass(frozen=True, slots=True)
class Companions:
    """Which planning goes with which promise, and what answers that planning."""

    host: Mapping[Pointer, Pointer]
    """The promise of each planning, and of each result of such a planning."""
    by_host: Mapping[Pointer, Sequence[Entry]]


def companions(on_shelf: Mapping[Pointer, Entry]) -> Companions:
    """Find the promise of each planning: what it stands under, what shares its number, or its words."""
    fields: dict[tuple[str, str | None], list[Entry]] = defaultdict(list)
    for pointer, entry in on_shelf.items():
        if entry.element.phase is Phase.PLAN and entry.element.kind in HOSTS:
            fields[pointer.document, entry.element.parent].append(entry)
    host = {
        planning: promise
        for planning, entry in on_shelf.items()
        if entry.element.kind is Kind.PLANNING and entry.element.phase is Phase.PLAN
        if (promise := _host(entry, on_shelf, fields)) is not None
    }
    host |= dict(_results(host, on_shelf.values()))
    by_host: dict[Pointer, list[Entry]] = defaultdict(list)
    for one, promise in host.items():
        by_host[promise].append(on_shelf[one])
    return Companions(host, by_host)


def _host(
    planning: Entry,
    on_shelf: Mapping[Pointer, Entry],
    fields: Mapping[tuple[str, str | None], Sequence[Entry]],
) -> Pointer | None:
    document, parent = planning.pointer.document, planning.element.parent
    above = on_shelf.get(Pointer(document=document, element=parent)) if parent is not None else None
    if above is not None and above.element.kind is Kind.ACTIVITY:
        return above.pointer
    beside = fields.get((document, parent), ())
    return _of_row(planning, beside) or _of_words(planning, beside)


def _of_row(planning: Entry, beside: Iterable[Entry]) -> Pointer | None:
    """Return the promise with the number of a planning that holds a date alone, as a row of a table does."""
    number = planning.element.number
    if number is None or words(undated(planning.element)):
        return None
    return _only([one.pointer for one in beside if one.element.number == number])


def _of_words(planning: Entry, beside: Iterable[Entry]) -> Pointer | None:
    """Return the promise that a planning repeats most of."""
    own = undated(planning.element)
    shares = {one.pointer: kinship(own, one.wording) for one in beside}
    most = max(shares.values(), default=0)
    if most == 0 or most < REPEATED * len(set(words(own))):
        return None
    return _only([one for one, share in shares.items() if share == most])


def _only(found: Sequence[Pointer]) -> Pointer | None:
    return found[0] if len(found) == 1 else None


def _results(host: Mapping[Pointer, Pointer], entries: Iterable[Entry]) -> Iterator[tuple[Pointer, Pointer]]:
    """Return the results that answer planning alone, with the promise of the first of it."""
    for entry in entries:
        answered = [Pointer(document=entry.pointer.document, element=one) for one in entry.element.answers]
        if answered and all(one in host for one in answered):
            yield entry.pointer, host[answered[0]]
