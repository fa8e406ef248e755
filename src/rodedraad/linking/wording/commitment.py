"""How firmly a sentence commits: by its first verb that tells, on a ladder from exploring to assuring."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rodedraad.linking.wording.phrases import Found, find
from rodedraad.linking.wording.said import Judgement, Pair
from rodedraad.model.terms import ChangeKind, Effect

LADDER: Final = "commitment.tsv"
FEASIBLE: Final = "feasible.tsv"
PLAIN: Final = 3
"""The degree of a sentence that simply says what is done."""
SURE: Final = 0.5
"""Sentences that share less must say in so many words that one asks whether the other can be done."""
TELLING: Final = frozenset({"aim", "explore"})
"""What says by itself that something is not simply done."""
_SUBORDINATE: Final = re.compile(
    r"\b(?:die|dat|waar(?:in|mee|door|bij|van|op|voor)|zodat|omdat|als|wanneer|of|hoe|om|zoals|wie|wat)\b",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"\bte\s+$|\b(?:kan|kunnen|konden)\s+$", re.IGNORECASE)
_CAN: Final = re.compile(r"^\s+(?:kan|kunnen|konden)\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[,;:()]")
_AND: Final = re.compile(r"\ben\b", re.IGNORECASE)
_WE: Final = re.compile(r"(?:\b(?:we|wij)\s+)$", re.IGNORECASE)
_WE_AFTER: Final = re.compile(r"^\s+(?:we|wij)\b", re.IGNORECASE)
_SUBJECT: Final = re.compile(
    r"\b(?:we|wij|het college|de gemeente|de raad)\s+\w+|\b\w+n\s+(?:we|wij)\b", re.IGNORECASE
)
_LONG_GAP: Final = 3


class Commitment(NamedTuple):
    """The verb that a sentence commits by."""

    degree: int
    role: str
    words: str


def judged(pair: Pair) -> Iterator[Judgement]:
    """Yield that a sentence commits less than it did, or more."""
    was, now = commitment(pair.was.text), commitment(pair.now.text)
    effect = _effect(was, now, pair) if pair.shared >= SURE else _doubted(was, now, pair)
    if effect is not None:
        yield Judgement(
            ChangeKind.COMMITMENT,
            effect,
            was.words if was else _plain(pair.was.text),
            now.words if now else _plain(pair.now.text),
            pair,
        )


def commitment(sentence: str) -> Commitment | None:
    """Return what a sentence commits by, if the ladder knows it.

    What stands in a subordinate clause, or behind "te", is not what is promised.  Where a verb of exploring
    is joined with a verb of doing by "en", the sentence does both.
    """
    found = [one for one in find(LADDER, sentence) if not _is_subordinate(one, sentence)]
    if not found:
        return None
    first = found[0]
    if first.row["role"] == "explore":
        joined = (one for one in found[1:] if _AND.search(sentence[first.end : one.start]))
        first = max((first, *joined), key=_degree)
    return Commitment(_degree(first), first.row["role"], _words(first, sentence))


def _effect(was: Commitment | None, now: Commitment | None, pair: Pair) -> Effect | None:
    if was and now:
        return _step(was.degree, now.degree)
    if now and now.role in TELLING and _SUBJECT.search(pair.was.text):
        return _step(PLAIN, now.degree)
    if was and was.role in TELLING and _SUBJECT.search(pair.now.text):
        return _step(was.degree, PLAIN)
    return None


def _doubted(was: Commitment | None, now: Commitment | None, pair: Pair) -> Effect | None:
    """Return that what one sentence does the other asks the possibility of, though they share few words."""
    if was and now and (was.role, now.role) == ("do", "explore") and find(FEASIBLE, pair.now.text):
        return Effect.WEAKER
    if was and now and (was.role, now.role) == ("explore", "do") and find(FEASIBLE, pair.was.text):
        return Effect.STRONGER
    return None


def _step(was: int, now: int) -> Effect | None:
    if was == now:
        return None
    return Effect.WEAKER if now < was else Effect.STRONGER


def _degree(found: Found) -> int:
    return int(found.row["degree"])


def _is_subordinate(found: Found, sentence: str) -> bool:
    before = sentence[: found.start]
    if _TO.search(before) or _CAN.search(sentence[found.end :]):
        return True
    clauses = _CLAUSE.split(before)
    return bool(_SUBORDINATE.search(clauses[-1]))


def _words(found: Found, sentence: str) -> str:
    """Return the verb with its "we", and dots for many words between its parts."""
    before, after = _WE.search(sentence[: found.start]), _WE_AFTER.search(sentence[found.end :])
    start = before.start() if before else found.start
    end = found.end + (after.end() if after and not before else 0)
    told = sentence[start:end].split()
    if len(told) <= _LONG_GAP + 1:
        return " ".join(told)
    return f"{' '.join(told[:2])} … {told[-1]}"


def _plain(sentence: str) -> str:
    """Return the verb of a sentence as far as "we" gives it away, else the sentence."""
    found = _SUBJECT.search(sentence)
    return found.group() if found else " ".join(sentence.split()).rstrip(" .;:,")
