"""What is said about all amounts of a table: their unit, and what a minus means."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.recognising.kept import LINES
from rodedraad.recognising.sieve import Sieve, Sought
from rodedraad.recognising.vocabulary import table

_LEAD: Final = re.compile(r"\(?\s*(?:(?:alle )?bedragen\s*(?:zijn |luiden )?(?:in )?)?$", re.IGNORECASE)


class Note(NamedTuple):
    """What a note says; None where it does not."""

    scale: float | None = None
    saldo: int | None = None
    """1 where a negative saldo is a cost, -1 where a positive one is."""
    minus_is_bad: bool = False
    plus_is_bad: bool = False
    deviations: bool = False
    """Whether the figures are told to be advantages and disadvantages."""

    def over(self, other: "Note") -> "Note":
        """Return this note, with what it leaves open taken from the other."""
        return Note(
            self.scale if self.scale is not None else other.scale,
            self.saldo if self.saldo is not None else other.saldo,
            self.minus_is_bad or (other.minus_is_bad and not self.plus_is_bad),
            self.plus_is_bad or (other.plus_is_bad and not self.minus_is_bad),
            self.deviations or other.deviations,
        )


@cache
def _units() -> Sieve[float]:
    return Sieve((float(row["scale"]), Sought(row["pattern"])) for row in table("money_units"))


@cache
def _signs() -> Sieve[str]:
    return Sieve((row["says"], Sought(row["pattern"])) for row in table("money_signs"))


@lru_cache(maxsize=LINES)
def _unit_in(text: str) -> tuple[float, int, int] | None:
    """Return the first unit of amounts that a text names, with where it stands."""
    return next(((scale, *found.span()) for scale, found in _units().search(text)), None)


@lru_cache(maxsize=LINES)
def read_note(text: str) -> Note:
    """Return what a text says about the amounts of a table."""
    unit = _unit_in(text)
    said = {says for says, _ in _signs().search(text)}
    saldo = 1 if "income-first" in said else -1 if "cost-first" in said else None
    told = bool(said & {"minus-bad", "plus-bad"})
    return Note(
        None if unit is None else unit[0],
        saldo,
        minus_is_bad="minus-bad" in said,
        plus_is_bad="plus-bad" in said,
        deviations="letters" in said or (told and saldo is None),
    )


@lru_cache(maxsize=LINES)
def note_in(text: str) -> tuple[int, int] | None:
    """Return where the unit of amounts stands in a line of heads; None where it names none."""
    unit = _unit_in(text)
    if unit is None:
        return None
    _, start, end = unit
    lead = _LEAD.search(text[:start])
    return (lead.start() if lead is not None else start), end


def without_note(text: str) -> str:
    """Return a line of heads without the unit of its amounts."""
    note = note_in(text)
    if note is None:
        return text
    before, after = text[: note[0]].rstrip(" "), text[note[1] :].lstrip(") ;,")
    return f"{before} {after}".strip(" ") if before.strip() else after
