"""The size classes of municipalities, which CBS writes in more than one way."""

import re
from typing import Final

_CLASS: Final = re.compile(r"(?:(?P<under>minderdan)|(?P<low>\d+)tot)?(?P<high>\d+)inwoners(?P<over>ofmeer)?")


def size_class(text: str) -> str | None:
    """Return a size class in one way of writing: `50.000 tot 100.000 inwoners`; nothing for other texts."""
    found = _CLASS.fullmatch("".join(text.split()).lower())
    if found is None:
        return None
    high = _points(found["high"])
    if found["over"]:
        return f"{high} inwoners of meer"
    return f"{_points(found['low'])} tot {high} inwoners" if found["low"] else f"minder dan {high} inwoners"


def _points(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".")
