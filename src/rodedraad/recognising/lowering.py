"""Text and patterns in lower case: to match these is several times quicker than to ignore case."""

import re
from typing import Final

OWN_CASE: Final = "(?-i:"
"""What a part of a pattern begins with that minds case."""
_LETTERS: Final = re.compile(r"\\.|\(\?P<\w+>|\w")


def in_lower_case(text: str) -> str:
    """Return a text in lower case, letter for letter: what stands at a place stands there still."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(char.lower()[0] for char in text)


def lowered(pattern: str) -> str:
    """Return a pattern for text in lower case, that matches what `pattern` does where case is ignored."""
    return _LETTERS.sub(lambda part: part[0].lower() if len(part[0]) == 1 else part[0], pattern)
