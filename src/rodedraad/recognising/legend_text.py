"""A legend in running words: `G = op schema, O = vertraagd`, `Groen betekent bereikt`."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.recognising.kept import LINES
from rodedraad.recognising.legend_words import meaning_of_words
from rodedraad.recognising.sieve import AnyOf
from rodedraad.recognising.vocabulary import words_of

LONGEST: Final = 900
"""What is longer tells of much more than its symbols."""
_PICTURES: Final = "🟢🟠🔴🟡🔵⚪⚫✓✔✅✗❌"
LONGEST_LEAD: Final = 30
"""A longer beginning is a sentence, and not the aspect that the symbols are about."""


class Explained(NamedTuple):
    """The symbols that a text explains, with their words; `whole` where it does nothing else."""

    aspect: str
    entries: tuple[tuple[str, str], ...]
    whole: bool


@cache
def _sign() -> re.Pattern[str]:
    colours = "|".join(words_of("legend", "symbol"))
    letters = "".join(words_of("legend", "letter"))
    means = "|".join(re.escape(word) for word in sorted(words_of("legend", "means"), key=len, reverse=True))
    return re.compile(
        rf"(?:^|[.,;:|/•(]\s*|\b(?:en|of)\s+|\s[-–]\s)(?:de |het |een |kleur |letter )*"
        rf"(?P<sign>(?i:{colours})|[{letters}](?![\w'’.])|[{_PICTURES}])"
        rf"(?P<join>\s*(?:[=:(→]|\s[-–]\s|(?i:{means})\b(?: dat\b)?))?"
        rf"(?:\s*(?P<same>(?i:{colours}))\s*(?:[=:(,]|\s[-–]\s))?",
    )


@lru_cache(maxsize=LINES)
def explained(text: str) -> Explained | None:
    """Return what a text explains of colours or letters; None where it explains none of them.

    One symbol counts where the text is about nothing else; in a sentence there are two or more, each with
    words that name a status, and of letters each with a sign or word that says it means something.
    """
    if len(text) > LONGEST or not _may_explain(text):
        return None
    found = list(_sign().finditer(text))
    if not found or not any(match["join"] for match in found):
        return None
    entries: list[tuple[str, str]] = []
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else _end_of_sentence(text, match.end())
        words = text[match.end() : end].strip(" .,;:()|/•–-\n")
        if (match["join"] or len(match["sign"]) > 1) and meaning_of_words(words) is not None:
            entries += [(sign, words) for sign in (match["sign"], match["same"]) if sign]
    lead = text[: found[0].start()].strip(" :.")
    whole = len(lead) <= LONGEST_LEAD and bool(found[0]["join"])
    several = len({sign for sign, _ in entries}) > 1
    if not entries or not (several or (whole and not lead)):
        return None
    return Explained(_aspect(lead), tuple(entries), whole)


def _may_explain(text: str) -> bool:
    """Whether a text holds anything that could be a symbol; most hold none."""
    return _signs()[0].search(text) is not None or _signs()[1].stands_in(text.lower())


@cache
def _signs() -> tuple[re.Pattern[str], AnyOf]:
    letters = "".join(words_of("legend", "letter"))
    return re.compile(rf"[{letters}](?![\w'’.])"), AnyOf([*words_of("legend", "symbol"), *_PICTURES])


def _end_of_sentence(text: str, start: int) -> int:
    stop = re.compile(r"\.\s+(?=[A-Z])").search(text, start)
    return stop.start() if stop is not None else len(text)


def _aspect(lead: str) -> str:
    return lead.lower() if lead.lower() in words_of("legend", "aspect") else ""
