"""Groups of people that a promise no longer names, or names besides others."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from rodedraad.linking.meanings import BETWEEN
from rodedraad.linking.tables import rows
from rodedraad.linking.wording.phrases import find
from rodedraad.linking.wording.said import Judgement, Pair, Sentence
from rodedraad.linking.wording.vanished import left_out
from rodedraad.model.terms import ChangeKind, Effect

GROUPS: Final = "groups.tsv"
EVERYONE: Final = "everyone"
SURE: Final = 0.5
"""The two sentences must share this much."""
_JOINED: Final = re.compile(r"(?:,|\b(?:en|ook|of))\s+(?:\w+\s+)?$", re.IGNORECASE)


def judged(pair: Pair) -> Iterator[Judgement]:
    """Yield that a group vanished, where nothing wider came; or that one came beside those that stayed."""
    if pair.shared < SURE:
        return
    was, now = groups(pair.was), groups(pair.now)
    wider = EVERYONE in now and EVERYONE not in was
    for group, told in was.items():
        gone = group != EVERYONE and not _named(group, pair.now.said.text)
        if gone and not wider and left_out(told, pair):
            yield Judgement(ChangeKind.GROUP, Effect.WEAKER, told, "", pair)
    if was and set(was) <= set(now):
        yield from _came(was, now, pair)


def groups(sentence: Sentence) -> dict[str, str]:
    """Return the groups that a sentence names, with the words."""
    return {one.row["group"]: sentence.text[one.start : one.end] for one in find(GROUPS, sentence.text)}


def _came(was: Mapping[str, str], now: Mapping[str, str], pair: Pair) -> Iterator[Judgement]:
    for group, told in now.items():
        before = pair.now.text[: pair.now.text.index(told)]
        new = group not in was and not _named(group, pair.was.said.text)
        if new and _JOINED.search(before) and left_out(told, pair.turned):
            yield Judgement(ChangeKind.GROUP, Effect.STRONGER, "", told, pair)


def _named(group: str, text: str) -> bool:
    """Tell whether a text names a group in any way, also within a longer word."""
    return bool(_anywhere()[group].search(text))


@cache
def _anywhere() -> Mapping[str, re.Pattern[str]]:
    return {
        row["group"]: re.compile(
            "|".join(re.escape(word.removesuffix("*")) for word in row["words"].split(BETWEEN)), re.IGNORECASE
        )
        for row in rows(GROUPS)
    }
