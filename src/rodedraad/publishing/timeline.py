"""The small time line of a thread: where its stops stand between the first and the last document."""

from datetime import date

from msgspec import Struct

from rodedraad.publishing.chart import percent

MARGIN = 0.04
APART = 0.25


class Stop(Struct, frozen=True, kw_only=True):
    """A stop on the line, in per cent of its width; years are written where they do not collide."""

    x: str
    year: str
    labelled: bool


class Timeline(Struct, frozen=True, kw_only=True):
    """A red line from the first stop to the last; loose where nothing more was heard."""

    stops: tuple[Stop, ...]
    start: str
    end: str
    loose: bool


def timeline(days: tuple[date, ...], first: date, last: date, *, loose: bool) -> Timeline:
    """Return the time line of documents adopted on `days`, on a scale from `first` to `last`."""
    wide = _share(days[-1], first, last) - _share(days[0], first, last) > APART
    labelled = {days[0], days[-1]} if wide else {days[-1]}
    stops = tuple(
        Stop(x=percent(_share(day, first, last)), year=str(day.year), labelled=day in labelled)
        for day in days
    )
    return Timeline(stops=stops, start=stops[0].x, end=stops[-1].x, loose=loose)


def _share(day: date, first: date, last: date) -> float:
    span = (last - first).days or 1
    return MARGIN + (1 - 2 * MARGIN) * (day - first).days / span
