"""The tables of words that linking reads: one row a word, with its source."""

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table of this room by its file name."""
    with files(__package__).joinpath("data", name).open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t"))
