"""What can be had as a PDF: a document, a programme or theme of it, a thread."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer, Shift, Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import day, stamp
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.pdf.blocks import blocks_of
from rodedraad.publishing.pdf.records import Body, Cover, FindingList, Input, Print, Story
from rodedraad.publishing.views.balance import BalanceView
from rodedraad.publishing.views.common import Pages, StatusView, document_words, source_name, text_of
from rodedraad.publishing.views.counts import Count
from rodedraad.publishing.views.document import document_pages
from rodedraad.publishing.views.lines import Line
from rodedraad.publishing.views.lists import ShiftRow, shift_row
from rodedraad.publishing.views.part import part_page
from rodedraad.publishing.views.thread import ThreadPage, thread_page
from rodedraad.publishing.words import Word, word, words


def document_print(pages: Pages, document: Document) -> Print:
    """Return a whole document as a PDF shows it."""
    lookup = pages.lookup
    page = document_pages(pages, document)[""]
    about = FindingList(level=1, about="", findings=page.findings)
    return Print(
        language=document.language,
        cover=_cover(
            lookup,
            (document,),
            title=document.title,
            kind=document_words(document),
            address=addresses.document(document.id),
        ),
        body=Body(
            counts=_counts(page.balance),
            left_out=page.balance.left_out,
            blocks=(*blocks_of(lookup, document, page.lines), *((about,) if page.findings else ())),
            shifts=_shifts(pages, document, document.elements),
        ),
        inputs=tuple(_input(document, number) for number in range(len(document.sources))),
        outcomes=_explained(_told(page.lines), (one.key for one in page.balance.parts)),
    )


def printed_parts(document: Document) -> tuple[Element, ...]:
    """Return the parts of a document that can be had as a PDF of their own."""
    return tuple(one for one in document.elements if one.kind in {Kind.PROGRAMME, Kind.THEME})


def part_prints(pages: Pages, document: Document, wanted: Iterable[Element]) -> Iterator[Print]:
    """Yield programmes or themes of a document as a PDF shows them, each with all that stands under it."""
    lines = document_pages(pages, document)[""].lines
    return (_part(pages, document, one, lines) for one in wanted)


def _part(pages: Pages, document: Document, part: Element, read: Iterable[Line]) -> Print:
    lookup = pages.lookup
    page = part_page(pages, document, part)
    inside = (part, *lookup.below(Pointer(document=document.id, element=part.id)))
    anchors = {addresses.anchor(one.id) for one in inside}
    lines = [one for one in read if one.anchor in anchors]
    return Print(
        language=document.language,
        cover=replace(
            _cover(
                lookup,
                (document,),
                title=text_of(part),
                kind=word("kind", part.kind.value),
                address=addresses.part(document.id, part.id),
            ),
            within=document.title,
        ),
        body=Body(
            counts=page.counts,
            left_out=(),
            blocks=blocks_of(lookup, document, lines),
            shifts=_shifts(pages, document, inside),
        ),
        inputs=_inputs(document, inside),
        outcomes=_explained(_told(lines), (one.key for one in page.counts)),
    )


def thread_print(pages: Pages, thread: Thread) -> Print:
    """Return a thread as a PDF shows it."""
    lookup = pages.lookup
    view = thread_page(pages, thread)
    by_document = {one: lookup.document(one) for one in dict.fromkeys(one.document for one in thread.members)}
    documents = tuple(by_document.values())
    return Print(
        language=documents[0].language,
        cover=_cover(lookup, documents, title=view.title, kind="", address=view.address),
        body=Story(view=view),
        inputs=tuple(
            one
            for document in documents
            for one in _inputs(
                document, [lookup.elements[at] for at in thread.members if at.document == document.id]
            )
        ),
        outcomes=_explained(_of_thread(view), ()),
    )


def _cover(
    lookup: Lookup,
    documents: tuple[Document, ...],
    *,
    title: str,
    kind: str,
    address: str,
) -> Cover:
    build, only = lookup.build, documents[0] if len(documents) == 1 else None
    return Cover(
        organisation=documents[0].organisation.name,
        title=" ".join(title.split()),
        kind=kind,
        within="",
        adopted=day(only.adopted) if only else "",
        covers=only.covers if only else (),
        dossier=build.dossier.title,
        licence=build.dossier.licence or "",
        stamp=stamp(build.manifest.stamp),
        digest=build.manifest.digest,
        version=build.manifest.version,
        preview=build.manifest.preview is True,
        address=address,
    )


def _counts(balance: BalanceView) -> tuple[Count, ...]:
    return tuple(
        Count(key=one.key, word=one.word, count=one.count, confirmed=one.confirmed) for one in balance.parts
    )


def _shifts(pages: Pages, document: Document, elements: Iterable[Element]) -> tuple[ShiftRow, ...]:
    """Return the deadlines of these elements that moved, then or since; the longest first."""
    own = {(document.id, one.id) for one in elements}

    def touches(shift: Shift) -> bool:
        return any((one.document, one.element) in own for one in (shift.planned, shift.now))

    found = sorted(
        filter(touches, pages.lookup.build.threads.shifts), key=lambda one: (-one.days, one.thread)
    )
    return tuple(shift_row(pages, one) for one in found)


def _inputs(document: Document, elements: Iterable[Element]) -> tuple[Input, ...]:
    """Return the files that these elements were read from, in their order."""
    numbers = sorted({span.source for one in elements for span in one.spans})
    return tuple(_input(document, one) for one in numbers)


def _input(document: Document, number: int) -> Input:
    source = document.sources[number]
    moment = source.exported_at or source.built_at
    return Input(
        document=document.title,
        name=source_name(source),
        exported=stamp(moment) if moment else "",
        sha256=source.sha256,
    )


def _told(lines: Iterable[Line]) -> Iterator[StatusView]:
    for line in lines:
        yield from (one for one in (line.status, line.here, *line.others) if one)


def _of_thread(view: ThreadPage) -> Iterator[StatusView]:
    yield from (one for one in (view.status, view.latest) if one)
    yield from (stop.status for stop in view.stops if stop.status)


def _explained(statuses: Iterable[StatusView], keys: Iterable[str]) -> tuple[Word, ...]:
    """Return the words for these outcomes with what they mean, each once."""
    used = {one.key for one in statuses} | set(keys)
    return tuple(one for key, one in words("outcome").items() if key in used)
