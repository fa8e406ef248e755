"""Two texts side by side: which words stayed, went and came."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, Literal

from msgspec import Struct

from rodedraad.linking.tokens import stop_words

Kind = Literal["stayed", "went", "came", "replaced"]

LEAST_ALIKE: Final = 0.4
LONGEST: Final = 1500
"""Texts of more words are not compared."""
SLIGHT: Final = 2
"""So many words of no weight between two changes are taken with them: a reader reads on."""
_WORDS: Final = re.compile(r"\s*\S+\s*")
_PUNCTUATION: Final = ".,;:()'\"‘’“”"


class Stretch(Struct, frozen=True, kw_only=True):
    """Words that stayed, went or came, or that others came in the place of.

    `was` and `now` are the words as they stand in the two texts; of what went or came one is empty.
    """

    kind: Kind
    was: str
    now: str


def compare(was: str, now: str) -> tuple[Stretch, ...]:
    """Return the stretches of two texts in reading order.

    Joined, `was` of all stretches is the one text and `now` is the other.  Capitals and the punctuation
    around a word are no change of wording.  Texts too long to compare are one stretch.
    """
    old, new = _WORDS.findall(was) or [was], _WORDS.findall(now) or [now]
    if max(len(old), len(new)) > LONGEST:
        return (_stretch(was, now, same=_bare(old) == _bare(new)),)
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    cut = [
        (old[one:two], new[three:four], action == "equal")
        for action, one, two, three, four in matcher.get_opcodes()
    ]
    return tuple(_merged(_weighed(cut)))


def alike(was: str, now: str) -> bool:
    """Tell whether two texts share enough words to lay them side by side."""
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    if max(len(old), len(new)) > LONGEST:
        return False
    return SequenceMatcher(None, _bare(old), _bare(new), autojunk=False).ratio() >= LEAST_ALIKE


def changed(stretches: Iterable[Stretch]) -> bool:
    """Tell whether anything went or came."""
    return any(one.kind != "stayed" for one in stretches)


Cut = tuple[Sequence[str], Sequence[str], bool]


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip().strip(_PUNCTUATION).casefold() or word.strip() for word in words]


def _weighed(cut: Sequence[Cut]) -> Iterator[Cut]:
    """Return the pieces; a few words without weight that stayed between two changes are changed with them."""
    last = len(cut) - 1
    for place, (old, new, same) in enumerate(cut):
        slight = same and 0 < place < last and len(old) <= SLIGHT and set(_bare(old)) <= stop_words()
        yield old, new, same and not slight


def _merged(cut: Iterable[Cut]) -> Iterator[Stretch]:
    for same, pieces in groupby(cut, key=lambda one: one[2]):
        rows = list(pieces)
        yield _stretch(
            "".join(word for old, _, _ in rows for word in old),
            "".join(word for _, new, _ in rows for word in new),
            same=same,
        )


def _stretch(was: str, now: str, *, same: bool) -> Stretch:
    if same:
        return Stretch(kind="stayed", was=was, now=now)
    if was and now:
        return Stretch(kind="replaced", was=was, now=now)
    return Stretch(kind="went" if was else "came", was=was, now=now)
