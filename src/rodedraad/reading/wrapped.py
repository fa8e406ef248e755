"""Text whose lines were broken to fit a width, as in an e-mail, and where such lines belong together."""

from collections.abc import Sequence

_WIDEST = 110
_NARROWEST = 40
_FEWEST = 3  # so many lines must run on before a text counts as broken to a width


def runs_on(lines: Sequence[str], opens: Sequence[bool]) -> list[bool]:
    """For each line whether the next one continues it.

    `opens` tells of each line that it starts something of its own (a bullet, a number).  A line runs
    on when the first word of the next did not fit beside it; that says something only in a text whose
    lines all stay within one width and mostly run on.
    """
    pairs = [index for index in range(len(lines) - 1) if lines[index].strip() and lines[index + 1].strip()]
    followed = [index for index in pairs if not opens[index + 1]]
    width = max((len(line.rstrip()) for line in lines), default=0)
    full = {index for index in followed if _no_room(lines[index], lines[index + 1], width)}
    if not _NARROWEST <= width <= _WIDEST or len(full) < max(_FEWEST, len(followed) / 2):
        full = set()
    return [index in full for index in range(len(lines))]


def _no_room(line: str, following: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width
