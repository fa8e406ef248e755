"""Words of the site around a page, known by what they say."""

import re
from csv import DictReader
from functools import cache
from importlib.resources import files

from msgspec import Struct

_LONGEST = 150  # no such line is longer; a paragraph needs no look


class _Noise(Struct, frozen=True):
    whole: dict[str, str]
    starts: tuple[tuple[str, str], ...]
    patterns: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _noise() -> _Noise:
    text = (files("rodedraad.reading") / "noise.tsv").read_text(encoding="utf-8")
    rows = list(DictReader(text.splitlines(), delimiter="\t"))
    of = {
        kind: [(row["words"], row["why"]) for row in rows if row["match"] == kind]
        for kind in ("whole", "start", "pattern")
    }
    patterns = tuple((re.compile(words), why) for words, why in of["pattern"])
    return _Noise(dict(of["whole"]), tuple(of["start"]), patterns)


def why_noise(text: str) -> str | None:
    """Why this line is no content but part of the site around it; None when it may be content."""
    if len(text) > _LONGEST:
        return None
    words, noise = text.casefold().rstrip(" .:>»›"), _noise()
    if words in noise.whole:
        return noise.whole[words]
    folded = text.casefold()
    hits = (why for start, why in noise.starts if folded.startswith(start))
    matches = (why for pattern, why in noise.patterns if pattern.fullmatch(words))
    return next(hits, None) or next(matches, None)
