"""What cannot be compared in the money of a programme, and what does not add up: said, not smoothed."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from rodedraad.model.terms import MoneyPhase
from rodedraad.publishing.dutch import euro
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.money import PHASES, SIDES, Figure, MoneyLine, MoneyProgramme
from rodedraad.publishing.views.common import Place
from rodedraad.publishing.words import word

ROUNDED: Final = 2_000
FEWEST: Final = 2


class Note(Struct, frozen=True, kw_only=True):
    """Something a reader should know: its kind, what it is about, and what was found, with places."""

    kind: str
    about: str
    found: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def notes_of(lookup: Lookup, programme: MoneyProgramme) -> tuple[Note, ...]:
    """Return the notes of a programme: what is missing, what differs, what does not add up."""
    return (
        *_half_years(programme),
        *_absent(programme),
        *(note for line in programme.lines for note in _differing(lookup, line)),
        *_not_adding_up(programme),
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


def _not_adding_up(programme: MoneyProgramme) -> Iterator[Note]:
    """Yield the totals that their parts do not add up to, where one line sums up all others."""
    totals = [one for one in programme.lines if one.total]
    for line in totals if len(totals) == 1 else ():
        for year, phase, what in ((y, p, w) for y in programme.years for p in PHASES for w in SIDES):
            total, parts = line.settled(what, year, phase), _settled(programme.parts, what, year, phase)
            if total and total.value is not None and len(parts) >= FEWEST:
                own = sum(one.value or 0 for one in parts)
                if abs(own - total.value) > ROUNDED:
                    yield Note(
                        kind="no-sum",
                        about=_words(line.name, what, year, phase),
                        found=(euro(own), euro(total.value)),
                        places=(total.place,) if total.place else (),
                    )


def _settled(lines: Iterable[MoneyLine], what: str, year: int, phase: MoneyPhase) -> list[Figure]:
    found = (line.settled(what, year, phase) for line in lines)
    return [one for one in found if one]


def _words(name: str, what: str, year: int, phase: MoneyPhase) -> str:
    return f"{name}, {what} {year} ({word('money-phase', phase.value)})"
