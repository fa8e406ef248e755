"""What rows without a word for it are: lasten, baten or saldo by the total they add up to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rodedraad.recognising.entries import Entry, Known, Row, adds_up, near, rows_of
from rodedraad.recognising.moneyrows import AMOUNT, what_of

_SIDES: Final = frozenset({"lasten", "baten", "saldo"})
_RESULT: Final = "resultaat"


def told(entries: Sequence[Entry], title: str, known: Known, scale: float | None) -> list[Entry]:
    """Return the entries with what they are: by the total under them, by another table, by the title.

    A last total of a table with reserves is the result where it is the saldo after them.
    """
    rows = list(rows_of(entries))
    whats = _of_blocks(rows, known, scale)
    whats.update(_of_closings(rows, entries))
    titled = what_of(title) if title else AMOUNT
    named = any(row.whats & _SIDES for row in rows)
    rest = titled if titled in _SIDES and not named else AMOUNT
    return [
        entry._replace(what=whats.get(entry.row, rest))
        if entry.what == AMOUNT and not entry.bridged
        else entry
        for entry in entries
    ]


def _of_blocks(rows: Sequence[Row], known: Known, scale: float | None) -> dict[int, str]:
    found: dict[int, str] = {}
    for block, total in _blocks(rows):
        what = next(iter(total.whats - {AMOUNT}), None) or _known(total, known, scale)
        if what is not None:
            found.update((row.place, what) for row in (*block, total) if row.whats == {AMOUNT})
    return found


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[Sequence[Row], Row]]:
    """Yield rows without a word for what they are, with the total that they add up to."""
    block: list[Row] = []
    for row in rows:
        plain = row.whats == {AMOUNT}
        if plain and not row.is_total:
            block.append(row)
            continue
        if block and adds_up(block, row):
            yield block, row
        block = []


def _known(total: Row, known: Known, scale: float | None) -> str | None:
    """Return what other tables of the document say that all amounts of a total are."""
    if scale is None:
        return None
    whats = {
        known.get((*moment, abs(size) * scale), (None, 0))[0] for moment, size in total.sizes.items() if size
    }
    return whats.pop() if len(whats) == 1 else None


def _of_closings(rows: Sequence[Row], entries: Sequence[Entry]) -> Mapping[int, str]:
    sums = _reserves(entries)
    return {
        row.place: _RESULT
        for row in rows
        if row.is_total and row.whats == {AMOUNT} and row.sizes and _closes(row, sums)
    }


def _reserves(entries: Sequence[Entry]) -> Mapping[tuple[object, str], float]:
    sums: dict[tuple[object, str], float] = {}
    for entry in entries:
        if entry.size is not None and not entry.difference:
            key = (entry.moment, entry.what)
            sums[key] = abs(entry.size) + (0 if entry.what == "saldo" else sums.get(key, 0))
    return sums


def _closes(row: Row, sums: Mapping[tuple[object, str], float]) -> bool:
    """Whether a total is, in all its columns, a saldo after additions to reserves and withdrawals."""
    return all(
        (moment, "saldo") in sums
        and any(near(abs(size), abs(sums[moment, "saldo"] + sign * _net(moment, sums))) for sign in (1, -1))
        for moment, size in row.sizes.items()
    )


def _net(moment: object, sums: Mapping[tuple[object, str], float]) -> float:
    return sums.get((moment, "toevoeging"), 0) - sums.get((moment, "onttrekking"), 0)
