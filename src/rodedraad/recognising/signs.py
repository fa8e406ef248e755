"""Signs made alike: lasten, baten and what reserves gain or lose positive, saldo is baten minus lasten."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rodedraad.recognising.deviations import advantages
from rodedraad.recognising.entries import Entry, Known, near
from rodedraad.recognising.moneyrows import is_total
from rodedraad.recognising.notes import Note

UNSIGNED: Final = ("lasten", "baten", "toevoeging", "onttrekking")
_SIDES: Final = ("lasten", "baten")
_LETTERED: Final = frozenset({"saldo", "resultaat"})


def alike(
    entries: Sequence[Entry], note: Note, known: Known | None = None, scale: float | None = None
) -> list[float | None]:
    """Return the sizes of the entries of one table with their signs made alike, where the table tells how."""
    turned = turns(entries, note, known or {}, scale)
    sizes = [None if entry.size is None else _alike(entry, entry.size, turned) for entry in entries]
    return advantages(entries, sizes, note, turned["saldo"])


def _alike(entry: Entry, size: float, turned: Mapping[str, int]) -> float:
    """Return a size with its sign made alike; a saldo or result is told by its own letter V or N."""
    if entry.letter is not None and entry.what in _LETTERED:
        return abs(size) * (-1 if entry.letter == "N" else 1) + 0.0
    return size * turned.get(entry.what, 1) + 0.0


def turns(entries: Sequence[Entry], note: Note, known: Known, scale: float | None) -> Mapping[str, int]:
    """Return by what amounts of each sort must be multiplied, as the table itself shows or its note says."""
    own = [entry for entry in entries if not entry.difference and entry.size is not None]
    turned = {what: _side(own, what) for what in UNSIGNED}
    saldo = _voted(_net_votes(own, turned)) or _of_known(own, known, scale) or _said(own, turned, note)
    result = _voted(_result_votes(own, turned, saldo)) or saldo
    return {**turned, "saldo": saldo, "resultaat": result, "reserve": saldo}


def _side(entries: Sequence[Entry], what: str) -> int:
    """Return -1 where most amounts of a sort are written negative."""
    signs = Counter(entry.size > 0 for entry in entries if entry.what == what and entry.size)
    return -1 if signs[False] > signs[True] else 1


def _voted(votes: Iterator[int]) -> int:
    """Return 1 or -1 by most votes, 0 without them."""
    total = Counter(votes)
    return 0 if total[1] == total[-1] else 1 if total[1] > total[-1] else -1


# --- saldo -----------------------------------------------------------------------------------------------


class _Sums:
    """The lasten and baten of one column so far: of each subject, of the last totals, and all together."""

    def __init__(self) -> None:
        self._subjects: dict[str, dict[str, float]] = defaultdict(dict)
        self._totals: dict[str, float] = {}
        self._all: dict[str, float] = {}

    def add(self, entry: Entry, size: float) -> None:
        """Count in one amount."""
        self._subjects[entry.subject][entry.what] = size
        if is_total(entry.name):
            self._totals[entry.what] = size
        else:
            self._all[entry.what] = self._all.get(entry.what, 0.0) + size

    def nets(self, subject: str) -> Iterator[float]:
        """Yield what the saldo of a subject may be: its own baten minus lasten, or those of all."""
        for sums in (self._subjects.get(subject, {}), {**self._all, **self._totals}, self._all):
            if sums:
                yield sums.get("baten", 0.0) - sums.get("lasten", 0.0)


def _net_votes(entries: Sequence[Entry], turned: Mapping[str, int]) -> Iterator[int]:
    columns: dict[object, _Sums] = defaultdict(_Sums)
    for entry in entries:
        size = entry.size or 0.0
        if entry.what in _SIDES:
            columns[entry.moment].add(entry, size * turned[entry.what])
        elif entry.what in {"saldo", "resultaat"}:
            net = next(
                (net for net in columns[entry.moment].nets(entry.subject) if near(abs(net), abs(size))), 0
            )
            if net and size:
                yield 1 if net * size > 0 else -1


def _of_known(entries: Sequence[Entry], known: Known, scale: float | None) -> int:
    """Return the sign by what other tables of the document say of the same saldo."""
    if scale is None:
        return 0
    votes = [
        1 if signed * entry.size > 0 else -1
        for entry in entries
        if entry.size and entry.what in {"saldo", "resultaat"}
        for what, signed in [known.get((*entry.moment, abs(entry.size) * scale), ("", 0.0))]
        if what in {"saldo", "resultaat"} and signed
    ]
    return _voted(iter(votes))


def _said(entries: Sequence[Entry], turned: Mapping[str, int], note: Note) -> int:
    """Return the sign by the note; else a saldo adds up lasten and baten that are written with signs."""
    if note.saldo is not None:
        return note.saldo
    present = {entry.what for entry in entries}
    if present >= set(_SIDES) and turned["lasten"] != turned["baten"]:
        return turned["baten"]
    return -1 if note.plus_is_bad and not note.minus_is_bad else 1


# --- result ----------------------------------------------------------------------------------------------


class _Flow(NamedTuple):
    saldo: float | None = None
    reserves: float = 0.0


def _result_votes(entries: Sequence[Entry], turned: Mapping[str, int], saldo: int) -> Iterator[int]:
    """Yield a vote for each result that is its saldo after additions to reserves and withdrawals."""
    columns: dict[object, _Flow] = defaultdict(_Flow)
    for entry in entries:
        size = entry.size or 0.0
        flow = columns[entry.moment]
        if entry.what == "saldo":
            columns[entry.moment] = _Flow(size * saldo)
        elif entry.what in {"toevoeging", "onttrekking"}:
            sign = 1 if entry.what == "onttrekking" else -1
            columns[entry.moment] = flow._replace(reserves=flow.reserves + sign * size * turned[entry.what])
        elif entry.what == "resultaat" and flow.saldo is not None:
            net = flow.saldo + flow.reserves
            if net and size and near(abs(net), abs(size)):
                yield 1 if net * size > 0 else -1
