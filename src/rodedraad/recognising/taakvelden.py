"""The taakveld that a row of money names by its code."""

import re
from functools import cache
from typing import Final

from rodedraad.model.document import TaakveldCode
from rodedraad.recognising.language import words
from rodedraad.recognising.vocabulary import table

_CODE: Final = re.compile(
    r"(?:taakveld\s+)?(?P<code>\d[.\-]\d{1,3}[a-d]?)[\s_.:\-–]+(?P<name>\D.*)", re.IGNORECASE
)
_SHARED: Final = 5
"""Letters that a word of the row's name and one of the taakveld's begin with in common."""


@cache
def _names() -> dict[tuple[str, str], str]:
    return {
        (scheme, row["code"]): row["name"] for row in table("taakvelden") for scheme in row["schemes"].split()
    }


def taakveld_of(name: str, year: int, *, among_others: bool = False) -> TaakveldCode | None:
    """Return the taakveld whose code and name begin a row of a document of this year, or whose name it is.

    Municipalities number their own programmes with the same digits, so the name must agree too; a row
    `among_others` that are taakvelden may have a name of the municipality's own (`6.2 Stadsteams`).
    """
    scheme = max((scheme for scheme, _ in _names() if int(scheme) <= year), default="")
    match = _CODE.match(name.strip())
    if match is None:
        alone = _by_name().get((scheme, _key(name)))
        return TaakveldCode(code=alone, scheme=scheme) if alone is not None else None
    code = _plain(match["code"])
    known = _names().get((scheme, code))
    agrees = known is not None and (among_others or bool(_beginnings(known) & _beginnings(match["name"])))
    return TaakveldCode(code=code, scheme=scheme) if agrees else None


@cache
def _by_name() -> dict[tuple[str, str], str]:
    return {(scheme, _key(name)): code for (scheme, code), name in _names().items() if " " in name}


def _key(name: str) -> str:
    return " ".join(words(name.lower().replace("(wmo)", "")))


@cache
def _oldest() -> dict[tuple[str, str], str]:
    return {
        (scheme, row["code"]): row["oldest"]
        for row in table("taakvelden")
        for scheme in row["schemes"].split()
        if row["oldest"]
    }


def rolled_up(taakveld: TaakveldCode) -> TaakveldCode | None:
    """Return the taakveld of the oldest code list that one of a later list is part of; None where none is."""
    code = _oldest().get((taakveld.scheme, taakveld.code))
    return TaakveldCode(code=code, scheme=min(scheme for scheme, _ in _names())) if code is not None else None


def _beginnings(text: str) -> set[str]:
    return {word[:_SHARED] for word in words(text) if len(word) >= _SHARED}


def begins_with_code(name: str) -> bool:
    """Whether a text begins as the name of a taakveld does: `6.71b Begeleiding`."""
    match = _CODE.match(name.strip())
    return match is not None and any(code == _plain(match["code"]) for _, code in _names())


def _plain(code: str) -> str:
    return code.replace("-", ".").lower()
