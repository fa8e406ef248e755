"""What a clause says that happened, and whether it came, is coming, came in part or did not come."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from rodedraad.model.terms import Status
from rodedraad.recognising.sieve import Sieve, Sought
from rodedraad.recognising.vocabulary import any_of, table, words_of

FINITE: Final = frozenset({"runs", "succeeds"})
"""Events told by a finite verb: what denies them stands behind them in the clause."""
_CLAUSE_END: Final = re.compile(
    rf"[,;:(–]\s?|\s(?:{'|'.join(words_of('words', 'clause-opening'))})\s"
    rf"|\ben (?=(?:{'|'.join(words_of('words', 'second-clause'))})\b)",
    re.IGNORECASE,
)
_LESS: Final = ("partly", "not-yet", "denied")
_TENSES: Final = ("told", "past", "ahead", "going")
_RESTORED: Final = re.compile(r"\b(?:wel|alsnog|toch|inmiddels)\b", re.IGNORECASE)
_EMBEDDED: Final = re.compile(r"\b(?:die|dat|te|wie|waar\w*)\b", re.IGNORECASE)
_AUXILIARY: Final = re.compile(r"\s+(?:te |kunnen |moeten )?(?P<word>\w+)")
_BACKGROUND: Final = re.compile(
    rf"{any_of('background', 'behind')}[^,.;:]*$|^{any_of('background', 'opening')}[^,]*$", re.IGNORECASE
)


class Outcome(NamedTuple):
    """What an event in a certain sense says of a promise, and how much that weighs."""

    status: Status
    rank: float
    use: str


class Event(NamedTuple):
    """An event told in a sentence, with the place of its words from the first that bears on it."""

    outcome: Outcome
    start: int
    end: int


def events_in(sentence: str) -> Iterator[Event]:
    """Yield what a sentence says of what came, is coming or did not come.

    A word counts within its own clause.  A clause of condition, time or cause, and one on what would have
    been, tell nothing of the promise.
    """
    for kind, match in _events().finditer(sentence):
        if _BACKGROUND.search(sentence, 0, match.start()):
            continue
        clause = _clause(sentence, *match.span())
        sense, since = _sense(clause, finite=kind in FINITE)
        outcome = _outcomes().get((kind, sense))
        if outcome is not None:
            yield Event(outcome, since, match.end())


class _Clause(NamedTuple):
    """The places of a clause in its sentence, and of the event in it."""

    sentence: str
    start: int
    own: int
    own_end: int
    end: int


def _clause(sentence: str, own: int, own_end: int) -> _Clause:
    first, last = 0, len(sentence)
    for match in _CLAUSE_END.finditer(sentence):
        if match.end() <= own:
            first = match.end()
        elif match.start() >= own_end:
            last = match.start()
            break
    return _Clause(sentence, first, own, own_end, last)


def _sense(clause: _Clause, *, finite: bool) -> tuple[str, int]:
    """Return in which sense an event is told in its clause, and where the words that say so begin."""
    for sense in _LESS:
        place = _limited(clause, sense, clause.end if finite else clause.own)
        if place is not None:
            return sense, min(place, clause.own)
    if _pattern("irreal").search(clause.sentence, clause.start, clause.end):
        return "irreal", clause.own
    return _by_auxiliary(clause), clause.own


def _limited(clause: _Clause, sense: str, until: int) -> int | None:
    """Return where words stand that deny or limit an event; None where none do, or others restore it."""
    match = _pattern(sense).search(clause.sentence, clause.start, until)
    if match is None or _RESTORED.search(clause.sentence, match.end(), until):
        return None
    embedded = match.start() > clause.own_end and _EMBEDDED.search(
        clause.sentence, clause.own_end, match.start()
    )
    return None if embedded else match.start()


def _by_auxiliary(clause: _Clause) -> str:
    """Return what the auxiliary nearest to an event tells; without one it is told as a fact."""
    before = _nearest(clause)
    if before is None:
        behind = _AUXILIARY.match(clause.sentence, clause.own_end)
        before = behind["word"] if behind is not None else ""
    sense = _auxiliaries().get(before.lower(), "told")
    if sense != "going":
        return sense
    if _pattern("past").search(clause.sentence, clause.start, clause.own):
        return "told"
    return "ahead" if _pattern("later").search(clause.sentence, clause.start, clause.end) else sense


def _nearest(clause: _Clause) -> str | None:
    words = [
        (match.start(), match.group())
        for sense in _TENSES
        for match in _pattern(sense).finditer(clause.sentence, clause.start, clause.own)
    ]
    return max(words)[1] if words else None


@cache
def _auxiliaries() -> dict[str, str]:
    return {
        word: "told" if row["sense"] == "past" else row["sense"]
        for row in table("senses")
        if row["sense"] in _TENSES
        for word in row["pattern"].split("|")
    }


@cache
def _pattern(sense: str) -> re.Pattern[str]:
    own = "|".join(row["pattern"] for row in table("senses") if row["sense"] == sense)
    return re.compile(rf"\b(?:{own})(?!\w)", re.IGNORECASE)


@cache
def _events() -> Sieve[str]:
    return Sieve((row["event"], Sought(rf"(?<!\w){row['pattern']}(?!\w)")) for row in table("events"))


@cache
def _outcomes() -> dict[tuple[str, str], Outcome]:
    return {
        (row["event"], row["sense"]): Outcome(Status(row["status"]), float(row["rank"]), row["use"])
        for row in table("outcomes")
    }
