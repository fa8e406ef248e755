"""What cannot be compared in the money of a programme: said, not smoothed."""

from collections.abc import Iterator

from msgspec import Struct

from rodedraad.model.terms import MoneyPhase
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.money import MoneyLine, MoneyProgramme
from rodedraad.publishing.shown import euro
from rodedraad.publishing.views.common import Place
from rodedraad.publishing.words import word


class Note(Struct, frozen=True, kw_only=True):
    """Something a reader should know: its kind, what it is about, and what was found, with places."""

    kind: str
    about: str
    found: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def notes_of(lookup: Lookup, programme: MoneyProgramme) -> tuple[Note, ...]:
    """Return the notes of a programme: what is missing and what differs."""
    return (
        *_half_years(programme),
        *_absent(programme),
        *(note for line in programme.lines for note in _differing(lookup, line)),
    )


def _half_years(programme: MoneyProgramme) -> Iterator[Note]:
    """Yield the years that have a budget alone, and those that have accounts alone."""
    phases = {
        year: {one.phase for line in programme.lines for one in line.figures if one.year == year}
        for year in programme.years
    }
    without_accounts = [str(year) for year, own in phases.items() if MoneyPhase.EXECUTED not in own]
    without_budget = [str(year) for year, own in phases.items() if own == {MoneyPhase.EXECUTED}]
    for kind, years in (("no-accounts", without_accounts), ("no-budget", without_budget)):
        if years:
            yield Note(kind=kind, about=", ".join(years))


def _absent(programme: MoneyProgramme) -> Iterator[Note]:
    """Yield the lines that are not there in every year of the programme."""
    for line in programme.lines:
        missing = [str(year) for year in programme.years if year not in line.years]
        if missing:
            yield Note(kind="absent", about=line.name, found=tuple(missing))


def _differing(lookup: Lookup, line: MoneyLine) -> Iterator[Note]:
    """Yield what documents say in more than one way."""
    known = [one for one in line.figures if one.value is not None]
    for (what, year, phase), own in grouped(known, lambda one: (one.what, one.year, one.phase)).items():
        values = dict.fromkeys(one.value for one in own)
        if len(values) > 1:
            yield Note(
                kind="differs" if line.settled(what, year, phase) else "not-settled",
                about=_words(line.name, what, year, phase),
                found=tuple(f"{euro(one.value or 0)} ({lookup.document(one.document).title})" for one in own),
                places=tuple(one.place for one in own if one.place),
            )


def _words(name: str, what: str, year: int, phase: MoneyPhase) -> str:
    return f"{name}, {say(what)} {year} ({word('money-phase', phase.value)})"
