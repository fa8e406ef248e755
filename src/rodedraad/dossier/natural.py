"""The order of files by their names, as people number them."""

import re
from pathlib import PurePosixPath

_INDEX = frozenset({"index", "default"})

Key = tuple[list[list[tuple[int, int, str]]], str]


def natural(path: str) -> Key:
    """Return a sort key that puts p9 before p10, and the page of a folder before what the folder holds."""
    whole = PurePosixPath(path)
    stem = [] if whole.stem.casefold() in _INDEX else [whole.stem]
    return [_pieces(part) for part in (*whole.parts[:-1], *stem)], path


def _pieces(part: str) -> list[tuple[int, int, str]]:
    pieces = re.split(r"(\d+)", part)
    return [(0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces if piece]
