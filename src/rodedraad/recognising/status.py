"""The status of a promise, from the words of its result."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.model.terms import Status
from rodedraad.recognising.events import events_in
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import is_perfect, sentences
from rodedraad.recognising.sieve import Sieve, Sought
from rodedraad.recognising.vocabulary import table, words_of

OF_SHARE: Final = 5.5
"""The rank of a share that is told: it weighs more than what was done, less than the words for `partly`."""
ALMOST_ALL: Final = 0.9
"""From this share on, what is left is not worth a word."""
FINISHED: Final = 5
"""From this rank on, something was done and finished."""
OF_REST: Final = 6
"""Up to this rank, what is undone can be the rest of what was done."""
OF_RISK: Final = 5
"""The rank of words that tell of a risk; so weighs what is told as a supposition."""
_SUPPOSED: Final = re.compile(
    r"(?:als(?! gevolg\b| \w+ste\b| onderdeel\b)|indien|mocht|zolang|tenzij|wanneer)\b", re.IGNORECASE
)
_AGAINST_FACT: Final = re.compile(r"zonder\b[^.]*\b(?:was|waren|had|hadden)\b", re.IGNORECASE)
_GOOD: Final = frozenset({Status.DONE, Status.ON_TRACK})
_BAD: Final = frozenset({Status.DELAYED, Status.MISSED, Status.NOT_STARTED})
_DEPENDENT: Final = re.compile(
    rf"\b(?:{'|'.join(words_of('words', 'dependent'))})\b(?! ook\b)[^,.;:]*$", re.IGNORECASE
)
_NEGATED: Final = re.compile(
    rf"\b(?:{'|'.join(words_of('words', 'negation'))})\b[^,.;]{{0,25}}$", re.IGNORECASE
)
_WE: Final = re.compile(rf"\b(?:{'|'.join(words_of('words', 'municipality'))})\b", re.IGNORECASE)
_ONGOING: Final = re.compile(rf"\b(?:{'|'.join(words_of('words', 'ongoing'))})\b", re.IGNORECASE)
_NUMBERS: Final = {row["word"]: int(row["value"]) for row in table("number_words")}
_COUNT: Final = rf"(?:\d[\d.]*|{'|'.join(_NUMBERS)})"
_SHARES: Final = (
    Sought(
        rf"\b(?!een\b)(?P<part>{_COUNT}) van de (?:geplande |beoogde |beloofde |in totaal )?"
        rf"(?P<whole>{_COUNT})\b"
    ),
    Sought(
        rf"\bvan de (?:geplande |beoogde |naar schatting |circa |ongeveer |ruim |bijna )?"
        rf"(?P<whole>{_COUNT}) [^.;]{{3,90}}?\ber "
        rf"(?:in 20\d\d |nu |inmiddels |al |dit jaar |tot nu toe )*(?P<part>{_COUNT})\b"
    ),
)


class Said(NamedTuple):
    """A status, and the place of the words that say so in the text that was asked about."""

    value: Status
    start: int
    end: int


def share_done(sentence: str) -> float | None:
    """Return the share that a sentence reports of a whole: "Van de 60 kregen er 33 …", "zes van de zeven"."""
    for pattern in _SHARES:
        match = pattern.search(sentence)
        if match:
            part, whole = number_of(match["part"]), number_of(match["whole"])
            if part is not None and whole and part <= whole:
                return part / whole
    return None


def number_of(words: str) -> int | None:
    """Return the number that digits or a Dutch number word up to twenty stand for."""
    plain = words.replace(".", "").lower()
    return int(plain) if plain.isdigit() else _NUMBERS.get(plain)


class Signal(NamedTuple):
    """One telling place in a text: how much it weighs, and whether it tells what is still to be done."""

    rank: float
    said: Said
    unfinished: bool = False


@cache
def _rows() -> Sieve[tuple[Status, float, str]]:
    return Sieve(
        ((Status(row["status"]), float(row["rank"]), row["use"]), Sought(row["pattern"]))
        for row in table("status")
    )


@lru_cache(maxsize=LINES)
def signals_in(text: str) -> tuple[Signal, ...]:
    """Return every place of a text that tells a status, sentence by sentence.

    "Niet afgerond" is not "afgerond": a word that is denied tells nothing.  Nor does what stands in a clause
    of condition or cause ("zodra de verordening is vastgesteld") tell that it was done.
    """
    found: list[Signal] = []
    for start, end in sentences(text):
        sentence = text[start:end]
        share = share_done(sentence)
        if share is not None and share < ALMOST_ALL:
            found.append(Signal(OF_SHARE, Said(Status.PARTLY, start, end)))
        if _AGAINST_FACT.match(sentence):
            continue
        supposed = _SUPPOSED.match(sentence) is not None
        found.extend(_of_events(sentence, start, supposed=supposed))
        for (value, rank, use), match in _rows().search(sentence):
            if not _taken_back(sentence[: match.start()], value, use):
                said = Said(value, start + match.start(), start + match.end())
                signal = Signal(rank, said, use == "unfinished")
                found.append(_as_risk(signal) if supposed and value not in _GOOD else signal)
    return tuple(found)


def _of_events(sentence: str, base: int, *, supposed: bool) -> Iterator[Signal]:
    for outcome, start, end in events_in(sentence):
        said = Said(outcome.status, base + start, base + end)
        signal = Signal(outcome.rank, said, outcome.use == "unfinished")
        yield _as_risk(signal) if supposed and outcome.status not in _GOOD else signal


def _as_risk(signal: Signal) -> Signal:
    """Return what a sentence of supposition tells: not that it went wrong, but that it may."""
    return Signal(OF_RISK, signal.said._replace(value=Status.AT_RISK))


def _taken_back(before: str, value: Status, use: str) -> bool:
    denied = use == "deniable" and _NEGATED.search(before) is not None
    depends = value in _GOOD or use == "unfinished"
    return denied or (depends and _DEPENDENT.search(before) is not None)


def status_in(text: str) -> Said | None:
    """Return the status that a result tells, with the words that do; None where none is told.

    The rule with the highest rank wins, since one sentence on delay weighs more than three on progress;
    of equal rank the first.  What stays undone beside something done is `partly`.
    """
    return best_of(signals_in(text))


def best_of(found: Sequence[Signal]) -> Said | None:
    """Return what the signals of a text say together."""
    if not found:
        return None
    best = max(found, key=lambda signal: signal.rank)
    finished = any(other.rank >= FINISHED and other.said.value is Status.DONE for other in found)
    shared = any(other.rank == OF_SHARE for other in found)
    of_rest = best.unfinished or best.said.value is Status.MISSED
    if best.rank <= OF_REST and best.said.value in _BAD and (shared or (of_rest and finished)):
        return best.said._replace(value=Status.PARTLY)
    return best.said


def status_of_result(text: str) -> Said:
    """Return the status that a result tells; without words of status its tense decides.

    What has been done is `done`, what "we" do now goes on: `on-track`; anything else is `unclear`.
    """
    said = status_in(text)
    if said is not None:
        return said
    start, end = sentences(text)[0] if text.strip() else (0, 0)
    if is_perfect(text):
        return Said(Status.DONE, start, end)
    return Said(Status.ON_TRACK if _WE.search(text) or _ONGOING.search(text) else Status.UNCLEAR, start, end)
