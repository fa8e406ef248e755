"""Deviations made advantages: positive is voordelig, whatever a table means by a plus."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from rodedraad.model.terms import MoneyPhase
from rodedraad.recognising.entries import Entry, near
from rodedraad.recognising.notes import Note

_SPENDING: Final = frozenset({"lasten", "toevoeging"})
_EARNING: Final = frozenset({"baten", "saldo", "resultaat", "onttrekking"})
_LATER: Final = (MoneyPhase.EXECUTED, MoneyPhase.ADJUSTED, MoneyPhase.APPROVED, MoneyPhase.PROPOSED)
"""The stages of a budget, the last first."""
_SIDES: Final = ("lasten", "baten", "saldo")
_WAYS: Final[Mapping[tuple[int, int, int], Callable[[float, float], float]]] = {
    (1, 1, 1): lambda lasten, baten: lasten + baten,
    (-1, 1, 1): lambda lasten, baten: baten - lasten,
    (-1, 1, -1): lambda lasten, baten: lasten - baten,
}
"""By what changes are multiplied to be advantages, for each way in which they add up to the saldo."""


def advantages(
    entries: Sequence[Entry], sizes: Sequence[float | None], note: Note, saldo: int
) -> list[float | None]:
    """Return the sizes with every difference as an advantage.

    A difference is one by its letter, by the amounts of its row that it lies between, or by the way in
    which those of the other rows turn out; then by the note; else as it stands.
    """
    found = dict(_surely(entries, sizes, saldo))
    ways = _Ways(entries, found, note)
    return [
        found.get(place, None if size is None else abs(size) * ways.of(entry)) if entry.difference else size
        for place, (entry, size) in enumerate(zip(entries, sizes, strict=True))
    ]


def _surely(
    entries: Sequence[Entry], sizes: Sequence[float | None], saldo: int
) -> Iterator[tuple[int, float]]:
    rows: dict[int, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        rows[entry.row].append(place)
    for place, entry in enumerate(entries):
        if not entry.difference or entry.size is None:
            continue
        advantage = _lettered(entry)
        if advantage is None and entry.bridged:
            advantage = entry.size * saldo
        if advantage is None:
            own = [(entries[other], sizes[other]) for other in rows[entry.row]]
            advantage = _between(entry, own)
        if advantage is not None:
            yield place, advantage


def _lettered(entry: Entry) -> float | None:
    if entry.letter is None or entry.size is None:
        return None
    return abs(entry.size) * (-1 if entry.letter == "N" else 1)


def _between(entry: Entry, row: Sequence[tuple[Entry, float | None]]) -> float | None:
    """Return a difference by two amounts of its row that differ so much, the later minus the earlier."""
    if entry.size == 0:
        return 0.0
    steps = _steps(row, entry.what)
    size = abs(entry.size or 0.0)
    for place, later in enumerate(steps):
        for earlier in steps[place + 1 :]:
            change = later - earlier
            if near(abs(change), size) and change:
                return size * (1 if change > 0 else -1)
    return None


def _steps(row: Sequence[tuple[Entry, float | None]], what: str) -> list[float]:
    """Return what a row comes to, the last stage first, as what it adds to the saldo."""
    moments = dict.fromkeys(one.moment for one, _ in row if not one.difference)
    ordered = sorted(moments, key=lambda moment: (_LATER.index(moment[0]), -(moment[1] or 0)))
    found = []
    for moment in ordered:
        own = [(one.what, size) for one, size in row if one.moment == moment and not one.difference]
        effects = [_effect(kind, size) for kind, size in own if size is not None]
        same = [_effect(kind, size) for kind, size in own if size is not None and kind == what]
        chosen = same or effects
        if chosen and None not in chosen:
            found.append(sum(one for one in chosen if one is not None))
    return found


def _effect(what: str, size: float) -> float | None:
    """Return what an amount adds to the saldo; None where that is not known."""
    return -size if what in _SPENDING else size if what in _EARNING else None


class _Ways:
    """By what differences are multiplied where nothing in their own row tells."""

    def __init__(self, entries: Sequence[Entry], sure: Mapping[int, float], note: Note) -> None:
        votes: dict[str, Counter[int]] = defaultdict(Counter)
        for place, advantage in sure.items():
            entry = entries[place]
            if entry.size and advantage and entry.letter is None and not entry.bridged:
                votes[entry.what][1 if advantage * entry.size > 0 else -1] += 1
        self._votes = votes
        self._said = -1 if note.plus_is_bad else 1 if note.minus_is_bad else 0
        self._effects = _effects(entries)

    def of(self, entry: Entry) -> float:
        """Return the factor of a difference's bare size."""
        size = entry.size or 0.0
        together = sum(self._votes.values(), Counter[int]())
        voted = _most(self._votes.get(entry.what, Counter())) or (
            _most(together) if len(together) == 1 else 0
        )
        way = voted or self._said or self._effects.get(entry.what, 1)
        return way * (-1 if size < 0 else 1)


def _most(votes: Counter[int]) -> int:
    return 0 if votes[1] == votes[-1] else 1 if votes[1] > votes[-1] else -1


def _effects(entries: Sequence[Entry]) -> Mapping[str, int]:
    """Return by what changes of lasten, baten and saldo must be multiplied to be advantages.

    Changes are written as effects (all three add up) or as changes of the amounts (saldo is baten minus
    lasten, or lasten minus baten).
    """
    votes = Counter(
        signs
        for lasten, baten, saldo in _triples(entries)
        for signs, sum_of in _WAYS.items()
        if lasten and near(saldo, sum_of(lasten, baten))
    )
    best = max(_WAYS, key=lambda signs: votes[signs])
    return dict(zip(_SIDES, best, strict=True)) if votes else {}


def _triples(entries: Sequence[Entry]) -> Iterator[tuple[float, float, float]]:
    """Yield the changes of lasten, baten and saldo of each subject, stage and year that has all three."""
    found: dict[object, dict[str, float]] = defaultdict(dict)
    for entry in entries:
        if entry.difference and entry.what in _SIDES and entry.size is not None:
            found[entry.subject, entry.moment][entry.what] = entry.size
    for own in found.values():
        if len(own) == len(_SIDES):
            yield own["lasten"], own["baten"], own["saldo"]
