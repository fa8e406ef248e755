"""The page of a source: the text as it was read, line by line, and what was made of each line."""

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from rodedraad.model.document import Document, Element, SetAside, Span
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import stamp
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import Link, file_name, references, source_name
from rodedraad.publishing.words import word


class Piece(Struct, frozen=True, kw_only=True):
    """A stretch of a line; `anchor` where something points at its start."""

    text: str
    anchor: str


class Note(Struct, frozen=True, kw_only=True):
    """What was made of a line: the kind and side of an element, and where it leads."""

    text: str
    phase: str
    document: str
    thread: str
    refs: tuple[Link, ...] = ()


class SourceLine(Struct, frozen=True, kw_only=True):
    """One line of a source; `set_aside` says why words on the line are no content."""

    number: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    set_aside: str


class SourcePage(Struct, frozen=True, kw_only=True):
    """A source as shown."""

    title: str
    organisation: str
    document: Link
    name: str
    sha256: str
    exported: str
    others: tuple[Link, ...]
    lines: tuple[SourceLine, ...]


def source_page(lookup: Lookup, document: Document, number: int) -> SourcePage:
    """Return what the page of a source shows."""
    source = document.sources[number]
    exported = source.exported_at or source.built_at
    return SourcePage(
        title=f"Bron van {document.title}",
        organisation=document.organisation.name,
        document=Link(text=document.title, href=addresses.document(document.id)),
        name=file_name(source.name),
        sha256=source.sha256,
        exported=stamp(exported) if exported else "",
        others=tuple(
            Link(text=source_name(other), href=addresses.source(document.id, position))
            for position, other in enumerate(document.sources)
            if position != number
        ),
        lines=tuple(_lines(lookup, document, number)),
    )


def _lines(lookup: Lookup, document: Document, number: int) -> Iterator[SourceLine]:
    text = lookup.build.texts[document.id][number].text
    notes = _notes_by_line(lookup, document, number)
    asides = _asides_by_line(lookup, document, number)
    starts = lookup.line_starts(document.id, number)
    places = sorted({min(start, len(text)) for start in places_in(lookup, document, number)})
    for at, (start, end) in enumerate(zip(starts, (*starts[1:], len(text) + 1), strict=True)):
        if start == len(text) and start not in places:
            continue
        yield SourceLine(
            number=at + 1,
            pieces=tuple(_pieces(text, start, end, places)),
            notes=notes.get(at, ()),
            set_aside=asides.get(at, ""),
        )


def _pieces(text: str, start: int, end: int, places: list[int]) -> Iterator[Piece]:
    here = places[bisect_left(places, start) : bisect_left(places, end)]
    ends = [*here, end - 1]
    if ends[0] > start:
        yield Piece(text=text[start : ends[0]], anchor="")
    for left, right in zip(here, ends[1:], strict=True):
        yield Piece(text=text[left:right], anchor=addresses.place_anchor(left))


def places_in(lookup: Lookup, document: Document, number: int) -> set[int]:
    """Return every place in a source that a page may point at."""
    spans = [span for element in document.elements for span in spans_of(element)]
    spans += [
        quote.span
        for finding in lookup.build.findings.findings
        for quote in finding.evidence
        if quote.document == document.id
    ]
    return {span.start for span in spans if span.source == number}


def spans_of(element: Element) -> Iterator[Span]:
    """Yield every span that an element or a facet of it points at."""
    yield from element.spans
    yield from element.status.evidence if element.status else ()
    for aspect in element.aspects:
        yield from aspect.evidence
    yield from (one.evidence for one in element.deadlines)
    yield from (one.evidence for one in element.refs)
    yield from (one.evidence for one in element.amounts if one.evidence)
    yield from (one.evidence for one in element.values if one.evidence)


def _notes_by_line(lookup: Lookup, document: Document, number: int) -> dict[int, tuple[Note, ...]]:
    notes: dict[int, tuple[Note, ...]] = {}
    for element in document.elements:
        for span in element.spans:
            if span.source == number:
                at = lookup.line(document.id, span) - 1
                notes[at] = (*notes.get(at, ()), _note(lookup, document, element))
    return notes


def _note(lookup: Lookup, document: Document, element: Element) -> Note:
    pointer = Pointer(document=document.id, element=element.id)
    threads = lookup.threads_of(pointer)
    return Note(
        text=word("kind", element.kind.value),
        phase=word("phase", element.phase.value) if element.phase else "",
        document=addresses.line(document.id, element.id),
        thread=addresses.thread(threads[0].id) if threads else "",
        refs=references(document, element),
    )


def _asides_by_line(lookup: Lookup, document: Document, number: int) -> dict[int, str]:
    """Return why each line with words that are set aside is so, for all the lines they run over.

    A bullet before an element is set aside too, but says nothing a reader would miss.
    """
    text = lookup.build.texts[document.id][number].text
    return {
        line: aside.why
        for aside in document.set_aside
        if aside.source == number and any(map(str.isalnum, text[aside.start : aside.end]))
        for line in _lines_under(lookup, document, aside)
    }


def _lines_under(lookup: Lookup, document: Document, aside: SetAside) -> range:
    first = lookup.line(document.id, Span(source=aside.source, start=aside.start, end=aside.end))
    last_start = max(aside.start, aside.end - 1)
    last = lookup.line(document.id, Span(source=aside.source, start=last_start, end=aside.end))
    return range(first - 1, last)
