"""Dates of a promise that vanished or became vaguer, or came or became firmer; a later one is a shift."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rodedraad.linking.wording.phrases import find
from rodedraad.linking.wording.said import Judgement, Moment, Pair, Sentence
from rodedraad.model.terms import ChangeKind, Effect

TIMES: Final = "times.tsv"
YEAR: Final = 366
HALF: Final = 190
"""The most days that a date worth the name spans; a bare year says little."""
SURE: Final = 0.5
"""Two sentences must share this much to say that a date came: a newer text may date something else."""
VAGUER: Final = 2.5
"""So many times as wide is vaguer."""
_LAST_WORD: Final = re.compile(r"\S+\s*$")


def judged(pair: Pair) -> Iterator[Judgement]:
    """Yield that the date of a sentence went, widened or lost its "uiterlijk", or the other way round."""
    loss = _lost(pair)
    if loss:
        yield loss
    elif pair.shared >= SURE and (gain := _lost(pair.turned)):
        yield gain.turned()


def _lost(pair: Pair) -> Judgement | None:
    best = _best(one for one in pair.was.moments if one.last >= pair.was.said.since)
    if best is None or best.days > YEAR:
        return None
    left = _best(pair.now.said.moments)
    if left is None:
        gone = _worth(best, pair.was) and not pair.now.said.also
        return _judgement(pair, best, "") if gone else None
    if left.days >= VAGUER * best.days and left.last >= best.first:
        return _judgement(pair, best, pair.now.said.text[left.start : left.end])
    return _unbound(pair, best)


def _unbound(pair: Pair, was: Moment) -> Judgement | None:
    """Return that the same date was a limit, and is none any more."""
    now = next((one for one in pair.now.moments if one.first <= was.last and was.first <= one.last), None)
    if now is None or not _told_firm(pair.was) or _is_limit(pair.now, now) or _told_firm(pair.now):
        return None
    return _judgement(pair, was, _told(pair.now, now))


def _judgement(pair: Pair, was: Moment, now: str) -> Judgement:
    return Judgement(ChangeKind.DATE, Effect.WEAKER, _told(pair.was, was), now, pair)


def _best(moments: Iterable[Moment]) -> Moment | None:
    """Return the narrowest time."""
    return min(moments, key=lambda one: one.days, default=None)


def _worth(moment: Moment, sentence: Sentence) -> bool:
    """Tell whether a date promises something: a bare year does not, unless it is a limit."""
    return moment.days <= HALF or _is_limit(sentence, moment)


def _told_firm(sentence: Sentence) -> bool:
    return bool(find(TIMES, sentence.text, role="firm"))


def _is_limit(sentence: Sentence, moment: Moment) -> bool:
    """Tell whether a time is the last one possible."""
    told = sentence.text[moment.start : moment.end]
    last = _LAST_WORD.search(sentence.text[: moment.start])
    before = last.group() if last else ""
    return bool(
        find(TIMES, told, role="firm") or find(TIMES, told.split()[0], role="before") or find(TIMES, before)
    )


def _told(sentence: Sentence, moment: Moment) -> str:
    """Return the words of a time with the limit before it."""
    last = _LAST_WORD.search(sentence.text[: moment.start])
    limit = last.group() if last and find(TIMES, last.group()) else ""
    return " ".join(f"{limit}{sentence.text[moment.start : moment.end]}".split())
