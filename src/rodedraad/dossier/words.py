"""The words of file names, from words.tsv."""

from csv import DictReader
from functools import cache
from importlib.resources import files


@cache
def words_of(group: str) -> frozenset[str]:
    """Return the words of one group."""
    text = (files("rodedraad.dossier") / "words.tsv").read_text(encoding="utf-8")
    return frozenset(
        row["word"] for row in DictReader(text.splitlines(), delimiter="\t") if row["group"] == group
    )
