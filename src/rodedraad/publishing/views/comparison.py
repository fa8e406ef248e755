"""The page that lays two documents side by side, and the list of those pages."""

from msgspec import Struct

from rodedraad.linking.wording import Stretch, alike, compare
from rodedraad.model.terms import Reporting
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.comparing import Compared, Comparing, Group, Pair, pairs
from rodedraad.publishing.lookup import grouped
from rodedraad.publishing.shown import day
from rodedraad.publishing.views.common import (
    Link,
    Pages,
    Place,
    StatusView,
    home_of,
    place_of_element,
    status_of,
    text_of,
)
from rodedraad.publishing.words import words


class Side(Struct, frozen=True, kw_only=True):
    """What one document says, where it stands, and under what."""

    text: str
    place: Place | None
    under: str


class ComparedRow(Struct, frozen=True, kw_only=True):
    """A promise in both documents; `stretches` are its words side by side where they are enough alike."""

    href: str
    was: Side | None
    now: tuple[Side, ...]
    stretches: tuple[Stretch, ...]
    status: StatusView


class ComparedGroup(Struct, frozen=True, kw_only=True):
    """The promises that fared alike between the two documents."""

    key: str
    word: str
    explanation: str
    rows: tuple[ComparedRow, ...]


class ComparisonPage(Struct, frozen=True, kw_only=True):
    """Two documents side by side; `exceptions` where the newer one tells only what deviates."""

    address: str
    organisation: str
    older: Link
    newer: Link
    adopted: tuple[str, str]
    exceptions: bool
    groups: tuple[ComparedGroup, ...]

    @property
    def total(self) -> int:
        """How many promises of the older document stand in the groups."""
        return sum(len(one.rows) for one in self.groups if one.key != Group.NEW.value)


def comparison_pages(pages: Pages) -> tuple[ComparisonPage, ...]:
    """Return the page of every two documents that are worth laying side by side, the newest first."""
    comparing = Comparing(pages.lookup, pages.tallies)
    return tuple(_page(pages, comparing, one) for one in pairs(pages.lookup.build.documents))


def by_organisation(comparisons: tuple[ComparisonPage, ...]) -> dict[str, tuple[ComparisonPage, ...]]:
    """Return the pages by organisation."""
    return grouped(comparisons, lambda one: one.organisation)


def comparisons_of(pages: Pages, document: str) -> tuple[Link, ...]:
    """Return the pages that lay a document beside another one."""
    return tuple(
        Link(text=one.newer.title if one.older.id == document else one.older.title, href=_address(one))
        for one in pairs(pages.lookup.build.documents)
        if document in {one.older.id, one.newer.id}
    )


def _address(pair: Pair) -> str:
    return addresses.comparison(pair.older.id, pair.newer.id)


def _page(pages: Pages, comparing: Comparing, pair: Pair) -> ComparisonPage:
    found = grouped(comparing.compared(pair), lambda one: one.group)
    names = words("comparison")
    return ComparisonPage(
        address=_address(pair),
        organisation=pair.older.organisation.name,
        older=Link(text=pair.older.title, href=addresses.document(pair.older.id)),
        newer=Link(text=pair.newer.title, href=addresses.document(pair.newer.id)),
        adopted=(day(pair.older.adopted), day(pair.newer.adopted)),
        exceptions=pair.newer.reporting is Reporting.EXCEPTIONS,
        groups=tuple(
            ComparedGroup(
                key=group.value,
                word=names[group.value].word,
                explanation=names[group.value].explanation,
                rows=tuple(_row(pages, comparing, one) for one in rows),
            )
            for group, rows in found.items()
        ),
    )


def _row(pages: Pages, comparing: Comparing, compared: Compared) -> ComparedRow:
    lookup = pages.lookup
    was = _side(pages, comparing, compared.was) if compared.was else None
    now = tuple(_side(pages, comparing, one) for one in compared.now)
    return ComparedRow(
        href=home_of(lookup, compared.was or compared.now[0]),
        was=was,
        now=now,
        stretches=_stretches(was, now) if compared.group in {Group.REWORDED, Group.MOVED} else (),
        status=status_of(lookup, compared.fate),
    )


def _stretches(was: Side | None, now: tuple[Side, ...]) -> tuple[Stretch, ...]:
    """Return the words of two texts side by side; nothing where they are not alike, or more than two."""
    if was is None or len(now) != 1 or not alike(was.text, now[0].text):
        return ()
    return compare(was.text, now[0].text)


def _side(pages: Pages, comparing: Comparing, pointer: Pointer) -> Side:
    return Side(
        text=text_of(pages.lookup.elements[pointer]),
        place=place_of_element(pages.lookup, pointer),
        under=comparing.place(pointer),
    )
