"""The head and foot of a memo or letter: whom it is from, to whom, when, on what, and the salutation."""

import re
from functools import cache
from typing import Final

from rodedraad.model.terms import Kind
from rodedraad.recognising.vocabulary import table

LONGEST_LINE: Final = 200


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((Kind(row["group"]), re.compile(row["pattern"], re.IGNORECASE)) for row in table("letters"))


def letter_kind(text: str) -> Kind | None:
    """Return what a line of a memo's head or foot tells: of the document, or of its writers and readers.

    None where the line is neither.
    """
    if len(text) > LONGEST_LINE:
        return None
    line = text.strip()
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(line)), None)
