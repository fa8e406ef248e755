"""The pages on which a person decides on links: what they show, as HTML."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from jinja2 import ChoiceLoader, Environment, PackageLoader
from msgspec import Struct

from rodedraad.cli.review_screen import told
from rodedraad.dossier.review import Question, Session
from rodedraad.dossier.review.side import Side, side, sides
from rodedraad.model.threads import Pointer
from rodedraad.publishing.dutch import chance, counted
from rodedraad.publishing.render import environment, shared_by_pages, site_of
from rodedraad.publishing.views.waterfall import waterfall
from rodedraad.publishing.words import word

HOME: Final = "besluiten/index.html"
ABOUT: Final = "Verbanden tussen documenten beoordelen, op deze computer."
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'self'"
)
MESSAGES: Final = {
    "bevestigd": "Bevestigd.",
    "afgewezen": "Afgewezen.",
    "gekozen": "Een andere bevestigd; wat was voorgesteld is afgewezen.",
    "gesplitst": "Gesplitst: elk deel is bevestigd.",
    "overgeslagen": "Overgeslagen. In een volgende sessie komt dit verband terug.",
    "teruggenomen": "Het laatste antwoord is teruggenomen.",
    "niets": "Er is niets om terug te nemen.",
    "al-besloten": "Dit verband was al beoordeeld. Er is niets veranderd.",
    "te-weinig": "Niets besloten: kies voor splitsen twee of meer delen.",
}


class Choice(Struct, frozen=True, kw_only=True):
    """An element that may be chosen."""

    side: Side
    key: str
    chance: str
    picked: bool


class ReviewPages:
    """The pages of a session; every form bears the token."""

    def __init__(self, session: Session, token: str) -> None:
        self._session, self._token = session, token
        self._site = site_of(session.lookup)

    def question(self, message: str = "") -> bytes:
        """Return the page with the next question, or with what was done when there is none."""
        asked = self._session.current()
        if asked is None:
            return self._render("done.html", message=message)
        earlier, later = sides(self._session.lookup, asked.link)
        return self._render(
            "review.html",
            message=message,
            sides=(("Eerder", earlier), ("Later", later)),
            ends=ends_of(asked),
            chance=chance(asked.link.score),
            relation=word("relation", asked.link.relation.value),
            waterfall=waterfall(asked.link),
            others=len(asked.others),
        )

    def choice(
        self,
        question: Question,
        *,
        several: bool,
        query: str = "",
        picked: Sequence[Pointer] = (),
        message: str = "",
    ) -> bytes:
        """Return the page on which another element is chosen, or several."""
        found = self._session.found(question, query)
        scores = {one.to: one.score for one in (question.link, *question.others)}
        offered = scores if several else [one for one in scores if one != question.link.to]
        shown = dict.fromkeys([*found, *picked, *offered])
        lookup = self._session.lookup
        return self._render(
            "choose.html",
            message=message,
            several=several,
            query=query,
            found=len(found) if query else None,
            promise=side(lookup, question.link.from_),
            document=lookup.document(question.link.to.document).title,
            ends=ends_of(question),
            choices=tuple(
                Choice(
                    side=side(lookup, one),
                    key=one.element,
                    chance=chance(scores[one]) if one in scores else "",
                    picked=one in picked or (several and not query and one == question.link.to),
                )
                for one in shown
            ),
        )

    def trouble(self, lines: Iterable[str]) -> bytes:
        """Return the page that says what is wrong with the file of decisions."""
        return self._plain("trouble.html", lines=tuple(lines))

    def _render(self, template: str, **view: object) -> bytes:
        session = self._session
        progress = session.progress
        return self._plain(
            template,
            token=self._token,
            told=told(progress),
            left=counted(progress.left, "verband", "verbanden"),
            progress=progress,
            can_undo=session.can_undo,
            **view,
        )

    def _plain(self, template: str, **view: object) -> bytes:
        made = templates().get_template(template)
        shared = shared_by_pages(HOME, self._site, ABOUT)
        return made.render(**shared, policy=POLICY, **view).encode()


@cache
def templates() -> Environment:
    """Return the templates of these pages, over those of the site."""
    own, site = PackageLoader("rodedraad.cli"), PackageLoader("rodedraad.publishing")
    return environment().overlay(loader=ChoiceLoader([own, site]))


def ends_of(question: Question) -> tuple[str, str]:
    """Return the two elements of a question as a form says them."""
    return name_of(question.link.from_), name_of(question.link.to)


def name_of(pointer: Pointer) -> str:
    """Return an element as a form says it."""
    return f"{pointer.document}/{pointer.element}"


def pointer_of(name: str) -> Pointer:
    """Return the element that a form says."""
    document, _, element = name.partition("/")
    return Pointer(document=document, element=element)
