"""The status that stands in a cell, or is shown by an icon: by the document's legend, else by plain words."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from rodedraad.model.document import Document, LegendEntry
from rodedraad.model.terms import Status
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.legend_words import meaning_of_words
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.status import status_in
from rodedraad.recognising.symbols import seen
from rodedraad.recognising.vocabulary import table, words_of

SHORT: Final = 60
"""A longer text in a status cell is an explanation."""
_ALIKE: Final = {"geel": "oranje", "oranje": "geel"}
"""Colours that a reader takes for each other where a legend has only one of them."""


def meanings_for(frame: Document) -> tuple[LegendEntry, ...]:
    """Return what symbols mean in a document: its own legend, else its municipality's and its kind's habit.

    A colour that means one thing here and another there has no habit, and is left without meaning.
    """
    if frame.legend:
        return frame.legend
    name = heading_key(frame.organisation.name).removeprefix("gemeente ")
    profile = [
        row
        for row in table("legend_profiles")
        if row["organisation"] == name and row["kind"] in ("", frame.kind)
    ]
    own = {row["sign"] for row in profile}
    common = [row for row in table("common_signs") if row["kind"] == frame.kind and row["sign"] not in own]
    return tuple(
        LegendEntry(
            aspect=row.get("aspect", ""),
            symbol=row["sign"],
            words=row.get("words", ""),
            value=Status(row["status"]),
        )
        for row in (*profile, *common)
    )


def entry_for(
    text: str, symbols: Sequence[str], legend: Sequence[LegendEntry], aspect: str
) -> LegendEntry | None:
    """Return the entry of a legend that a cell shows; that for the cell's own aspect goes first."""
    ordered = sorted(legend, key=lambda entry: entry.aspect.lower() != aspect.lower())
    shown = seen(text, symbols)
    for wanted in (shown, _named_alike(shown), tuple(_ALIKE[one] for one in shown if one in _ALIKE)):
        for entry in ordered:
            if entry.symbol.lower() in wanted or (entry.words and entry.words.lower() in wanted):
                return entry
    return None


def status_of_cell(
    text: str, symbols: Sequence[str], legend: Sequence[LegendEntry], aspect: str = ""
) -> Status | None:
    """Return what a status cell or an icon says, or None if it cannot be read."""
    entry = entry_for(text, symbols, legend, aspect)
    if entry is not None:
        return entry.value
    told = (status_of_words(words) for words in (text, *(one for one in symbols if " " in one)))
    return next((status for status in told if status is not None), None)


def status_of_words(text: str) -> Status | None:
    """Return the status that the words of a status cell tell, whatever the legend says.

    Of more words than such a cell has as a rule, what they say of a result counts.
    """
    said = _states().get(_plain(text))
    if said is not None:
        return Status(said) if said else None
    meant = meaning_of_words(text) if len(text) <= SHORT else None
    result = status_in(text) if meant is None else None
    return result.value if result is not None else meant


def reads_as_state(text: str) -> bool:
    """Whether a text is no more than the words, letter or colour of a status cell."""
    return _reads(text)


def is_worded(text: str) -> bool:
    """Whether a status cell says its status in words, not by a letter or colour."""
    return bool(_states().get(_plain(text)))


@lru_cache(maxsize=LINES)
def _reads(text: str) -> bool:
    first = text.split(maxsplit=1)[:1]
    if first and first[0].strip(" .").lower() not in _first_words():
        return False
    return _plain(text) in _states()


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .").lower()


def _named_alike(shown: Sequence[str]) -> tuple[str, ...]:
    """Return the colours that letters stand for, and the letters that stand for colours."""
    letters = _letters()
    return tuple(letters[one] for one in shown if one in letters)


@cache
def _letters() -> dict[str, str]:
    """Return the colour of each letter and the letter of each colour; G is green, not yellow or grey."""
    first: dict[str, str] = {}
    for colour in words_of("legend", "symbol"):
        first.setdefault(colour[0], colour)
    return first | {colour: letter for letter, colour in first.items()}


@cache
def _states() -> dict[str, str]:
    return {row["words"].strip(" ."): row["status"] for row in table("state_words")}


@cache
def _first_words() -> frozenset[str]:
    """Return the words that a state begins with, and the empty one for marks before it."""
    return frozenset({"", *(state.split()[0].strip(" .") for state in _states() if state)})
