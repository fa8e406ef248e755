"""Write an invented country: municipalities with ten years of documents each, one at a time to disk.

Run: `python -m benchmarks.country FOLDER [--municipalities N] [--elements N] [--seed N]`.
Every theme has a subject with words of its own, each thing in two wordings; every municipality has subjects
that it favours, and places, projects and facilities with names of its own.  A promise goes on word for word,
or in other words and sometimes less firm, or moves to another theme, or is dropped; reports tell what came of
it, and some say nothing.  Nothing is copied from a real document, and the same seed gives the same bytes.
"""

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.promises import (
    DETAILS,
    ENDS,
    EXPLORING,
    EXTRAS,
    FIRST,
    GOAL_PLANS,
    LAST,
    MEANS,
    NAMES,
    NARROWINGS,
    NEWS,
    OCCASIONS,
    PARTNERS,
    PLANS,
    PROJECTS,
    QUARTERS,
    RESULTS,
    STREETS,
    SUBJECTS,
    THINGS,
    VERBS,
    Promise,
    capital,
    sentence,
)  # fmt: skip
from rodedraad.model.codec import to_json
from rodedraad.model.document import Deadline, Document, Element, Organisation, Span, StatusJudgement
from rodedraad.model.terms import By, DocumentKind, Kind, Phase, Reporting, Status

MUNICIPALITIES: Final = 342
ELEMENTS: Final = 3_000_000
FIRST_CODE: Final = 9_000
YEARS: Final = range(2014, 2024)
KEPT, REWORDED, MOVED = 0.3, 0.26, 0.04
"""The shares of promises that the next budget repeats, says in other words, or puts under another theme."""
GOES: Final = KEPT + REWORDED + MOVED
PROGRAMMES, GOALS, ACTIVITIES = 4, 3, 4
"""Of a theme so many goals, and of a goal so many activities; a programme has as many themes as it needs."""

SHARES: Final = (0.6, 0.2, 0.15, 0.05)
ANSWERED: Final = 0.85
ABANDONED: Final = 0.6
"""Of the promises that will go the reports of their last year answer so many."""
QUOTED: Final = 0.3
"""Of the promises that a report does not answer it quotes so many; the rest it leaves out."""
DATED: Final = 0.3
OFTEN, SELDOM = 0.5, 0.15
"""How often a part of a promise changes when it is said in other words."""
OWN: Final = 0.6
"""How often a promise is about something that has a name in one municipality only."""
MONTHS: Final = 3
"""The months of a quarter."""


@dataclass(slots=True)
class Goal:
    """A goal and the promises under it."""

    text: str
    promises: list[Promise] = field(default_factory=list)


@dataclass(slots=True)
class Theme:
    """A theme of a programme."""

    name: str
    subject: int
    goals: list[Goal] = field(default_factory=list)


class Town:
    """One municipality: its words, its places, and its promises from year to year."""

    def __init__(self, number: int, seed: int, elements: int) -> None:
        self.chance = random.Random(f"{seed}/{number}")  # noqa: S311 - texts, no secrets
        self.name = self._name()
        self.organisation = Organisation(code=code(number), name=self.name)
        self._places = [self._name() for _ in range(24)]
        self._projects = [f"{self._name()} {self.chance.choice(PROJECTS)}" for _ in range(30)]
        self._whats = [self._drawn(range(len(one["what"]))) for one in SUBJECTS]
        self._subjects = self._drawn(range(len(SUBJECTS)))
        themes = max(1, round(elements / (len(YEARS) * _of_theme())))
        self.programmes = [[self._theme() for _ in range(count)] for count in _portions(themes, PROGRAMMES)]

    def years(self, years: Sequence[int] = YEARS) -> Iterator[Document]:
        """Yield the documents of every year, in order."""
        for year in years:
            yield from _year(self, year)
            self._next(year)

    def promise(self, year: int, subject: int) -> Promise:
        """Return a new promise."""
        chance, told = self.chance, SUBJECTS[subject]
        due = (year + chance.choice((0, 0, 1, 2)), chance.randrange(4)) if chance.random() < DATED else None
        return Promise(
            subject=subject,
            what=next(self._whats[subject]),
            own=self._facility() if chance.random() < OWN else "",
            verb=chance.randrange(len(VERBS)),
            who=chance.choice(told["who"]),
            partner=chance.choice(PARTNERS),
            place=chance.choice(self._places),
            project=chance.choice(self._projects),
            means=chance.choice(MEANS),
            aim=chance.choice(told["aim"]),
            aspect=chance.choice(told["aspect"]),
            narrowing=chance.choice(NARROWINGS),
            detail=self._detail(),
            second=self._detail(),
            number=chance.randint(6, 240),
            template=chance.randrange(len(PLANS)),
            extra=chance.randrange(len(EXTRAS)),
            beside=chance.randrange(len(DETAILS)),
            turn=chance.random(),
            due=due,
        )

    def _drawn(self, numbers: Sequence[int]) -> Iterator[int]:
        """Yield numbers in any order; each comes again only when all have come."""
        while True:
            yield from self.chance.sample(numbers, len(numbers))

    def _facility(self) -> str:
        return f"het {capital(self.chance.choice(FIRST))}{self.chance.choice(LAST)} {self._name()}"

    def _detail(self) -> str:
        chance = self.chance
        thing = f"een {chance.choice(FIRST)}{chance.choice(LAST)}" if chance.random() < OFTEN else None
        where = f"aan de {self._name()}{chance.choice(STREETS)}" if chance.random() < OFTEN else None
        return f"{thing or chance.choice(THINGS)} {where or chance.choice(OCCASIONS)}"

    def news(self) -> str:
        """Return something that happened."""
        news, more = self._detail(), self._detail()
        told = self.chance.choice(NEWS)
        return told.format(news=news, more=more, News=capital(news), More=capital(more))

    def _name(self) -> str:
        return (self.chance.choice(NAMES) + self.chance.choice(ENDS)).capitalize()

    def _theme(self) -> Theme:
        subject = next(self._subjects)
        name = f"{SUBJECTS[subject]['name']} {self._name()}"
        return Theme(name, subject, [self._goal(YEARS[0], subject) for _ in range(GOALS)])

    def _goal(self, year: int, subject: int) -> Goal:
        told = self.promise(year, subject)
        text = sentence(self.chance.choice(GOAL_PLANS).format(**told.words()))
        return Goal(text, [self.promise(year, subject) for _ in range(ACTIVITIES)])

    def _next(self, year: int) -> None:
        """Let every promise go on, change, move or go; new ones take the places that are free."""
        themes = [theme for programme in self.programmes for theme in programme]
        for theme in themes:
            for goal in theme.goals:
                if self.chance.random() < 1 - KEPT - REWORDED:
                    goal.text = self._goal(year + 1, theme.subject).text
                goal.promises = [self._followed(one, year, themes) for one in goal.promises]

    def _followed(self, promise: Promise, year: int, themes: Sequence[Theme]) -> Promise:
        following = replace(promise, turn=self.chance.random())
        if promise.turn < KEPT:
            return following
        if promise.turn < KEPT + REWORDED:
            return self._reworded(following)
        if promise.turn < GOES:
            goal = self.chance.choice(self.chance.choice(themes).goals)
            place = self.chance.randrange(len(goal.promises))
            goal.promises[place] = following
        return self.promise(year + 1, promise.subject)

    def _reworded(self, promise: Promise) -> Promise:
        chance = self.chance
        if chance.random() < SELDOM:
            return replace(promise, verb=EXPLORING, other=False)
        changes = {
            "template": chance.randrange(len(PLANS)),
            "extra": chance.randrange(len(EXTRAS)),
            "beside": chance.randrange(len(DETAILS)),
            "other": promise.other ^ (chance.random() < OFTEN),
            "means": chance.choice(MEANS) if chance.random() < OFTEN else promise.means,
            "partner": chance.choice(PARTNERS) if chance.random() < SELDOM else promise.partner,
        }
        due = (
            (promise.due[0] + 1, chance.randrange(4))
            if promise.due and chance.random() < OFTEN
            else promise.due
        )
        return replace(promise, due=due, **changes)


def _of_theme() -> float:
    """Return how many elements a theme gives in a year, over its three documents."""
    answered = ANSWERED * GOES + ABANDONED * (1 - GOES)
    told = answered + (1 - answered) * QUOTED
    return 3 * (1 + GOALS) + (1 + 2 * told + 2 * answered) * GOALS * ACTIVITIES


def _portions(count: int, most: int) -> Iterator[int]:
    """Yield a number of themes for every programme, as even as can be."""
    programmes = max(1, min(count, round(math.sqrt(count)) or 1, most * 4))
    for number in range(programmes):
        yield count // programmes + (number < count % programmes)


def _year(town: Town, year: int) -> Iterator[Document]:
    places = [
        ((p, t, g, a), promise)
        for p, programme in enumerate(town.programmes)
        for t, theme in enumerate(programme)
        for g, goal in enumerate(theme.goals)
        for a, promise in enumerate(goal.promises)
    ]
    budget: Reported = {place: None for place, _ in places}
    results = {place: told for place, promise in places if (told := _reported(town, promise))}
    early = {place: told for place, promise in places if (told := _reported(town, promise))}
    full = {place: told[0] for place, told in results.items()}
    halfway = {place: told[0] for place, told in early.items()}
    kinds = (
        (DocumentKind.BEGROTING, date(year - 1, 11, 8), budget),
        (DocumentKind.TUSSENRAPPORTAGE, date(year, 9, 27), halfway),
        (DocumentKind.JAARSTUKKEN, date(year + 1, 6, 28), full),
    )
    for kind, adopted, told in kinds:
        yield Document(
            id=f"{town.organisation.code.lower()}-{kind.value}-{year}",
            organisation=town.organisation,
            kind=kind,
            year=year,
            title=f"{kind.value.capitalize()} {year} {town.name}",
            adopted=adopted,
            covers=("Sociaal domein",),
            reporting=Reporting.FULL if kind is DocumentKind.JAARSTUKKEN else None,
            elements=tuple(_elements(town, told)),
        )


Told = tuple[Status, str]
Reported = dict[tuple[int, int, int, int], Told | None]
"""For each promise of a document, by its place, what came of it; none where nothing is said."""


def _reported(town: Town, promise: Promise) -> tuple[Told | None] | None:
    """Return what a report tells of a promise, or nothing where it leaves the promise out."""
    if town.chance.random() < (ANSWERED if promise.turn < GOES else ABANDONED):
        return (_result(town, promise),)
    return (None,) if town.chance.random() < QUOTED else None


def _result(town: Town, promise: Promise) -> Told:
    status = town.chance.choices(tuple(RESULTS), SHARES)[0]
    return status, promise.result(town.chance.choice(RESULTS[status]), town.news())


def _elements(town: Town, results: Reported) -> Iterator[Element]:
    for p, programme in enumerate(town.programmes):
        head = f"p{p}"
        yield Element(id=head, kind=Kind.PROGRAMME, number=str(p + 1), text=f"Programma {programme[0].name}")
        for t, theme in enumerate(programme):
            under = f"{head}t{t}"
            yield Element(id=under, kind=Kind.THEME, parent=head, text=theme.name)
            for g, goal in enumerate(theme.goals):
                yield from _goal(goal, (p, t, g), under, results)


def _goal(goal: Goal, place: tuple[int, int, int], parent: str, results: Reported) -> Iterator[Element]:
    name = f"{parent}g{place[2]}"
    yield Element(id=name, kind=Kind.GOAL, phase=Phase.PLAN, parent=parent, text=goal.text)
    for number, promise in enumerate(goal.promises):
        if (*place, number) not in results:
            continue
        own = f"{name}a{number}"
        text = promise.text()
        told = results[*place, number]
        yield Element(
            id=own, kind=Kind.ACTIVITY, phase=Phase.PLAN, parent=name, text=text,
            deadlines=_deadlines(promise, text),
            status=StatusJudgement(value=told[0], by=By.TEXT) if told else None,
        )  # fmt: skip
        if told:
            yield Element(
                id=f"{own}r",
                kind=Kind.ACTIVITY,
                phase=Phase.ACTUAL,
                parent=name,
                text=told[1],
                answers=(own,),
            )


def _deadlines(promise: Promise, text: str) -> tuple[Deadline, ...]:
    if promise.due is None:
        return ()
    year, quarter = promise.due
    words = f"{QUARTERS[quarter]} kwartaal van {year}"
    start = text.index(words)
    first = date(year, quarter * MONTHS + 1, 1)
    last = date(year, (quarter + 1) * MONTHS, 31 if quarter in (0, len(QUARTERS) - 1) else 30)
    return (
        Deadline(
            start=first,
            end=last,
            text=words,
            evidence=Span(source=0, start=start, end=start + len(words)),
        ),
    )


def code(number: int) -> str:
    """Return the code of a municipality, which no real one has."""
    return f"GM{FIRST_CODE + number}"


def sizes(municipalities: int, elements: int, seed: int) -> list[int]:
    """Return how many elements each municipality has: a few are large, most are not; together `elements`."""
    chance = random.Random(f"{seed}/sizes")  # noqa: S311 - texts, no secrets
    drawn = [chance.lognormvariate(0, 0.4) for _ in range(municipalities)]
    return [round(one * elements / sum(drawn)) for one in drawn]


def write(folder: Path, number: int, seed: int, elements: int, years: Sequence[int] = YEARS) -> int:
    """Write one municipality as a dossier of documents, and return how many elements it has."""
    own = folder / code(number) / "documents"
    own.mkdir(parents=True, exist_ok=True)
    count = 0
    for document in Town(number, seed, elements).years(years):
        (own / f"{document.id}.json").write_bytes(to_json(document))
        count += len(document.elements)
    return count


def main() -> None:
    """Write the country."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--municipalities", type=int, default=MUNICIPALITIES)
    parser.add_argument("--elements", type=int, default=None, help="in all; 3 million for the whole country")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    total = asked.elements or ELEMENTS * asked.municipalities // MUNICIPALITIES
    count = 0
    for number, size in enumerate(sizes(asked.municipalities, total, asked.seed), start=1):
        count += write(asked.folder, number, asked.seed, size)
    print(f"{asked.municipalities} municipalities, {count:,} elements")


if __name__ == "__main__":
    main()
