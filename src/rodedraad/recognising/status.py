"""The status of a promise, from the words of its result or from its status cell."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.model.document import LegendEntry
from rodedraad.model.terms import Status
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import is_perfect, sentences
from rodedraad.recognising.sieve import Sieve, Sought
from rodedraad.recognising.vocabulary import table, words_of

OF_SHARE: Final = 6
"""The rank of a share that is told, as that of the words for `partly`."""
_NEGATED: Final = re.compile(
    rf"\b(?:{'|'.join(words_of('words', 'negation'))})\b[^,.;]{{0,25}}$", re.IGNORECASE
)
_WE: Final = re.compile(rf"\b(?:{'|'.join(words_of('words', 'municipality'))})\b", re.IGNORECASE)
_ONGOING: Final = re.compile(rf"\b(?:{'|'.join(words_of('words', 'ongoing'))})\b", re.IGNORECASE)
_NUMBERS: Final = {row["word"]: int(row["value"]) for row in table("number_words")}
_COUNT: Final = rf"(?:\d[\d.]*|{'|'.join(_NUMBERS)})"
_SHARES: Final = (
    Sought(rf"\b(?P<part>{_COUNT}) van de (?:geplande |beoogde |beloofde |in totaal )?(?P<whole>{_COUNT})\b"),
    Sought(rf"\bvan de (?:geplande |beoogde )?(?P<whole>{_COUNT}) [^.;]{{3,90}}?\ber (?P<part>{_COUNT})\b"),
)


class Said(NamedTuple):
    """A status, and the place of the words that say so in the text that was asked about."""

    value: Status
    start: int
    end: int


def share_done(sentence: str, lowered: str | None = None) -> float | None:
    """Return the share that a sentence reports of a whole: "Van de 60 kregen er 33 …", "zes van de zeven"."""
    for pattern in _SHARES:
        match = pattern.search(sentence, lowered)
        if match:
            part, whole = number_of(match["part"]), number_of(match["whole"])
            if part is not None and whole and part <= whole:
                return part / whole
    return None


def number_of(words: str) -> int | None:
    """Return the number that digits or a Dutch number word up to twenty stand for."""
    plain = words.replace(".", "").lower()
    return int(plain) if plain.isdigit() else _NUMBERS.get(plain)


@cache
def _rows() -> Sieve[tuple[Status, int, bool]]:
    return Sieve(
        ((Status(row["status"]), int(row["rank"]), row["negatable"] == "yes"), Sought(row["pattern"]))
        for row in table("status")
    )


def status_in(text: str) -> Said | None:
    """Return the status that a result tells, with the words that do; None where none is told.

    The rule with the highest rank wins, since one sentence on delay weighs more than three on progress;
    of equal rank the first.  "Niet afgerond" is not "afgerond": a word that is denied tells nothing.
    What stays undone beside something done is `partly`.
    """
    found: list[tuple[int, Said]] = []
    for start, end in sentences(text):
        sentence = text[start:end]
        lowered = sentence.lower()
        share = share_done(sentence, lowered)
        if share is not None and share < 1:
            found.append((OF_SHARE, Said(Status.PARTLY, start, end)))
        for (value, rank, negatable), pattern in _rows().likely(lowered):
            match = pattern.search(sentence)
            if match and not (negatable and _NEGATED.search(sentence[: match.start()])):
                found.append((rank, Said(value, start + match.start(), start + match.end())))
    if not found:
        return None
    best = max(rank for rank, _ in found)
    return next(said for rank, said in found if rank == best)


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


def status_of_symbol(
    text: str, symbols: Sequence[str], legend: Sequence[LegendEntry], aspect: str
) -> Status | None:
    """Return what a status cell says, or None if it cannot be read.

    The document's legend for the cell's aspect goes first, then that for any aspect, then plain words.
    """
    own = [text.strip(), *symbols]
    for entry in sorted(legend, key=lambda entry: entry.aspect.lower() != aspect.lower()):
        if any(said.lower() in (entry.symbol.lower(), entry.words.lower()) for said in own if said):
            return entry.value
    return _short_words(text) or status_of_words(text)


def status_of_words(text: str) -> Status | None:
    """Return the status that a few words tell: those of a status cell or a legend."""
    short = _short_words(text)
    if short is not None:
        return short
    said = status_in(text)
    return said.value if said is not None else None


def reads_as_state(text: str) -> bool:
    """Whether a text is no more than the words, letter or colour of a status cell."""
    return _short_words(text) is not None


@lru_cache(maxsize=LINES)
def _short_words(text: str) -> Status | None:
    first = text.split(maxsplit=1)[:1]
    if first and first[0].strip(" .").lower() not in _first_words():
        return None
    return _states().get(" ".join(text.split()).strip(" .").lower())


@cache
def _states() -> dict[str, Status]:
    return {row["words"].strip(" ."): Status(row["status"]) for row in table("state_words")}


@cache
def _first_words() -> frozenset[str]:
    """Return the words that a state begins with, and the empty one for marks before it."""
    return frozenset({"", *(state.split()[0].strip(" .") for state in _states() if state)})
