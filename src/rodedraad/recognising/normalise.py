"""Heading text in one form, so that its wording can be looked up."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rodedraad.recognising.kept import LINES

_NUMBERING: Final = re.compile(
    r"^\s*(?:[A-Z]{0,2}\d+(?:[.\-]\d+)*|[a-zA-Z]|[ivxIVX]{1,4})[.):]\s+"
    r"|^\s*[A-Z]{0,2}\d+(?:\.\d+)+[a-z]?\s+"
)
_YEAR: Final = re.compile(
    r"\b(?:in |voor |tot en met |t/m |per |over )?(?:het )?(?:jaar )?"
    r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\b"
)
_FOR_IT: Final = re.compile(r"\b(?:er voor|daar voor|hier voor|daarvoor|hiervoor)\b")
_WE: Final = re.compile(r"\bwij\b")
_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_EXPLAINED: Final = re.compile(r"\(\s*toelichting\s*\)")
_DROPPED: Final = str.maketrans("", "", '"“”„*_')


@lru_cache(maxsize=LINES)
def heading_key(text: str) -> str:
    """Return a heading in lower case without numbering, years, brackets and end marks; wij becomes we."""
    key = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    numbering = _NUMBERING.match(key)
    key = (key[numbering.end() :] if numbering is not None else key).lower()
    if "(" in key or "[" in key:
        key = _BRACKETS.sub(" ", _EXPLAINED.sub(" toelichting", key))
    key = key.translate(_DROPPED)
    if "19" in key or "20" in key:
        key = _YEAR.sub(" ", key)
    if "voor" in key or "wij" in key:
        key = _FOR_IT.sub("ervoor", _WE.sub("we", key))
    return " ".join(key.split()).strip(" ?:.;,!…-–>»•")
