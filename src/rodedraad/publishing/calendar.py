"""The deadlines as a calendar file that any agenda can read (iCalendar, RFC 5545).

No clock is read: the stamp of every event is that of the build.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from msgspec import Struct

LONGEST: Final = 75
"""So many bytes a line holds (RFC 5545, 3.1)."""
_ESCAPED: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


class Event(Struct, frozen=True, kw_only=True):
    """A day on which something should be ready; `url` is empty where the site's address is not known."""

    uid: str
    day: date
    summary: str
    description: str
    url: str = ""


def calendar(name: str, events: Iterable[Event], stamp: datetime, version: str) -> bytes:
    """Return a calendar of whole days; the same events give the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Rode Draad//{_escape(version)}//NL",
        f"X-WR-CALNAME:{_escape(name)}",
        *(line for event in events for line in _event(event, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(event: Event, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(event.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escape(event.summary)}"
    yield f"DESCRIPTION:{_escape(event.description)}"
    yield "TRANSP:TRANSPARENT"
    if event.url:
        yield f"URL:{event.url}"
    yield "END:VEVENT"


def _escape(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 bytes; all but the first begin with a space."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > LONGEST:
            yield piece
            piece = " "
        piece += character
    yield piece
