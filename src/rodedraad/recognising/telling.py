"""What the words of a report tell of a promise: its status, or nothing where no careful reader could say."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rodedraad.model.terms import DocumentKind, Status
from rodedraad.recognising.answers import similarity
from rodedraad.recognising.deadlines import Moment, find_deadlines
from rodedraad.recognising.language import is_perfect, sentence_at, sentences
from rodedraad.recognising.phases import When
from rodedraad.recognising.sieve import Sought
from rodedraad.recognising.status import (
    FINISHED,
    OF_REST,
    OF_SHARE,
    Said,
    Signal,
    best_of,
    signals_in,
    status_of_result,
)
from rodedraad.recognising.status_cells import reads_as_state, status_of_words
from rodedraad.recognising.targets import against_number, over_the_limit, share_of
from rodedraad.recognising.vocabulary import any_of, words_of

PUT_OFF: Final = frozenset({Status.ON_TRACK, Status.UNCLEAR, Status.DONE, Status.MISSED})
"""What a later date than promised turns into `delayed`."""
OF_PROMISE: Final = frozenset({Status.STOPPED, Status.MISSED, Status.MOVED, Status.CHANGED})
"""What counts only in a sentence about the promise: that somebody else stopped is no end of it."""
URGENT: Final = 0.6
"""In an interim report a risk weighs so much more than what was done."""
OF_VERDICT: Final = 8
"""The rank of a status that a result opens with."""
OF_NUMBER: Final = 4.5
"""A number that was reached weighs more than what was begun, less than the words that it is finished."""
_BEYOND: Final = re.compile(rf"\b(?:{'|'.join(words_of('words', 'beyond'))})\b", re.IGNORECASE)
_EXTRA: Final = Sought(rf"\b{any_of('extra', 'unplanned')}")
_EXTRA_HEADING: Final = re.compile(any_of("extra", "heading"), re.IGNORECASE)
_BEGUN: Final = re.compile(any_of("begin", "begun"), re.IGNORECASE)
_TO_BEGIN: Final = re.compile(rf"\b{any_of('begin', 'to-begin')}\b", re.IGNORECASE)
_POINTS_BACK: Final = re.compile(rf"\b(?:{'|'.join(words_of('words', 'points-back'))})\b", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(r"[,;:]\s|\s(?:en|maar|terwijl)\s")


def is_extra(text: str) -> bool:
    """Whether a text says of what it tells that it was not planned: `niet opgenomen in de begroting`."""
    return is_headed_extra(text) or _EXTRA.search(text) is not None


def is_headed_extra(text: str) -> bool:
    """Whether a text opens with saying that it was not planned: `Nieuw, niet in de begroting: …`."""
    return _EXTRA_HEADING.match(text) is not None


def told_of(promise: str, result: str, when: When) -> Said | None:
    """Return what a result tells of its promise; None where it tells nothing of it.

    A result of an interim report that tells what was done, and not that it was finished, is on track.
    """
    found = _weighed(promise, result, when)
    said = best_of(found) or _by_tense(result, when)
    if said is None:
        return put_off(promise, result, when)
    if said.value is Status.ON_TRACK and _BEGUN.fullmatch(result, said.start, said.end):
        said = said._replace(value=Status.DONE) if _TO_BEGIN.search(promise) else said
    elif said.value is Status.DONE and _is_weak(found) and when.kind is DocumentKind.TUSSENRAPPORTAGE:
        said = said._replace(value=Status.ON_TRACK)
    return (put_off(promise, result, when) or said) if said.value in PUT_OFF else said


def said_outright(result: str) -> Said | None:
    """Return the status that a report gives by words of status, of what it does not quote as promised."""
    return best_of([signal for signal in signals_in(result) if signal.rank >= FINISHED])


def _weighed(promise: str, result: str, when: When) -> list[Signal]:
    """Return the signals of a result that are about its promise, with what its numbers tell."""
    interim = when.kind is DocumentKind.TUSSENRAPPORTAGE
    alone = len(sentences(result)) == 1
    found = [
        signal._replace(rank=signal.rank + URGENT * (interim and signal.said.value is Status.AT_RISK))
        for signal in signals_in(result)
        if alone or signal.said.value not in OF_PROMISE or _is_about(promise, result, signal.said)
    ]
    limit = over_the_limit(promise, result)
    if limit is not None:
        found.append(Signal(OF_REST, Said(Status.AT_RISK if interim else Status.MISSED, *limit)))
    found.extend(_verdict(result))
    return found if interim else [*found, *_counted(promise, result)]


def _verdict(result: str) -> Iterator[Signal]:
    """Yield what a result says in so many words before it explains: `Niet gelukt. De aannemer …`."""
    for start, end in sentences(result)[:1]:
        words = result[start:end].lstrip("•-– ")
        status = status_of_words(words) if reads_as_state(words) and len(words) > 1 else None
        if status is not None:
            yield Signal(OF_VERDICT, Said(status, start, end))


def _counted(promise: str, result: str) -> Iterator[Signal]:
    """Yield what the numbers of a result say beside the number, or the whole, that was promised."""
    part = share_of(promise, result)
    if part is not None:
        yield Signal(OF_SHARE, Said(Status.PARTLY, *part))
    reached = against_number(promise, result)
    if reached is not None:
        value, start, end = reached
        status, rank = (Status.DONE, OF_NUMBER) if value else (Status.PARTLY, OF_SHARE)
        yield Signal(rank, Said(status, start, end))


def _is_about(promise: str, result: str, said: Said) -> bool:
    sentence = sentence_at(result, said.start)
    return not promise or _POINTS_BACK.search(sentence) is not None or similarity(promise, sentence) > 0


def _is_weak(found: Sequence[Signal]) -> bool:
    return all(signal.rank < FINISHED for signal in found)


def _by_tense(result: str, when: When) -> Said | None:
    """Return what the tense of a report over a whole year tells; halfway a year it tells nothing."""
    said = status_of_result(result)
    if said.value is Status.UNCLEAR or signals_in(result):
        return None
    return None if when.kind is DocumentKind.TUSSENRAPPORTAGE else said


# --- later than promised ---------------------------------------------------------------------------------


def put_off(promise: str, result: str, when: When) -> Said | None:
    """Return `delayed` where a result names a time ahead that comes after the one promised.

    Without a promised time that is the end of the document's year.
    """
    due = max((moment.last for moment in find_deadlines(promise, when.year)), default=None)
    for moment in find_deadlines(result, when.year):
        clause = _clause_at(result, moment.start)
        if _is_ahead(moment, due, when) and not is_perfect(clause) and not _BEYOND.search(clause):
            return Said(Status.DELAYED, moment.start, moment.end)
    return None


def _clause_at(text: str, place: int) -> str:
    """Return the clause that a place falls in: a sentence may tell of what was done and what is to come."""
    start, end = next((span for span in sentences(text) if span[0] <= place < span[1]), (0, len(text)))
    ends = [start, *(match.end() for match in _CLAUSE_END.finditer(text, start, end)), end]
    return text[max(one for one in ends if one <= place) : min(one for one in ends if one > place)]


def _is_ahead(moment: Moment, due: date | None, when: When) -> bool:
    if due is not None:
        return moment.precise and moment.first > due
    return moment.precise and moment.first.year > when.year
