"""Several aspects judged on one line in words: `Tijd: groen Geld: oranje`, `T: G, G: O`."""

import re
from functools import cache, lru_cache
from typing import Final

from rodedraad.recognising.aspects import aspect_of
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.vocabulary import table

FEWEST: Final = 2
LONGEST: Final = 160


@lru_cache(maxsize=LINES)
def spoken_states(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the aspects that a line judges, each with the place of its state; none where it says more.

    Two aspects at least, each with a word, letter or colour of status right behind it.
    """
    if len(text) > LONGEST or not _line().fullmatch(text.strip(" .")):
        return ()
    found = [(aspect_of(match["aspect"]), *match.span("state")) for match in _pair().finditer(text)]
    return tuple(found) if len(found) >= FEWEST else ()


@cache
def _words() -> str:
    aspects = "|".join(row["pattern"] for row in table("aspects"))
    states = sorted((row["words"].strip(" .") for row in table("state_words")), key=len, reverse=True)
    known = "|".join(re.escape(state) for state in states if state)
    return rf"(?P<aspect>{aspects})\s*[:=(–-]\s*(?P<state>{known})\)?"


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words()}(?!\w)", re.IGNORECASE)


@cache
def _line() -> re.Pattern[str]:
    one = re.sub(r"\?P<\w+>", "?:", _words())
    return re.compile(rf"{one}(?:[\s,;|/•·]+{one})+", re.IGNORECASE)
