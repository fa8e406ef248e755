"""Parts of a whole as areas: squarified, after Bruls, Huizing and Van Wijk, "Squarified Treemaps" (2000)."""

from collections.abc import Sequence

from msgspec import Struct


class Area(Struct, frozen=True, kw_only=True):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


def squarified(values: Sequence[float], width: float, height: float) -> tuple[Area, ...]:
    """Return a rectangle for each value, in their order: areas are as the values, and fill the whole.

    The values are positive; the largest come first for shapes that are nearly square.
    """
    left = Area(x=0, y=0, width=width, height=height)
    unit = width * height / sum(values) if values else 0
    areas: list[Area] = []
    rest = [value * unit for value in values]
    while rest:
        count = _row_length(rest, min(left.width, left.height))
        row, left = _laid(rest[:count], left)
        areas += row
        rest = rest[count:]
    return tuple(areas)


def _row_length(sizes: Sequence[float], side: float) -> int:
    """Return how many of the sizes make the row whose worst shape is nearest to a square."""
    count = 1
    while count < len(sizes) and _worst(sizes[: count + 1], side) <= _worst(sizes[:count], side):
        count += 1
    return count


def _worst(row: Sequence[float], side: float) -> float:
    """Return how many times longer than wide the worst shape of a row is."""
    thick = sum(row) / side
    return max(max(size / thick**2, thick**2 / size) for size in row)


def _laid(row: Sequence[float], left: Area) -> tuple[list[Area], Area]:
    """Return a row along the shorter side of what is left, and what is left after it."""
    upright = left.width >= left.height
    side = left.height if upright else left.width
    thick = sum(row) / side
    areas, at = [], 0.0
    for size in row:
        long = size / thick
        areas.append(
            Area(x=left.x, y=left.y + at, width=thick, height=long)
            if upright
            else Area(x=left.x + at, y=left.y, width=long, height=thick)
        )
        at += long
    return areas, _after(left, thick, upright=upright)


def _after(left: Area, thick: float, *, upright: bool) -> Area:
    if upright:
        return Area(x=left.x + thick, y=left.y, width=max(left.width - thick, 0), height=left.height)
    return Area(x=left.x, y=left.y + thick, width=left.width, height=max(left.height - thick, 0))
