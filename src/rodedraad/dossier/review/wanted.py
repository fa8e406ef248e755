"""Which links a person wants to be asked about."""

from collections.abc import Iterable

from msgspec import Struct

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.explain import suggest
from rodedraad.model.build import Build
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Link, Pointer
from rodedraad.publishing.lookup import Lookup

_WIDE = (Kind.PROGRAMME, Kind.THEME)


class Wanted(Struct, frozen=True, kw_only=True):
    """A choice of links: one end in one of the documents, under a programme, as probable as this.

    `made` asks for the links that were made without a person, in the place of those that are offered.
    """

    documents: tuple[str, ...] = ()
    programme: str = ""
    low: float = 0.0
    high: float = 1.0
    made: bool = False


def chosen(lookup: Lookup, links: Iterable[Link], wanted: Wanted) -> tuple[Link, ...]:
    """Return the links that are wanted, in the order given."""
    return tuple(link for link in links if _is_wanted(lookup, link, wanted))


def known(build: Build, wanted: Wanted) -> Wanted:
    """Return the choice if everything that it names is in the build.

    Raises:
        DossierError: it names a document or programme that is not there.
    """
    documents = tuple(one.id for one in build.documents)
    for name in wanted.documents:
        if name not in documents:
            raise DossierError(_unknown(name, "dit document staat niet in de build", documents))
    programmes = _programmes(build)
    if not any(_same(wanted.programme, one) for one in programmes):
        raise DossierError(_unknown(wanted.programme, "dit programma staat niet in de build", programmes))
    return wanted


def _is_wanted(lookup: Lookup, link: Link, wanted: Wanted) -> bool:
    ends = (link.from_, link.to)
    return (
        wanted.low <= link.score <= wanted.high
        and (not wanted.documents or any(end.document in wanted.documents for end in ends))
        and (not wanted.programme or any(_stands_under(lookup, end, wanted.programme) for end in ends))
    )


def _stands_under(lookup: Lookup, end: Pointer, programme: str) -> bool:
    return any(one.kind in _WIDE and _same(programme, one.text) for one in lookup.above(end))


def _same(programme: str, text: str) -> bool:
    return " ".join(programme.split()).casefold() in " ".join(text.split()).casefold()


def _programmes(build: Build) -> tuple[str, ...]:
    names = (
        " ".join(one.text.split())
        for document in build.documents
        for one in document.elements
        if one.kind in _WIDE
    )
    return tuple(dict.fromkeys(["", *names]))


def _unknown(name: str, problem: str, there: tuple[str, ...]) -> Problem:
    return Problem(file=name, problem=problem, remedy=suggest(name, tuple(filter(None, there))))
