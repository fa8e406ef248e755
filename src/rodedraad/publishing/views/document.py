"""The page of a document: its promises and results in reading order."""

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import day, period
from rodedraad.publishing.lookup import is_promise
from rodedraad.publishing.outcome import LATE, UNANSWERED, Fate
from rodedraad.publishing.tally import counts
from rodedraad.publishing.views.balance import BalanceView, balance_view
from rodedraad.publishing.views.common import (
    Link,
    Pages,
    Place,
    StatusView,
    document_words,
    place_of_element,
    status_of,
    text_of,
)
from rodedraad.publishing.views.findings import FindingView, finding_view
from rodedraad.publishing.views.outline import HEADED, Entry, contents, home_heading, level_of
from rodedraad.publishing.words import word

SELECTIONS: Final = {
    "": "alles",
    "te-laat": "alleen te laat",
    "zonder-antwoord": "alleen zonder antwoord",
}
WANTED: Final = {"te-laat": LATE, "zonder-antwoord": UNANSWERED}


class Answer(Struct, frozen=True, kw_only=True):
    """A result, and the document it stands in where that is another one."""

    anchor: str
    text: str
    place: Place | None
    document: str


class Line(Struct, frozen=True, kw_only=True):
    """One line of the page: a heading, a label, a text, or a promise with its results."""

    type: Literal["heading", "label", "text", "promise", "result"]
    anchor: str
    text: str
    place: Place | None
    kind: str
    number: str = ""
    level: int = 0
    part: str = ""
    findings: tuple[FindingView, ...] = ()
    status: StatusView | None = None
    answers: tuple[Answer, ...] = ()
    deadlines: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()
    questions: int = 0


class Selection(Struct, frozen=True, kw_only=True):
    """A choice of lines, with the page that shows it."""

    words: str
    href: str
    current: bool
    count: int


class DocumentPage(Struct, frozen=True, kw_only=True):
    """A document as shown."""

    title: str
    organisation: str
    kind: str
    adopted: str
    selections: tuple[Selection, ...]
    balance: BalanceView
    contents: tuple[Entry, ...]
    findings: tuple[FindingView, ...]
    lines: tuple[Line, ...]
    sources: tuple[Link, ...]
    selected: bool


class Reader:
    """Turns the elements of one document into lines."""

    def __init__(self, pages: Pages, document: Document) -> None:
        self.pages, self.lookup, self.document = pages, pages.lookup, document
        self._findings = self._findings_by_heading()

    def page(self, selection: str = "") -> DocumentPage:
        """Return the page, whole or with only the lines of a selection."""
        document = self.document
        lines = self.lines
        address = addresses.document(document.id, selection)
        chosen = choose(lines, selection)
        shown = {line.anchor for line in chosen}
        return DocumentPage(
            title=document.title,
            organisation=document.organisation.name,
            kind=document_words(document),
            adopted=day(document.adopted),
            selections=tuple(self._selection(key, selection) for key in SELECTIONS),
            balance=balance_view(self.pages, document),
            contents=tuple(
                one for one in contents(self.lookup, document, page=address) if one.href.rpartition("#")[2] in shown
            ),
            findings=self._findings.get(None, ()),
            lines=chosen,
            sources=tuple(
                Link(text=source.name, href=addresses.source(document.id, number))
                for number, source in enumerate(document.sources)
            ),
            selected=bool(selection),
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in reading order."""
        return tuple(line for one in self.document.elements for line in self._lines_of(one))

    def _selection(self, key: str, current: str) -> Selection:
        fates = [self.pages.fates.of(self._at(one)) for one in self.document.elements if is_promise(one)]
        wanted = WANTED.get(key)
        return Selection(
            words=SELECTIONS[key],
            href=addresses.document(self.document.id, key),
            current=key == current,
            count=sum(wanted is None or fate.outcome in wanted for fate in fates),
        )

    def _pointer(self, element: str) -> Pointer:
        return Pointer(document=self.document.id, element=element)

    def _at(self, element: Element) -> Pointer:
        return self._pointer(element.id)

    def _lines_of(self, element: Element) -> Iterable[Line]:
        if element.kind in HEADED:
            yield self._heading(element)
        elif is_promise(element):
            yield self._promise(element)
        elif self._home(element) is None:
            yield self._text(element)

    def _home(self, element: Element) -> str | None:
        """Return the promise that a result is shown beside, and anchored at."""
        promises = (one for one in element.answers if is_promise(self.lookup.elements[self._pointer(one)]))
        return next(promises, None)

    def _heading(self, element: Element) -> Line:
        has_page = element.kind in {Kind.PROGRAMME, Kind.THEME}
        return Line(
            type="heading",
            anchor=addresses.anchor(element.id),
            text=text_of(element),
            place=place_of_element(self.lookup, self._at(element)),
            kind=word("kind", element.kind.value),
            level=level_of(self.lookup, self._at(element)),
            part=addresses.part(self.document.id, element.id) if has_page else "",
            findings=self._findings.get(element.id, ()),
        )

    def _text(self, element: Element) -> Line:
        return Line(
            type=_type_of(element),
            anchor=addresses.anchor(element.id),
            text=text_of(element),
            place=place_of_element(self.lookup, self._at(element)),
            kind=word("kind", element.kind.value),
            number=element.number or "",
            status=self._own_status(element),
            threads=self._threads(element),
        )

    def _own_status(self, element: Element) -> StatusView | None:
        fate = self.pages.fates.said_at(self._at(element)) if element.phase is Phase.ACTUAL else None
        return status_of(self.lookup, fate) if fate else None

    def _promise(self, element: Element) -> Line:
        pointer = self._at(element)
        fate = self.pages.fates.of(pointer)
        speaks = counts(self.lookup, pointer) or fate.judgement is not None
        return Line(
            type="promise",
            anchor=addresses.anchor(element.id),
            text=text_of(element),
            place=place_of_element(self.lookup, pointer),
            kind=word("kind", element.kind.value),
            number=element.number or "",
            status=status_of(self.lookup, fate) if speaks else None,
            answers=self._answers(pointer, fate),
            deadlines=tuple(period(one.start, one.end) for one in element.deadlines),
            threads=self._threads(element),
            questions=len(self.lookup.findings_of(pointer)),
        )

    def _answers(self, pointer: Pointer, fate: Fate) -> tuple[Answer, ...]:
        own = self.lookup.answers(pointer)
        if own or fate.at is None or fate.at.document == pointer.document:
            return tuple(self._answer(pointer, pointer.document, one) for one in own)
        said = self.lookup.elements[fate.at]
        elsewhere = (said,) if said.phase is Phase.ACTUAL else self.lookup.answers(fate.at)
        return tuple(self._answer(pointer, fate.at.document, one) for one in elsewhere)

    def _answer(self, promise: Pointer, document: str, element: Element) -> Answer:
        here = document == promise.document
        return Answer(
            anchor=addresses.anchor(element.id) if here and self._home(element) == promise.element else "",
            text=text_of(element),
            place=place_of_element(self.lookup, Pointer(document=document, element=element.id)),
            document="" if here else self.lookup.document(document).title,
        )

    def _threads(self, element: Element) -> tuple[str, ...]:
        return tuple(addresses.thread(one.id) for one in self.lookup.threads_of(self._at(element)))

    def _findings_by_heading(self) -> dict[str | None, tuple[FindingView, ...]]:
        places: dict[str | None, tuple[FindingView, ...]] = {}
        for one in self.lookup.findings.get(self.document.id, ()):
            at = one.subject.element
            home = home_heading(self.lookup, Pointer(document=self.document.id, element=at)) if at else None
            places[home] = (*places.get(home, ()), finding_view(self.lookup, one))
        return places


def _type_of(element: Element) -> Literal["label", "result", "text"]:
    if element.kind in {Kind.HEADING, Kind.DOCUMENT}:
        return "label"
    return "result" if element.phase is Phase.ACTUAL else "text"


def choose(lines: tuple[Line, ...], selection: str) -> tuple[Line, ...]:
    """Return the promises of a selection with the headings they stand under; all lines without one."""
    if not selection:
        return lines
    kept: list[Line] = []
    for line in lines:
        if line.type == "heading":
            _drop_empty(kept, line.level)
            kept.append(line)
        elif line.type == "promise" and line.status and line.status.key in WANTED[selection]:
            kept.append(line)
    _drop_empty(kept, 0)
    return tuple(kept)


def _drop_empty(kept: list[Line], level: int) -> None:
    """Drop the headings at the end that nothing stands under, down to a level."""
    while kept and kept[-1].type == "heading" and kept[-1].level >= level:
        kept.pop()
