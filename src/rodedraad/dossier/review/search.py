"""Elements of a document found by words, so that a person can point at what was not offered."""

from collections.abc import Callable

from rodedraad.linking.shelf import Entry, shelve
from rodedraad.linking.tokens import words
from rodedraad.model.build import Build
from rodedraad.model.stems import stem
from rodedraad.model.threads import Pointer

MOST_FOUND = 9


def found(build: Build, document: str, query: str, most: int = MOST_FOUND) -> tuple[Pointer, ...]:
    """Return the elements that hold most of the words asked for, those first that hold them as written.

    Elements that nothing can be linked to, such as headings, are not among them.
    """
    wanted, literal = {stem(word) for word in words(query)}, " ".join(query.casefold().split())
    if not literal:
        return ()
    (shelf,) = (shelve([one]) for one in build.documents if one.id == document)
    rank = _rank(wanted, literal)
    ranked = sorted((one for one in shelf.entries if any(rank(one))), key=rank, reverse=True)
    return tuple(entry.pointer for entry in ranked[:most])


def _rank(wanted: set[str], literal: str) -> Callable[[Entry], tuple[bool, int]]:
    def rank(entry: Entry) -> tuple[bool, int]:
        plain = " ".join(entry.wording.casefold().split())
        return literal in plain, len(wanted & entry.stems.keys())

    return rank
