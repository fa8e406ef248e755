"""What a form on a page for deciding asks for, done in the session."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Final

from rodedraad.cli.review_page import ReviewPages, pointer_of
from rodedraad.dossier.review import Question, Session
from rodedraad.dossier.review.answers import FEWEST_PARTS
from rodedraad.model.threads import Pointer

Fields = Mapping[str, Sequence[str]]

TOO_FEW: Final = "te-weinig"
SETTLED: Final = "al-besloten"


class Desk:
    """One session with its pages; whoever holds the lock is served."""

    def __init__(self, session: Session) -> None:
        self.lock = Lock()
        self.token = secrets.token_urlsafe(32)
        self.pages = ReviewPages(session, self.token)
        self._session = session
        self._answers: dict[str, Callable[[Question, Fields], str]] = {
            "bevestig": self._confirm,
            "wijs-af": self._reject,
            "sla-over": self._skip,
            "kies": self._choose,
            "splits": self._split,
        }

    def is_ours(self, fields: Fields) -> bool:
        """Tell whether a form comes from one of our own pages."""
        return secrets.compare_digest(first(fields, "sleutel").encode(), self.token.encode())

    def answer(self, fields: Fields) -> str:
        """Do what a form asks, and return the name of the message that tells what was done.

        Raises:
            DossierError: it cannot be written; nothing changed.
        """
        action, question = first(fields, "actie"), self.asked(fields)
        if action == "ongedaan":
            return "teruggenomen" if self._session.undo() else "niets"
        if question is None or action not in self._answers:
            return SETTLED
        return self._answers[action](question, fields)

    def asked(self, fields: Fields) -> Question | None:
        """Return the question that a form or an address is about, if it is still open."""
        return self._session.question(*(pointer_of(first(fields, name)) for name in ("van", "naar")))

    def choice(self, question: Question, fields: Fields, message: str = "") -> bytes:
        """Return the page to choose on, with what was searched for and picked before."""
        several = bool(first(fields, "deel"))
        picked = self._picked(question, fields) if several else []
        return self.pages.choice(
            question, several=several, query=first(fields, "q"), picked=picked, message=message
        )

    def _confirm(self, question: Question, _: Fields) -> str:
        self._session.confirm(question)
        return "bevestigd"

    def _reject(self, question: Question, _: Fields) -> str:
        self._session.reject(question)
        return "afgewezen"

    def _skip(self, question: Question, _: Fields) -> str:
        self._session.skip(question)
        return "overgeslagen"

    def _choose(self, question: Question, fields: Fields) -> str:
        chosen = self._picked(question, fields)
        if len(chosen) != 1:
            return SETTLED
        self._session.choose(question, chosen[0])
        return "gekozen"

    def _split(self, question: Question, fields: Fields) -> str:
        parts = self._picked(question, fields)
        if len(parts) < FEWEST_PARTS:
            return TOO_FEW
        self._session.split(question, parts)
        return "gesplitst"

    def _picked(self, question: Question, fields: Fields) -> list[Pointer]:
        """Return the elements that were picked in a form; what cannot be linked to is left out."""
        found = (self._session.linkable(question, one) for one in fields.get("keuze", ()))
        return list(dict.fromkeys(one for one in found if one))


def first(fields: Fields, name: str) -> str:
    """Return the first value of a field, or nothing."""
    return next(iter(fields.get(name, ())), "")
