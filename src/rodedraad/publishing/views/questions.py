"""The pages with questions to ask: one sheet for an organisation, a programme or a portfolio."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from rodedraad.model.findings import Finding
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import grouped
from rodedraad.publishing.questions import Question
from rodedraad.publishing.remits import Remit
from rodedraad.publishing.views.common import (
    Link,
    Pages,
    Place,
    QuoteView,
    home_of,
    place_of_element,
    quote,
    text_of,
    title_of,
)
from rodedraad.publishing.views.findings import FindingView, finding_view

MOST_QUOTES = 2


class QuestionView(Struct, frozen=True, kw_only=True):
    """A question, what it is about in the document's own words, why it is asked, and what rests on it."""

    question: str
    reason: str
    about: str
    document: str
    place: Place | None
    quotes: tuple[QuoteView, ...]
    thread: Link
    finding: FindingView


class QuestionSheet(Struct, frozen=True, kw_only=True):
    """One printable page: whom it is for, and at most five questions."""

    address: str
    title: str
    sort: str
    organisation: str
    remit: str
    questions: tuple[QuestionView, ...]


class SheetLink(Struct, frozen=True, kw_only=True):
    """A sheet in the list of all, with how many questions are on it."""

    text: str
    href: str
    count: int


class SheetGroup(Struct, frozen=True, kw_only=True):
    """The sheets of an organisation: as a whole, by programme and by portfolio."""

    organisation: str
    whole: SheetLink
    programmes: tuple[SheetLink, ...]
    portfolios: tuple[SheetLink, ...]


def question_sheets(pages: Pages) -> Iterator[QuestionSheet]:
    """Yield the sheet of every organisation, programme and portfolio."""
    for code, documents in grouped(pages.lookup.build.documents, lambda one: one.organisation.code).items():
        name = documents[0].organisation.name
        chosen = pages.questions.about(pages.lookup.elements_of(documents))
        yield _sheet(pages, code, ("", name, name), chosen)
    for remit in pages.remits.all:
        yield remit_sheet(pages, remit)


def remit_sheet(pages: Pages, remit: Remit) -> QuestionSheet:
    """Return the sheet of a programme or portfolio."""
    named = remit.sort, remit.name, remit.organisation
    return _sheet(pages, remit.key, named, pages.questions.about(remit.elements))


def sheet_groups(sheets: tuple[QuestionSheet, ...]) -> tuple[SheetGroup, ...]:
    """Return the sheets by organisation; a programme without questions is left out."""
    return tuple(
        SheetGroup(
            organisation=name,
            whole=next(_link(one) for one in own if not one.sort),
            programmes=tuple(_link(one) for one in own if one.sort == "programma" and one.questions),
            portfolios=tuple(_link(one) for one in own if one.sort == "portefeuille" and one.questions),
        )
        for name, own in grouped(sheets, lambda one: one.organisation).items()
    )


def _link(sheet: QuestionSheet) -> SheetLink:
    return SheetLink(text=sheet.title, href=sheet.address, count=len(sheet.questions))


def _sheet(
    pages: Pages, key: str, named: tuple[str, str, str], questions: tuple[Question, ...]
) -> QuestionSheet:
    sort, title, organisation = named
    return QuestionSheet(
        address=addresses.questions(key),
        title=title,
        sort=sort,
        organisation=organisation,
        remit=addresses.remit(key) if sort else "",
        questions=tuple(_view(pages, one) for one in questions),
    )


def _view(pages: Pages, question: Question) -> QuestionView:
    lookup, finding = pages.lookup, question.finding
    at = Pointer(document=finding.subject.document, element=finding.subject.element or "")
    threads = lookup.threads_of(at)
    return QuestionView(
        question=say(question.asking.question),
        reason=say(question.asking.reason),
        about=text_of(lookup.elements[at]),
        document=lookup.document(at.document).title,
        place=place_of_element(lookup, at),
        quotes=tuple(islice(_other_words(pages, at, finding), MOST_QUOTES)),
        thread=Link(text=title_of(lookup, threads[0]) if threads else "", href=home_of(lookup, at)),
        finding=finding_view(lookup, finding),
    )


def _other_words(pages: Pages, at: Pointer, finding: Finding) -> Iterator[QuoteView]:
    """Yield the words that a finding rests on beside the text that it is about."""
    about = " ".join(text_of(pages.lookup.elements[at]).split())
    for one in finding.evidence:
        shown = quote(pages.lookup, one.document, one.span)
        if " ".join(shown.text.split()) not in about:
            yield shown
