"""Promises of the invented country: what stays the same of each while its words change from year to year."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rodedraad.model.terms import Status

WORDS: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
FIRST, LAST, NAMES, ENDS = (WORDS[name].split() for name in ("first", "last", "names", "ends"))
PROJECTS, PARTNERS, MEANS, VERBS = (WORDS[name] for name in ("projects", "partners", "means", "verbs"))
PLANS, EXTRAS, GOAL_PLANS, SUBJECTS = (WORDS[name] for name in ("plans", "extras", "goals", "subject"))
NARROWINGS, THINGS, OCCASIONS, DETAILS = (
    WORDS[name] for name in ("narrowings", "things", "occasions", "details")
)
EXPLORING: Final = next(number for number, verb in enumerate(VERBS) if verb[-1] == "explore")
NEWS, STREETS = WORDS["news"]["told"], WORDS["streets"].split()
RESULTS: Final = {Status(name): texts for name, texts in WORDS["results"].items()}
QUARTERS: Final = ("eerste", "tweede", "derde", "vierde")


@dataclass(frozen=True, slots=True)
class Promise:
    """What stays the same of a promise while its words change."""

    subject: int
    what: int
    own: str
    """The facility it is about, where that has a name of its own."""
    verb: int
    who: str
    partner: str
    place: str
    project: str
    means: str
    aim: str
    aspect: str
    narrowing: str
    """What it is narrowed to, where it has no name of its own."""
    detail: str
    """What goes with it."""
    second: str
    """What else goes with it."""
    number: int
    template: int
    extra: int
    beside: int
    """How it is said what goes with it."""
    turn: float
    """Chance's word on what becomes of it in the next budget."""
    other: bool = False
    """Whether it is said in the other of two wordings."""
    due: tuple[int, int] | None = None
    """A year and a quarter."""

    def text(self) -> str:
        """Return the promise as the budget says it."""
        words = self.words()
        told = [
            PLANS[self.template].format(**words) + self._until(),
            DETAILS[self.beside].format(**words),
            EXTRAS[self.extra].format(**words),
        ]
        return " ".join(map(sentence, filter(None, told)))

    def result(self, template: str, news: str) -> str:
        """Return what a report says of it, with what happened that year."""
        return f"{sentence(template.format(**self.words()))} {sentence(news)}"

    def words(self) -> dict[str, str]:
        """Return the words that its texts are made of."""
        told = SUBJECTS[self.subject]["what"][self.what].split(" | ")[self.other]
        what = self.own or f"{told} {self.narrowing}"
        verb, object_, done = VERBS[self.verb][3 * self.other :][:3]
        words = {
            "what": what,
            "verb": verb,
            "object": object_.format(what=what),
            "done": done.format(what=what),
            "number": str(self.number),
        } | {name: getattr(self, name) for name in DRAWN}
        return words | {name.capitalize(): capital(words[name]) for name in CAPITALS}

    def _until(self) -> str:
        return f", vóór het {QUARTERS[self.due[1]]} kwartaal van {self.due[0]}" if self.due else ""


DRAWN: Final = ("who", "partner", "place", "project", "means", "aim", "aspect", "detail", "second")
CAPITALS: Final = ("who", "what", "partner", "done", "second")


def sentence(text: str) -> str:
    """Return a text as a sentence."""
    return f"{capital(text)}."


def capital(text: str) -> str:
    """Return a text that begins with a capital."""
    return f"{text[0].upper()}{text[1:]}"
