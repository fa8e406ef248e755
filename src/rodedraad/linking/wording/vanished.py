"""Whether words were simply left out of a sentence, and nothing else was put in their place."""

from typing import Final

from rodedraad.linking.tokens import words
from rodedraad.linking.wording.compare import compare
from rodedraad.linking.wording.phrases import find
from rodedraad.linking.wording.said import Pair

PROGRESS: Final = "progress.tsv"
SCOPE: Final = "scope.tsv"
LONGEST: Final = 3
"""The most content words that go with them; of a whole clause that went nobody can say what it meant."""


def left_out(told: str, pair: Pair) -> bool:
    """Tell whether words of the older sentence went, with few others, and at most a vague quantity came."""
    for one in compare(pair.was.text, pair.now.text):
        if one.kind in {"went", "replaced"} and told in one.was:
            return len(words(one.was)) <= LONGEST and not words(_without_quantity(one.now))
    return False


def goes_on(pair: Pair) -> bool:
    """Tell whether the newer sentence says that it goes on from what was done: then less is left to do."""
    return bool(_progress(pair.now.text) - _progress(pair.was.text))


def _progress(text: str) -> set[str]:
    return {text[one.start : one.end].lower() for one in find(PROGRESS, text)}


def _without_quantity(text: str) -> str:
    for one in reversed(find(SCOPE, text)):
        text = text[: one.start] + text[one.end :]
    return text
