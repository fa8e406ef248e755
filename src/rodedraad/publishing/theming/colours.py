"""Colours and their contrast, after WCAG 2.2 (relative luminance, contrast ratio)."""

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb
from typing import Final, TypeAlias

Colour: TypeAlias = tuple[float, float, float]

NAMED: Final = {"white": (1.0, 1.0, 1.0), "black": (0.0, 0.0, 0.0)}
_HEX: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_NUMBER: Final = r"\s*(\d+(?:\.\d+)?)(%?)\s*"
_RGB: Final = re.compile(rf"rgba?\({_NUMBER}[, ]{_NUMBER}[, ]{_NUMBER}\)", re.IGNORECASE)
_HSL: Final = re.compile(rf"hsla?\({_NUMBER}(?:deg)?[, ]{_NUMBER}[, ]{_NUMBER}\)", re.IGNORECASE)
_VAR: Final = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*(.+))?\)")
_DEEPEST: Final = 16


def resolved(name: str, values: Mapping[str, str]) -> str | None:
    """Return the value of a token, its references followed; none where one leads nowhere or in a circle."""
    value: str | None = values.get(name)
    for _ in range(_DEEPEST):
        reference = _VAR.fullmatch(value) if value is not None else None
        if reference is None:
            return value
        value = values.get(reference[1], reference[2])
    return None


def colour_of(value: str) -> Colour | None:
    """Return an opaque colour written as #rgb, #rrggbb, rgb(), hsl(), white or black; else none."""
    plain = value.strip().lower()
    if plain in NAMED:
        return NAMED[plain]
    if _HEX.fullmatch(plain):
        return _of_hex(plain[1:])
    if found := _RGB.fullmatch(plain):
        parts = [float(found[at]) / (100 if found[at + 1] else 255) for at in (1, 3, 5)]
        return _within(parts[0], parts[1], parts[2])
    if found := _HSL.fullmatch(plain):
        hue, saturation, lightness = float(found[1]) / 360, float(found[3]) / 100, float(found[5]) / 100
        return _within(*hls_to_rgb(hue % 1, min(lightness, 1), min(saturation, 1)))
    return None


def _of_hex(digits: str) -> Colour:
    pairs = [one * 2 for one in digits] if len(digits) == 3 else [digits[at : at + 2] for at in (0, 2, 4)]  # noqa: PLR2004
    red, green, blue = (int(one, 16) / 255 for one in pairs)
    return red, green, blue


def _within(red: float, green: float, blue: float) -> Colour:
    return min(red, 1.0), min(green, 1.0), min(blue, 1.0)


def contrast(one: Colour, two: Colour) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004
