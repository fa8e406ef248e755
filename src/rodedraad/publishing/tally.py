"""The balance of a document or a year as the site shows it: outcomes, and the promises behind each count."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.linking.balance import Balance, Counted, balance, balance_of_year, balance_within
from rodedraad.linking.outcome import Outcome
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Reporting
from rodedraad.model.threads import Pointer, Thread
from rodedraad.publishing.lookup import Lookup, grouped, is_promise
from rodedraad.publishing.outcome import Fate, Fates
from rodedraad.publishing.remits import Remit, Remits

ANNOUNCED: Final = "zin die alleen aankondigt wat eronder staat: dat is geteld"


class Entry(Struct, frozen=True, kw_only=True):
    """A promise that is counted, what came of it, and whether a person confirmed that."""

    promise: Pointer
    fate: Fate
    confirmed: bool = False


class Tally(Struct, frozen=True, kw_only=True):
    """The counted promises of a document or a year by outcome, and what is left out and why.

    `scope` is the id under which its lists are found.
    """

    scope: str
    title: str
    organisation: str
    year: int
    documents: tuple[str, ...]
    groups: tuple[tuple[Outcome, tuple[Entry, ...]], ...]
    apart: int
    left_out: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """The number of promises counted."""
        return sum(len(group) for _, group in self.groups)

    @property
    def confirmed(self) -> int:
        """How many of them a person confirmed."""
        return sum(entry.confirmed for _, group in self.groups for entry in group)


class Tallies:
    """The balances of a build, each made once."""

    def __init__(self, lookup: Lookup, fates: Fates, remits: Remits) -> None:
        self._lookup, self._fates, self._remits = lookup, fates, remits

    @cached_property
    def documents(self) -> dict[str, Tally]:
        """The balance of each document, by id."""
        build = self._lookup.build
        return {
            one.id: self._tally(one.id, one.title, one, balance(one, self._fates.book))
            for one in build.documents
        }

    @cached_property
    def years(self) -> dict[tuple[str, int], Tally]:
        """The balance of each year of an organisation: what a report repeats is counted once."""
        build = self._lookup.build
        by_year = grouped(build.documents, lambda one: (one.organisation.code, one.year))
        return {
            (code, year): self._tally(
                f"jaar-{year}-{code}",
                f"{year}",
                own[0],
                balance_of_year(code, year, self._fates.book),
            )
            for (code, year), own in by_year.items()
        }

    @cached_property
    def remits(self) -> dict[str, tuple[Tally, ...]]:
        """The balances of each programme and portfolio by its key, a year each, the newest first."""
        made = {
            (one.key, year): balance_within(elements, self._fates.book)
            for one in self._remits.all
            for year, elements in grouped(sorted(one.elements), self._year_of).items()
        }
        return {one.key: tuple(self._of_remit(one, made)) for one in self._remits.all}

    def _year_of(self, pointer: Pointer) -> int:
        return self._lookup.document(pointer.document).year

    def _of_remit(self, remit: Remit, made: Mapping[tuple[str, int], Balance]) -> Iterator[Tally]:
        own = self._lookup.document(remit.places[0].document)
        for year in sorted((year for key, year in made if key == remit.key), reverse=True):
            yield replace(
                self._tally(f"{remit.key}-{year}", f"{remit.name}, {year}", own, made[remit.key, year]),
                year=year,
            )

    def reported(self, organisation: str) -> Tally | None:
        """Return the newest year that an organisation reported on in full, else its newest year."""
        own = [one for one in self._lookup.build.documents if one.organisation.code == organisation]
        full = [one.year for one in own if one.reporting is Reporting.FULL]
        years = full or [one.year for one in own]
        return self.years[organisation, max(years)] if years else None

    @cached_property
    def counted(self) -> frozenset[Pointer]:
        """Every promise that the balance of its document counts."""
        groups = (group for tally in self.documents.values() for _, group in tally.groups)
        return frozenset(entry.promise for group in groups for entry in group)

    def _tally(self, scope: str, title: str, document: Document, made: Balance) -> Tally:
        found = tuple((one.outcome, self._entries(one.promises)) for one in made.tallies)
        groups = tuple((outcome, entries) for outcome, entries in found if entries)
        left = made.promised - sum(len(entries) for _, entries in groups)
        announced = ((ANNOUNCED, left),) if left else ()
        return Tally(
            scope=scope,
            title=title,
            organisation=document.organisation.name,
            year=document.year,
            documents=made.documents,
            groups=groups,
            apart=sum(one.count for one in (*made.indicators, *made.planning)),
            left_out=(*announced, *((one.why, len(one.elements)) for one in made.left_out)),
        )

    def _entries(self, promises: tuple[Counted, ...]) -> tuple[Entry, ...]:
        threads = self._lookup.threads
        return tuple(
            Entry(
                promise=one.promise,
                fate=self._fates.along(threads[one.thread], one.promise),
                confirmed=one.confirmed,
            )
            for one in promises
            if not introduces(self._lookup.elements[one.promise])
        )


def introduces(element: Element) -> bool:
    """Return whether a text only announces what follows it: the promises stand in the lines below."""
    return element.text.rstrip().endswith(":")


def has_outcome(lookup: Lookup, pointer: Pointer) -> bool:
    """Return whether a promise is asked after by itself: an activity, or a goal without activities."""
    kind = lookup.elements[pointer].kind
    if introduces(lookup.elements[pointer]):
        return False
    if kind is Kind.GOAL:
        return not any(one.kind is Kind.ACTIVITY and is_promise(one) for one in lookup.below(pointer))
    return kind is Kind.ACTIVITY


def is_asked_after(lookup: Lookup, thread: Thread) -> bool:
    """Return whether an outcome belongs to a thread: one of its promises is asked after by itself."""
    return any(is_promise(lookup.elements[one]) and has_outcome(lookup, one) for one in thread.members)
