"""A plain plot of measurements against size, as SVG: drawn by hand, for it is two axes and a line."""

from collections.abc import Sequence
from typing import Final

WIDTH, HEIGHT, EDGE = 640, 360, 60
FONT: Final = "font-family='sans-serif' font-size='13'"

Point = tuple[float, float]


def line(title: str, across: str, upward: str, points: Sequence[Point]) -> str:
    """Return a plot of the points in order, from zero on both axes, each point with its values."""
    most = max(x for x, _ in points), max(y for _, y in points)
    drawn = [_place(point, most) for point in points]
    path = " ".join(f"{x:.0f},{y:.0f}" for x, y in drawn)
    marks = "".join(
        f"<circle cx='{x:.0f}' cy='{y:.0f}' r='4'/>"
        f"<text x='{x:.0f}' y='{y - 10:.0f}' text-anchor='middle' {FONT}>{size:,.0f}: {value:.1f}</text>"
        for (x, y), (size, value) in zip(drawn, points, strict=True)
    )
    floor, right = HEIGHT - EDGE, WIDTH - EDGE
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' role='img'>"
        f"<title>{title}</title><rect width='{WIDTH}' height='{HEIGHT}' fill='white'/>"
        f"<path d='M{EDGE},{EDGE} V{floor} H{right}' fill='none' stroke='black'/>"
        f"<polyline points='{path}' fill='none' stroke='black'/>{marks}"
        f"<text x='{WIDTH / 2:.0f}' y='{HEIGHT - 20}' text-anchor='middle' {FONT}>{across}</text>"
        f"<text x='{EDGE}' y='{EDGE - 20}' text-anchor='middle' {FONT}>{upward}</text></svg>\n"
    )


def _place(point: Point, most: Point) -> Point:
    x, y = (one / top for one, top in zip(point, most, strict=True))
    return EDGE + x * (WIDTH - 2 * EDGE), HEIGHT - EDGE - y * (HEIGHT - 2 * EDGE)
