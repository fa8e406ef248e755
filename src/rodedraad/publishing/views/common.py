"""The small things that every page shows: places, quotes, statuses, promises in one line."""

import re
from itertools import takewhile
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.document import Document, Element, Reference, Source, Span
from rodedraad.model.findings import Finding
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer, Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.language.spoken import say, shared
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.outcome import Fate, Fates
from rodedraad.publishing.questions import Questions
from rodedraad.publishing.remits import Remits
from rodedraad.publishing.reports import reports
from rodedraad.publishing.tally import Tallies
from rodedraad.publishing.words import word, words

FEW_WORDS: Final = 60
SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
BULLETS: Final = " \t\xa0•-–*"
CELL: Final = " | "
_FIGURES: Final = frozenset({Kind.COST, Kind.INDICATOR})
FIGURE: Final = re.compile(r"[-−–+]?[€\s]*[-−–+]?[\d.,]+\s*%?|[a-z](\.[a-z]){1,3}\.?")


class Place(Struct, frozen=True, kw_only=True):
    """A link to the line of a source text, with the words that name it."""

    href: str
    label: str


class QuoteView(Struct, frozen=True, kw_only=True):
    """Words of a document and where they stand; a few words come with the sentence around them.

    `meaning` is what the document itself says that a sign means.
    """

    before: str = ""
    text: str
    after: str = ""
    meaning: str = ""
    place: Place


class StatusView(Struct, frozen=True, kw_only=True):
    """An outcome in a word, with the words it rests on, their document and how it was established."""

    key: str
    word: str
    by: str = ""
    quotes: tuple[QuoteView, ...] = ()
    note: str = ""
    document: str = ""


class PromiseLine(Struct, frozen=True, kw_only=True):
    """A promise in one line of a list; `confirmed` by a person, `replies` of the municipality to findings."""

    text: str
    href: str
    status: StatusView
    document: str
    place: Place | None
    kind: str
    confirmed: bool = False
    replies: tuple[Finding, ...] = ()


class Link(Struct, frozen=True, kw_only=True):
    """Words that lead somewhere."""

    text: str
    href: str


class Pages:
    """What the view functions share: the records, the fate of each promise, the balances, the programmes."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.fates = Fates(lookup)
        self.remits = Remits(lookup)
        self.questions = Questions(lookup)
        self.tallies = Tallies(lookup, self.fates, self.remits)
        self.reports = grouped(reports(lookup), lambda one: one.area)


def place_of(lookup: Lookup, document: str, span: Span) -> Place:
    """Return the place of a span in the source as read."""
    title = lookup.document(document).title
    return Place(
        href=shared(addresses.place(document, span.source, span.start)),
        label=say("{document}, regel {line}", document=title, line=lookup.line(document, span)),
    )


def place_of_element(lookup: Lookup, pointer: Pointer) -> Place | None:
    """Return the place of an element, if its text stands in a source."""
    spans = lookup.elements[pointer].spans
    return place_of(lookup, pointer.document, spans[0]) if spans else None


def quote(lookup: Lookup, document: str, span: Span) -> QuoteView:
    """Return the words under a span, with their place."""
    before, after = sentence_around(lookup.build.texts[document][span.source].text, span.start, span.end)
    return QuoteView(
        before=before, text=lookup.words(document, span), after=after, place=place_of(lookup, document, span)
    )


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a few words in their sentence; nothing for more than a few."""
    if end - start > FEW_WORDS:
        return "", ""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    before = SENTENCE_END.split(text[left:start])[-1]
    after = SENTENCE_END.split(text[end : right if right >= 0 else len(text)])[0]
    return before.lstrip(BULLETS), after.rstrip()


def status_of(lookup: Lookup, fate: Fate) -> StatusView:
    """Return a fate as a reader sees it."""
    return StatusView(
        key=fate.outcome.value,
        word=status_words(lookup, fate),
        by=_ground(fate),
        quotes=_quotes(lookup, fate),
        note=(fate.judgement.reason or "")
        if fate.judgement
        else words("outcome")[fate.outcome.value].explanation,
        document=lookup.document(fate.at.document).title if fate.judgement and fate.at else "",
    )


def status_words(lookup: Lookup, fate: Fate) -> str:
    """Return the word for an outcome; what was not found again names where was looked."""
    plain = word("outcome", fate.outcome.value)
    if not fate.searched:
        return plain
    titles = ", ".join(lookup.document(one).title for one in fate.searched)
    return say("{outcome} in {documents}", outcome=plain, documents=titles)


def _ground(fate: Fate) -> str:
    if fate.judgement is None:
        return say("volgens onze lezing")
    role = f" ({fate.judgement.role})" if fate.judgement.role else ""
    return word("by", fate.judgement.by.value) + role


def _quotes(lookup: Lookup, fate: Fate) -> tuple[QuoteView, ...]:
    if fate.judgement is None or fate.at is None:
        return ()
    document = fate.at.document
    quotes = (quote(lookup, document, span) for span in fate.judgement.evidence)
    return tuple(replace(one, meaning=_meaning(lookup, document, one.text)) for one in quotes)


def _meaning(lookup: Lookup, document: str, sign: str) -> str:
    """Return what the legend of a document says of a sign; nothing where the sign says it itself."""
    legend = lookup.document(document).legend
    found = next((one.words for one in legend if one.symbol.casefold() == sign.strip().casefold()), "")
    return "" if found.casefold() == sign.strip().casefold() else found


def home_of(lookup: Lookup, pointer: Pointer) -> str:
    """Return the address where a reader finds all about an element: its thread, else its line."""
    threads = lookup.threads_of(pointer)
    return addresses.thread(threads[0].id) if threads else addresses.line(pointer.document, pointer.element)


def promise_line(pages: Pages, pointer: Pointer, fate: Fate | None = None) -> PromiseLine:
    """Return a promise as one line of a list."""
    lookup = pages.lookup
    element = lookup.elements[pointer]
    return PromiseLine(
        text=text_of(element),
        href=home_of(lookup, pointer),
        status=status_of(lookup, fate or pages.fates.of(pointer)),
        document=lookup.document(pointer.document).title,
        place=place_of_element(lookup, pointer),
        kind=word("kind", element.kind.value),
        confirmed=pages.fates.is_confirmed_at(pointer),
        replies=tuple(one for one in lookup.findings_of(pointer) if one.reply),
    )


def text_of(element: Element) -> str:
    """Return the text of an element, never empty; of figures alone with the name of their row before it."""
    if element.kind in _FIGURES and element.label and not any(map(str.isalpha, element.text)):
        return f"{element.label}{CELL}{element.text}"
    return element.text.strip() or element.label or word("kind", element.kind.value)


def document_words(document: Document) -> str:
    """Return kind and year of a document in words."""
    return f"{word('document-kind', document.kind.value)} {document.year}"


def title_of(lookup: Lookup, thread: Thread) -> str:
    """Return the title of a thread, never empty: in full where it was cut, of a table row only its name."""
    title = thread.title.strip()
    texts = [" ".join(text_of(lookup.elements[one]).split()) for one in thread.members]
    start = title.removesuffix("…")
    if start != title:
        title = next((_from(text, start) for text in texts if start in text), title)
    return row_name(title) or thread.id


def _from(text: str, start: str) -> str:
    """Return a text from where `start` stands in it, to the end of the sentence."""
    whole = text[text.index(start) :]
    end = SENTENCE_END.search(whole, len(start))
    return (whole[: end.start()] if end else whole).rstrip(" .;:,")


def row_name(text: str) -> str:
    """Return the cells of a table row up to the first figure; any other text as it is."""
    cells = text.split(CELL)
    named = list(takewhile(lambda cell: not FIGURE.fullmatch(cell.strip()), cells))
    return ", ".join(cell.strip() for cell in named) or text


def file_name(path: str) -> str:
    """Return the last part of a path, which is how a reader knows a file."""
    return path.rpartition("/")[2] or path


def source_name(source: Source) -> str:
    """Return how a reader knows a source: the page by its title, any other file by its name."""
    return source.trail[-1] if source.trail else file_name(source.name)


def references(document: Document, element: Element) -> tuple[Link, ...]:
    """Return where in its document an element refers to."""
    return tuple(
        Link(text=one.name, href=_reached(document, one))
        for one in element.refs
        if one.element is not None or one.source is not None
    )


def _reached(document: Document, reference: Reference) -> str:
    if reference.element is not None:
        return addresses.line(document.id, reference.element)
    return shared(addresses.source(document.id, reference.source or 0))
