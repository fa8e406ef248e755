"""Signs made alike: lasten and baten positive, saldo is baten minus lasten, a deviation is an advantage."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from rodedraad.model.terms import MoneyPhase
from rodedraad.recognising.notes import Note

ROUNDING: Final = 2.0
"""How much sums may differ by rounding, in the unit of the table."""
_SIDES: Final = ("lasten", "baten", "saldo")
_WAYS: Final[Mapping[tuple[int, int, int], Callable[[float, float], float]]] = {
    (1, 1, 1): lambda lasten, baten: lasten + baten,
    (-1, 1, 1): lambda lasten, baten: baten - lasten,
    (-1, 1, -1): lambda lasten, baten: lasten - baten,
}
"""By what changes are multiplied to be advantages, for each way in which they add up to the saldo."""


class Entry(NamedTuple):
    """One amount as it stands: of whom, what, when; its size in the unit of the table, its letter V or N."""

    subject: str
    what: str
    difference: bool
    phase: MoneyPhase
    year: int | None
    size: float | None
    letter: str | None


def alike(entries: Sequence[Entry], note: Note) -> list[float | None]:
    """Return the sizes of the entries of one table with their signs made alike, where the table tells how."""
    turned = _turned(entries, note)
    plain = [
        None
        if entry.size is None
        else entry.size * (1 if entry.difference else turned.get(entry.what, 1)) + 0.0
        for entry in entries
    ]
    sizes = {
        (e.subject, e.what, e.phase, e.year): size
        for e, size in zip(entries, plain, strict=True)
        if not e.difference
    }
    effects = _effects(entries)
    return [
        _advantage(entry, sizes, effects) if entry.difference else size
        for entry, size in zip(entries, plain, strict=True)
    ]


def _turned(entries: Sequence[Entry], note: Note) -> Mapping[str, int]:
    """Return by what of lasten, baten and saldo must be multiplied."""
    own = [entry for entry in entries if not entry.difference]
    return {
        "lasten": _side(own, "lasten"),
        "baten": _side(own, "baten"),
        "saldo": _saldo(own) or note.saldo or 1,
    }


def _side(entries: Sequence[Entry], what: str) -> int:
    """Return -1 where most amounts of a side are written negative."""
    signs = Counter(entry.size > 0 for entry in entries if entry.what == what and entry.size)
    return -1 if signs[False] > signs[True] else 1


def _triples(entries: Sequence[Entry]) -> list[tuple[float, float, float]]:
    """Return lasten, baten and saldo of each subject, phase and year that has all three."""
    found: dict[object, dict[str, float]] = defaultdict(dict)
    for entry in entries:
        if entry.what in _SIDES and entry.size is not None:
            found[entry.subject, entry.phase, entry.year][entry.what] = entry.size
    return [(own["lasten"], own["baten"], own["saldo"]) for own in found.values() if len(own) == len(_SIDES)]


def _saldo(entries: Sequence[Entry]) -> int:
    """Return 1 where saldo is baten minus lasten, -1 where it is the other way, 0 where sums do not tell."""
    votes = Counter(
        sign
        for lasten, baten, saldo in _triples(entries)
        for sign in (1, -1)
        if saldo and abs(saldo - sign * (abs(baten) - abs(lasten))) <= ROUNDING
    )
    return 0 if votes[1] == votes[-1] else 1 if votes[1] > votes[-1] else -1


def _effects(entries: Sequence[Entry]) -> Mapping[str, int]:
    """Return by what changes of lasten, baten and saldo must be multiplied to be advantages.

    Changes are written as effects (all three add up) or as changes of the amounts (saldo is baten minus
    lasten, or lasten minus baten).
    """
    triples = _triples([entry for entry in entries if entry.difference])
    votes = Counter(
        signs
        for la, ba, saldo in triples
        for signs, sum_of in _WAYS.items()
        if la and abs(saldo - sum_of(la, ba)) <= ROUNDING
    )
    best = max(_WAYS, key=lambda signs: votes[signs])
    return dict(zip(_SIDES, best, strict=True)) if votes else {}


def _advantage(
    entry: Entry,
    sizes: Mapping[tuple[str, str, MoneyPhase, int | None], float | None],
    effects: Mapping[str, int],
) -> float | None:
    """Return a deviation as an advantage: by its letter, by the amounts it lies between, or as it stands."""
    if entry.size is None or entry.letter is not None:
        return entry.size if entry.size is None else abs(entry.size) * (-1 if entry.letter == "N" else 1)
    executed = sizes.get((entry.subject, entry.what, MoneyPhase.EXECUTED, entry.year))
    for phase in (MoneyPhase.ADJUSTED, MoneyPhase.APPROVED):
        budget = sizes.get((entry.subject, entry.what, phase, entry.year))
        if executed is None or budget is None:
            continue
        advantage = (budget - executed) * (1 if entry.what == "lasten" else -1)
        if abs(abs(advantage) - abs(entry.size)) <= ROUNDING:
            return abs(entry.size) * (-1 if advantage < 0 else 1)
    return entry.size * effects.get(entry.what, 1)
