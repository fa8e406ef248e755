"""Words of reserve that came into a promise, or went."""

from collections.abc import Iterator
from typing import Final

from rodedraad.linking.wording.phrases import find
from rodedraad.linking.wording.said import Judgement, Pair
from rodedraad.model.terms import ChangeKind, Effect

HEDGES: Final = "hedges.tsv"


def judged(pair: Pair) -> Iterator[Judgement]:
    """Yield that a reserve came where the older text has none, or the other way round."""
    was, now = reserve(pair.was.text), reserve(pair.now.text)
    if now and not reserve(pair.was.said.text):
        yield Judgement(ChangeKind.HEDGE, Effect.WEAKER, "", now, pair)
    elif was and not reserve(pair.now.said.text):
        yield Judgement(ChangeKind.HEDGE, Effect.STRONGER, was, "", pair)


def reserve(text: str) -> str:
    """Return the first words of reserve in a text."""
    return next((" ".join(text[one.start : one.end].split()) for one in find(HEDGES, text)), "")
