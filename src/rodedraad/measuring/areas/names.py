"""The ways in which the name of a municipality is written."""

import csv
import re
import unicodedata
from functools import cache
from importlib.resources import files

_BESIDE = re.compile(r"\s*\((?:gemeente|[^()]{1,3}\.)\)\s*$")


@cache
def keys_of(name: str) -> tuple[str, ...]:
    """Return what a name is looked up by, the surest first: as written, by another name, without addition."""
    written = _plain(name)
    official = _official().get(written, written)
    return tuple(dict.fromkeys((written, official, _plain(_BESIDE.sub("", name)))))


@cache
def _official() -> dict[str, str]:
    text = (files(__package__) / "names.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {_plain(row["name"]): _plain(row["official"]) for row in rows}


def _plain(name: str) -> str:
    """Return a name in small letters without accents, with one space between words and one kind of quote."""
    letters = unicodedata.normalize("NFD", name.replace("\u2019", "'").replace("`", "'").casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.removeprefix("gemeente ").split())
