"""Words of the site around a page, known by what they say."""

import re
from csv import DictReader
from functools import cache
from importlib.resources import files

from msgspec import Struct

_END = " .:>»›"
_LONGEST = 150  # no such line is longer; a paragraph needs no look


class _Noise(Struct, frozen=True):
    """Whole lines by what they say; a pattern of all others, a group a reason."""

    whole: dict[str, str]
    others: re.Pattern[str]
    reasons: tuple[str, ...]


@cache
def _noise() -> _Noise:
    text = (files("rodedraad.reading") / "noise.tsv").read_text(encoding="utf-8")
    rows = list(DictReader(text.splitlines(), delimiter="\t"))
    whole = {row["words"]: row["why"] for row in rows if row["match"] == "whole"}
    others = [row for row in rows if row["match"] != "whole"]
    groups = (
        f"({re.escape(row['words'])}.*)" if row["match"] == "start" else f"({row['words']})" for row in others
    )
    return _Noise(whole, re.compile("|".join(groups), re.DOTALL), tuple(row["why"] for row in others))


def why_noise(text: str) -> str | None:
    """Why this line is no content but part of the site around it; None when it may be content."""
    if len(text) > _LONGEST:
        return None
    noise, words = _noise(), text.casefold().rstrip(_END)
    if words in noise.whole:
        return noise.whole[words]
    found = noise.others.fullmatch(words)
    return noise.reasons[(found.lastindex or 1) - 1] if found else None
