"""The files of search: a page, the register, and the index where Pagefind is there to make it."""

from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Final

from msgspec import json

from rodedraad.publishing import addresses
from rodedraad.publishing.render import Site, render
from rodedraad.publishing.search.compounds import Cutter
from rodedraad.publishing.search.index import index_files
from rodedraad.publishing.search.program import is_installed
from rodedraad.publishing.search.record import Record
from rodedraad.publishing.search.records import records
from rodedraad.publishing.search.register import Subject, subjects
from rodedraad.publishing.search.views import RegisterPage, letters_of, search_page
from rodedraad.publishing.views.common import Pages

SCRIPT: Final = "search.js"
File = tuple[str, bytes]


def search_files(pages: Pages, site: Site) -> Iterator[File]:
    """Yield the files of search; where Pagefind is not installed the register alone, and the page says so."""
    found = records(pages)
    letters = letters_of(_subjects(found))
    searchable = is_installed()
    view = search_page(pages.lookup, found, letters, searchable=searchable)
    yield render("search.html", addresses.SEARCH, site, view)
    yield render("register.html", addresses.REGISTER, site, RegisterPage(letters=letters))
    for letter in letters:
        yield render("register.html", letter.address, site, RegisterPage(letters=letters, shown=letter))
    if searchable:
        yield f"static/{SCRIPT}", _script()
        yield addresses.SUBJECTS, json.encode([one.word for letter in letters for one in letter.words])
        for name, content in index_files(found).items():
            yield f"{addresses.SEARCH_INDEX}/{name}", content


def _subjects(found: Sequence[Record]) -> tuple[Subject, ...]:
    told = [one for one in found if not one.is_ours]
    return subjects(told, Cutter(f"{one.title} {one.text}" for one in told))


def _script() -> bytes:
    return resources.files("rodedraad.publishing").joinpath("static", SCRIPT).read_bytes()
