"""The files of search: a page, the register, and the index where Pagefind is there to make it."""

from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Final

from msgspec import Struct, json

from rodedraad.publishing import addresses
from rodedraad.publishing.render import Site, render
from rodedraad.publishing.search.compounds import Cutter
from rodedraad.publishing.search.index import index_files
from rodedraad.publishing.search.program import is_installed
from rodedraad.publishing.search.record import Record
from rodedraad.publishing.search.records import records
from rodedraad.publishing.search.register import Subject, subjects
from rodedraad.publishing.search.views import RegisterPage, letters_of, search_page
from rodedraad.publishing.spread import File
from rodedraad.publishing.views.common import Pages

SCRIPT: Final = "search.js"


class Findable(Struct, frozen=True, kw_only=True):
    """All that can be found, and the subjects of the register."""

    records: tuple[Record, ...]
    subjects: tuple[Subject, ...]


def findable(pages: Pages) -> Findable:
    """Return all that can be found, in Dutch, as it is searched in."""
    found = records(pages)
    return Findable(records=found, subjects=_subjects(found))


def search_pages(pages: Pages, site: Site, found: Findable) -> Iterator[File]:
    """Yield the page to search and the register; where Pagefind is not installed, the page says so."""
    letters = letters_of(found.subjects)
    view = search_page(pages.lookup, found.records, letters, searchable=is_installed())
    yield render("search.html", addresses.SEARCH, site, view)
    yield render("register.html", addresses.REGISTER, site, RegisterPage(letters=letters))
    for letter in letters:
        yield render("register.html", letter.address, site, RegisterPage(letters=letters, shown=letter))


def search_files(found: Findable) -> Iterator[File]:
    """Yield what the search in a browser needs; nothing where Pagefind is not installed."""
    if is_installed():
        yield f"static/{SCRIPT}", _script()
        yield (
            addresses.SUBJECTS,
            json.encode([one.word for letter in letters_of(found.subjects) for one in letter.words]),
        )
        for name, content in index_files(found.records).items():
            yield f"{addresses.SEARCH_INDEX}/{name}", content


def _subjects(found: Sequence[Record]) -> tuple[Subject, ...]:
    told = [one for one in found if not one.is_ours]
    return subjects(told, Cutter(f"{one.title} {one.text}" for one in told))


def _script() -> bytes:
    return resources.files("rodedraad.publishing").joinpath("static", SCRIPT).read_bytes()
