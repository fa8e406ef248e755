"""What is seen in a status cell or before a line: a colour, a shape, a letter, an image."""

import colorsys
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from rodedraad.recognising.kept import LINES
from rodedraad.recognising.vocabulary import table

_WORD: Final = re.compile(r"[a-z]+(?:-(?:up|down|right|omhoog|omlaag|rechts|op|neer|opzij))?")
_HEX: Final = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{1,2})?")
_RGB: Final = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\b.*\)")
_BEFORE: Final = re.compile(
    r"^(?:stoplicht|verkeerslicht|status|signaal|bol|bolletje|licht|lampje|smiley|indicator|kleur|vlag"
    r"|knop|cirkel|is|ic|icon|icoon)(?=[a-z]{3})"
)
_BEHIND: Final = re.compile(r"(?<=[a-z]{3})(?:stoplicht|bol|bolletje|lampje|smiley|vlag|cirkel|icon|icoon)$")
GREY: Final = 0.18
"""Below this saturation a colour has no hue that a reader sees."""
PALE: Final = 0.93
"""Above this lightness a colour is white."""
DARK: Final = 0.1
_HUES: Final = (
    (18, "rood"),
    (43, "oranje"),
    (68, "geel"),
    (170, "groen"),
    (255, "blauw"),
    (320, "paars"),
    (361, "rood"),
)
COLOURS: Final = frozenset({"groen", "oranje", "rood", "geel", "blauw", "paars", "grijs", "wit", "zwart"})


def seen(text: str, symbols: Sequence[str]) -> tuple[str, ...]:
    """Return all that a cell or a line shows: colours first, then shapes, then names as they are.

    `symbols` is what is known of its images and icons; its own words count where they are a mere sign.
    """
    bare = text.strip(" \ufffc.")
    signs = [sign for symbol in symbols for sign in _signs(symbol.lower())]
    signs += _marked(bare)
    colours = [sign for sign in signs if sign in COLOURS]
    return tuple(dict.fromkeys([*colours, *signs, *(one.lower() for one in (bare, *symbols) if one)]))


def colour_seen(symbols: Sequence[str]) -> str | None:
    """Return the colour or shape that images and icons show, or None where they show neither."""
    shown = [sign for symbol in symbols for sign in _signs(symbol.lower())]
    return next((sign for sign in shown if sign in COLOURS), shown[0] if shown else None)


@lru_cache(maxsize=LINES)
def _signs(symbol: str) -> tuple[str, ...]:
    hue = _hue(symbol)
    if hue is not None:
        return (hue,)
    found = list(_marked(symbol))
    for word in _WORD.findall(symbol):
        plain = _BEHIND.sub("", _BEFORE.sub("", word))
        found += [sign for one in dict.fromkeys((word, plain)) if (sign := _names().get(one))]
    return tuple(dict.fromkeys(found))


def _marked(text: str) -> Iterator[str]:
    return (_characters()[letter] for letter in text if letter in _characters())


def _hue(symbol: str) -> str | None:
    """Return the Dutch name of a colour that a style gives as `#c00` or `rgb(204, 0, 0)`."""
    hexed, numbers = _HEX.fullmatch(symbol), _RGB.fullmatch(symbol)
    if hexed is not None:
        short = len(hexed[1]) == len("fff")
        digits = "".join(digit * 2 for digit in hexed[1]) if short else hexed[1]
        parts = [int(digits[place : place + 2], 16) for place in (0, 2, 4)]
    elif numbers is not None:
        parts = [min(255, int(number)) for number in numbers.groups()]
    else:
        return None
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in parts))
    if light > PALE:
        return "wit"
    if light < DARK:
        return "zwart"
    return "grijs" if saturation < GREY else next(name for end, name in _HUES if hue * 360 < end)


@cache
def _names() -> dict[str, str]:
    return {row["word"]: row["sign"] for row in table("symbols")}


@cache
def _characters() -> dict[str, str]:
    return {letter: row["sign"] for row in table("marks") for letter in row["characters"]}
