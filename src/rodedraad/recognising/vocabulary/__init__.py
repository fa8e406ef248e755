"""Vocabulary as data: tables of words with a source a row."""

import csv
import re
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `name`.tsv by column name, in file order."""
    text = (files(__package__) / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def words_of(name: str, group: str) -> tuple[str, ...]:
    """Return the words that a table holds in one of its groups, in file order."""
    return tuple(row["word"] for row in table(name) if row["group"] == group)


@cache
def any_of(name: str, group: str) -> str:
    """Return a regular expression for any of the patterns that a table holds in a group, in file order."""
    return f"(?:{'|'.join(row['pattern'] for row in table(name) if row['group'] == group)})"


@cache
def pattern_of(name: str, group: str) -> re.Pattern[str]:
    """Return `any_of`, ready to match in upper and lower case."""
    return re.compile(any_of(name, group), re.IGNORECASE)
