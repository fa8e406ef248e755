"""The lists of indicators: all of them, or only those that lack a value, a target or a source."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.document import Document
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import Link
from rodedraad.publishing.views.figures import IndicatorRow, indicator_rows

GAPS: Final = MappingProxyType[str, Callable[[IndicatorRow], bool]](
    {
        "zonder-waarde": lambda row: not row.known,
        "zonder-streefwaarde": lambda row: not row.aimed,
        "zonder-bron": lambda row: not row.sourced,
    }
)
ALL: Final = ""


class IndicatorGroup(Struct, frozen=True, kw_only=True):
    """The indicators of one document that a list shows, and how many it has of each."""

    anchor: str
    document: Link
    organisation: str
    total: int
    known: int
    aimed: int
    sourced: int
    rows: tuple[IndicatorRow, ...]


class GapLink(Struct, frozen=True, kw_only=True):
    """A list of what lacks something, and how long it is."""

    key: str
    href: str
    count: int


class IndicatorList(Struct, frozen=True, kw_only=True):
    """A list of indicators; `gap` tells what they lack, nothing where the list holds all."""

    gap: str
    gaps: tuple[GapLink, ...]
    groups: tuple[IndicatorGroup, ...]


def indicator_lists(lookup: Lookup) -> tuple[IndicatorList, ...]:
    """Return the list of all indicators, and of those that lack something; the newest document first."""
    whole = tuple(group for one in reversed(lookup.build.documents) if (group := _group(lookup, one)).rows)
    rows = [row for group in whole for row in group.rows]
    gaps = tuple(
        GapLink(key=key, href=addresses.indicators(key), count=sum(map(lacks, rows)))
        for key, lacks in GAPS.items()
    )
    return (
        IndicatorList(gap=ALL, gaps=gaps, groups=whole),
        *(IndicatorList(gap=key, gaps=gaps, groups=_only(whole, lacks)) for key, lacks in GAPS.items()),
    )


def _group(lookup: Lookup, document: Document) -> IndicatorGroup:
    rows = indicator_rows(lookup, document)
    return IndicatorGroup(
        anchor=f"document-{addresses.safe(document.id)}",
        document=Link(text=document.title, href=addresses.document(document.id)),
        organisation=document.organisation.name,
        total=len(rows),
        known=sum(row.known for row in rows),
        aimed=sum(row.aimed for row in rows),
        sourced=sum(row.sourced for row in rows),
        rows=rows,
    )


def _only(
    groups: tuple[IndicatorGroup, ...], lacks: Callable[[IndicatorRow], bool]
) -> tuple[IndicatorGroup, ...]:
    kept = (replace(group, rows=tuple(filter(lacks, group.rows))) for group in groups)
    return tuple(group for group in kept if group.rows)
