"""The page about the data: what was read, how, and what is not known."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from rodedraad.model.terms import Decision
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import stamp
from rodedraad.publishing.language.spoken import shared
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.opendata.table import Table
from rodedraad.publishing.shown import counted
from rodedraad.publishing.views.accuracy import AccuracyView, accuracy_view
from rodedraad.publishing.views.common import Link, source_name
from rodedraad.publishing.words import Word, words


class SourceRow(Struct, frozen=True, kw_only=True):
    """One file that was read."""

    document: Link
    source: Link
    sha256: str
    exported: str
    scope: str


class DataFile(Struct, frozen=True, kw_only=True):
    """A table of the open data."""

    title: str
    href: str
    rows: str


class AboutPage(Struct, frozen=True, kw_only=True):
    """The page as shown."""

    sources: tuple[SourceRow, ...]
    outcomes: tuple[Word, ...]
    data: tuple[DataFile, ...]
    automatic: str
    confirmed: str
    proposed: str
    aside: str
    accuracy: AccuracyView | None
    model: str
    """What told the meaning of texts; empty where links do not rest on it."""


def about_page(lookup: Lookup, tables: Sequence[Table]) -> AboutPage:
    """Return what the page about the data shows."""
    decisions = [link.decision for link in lookup.build.threads.links]
    aside = sum(len(one.set_aside) for one in lookup.build.documents)
    return AboutPage(
        sources=_sources(lookup),
        outcomes=tuple(words("outcome").values()),
        data=tuple(_data(table) for table in tables),
        automatic=_links(decisions.count(Decision.AUTO)),
        confirmed=_links(decisions.count(Decision.CONFIRMED)),
        proposed=_links(decisions.count(Decision.PROPOSED)),
        aside=counted(aside, "stuk tekst", "stukken tekst"),
        accuracy=accuracy_view(lookup.build.samples),
        model=lookup.build.manifest.semantics or "",
    )


def _links(count: int) -> str:
    return counted(count, "verband", "verbanden")


def _data(table: Table) -> DataFile:
    return DataFile(
        title=table.name, href=shared(f"data/{table.name}.csv"), rows=counted(len(table.rows), "rij", "rijen")
    )


def _sources(lookup: Lookup) -> tuple[SourceRow, ...]:
    return tuple(
        SourceRow(
            document=Link(text=document.title, href=addresses.document(document.id)),
            source=Link(text=source_name(source), href=shared(addresses.source(document.id, number))),
            sha256=source.sha256,
            exported=_moment(source.exported_at or source.built_at),
            scope="; ".join(document.covers),
        )
        for document in lookup.build.documents
        for number, source in enumerate(document.sources)
    )


def _moment(value: datetime | None) -> str:
    return stamp(value) if value else ""
