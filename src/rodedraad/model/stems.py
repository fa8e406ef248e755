"""Stems of Dutch words.

The stemmer is Snowball's for Dutch (Kraaij and Pohlmann), which brings `vastgesteld` and `vaststellen`
together, but takes every `ge` for the mark of a participle: `gezond` would be `zon`, and `begeleiding` would
be `beleid`.  So a `ge` is kept from it wherever the word is no participle.
"""

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from Stemmer import Stemmer

REMEMBERED: Final = 1 << 17
"""So many words are remembered with their stems."""
KEPT: Final = "ĝ"
"""Stands for a `g` that no ending or beginning is made of: no Dutch word has it."""
_STEMMER: Final = Stemmer("dutch", 0)  # what it would remember, `stem` does already


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """Return the stem of a word in lower case."""
    return str(_STEMMER.stemWord(_kept(word))).replace(KEPT, "g")


def _kept(word: str) -> str:
    """Return a word with every `ge` hidden from the stemmer, save that of a participle."""
    found = _participle().match(word)
    if found is None or word.startswith(_nouns(), found.end() - 2):
        return _hidden(word)
    before, verb = word[: found.end()], word[found.end() :]
    if _OWN_T.search(verb):
        return _hidden(before[:-2] + verb)
    return before + _hidden(verb)


_OWN_T: Final = re.compile(r"[lnr]t(?:e|en)?$")
"""After l, n and r a participle ends in d; a t there is of the verb itself: gestart, starten."""


_BEFORE_A_SYLLABLE: Final = re.compile(r"ge(?=[^aeiouy]+[aeiouyáéíóúàèëïöü])")
"""A `ge` that another syllable follows; in an ending (zorgen, vragers) the stemmer may see it."""


def _hidden(text: str) -> str:
    return _BEFORE_A_SYLLABLE.sub(KEPT + "e", text)


@cache
def _participle() -> re.Pattern[str]:
    """Return what a weak participle looks like, up to and with its `ge`."""
    before = "|".join(sorted(_words("before"), key=len, reverse=True))
    return re.compile(rf"(?:{before})?ge(?=[^\W\d_]{{2,}}[dt](?:e|en)?$)")


@cache
def _nouns() -> tuple[str, ...]:
    return _words("noun")


@cache
def _words(part: str) -> tuple[str, ...]:
    text = (files(__package__) / "participles.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return tuple(row["word"] for row in rows if row["part"] == part)
