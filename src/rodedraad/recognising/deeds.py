"""Lines that name a thing to do, say how people are to fare, or tell nothing but when."""

from functools import cache, lru_cache
from itertools import takewhile
from typing import Final

from rodedraad.recognising.deadlines import find_deadlines
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import has_finite_verb, is_perfect, sentences, words
from rodedraad.recognising.vocabulary import table, words_of

SHORTEST: Final = 3
"""In fewer words nothing is told of what is done to what: "Samen leven"."""
SHORTEST_STATE: Final = 6
"""Fewer words may be a name: "Ouderen, zorg en ondersteuning"."""
LONGEST_MOMENT: Final = 16
"""A line that tells more than when has more words."""
_NOUNS: Final = frozenset(words_of("deeds", "noun"))
_NOUNS_OF: Final = frozenset(words_of("deeds", "noun-of"))
_AT: Final = frozenset(words_of("deeds", "at"))
_OBJECTS: Final = frozenset(words_of("deeds", "object"))
_PEOPLE: Final = frozenset(words_of("deeds", "people"))
_BEFORE_PEOPLE: Final = frozenset(words_of("deeds", "people-before"))
_MILESTONES: Final = frozenset(words_of("deeds", "milestone"))
_ARTICLES: Final = frozenset({"de", "het"})
_NO_STATE: Final = frozenset({"we", "wij", "worden", "gemeente", "college"})
_NO_VERB_BEHIND: Final = frozenset({"en", "of", "te", "om"})


@lru_cache(maxsize=LINES)
def names_deed(text: str) -> bool:
    """Whether words without a sentence name a thing to do, by a noun of doing or an infinitive."""
    told = words(text)
    if len(told) < SHORTEST or has_finite_verb(text):
        return False
    if told[0] in _NOUNS or (told[0] in _NOUNS_OF and told[1] in _AT):
        return True
    if told[0] in _verbs() and told[1] in _OBJECTS:
        return True
    return any(_ends_in_verb(told, place) for place in range(2, len(told)))


def _ends_in_verb(told: tuple[str, ...], place: int) -> bool:
    """Whether a verb ends the words, or ends them but for where and with whom: "houden in de wijk"."""
    last = place == len(told) - 1
    if told[place] not in _verbs() or told[place - 1] in _NO_VERB_BEHIND:
        return False
    return last or told[place + 1] in _AT


@lru_cache(maxsize=LINES)
def tells_state(text: str) -> bool:
    """Whether one sentence says how a group of people fares, and nothing of "us", of money or of the past."""
    told = words(text)
    before = takewhile(_BEFORE_PEOPLE.__contains__, told)
    place = sum(1 for _ in before)
    if len(told) < SHORTEST_STATE or place >= len(told) or told[place] not in _PEOPLE:
        return False
    if len(sentences(text)) != 1:
        return False
    return _NO_STATE.isdisjoint(told) and not any(map(str.isdigit, text)) and not is_perfect(text)


@lru_cache(maxsize=LINES)
def tells_only_when(text: str, year: int) -> bool:
    """Whether one short sentence names a milestone and its moment: "Oplevering: medio 2025"."""
    told = words(text)
    if not told or len(told) > LONGEST_MOMENT or len(sentences(text)) != 1 or "€" in text:
        return False
    opening = told[1] if told[0] in _ARTICLES and len(told) > 1 else told[0]
    return opening in _MILESTONES and any(find_deadlines(text, year))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words_of("deeds", "verb")) | {row["infinitive"] for row in table("verbs")}
