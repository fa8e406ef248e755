"""The dialogue with a person who decides on links: a key an answer, and every answer on disk at once."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import click

from rodedraad.cli.keys import END, Keyboard
from rodedraad.cli.review_screen import Screen, in_short, told
from rodedraad.dossier.errors import DossierError
from rodedraad.dossier.review import Question, Session
from rodedraad.dossier.review.answers import FEWEST_PARTS
from rodedraad.dossier.review.side import side, sides
from rodedraad.linking.grounds import grounds_of
from rodedraad.model.threads import Pointer
from rodedraad.publishing.dutch import chance as likelihood
from rodedraad.publishing.words import word

MOST_CHOICES = 9
_STOP = {"q", "\x1b", "\x04", END}
_SEARCH = "/"


class Dialogue:
    """Asks until there is nothing left, or until the person stops."""

    def __init__(self, session: Session, screen: Screen, keyboard: Keyboard) -> None:
        self._session, self._screen, self._keyboard = session, screen, keyboard
        self._answers: dict[str, Callable[[Question], str]] = {
            "b": self._confirm,
            "a": self._reject,
            "k": self._choose,
            "s": self._split,
            "o": self._skip,
            "t": self._undo,
        }

    def run(self) -> None:
        """Ask about one link after the other."""
        while question := self._session.current():
            self._show(question)
            if not self._answered(question):
                break
        else:
            click.echo("Er is niets meer te beoordelen in deze keuze.")

    def _show(self, question: Question) -> None:
        link, lookup = question.link, self._session.lookup
        click.echo(f"\n{'─' * self._screen.width}\n{told(self._session.progress)}\n")
        _echo(self._screen.sides(*sides(lookup, link)))
        relation = word("relation", link.relation.value)
        click.echo(f"\nKans dat dit bij elkaar hoort: {likelihood(link.score)} ({relation}). Waarom:")
        _echo(self._screen.grounds(grounds_of(link)))
        others = f" ({len(question.others)})" if question.others else ""
        undo = "  [t] ongedaan maken" if self._session.can_undo else ""
        click.echo(
            f"\n[b] bevestigen  [a] afwijzen  [k] een andere kiezen{others}  [s] splitsen  "
            f"[o] overslaan{undo}  [q] stoppen"
        )

    def _answered(self, question: Question) -> bool:
        """Take keys until one answers the question; return whether to go on."""
        while (key := self._keyboard.key()) not in _STOP:
            answer = self._answers.get(key)
            if answer is None:
                click.echo("Deze toets doet niets. Kies b, a, k, s, o, t of q.")
                continue
            try:
                click.echo(answer(question))
            except DossierError as error:
                click.echo("\n".join(f"Fout: {problem}" for problem in error.problems), err=True)
            return True
        return False

    def _confirm(self, question: Question) -> str:
        self._session.confirm(question)
        return "Bevestigd."

    def _reject(self, question: Question) -> str:
        self._session.reject(question)
        return "Afgewezen."

    def _skip(self, question: Question) -> str:
        self._session.skip(question)
        return "Overgeslagen."

    def _undo(self, _: Question) -> str:
        undone = self._session.undo()
        return "Het laatste antwoord is teruggenomen." if undone else "Er is niets om terug te nemen."

    def _choose(self, question: Question) -> str:
        choices = [one.to for one in question.others]
        while True:
            self._list(choices, {one.to: one.score for one in question.others})
            click.echo("Welke is het? Kies een nummer, / om te zoeken, of een andere toets om terug te gaan.")
            key = self._keyboard.key()
            if key == _SEARCH:
                choices = self._searched(question, self._keyboard.line("Zoek: "))
            elif (chosen := _picked(choices, key)) is not None:
                self._session.choose(question, chosen)
                return "Een andere bevestigd; wat was voorgesteld is afgewezen."
            else:
                return "Niets besloten."

    def _split(self, question: Question) -> str:
        choices = [question.link.to, *(one.to for one in question.others)]
        while True:
            self._list(choices, {one.to: one.score for one in (question.link, *question.others)})
            line = self._keyboard.line(
                "Welke nummers horen bij deze belofte, bijvoorbeeld 1 3? /woord zoekt; leeg gaat terug: "
            )
            if line.startswith(_SEARCH):
                more = self._searched(question, line.removeprefix(_SEARCH))
                choices = list(dict.fromkeys([*choices, *more]))
                continue
            picked = [_picked(choices, part) for part in line.replace(",", " ").split()]
            parts = list(dict.fromkeys(one for one in picked if one is not None))
            if len(parts) < FEWEST_PARTS or None in picked:
                return "Niets besloten: noem twee of meer nummers uit de lijst."
            self._session.split(question, parts)
            return f"Gesplitst: {len(parts)} verbanden bevestigd."

    def _searched(self, question: Question, words: str) -> list[Pointer]:
        return list(self._session.found(question, words))

    def _list(self, choices: Iterable[Pointer], scores: dict[Pointer, float]) -> None:
        _echo(self._lines(choices, scores))

    def _lines(self, choices: Iterable[Pointer], scores: dict[Pointer, float]) -> Iterator[str]:
        lookup, place = self._session.lookup, 0
        for place, one in enumerate(choices, start=1):
            chance = f"({likelihood(scores[one])}) " if one in scores else ""
            yield in_short(place, side(lookup, one), chance)
        if not place:
            yield "  Niets gevonden in dit document."


def _picked(choices: list[Pointer], number: str) -> Pointer | None:
    if not number.isdecimal() or not int(number):
        return None
    return next(islice(choices, int(number) - 1, None), None)


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
