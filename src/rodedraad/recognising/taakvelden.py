"""The taakveld that a row of money names by its code."""

import re
from functools import cache
from typing import Final

from rodedraad.model.document import TaakveldCode
from rodedraad.model.taakvelden import scheme_of, taakveld_names
from rodedraad.recognising.language import words

_CODE: Final = re.compile(
    r"(?:taakveld\s+)?(?P<code>\d[.\-]\d{1,3}[a-d]?)[\s_.:\-–]+(?P<name>\D.*)", re.IGNORECASE
)
_SHARED: Final = 5
"""Letters that a word of the row's name and one of the taakveld's begin with in common."""


def taakveld_of(name: str, year: int, *, among_others: bool = False) -> TaakveldCode | None:
    """Return the taakveld whose code and name begin a row of a document of this year, or whose name it is.

    Municipalities number their own programmes with the same digits, so the name must agree too; a row
    `among_others` that are taakvelden may have a name of the municipality's own (`6.2 Stadsteams`).
    """
    scheme = scheme_of(year)
    match = _CODE.match(name.strip())
    if match is None:
        alone = _by_name().get((scheme, _key(name)))
        return TaakveldCode(code=alone, scheme=scheme) if alone is not None else None
    code = _plain(match["code"])
    found = TaakveldCode(code=code, scheme=scheme)
    known = taakveld_names().get(found)
    agrees = known is not None and (among_others or bool(_beginnings(known) & _beginnings(match["name"])))
    return found if agrees else None


@cache
def _by_name() -> dict[tuple[str, str], str]:
    return {
        (taakveld.scheme, _key(name)): taakveld.code
        for taakveld, name in taakveld_names().items()
        if " " in name
    }


def _key(name: str) -> str:
    return " ".join(words(name.lower().replace("(wmo)", "")))


def _beginnings(text: str) -> set[str]:
    return {word[:_SHARED] for word in words(text) if len(word) >= _SHARED}


def begins_with_code(name: str) -> bool:
    """Whether a text begins as the name of a taakveld does: `6.71b Begeleiding`."""
    match = _CODE.match(name.strip())
    return match is not None and any(taakveld.code == _plain(match["code"]) for taakveld in taakveld_names())


def _plain(code: str) -> str:
    return code.replace("-", ".").lower()
