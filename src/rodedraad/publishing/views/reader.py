"""Reads the elements of one document as the lines of its page."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import is_promise
from rodedraad.publishing.outcome import UNANSWERED, Fate
from rodedraad.publishing.shown import period
from rodedraad.publishing.tally import has_outcome
from rodedraad.publishing.views.common import (
    Pages,
    StatusView,
    place_of_element,
    references,
    status_of,
    text_of,
)
from rodedraad.publishing.views.findings import FindingView, finding_view
from rodedraad.publishing.views.lines import Answer, Line
from rodedraad.publishing.views.outline import HEADED, heading_of, home_heading, level_of
from rodedraad.publishing.words import word


class Reader:
    """Turns the elements of one document into lines."""

    def __init__(self, pages: Pages, document: Document) -> None:
        self._pages, self._lookup, self._document = pages, pages.lookup, document

    @cached_property
    def findings(self) -> dict[str | None, tuple[FindingView, ...]]:
        """The findings by the programme or theme they stand under; None for those under neither."""
        places: dict[str | None, tuple[FindingView, ...]] = {}
        for one in self._lookup.findings.get(self._document.id, ()):
            at = one.subject.element
            home = home_heading(self._lookup, self._pointer(at)) if at else None
            places[home] = (*places.get(home, ()), finding_view(self._lookup, one))
        return places

    def lines(self) -> Iterator[Line]:
        """Yield all lines in reading order; a result stands beside the first promise it answers."""
        for element in self._document.elements:
            if element.kind in HEADED:
                yield self._heading(element)
            elif is_promise(element):
                yield self._promise(element)
            elif self._home(element) is None:
                yield self._text(element)

    def _pointer(self, element: str) -> Pointer:
        return Pointer(document=self._document.id, element=element)

    def _home(self, element: Element) -> str | None:
        """Return the promise that a result is shown beside, and anchored at; a label has none."""
        if element.kind is Kind.HEADING:
            return None
        return next(
            (one for one in element.answers if is_promise(self._lookup.elements[self._pointer(one)])), None
        )

    def _heading(self, element: Element) -> Line:
        pointer = self._pointer(element.id)
        has_page = element.kind in {Kind.PROGRAMME, Kind.THEME}
        return Line(
            type="heading",
            anchor=addresses.anchor(element.id),
            text=heading_of(element),
            place=place_of_element(self._lookup, pointer),
            kind=word("kind", element.kind.value),
            level=level_of(self._lookup, pointer),
            part=addresses.part(self._document.id, element.id) if has_page else "",
            findings=self.findings.get(element.id, ()),
        )

    def _text(self, element: Element) -> Line:
        spans = element.spans
        return Line(
            type=_type_of(element),
            anchor=addresses.anchor(element.id),
            text=text_of(element),
            place=place_of_element(self._lookup, self._pointer(element.id)),
            kind=word("kind", element.kind.value),
            row=self._lookup.row(self._document.id, spans[0]) if spans else None,
            number=element.number or "",
            status=self._own_status(element),
            threads=self._threads(element),
            refs=references(self._document, element),
        )

    def _own_status(self, element: Element) -> StatusView | None:
        fate = self._pages.fates.said_at([self._pointer(element.id)])
        return status_of(self._lookup, fate) if fate else None

    def _promise(self, element: Element) -> Line:
        pointer = self._pointer(element.id)
        fate, *others = self._pages.fates.all_of(pointer)
        asked = has_outcome(self._lookup, pointer)
        speaks = asked or fate.judgement is not None
        status = status_of(self._lookup, fate) if speaks else None
        return Line(
            type="promise",
            anchor=addresses.anchor(element.id),
            text=text_of(element),
            place=place_of_element(self._lookup, pointer),
            kind=word("kind", element.kind.value),
            number=element.number or "",
            status=status,
            others=tuple(status_of(self._lookup, one) for one in others) if speaks else (),
            here=self._here(pointer, status),
            asked=asked,
            loose=speaks and fate.outcome in UNANSWERED,
            answers=self._answers(pointer, fate),
            deadlines=tuple(period(one.start, one.end) for one in element.deadlines) if asked else (),
            threads=self._threads(element),
            questions=len(self._lookup.findings_of(pointer)),
            refs=references(self._document, element),
        )

    def _here(self, pointer: Pointer, status: StatusView | None) -> StatusView | None:
        """Return the status that this document gives, where a later one says something else."""
        answers = [self._pointer(one.id) for one in self._lookup.answers(pointer)]
        fate = self._pages.fates.said_at([pointer, *answers])
        own = status_of(self._lookup, fate) if fate else None
        return own if own and status and own.key != status.key else None

    def _answers(self, pointer: Pointer, fate: Fate) -> tuple[Answer, ...]:
        own = self._lookup.answers(pointer)
        if own or fate.at is None or fate.at.document == pointer.document:
            return tuple(self._answer(pointer, pointer.document, one) for one in own)
        said = self._lookup.elements[fate.at]
        elsewhere = (said,) if said.phase is Phase.ACTUAL else self._lookup.answers(fate.at)
        return tuple(self._answer(pointer, fate.at.document, one) for one in elsewhere)

    def _answer(self, promise: Pointer, document: str, element: Element) -> Answer:
        here = document == promise.document
        return Answer(
            anchor=addresses.anchor(element.id) if here and self._home(element) == promise.element else "",
            text=text_of(element),
            place=place_of_element(self._lookup, Pointer(document=document, element=element.id)),
            document="" if here else self._lookup.document(document).title,
            refs=references(self._lookup.document(document), element),
        )

    def _threads(self, element: Element) -> tuple[str, ...]:
        return tuple(addresses.thread(one.id) for one in self._lookup.threads_of(self._pointer(element.id)))


def _type_of(element: Element) -> Literal["label", "result", "text"]:
    if element.kind in {Kind.HEADING, Kind.DOCUMENT}:
        return "label"
    return "result" if element.phase is Phase.ACTUAL else "text"
