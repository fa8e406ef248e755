"""Rows of a promise, its states and an explanation on one line, cut at the states."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.recognising.kept import LINES
from rodedraad.recognising.lexicon import meaning_of
from rodedraad.recognising.vocabulary import any_of, table

_LETTER: Final = r"[GOR]"
LONGEST: Final = 160


class Columns(NamedTuple):
    """Where the heads of a promise, its states and its explanation stand on a line."""

    spans: tuple[tuple[int, int], ...]
    states: int


@cache
def _aspect() -> str:
    return rf"(?:{any_of('figures', 'aspect')}|[A-Z](?:/[A-Z]){{1,2}})(?!\w)"


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<plan>\S.*?\S)\s+(?P<states>{_aspect()}(?:\s+{_aspect()})*)(?:\s+(?P<after>\S.*\S))?",
        re.IGNORECASE,
    )


@cache
def _states(count: int) -> re.Pattern[str]:
    words = sorted((row["words"] for row in table("state_words")), key=len, reverse=True)
    known = "|".join(re.escape(word.strip(" .")) for word in words if len(word.strip(" .")) > 1)
    state = rf"(?:{_LETTER}|(?=[A-Z])(?i:{known}))"
    return re.compile(rf"(?<=\S)(?:\s+{state}){{{count}}}(?=\s+[\"'‘“(A-Z\d]|\s*$)")


@lru_cache(maxsize=LINES)
def columns_of(line: str) -> Columns | None:
    """Return the heads on a line; None where it is not one of promises, states, and what explains them."""
    match = _heads().fullmatch(line.rstrip()) if len(line) <= LONGEST else None
    if match is None or not _is_head(match["plan"]) or not _begins_as_head(match["after"]):
        return None
    start = match.start("states")
    inner = [
        (start + one.start(), start + one.end())
        for one in re.finditer(_aspect(), match["states"], re.IGNORECASE)
    ]
    after = [match.span("after")] if match["after"] else []
    return Columns((match.span("plan"), *inner, *after), len(inner))


def _is_head(text: str) -> bool:
    meaning = meaning_of(text)
    return meaning is not None and not meaning.rest


def _begins_as_head(text: str | None) -> bool:
    """Whether a text begins with the words of a head; several heads and a date may follow."""
    words = text.split() if text else []
    return not words or any(_is_head(" ".join(words[: place + 1])) for place in range(len(words)))


def cut_states(text: str, columns: Columns) -> list[tuple[int, int]] | None:
    """Return where promise, states and explanation stand on a line; None where the states are not found."""
    match = _states(columns.states).search(text)
    if match is None:
        return None
    place = match.start()
    found = [(0, place)]
    for _ in range(columns.states):
        state = _states(1).match(text, place)
        if state is None:
            return None
        found.append((place + len(state.group()) - len(state.group().lstrip()), state.end()))
        place = state.end()
    rest = text[place:]
    if rest.strip():
        found.append((place + len(rest) - len(rest.lstrip()), len(text.rstrip())))
    return found if len(found) <= len(columns.spans) else None
