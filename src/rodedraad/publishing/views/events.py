"""Events that several shifts speak of: one law, with what each document said of its date."""

from collections.abc import Iterable

from msgspec import Struct

from rodedraad.linking.events import Event, events
from rodedraad.model.threads import Dated
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.shown import period
from rodedraad.publishing.views.common import Link, Pages, Place, title_of
from rodedraad.publishing.views.deadlines import place_of_dated


class SaidDate(Struct, frozen=True, kw_only=True):
    """A date that a document gives of an event."""

    when: str
    words: str
    document: str
    place: Place | None


class EventView(Struct, frozen=True, kw_only=True):
    """An event, its dates as they were told one after the other, and the promises that they belong to.

    `confirmed` counts the promises of which a person confirmed the thread.
    """

    anchor: str
    title: str
    dates: tuple[SaidDate, ...]
    causes: tuple[str, ...]
    promises: tuple[Link, ...]
    confirmed: int


def event_views(pages: Pages) -> tuple[EventView, ...]:
    """Return the events that more than one shift speaks of."""
    lookup = pages.lookup
    found = events(lookup.build.threads.shifts, lookup.elements)
    return tuple(_view(pages, one, number) for number, one in enumerate(found, start=1))


def _view(pages: Pages, event: Event, number: int) -> EventView:
    lookup = pages.lookup
    threads = [lookup.threads[one] for one in dict.fromkeys(one.thread for one in event.shifts)]
    return EventView(
        anchor=f"gebeurtenis-{number}",
        title=event.law or title_of(lookup, threads[0]),
        dates=tuple(_said(lookup, one) for one in _dates(lookup, event)),
        causes=tuple(dict.fromkeys(one.cause for one in event.shifts if one.cause)),
        promises=tuple(Link(text=title_of(lookup, one), href=addresses.thread(one.id)) for one in threads),
        confirmed=sum(map(pages.fates.is_confirmed, threads)),
    )


def _dates(lookup: Lookup, event: Event) -> Iterable[Dated]:
    """Return each date of a document once, in order of time said."""
    told = (dated for shift in event.shifts for dated in (shift.planned, shift.now))
    once = {(one.document, one.start, one.end): one for one in told}
    return sorted(once.values(), key=lambda one: (lookup.position[one.document], one.start, one.end))


def _said(lookup: Lookup, dated: Dated) -> SaidDate:
    return SaidDate(
        when=period(dated.start, dated.end),
        words=dated.text,
        document=lookup.document(dated.document).title,
        place=place_of_dated(lookup, dated),
    )
