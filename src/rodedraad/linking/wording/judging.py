"""What became weaker or stronger between two texts of one promise."""

from collections.abc import Iterator
from typing import Final

from rodedraad.linking.wording import commitment, dates, groups, hedges, numbers, scope
from rodedraad.linking.wording.said import Judgement, Pair, Said, pairs

JUDGES: Final = (
    commitment.judged, scope.judged, numbers.judged, dates.judged, groups.judged, hedges.judged
)  # fmt: skip


def judge(was: Said, now: Said) -> tuple[Judgement, ...]:
    """Return what became weaker or stronger, in order of the newer text.

    Only sentences that say the same thing in both are compared; what is in doubt is left out.
    """
    if _plain(was.text) == _plain(now.text):
        return ()
    return tuple(one for pair in pairs(was, now) for one in _of_pair(pair))


def _of_pair(pair: Pair) -> Iterator[Judgement]:
    if _plain(pair.was.text) == _plain(pair.now.text):
        return
    for judged in JUDGES if pair.close else (commitment.judged,):
        yield from judged(pair)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
