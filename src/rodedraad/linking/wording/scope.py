"""How much of something is promised: all, most or some of it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from rodedraad.linking.tokens import words
from rodedraad.linking.wording.phrases import find
from rodedraad.linking.wording.said import Judgement, Pair
from rodedraad.linking.wording.vanished import goes_on
from rodedraad.model.stems import stem
from rodedraad.model.terms import ChangeKind, Effect

WORDS: Final = "scope.tsv"
SURE: Final = 0.5
"""The two sentences must share this much."""
NEAR: Final = 3
"""So many words after a quantity may say of what it is."""
_BY_ITSELF: Final = "by themselves"
_NEXT: Final = re.compile(r"[^\s.,;:]+")


class Quantity(NamedTuple):
    """How much, in words, of what."""

    degree: int
    words: str
    of: frozenset[str]


def judged(pair: Pair) -> Iterator[Judgement]:
    """Yield that less is promised of the same thing, or more."""
    if pair.shared < SURE or goes_on(pair) or goes_on(pair.turned):
        return
    was, now = quantities(pair.was.text), quantities(pair.now.text)
    for old in was:
        for new in now:
            if old.degree != new.degree and _same(old, new):
                effect = Effect.WEAKER if new.degree < old.degree else Effect.STRONGER
                yield Judgement(ChangeKind.SCOPE, effect, old.words, new.words, pair)
                return


def quantities(sentence: str) -> tuple[Quantity, ...]:
    """Return the words of quantity in a sentence, with the stems of what they speak of."""
    return tuple(
        _quantity(one.row, sentence[one.start : one.end], sentence[one.end :])
        for one in find(WORDS, sentence)
    )


def _quantity(row: Mapping[str, str], told: str, after: str) -> Quantity:
    if row["source"].endswith(_BY_ITSELF):
        return Quantity(int(row["degree"]), told, frozenset())
    following = " ".join(_NEXT.findall(after)[:NEAR])
    of = frozenset(map(stem, words(following)))
    return Quantity(int(row["degree"]), _with_noun(told, after), of)


def _with_noun(told: str, after: str) -> str:
    following = _NEXT.search(after)
    return " ".join(f"{told} {following.group() if following else ''}".split())


def _same(one: Quantity, other: Quantity) -> bool:
    return bool(one.of & other.of) or not (one.of or other.of)
