"""What changed between two wordings of a promise, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final, Literal

from msgspec import Struct

WORDS: Final = re.compile(r"\S+\s*")
ALIKE: Final = 0.4
LONGEST: Final = 1500
PUNCTUATION: Final = ".,;:()'\"‘’“”"

Change = Literal["same", "old", "new"]


class Run(Struct, frozen=True, kw_only=True):
    """A stretch of words that stayed, went or came."""

    change: Change
    text: str


def marked(before: str, now: str) -> tuple[Run, ...]:
    """Return `now` with what went and what came since `before`, in reading order.

    Wordings that share too little to compare are given as one new text: joined, the runs that are
    `same` or `new` always say `now`.
    """
    old, new = WORDS.findall(before.strip()), WORDS.findall(now.strip())
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    if max(len(old), len(new)) > LONGEST or matcher.ratio() < ALIKE:
        return (Run(change="new", text=now.strip()),)
    return tuple(_joined(_runs(matcher, old, new)))


def _bare(words: list[str]) -> list[str]:
    """Return the words as compared: punctuation and capitals do not make another wording."""
    return [word.strip().strip(PUNCTUATION).casefold() or word.strip() for word in words]


def _runs(matcher: "SequenceMatcher[str]", old: list[str], new: list[str]) -> Iterator[Run]:
    for action, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if action == "equal":
            yield Run(change="same", text="".join(new[new_start:new_end]))
            continue
        yield Run(change="old", text="".join(old[old_start:old_end]))
        yield Run(change="new", text="".join(new[new_start:new_end]))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    return (run for run in runs if run.text)


def changed(runs: tuple[Run, ...]) -> bool:
    """Return whether anything went or came."""
    return any(run.change != "same" for run in runs)
