"""The files of one document read, put in order, and their links to each other resolved."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.pages import Addresses, Arranged, Page, arranged
from rodedraad.dossier.records import DossierDocument, SourceFile
from rodedraad.dossier.toml import unreadable
from rodedraad.model.text import Extract, Link, MenuLink, Navigation
from rodedraad.reading import ReadingError, navigation_of, read, sitemap_of

_HTML = "text/html"


class ReadFile(Struct, frozen=True, kw_only=True):
    """A file as it was read: its bytes and text, whether its place is known, and files with the same text."""

    name: str
    data: bytes
    extract: Extract
    unplaced: bool = False
    also: tuple[str, ...] = ()


def gathered(wanted: DossierDocument) -> tuple[ReadFile, ...]:
    """Return the files of a document in reading order; what says the same as another is read once.

    Raises:
        DossierError: one of the files cannot be read.
    """
    files = [_read(file) for file in wanted.sources]
    if len(files) <= 1:
        return tuple(files)
    pages = [_page(file, one) for file, one in zip(wanted.sources, files, strict=True)]
    sitemap = [link for one in wanted.maps for link in _lines(one)]
    addresses = _addresses(pages, sitemap)
    return tuple(_placed(files, arranged(pages, addresses, sitemap), addresses))


def _read(file: SourceFile) -> ReadFile:
    with _told(file):
        data = file.path.read_bytes()
        return ReadFile(name=file.name, data=data, extract=read(data, file.name))


@contextmanager
def _told(file: SourceFile) -> Iterator[None]:
    """Turn what cannot be read into a problem."""
    try:
        yield
    except OSError as error:
        raise DossierError(unreadable(file.name, error)) from error
    except ReadingError as error:
        problem = Problem(file=error.file, place=error.place, problem=error.problem, remedy=error.remedy)
        raise DossierError(problem) from error


def _page(file: SourceFile, one: ReadFile) -> Page:
    is_page = one.extract.media_type == _HTML
    navigation = navigation_of(one.data, one.name) if is_page else Navigation()
    return Page(name=file.name, extract=one.extract, entry=file.entry, free=file.free, navigation=navigation)


def _addresses(pages: Sequence[Page], sitemap: Sequence[MenuLink]) -> Addresses:
    addresses = Addresses([page.name for page in pages], [page.navigation.address for page in pages])
    menus = (menu for page in pages for menu in page.navigation.menus)
    links = (link for page in pages for link in page.extract.links)
    listed = chain(sitemap, *(menu.links for menu in menus))
    addresses.learn([*(line.target for line in listed), *(link.target for link in links)])
    return addresses


def _lines(sitemap: SourceFile) -> tuple[MenuLink, ...]:
    with _told(sitemap):
        return sitemap_of(sitemap.path.read_bytes(), sitemap.name)


def _placed(files: Sequence[ReadFile], found: Arranged, addresses: Addresses) -> Iterator[ReadFile]:
    """Yield the files in their order, each with its trail and with its links resolved to sources."""
    sources = {page: number for number, page in enumerate(found.order)}
    sources |= {page: sources[twin] for page, twin in found.same.items()}
    for page in found.order:
        one = files[page]
        links = tuple(_resolved(link, page, addresses, sources) for link in one.extract.links)
        yield replace(
            one,
            extract=replace(one.extract, trail=found.trails[page], links=links),
            unplaced=page in found.unplaced,
            also=tuple(files[other].name for other, twin in sorted(found.same.items()) if twin == page),
        )


def _resolved(link: Link, page: int, addresses: Addresses, sources: dict[int, int]) -> Link:
    landing = addresses.of(link.target, page)
    if landing.page is None:
        return replace(link, missing=landing.inside)
    return replace(link, source=sources[landing.page])
