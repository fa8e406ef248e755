"""The measures of charts: widths and places in per cent, so that a page needs no style attributes."""

from collections.abc import Sequence

from msgspec import Struct

WIDE_ENOUGH = 4.5


class Segment(Struct, frozen=True, kw_only=True):
    """A part of a bar, in per cent of its width; `roomy` where a number fits in it."""

    start: str
    width: str
    middle: str
    roomy: bool


def percent(share: float) -> str:
    """Return a share of one as a percentage that is the same on every machine."""
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"


def segments(counts: Sequence[int]) -> tuple[Segment, ...]:
    """Return the parts of one bar, in order; together they fill it."""
    total = sum(counts)
    parts, start = [], 0
    for count in counts:
        parts.append(_segment(start / total, count / total))
        start += count
    return tuple(parts)


def _segment(start: float, share: float) -> Segment:
    return Segment(
        start=percent(start),
        width=percent(share),
        middle=percent(start + share / 2),
        roomy=100 * share >= WIDE_ENOUGH,
    )


def shares(values: Sequence[float]) -> tuple[str, ...]:
    """Return the lengths of bars on one scale from zero; the longest fills the width."""
    longest = max((abs(value) for value in values), default=0) or 1
    return tuple(percent(abs(value) / longest) for value in values)
