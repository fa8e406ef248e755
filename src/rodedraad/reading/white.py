"""White space: what stands between blocks and never at their edges."""

import re

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
WHITE = _SPACES + _INVISIBLE

_DROPPED = dict.fromkeys([0xAD, *map(ord, _INVISIBLE)])
_CONTROL = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")
_LONE_SURROGATE = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_CLEAN = {**_DROPPED, **_CONTROL, **_LONE_SURROGATE}
_RUNS = re.compile("  +")
_UNCLEAN = re.compile("  |[\x00-\x1f\x7f-\x9f\xad\u200b-\u200d\u2028\u2029\u2060\ufeff\ud800-\udfff]")


def tidy(text: str) -> str:
    """The text on one line, as a reader sees it: runs of spaces are one, nothing invisible, not padded.

    A non-breaking space within the text stays.
    """
    if _UNCLEAN.search(text):
        text = _RUNS.sub(" ", text.translate(_CLEAN))
    return text.strip(WHITE)
