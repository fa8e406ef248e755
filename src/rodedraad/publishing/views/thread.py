"""The page of one thread: what was said, when, and what came of it."""

from msgspec import Struct

from rodedraad.linking.wording import Stretch, alike, changed, compare
from rodedraad.linking.wording.along import base
from rodedraad.model.document import Element
from rodedraad.model.terms import Kind, Phase
from rodedraad.model.threads import Pointer, Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.language.spoken import shared
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.outcome import LOOSE, Fate
from rodedraad.publishing.shown import counted, day
from rodedraad.publishing.tally import is_asked_after
from rodedraad.publishing.timeline import Timeline, timeline
from rodedraad.publishing.views.belonging import Belonging, belonging
from rodedraad.publishing.views.common import (
    Link,
    Pages,
    Place,
    StatusView,
    document_words,
    home_of,
    place_of_element,
    status_of,
    text_of,
    title_of,
)
from rodedraad.publishing.views.deadlines import DeadlineView, deadlines_at
from rodedraad.publishing.views.facts import Facts, facts_of
from rodedraad.publishing.views.findings import FindingView, finding_view
from rodedraad.publishing.views.wording import ChangeView, changes_at
from rodedraad.publishing.words import Word, word, words


class Text(Struct, frozen=True, kw_only=True):
    """A text at a stop, marked against the wording before it."""

    kind: str
    number: str
    text: str
    stretches: tuple[Stretch, ...]
    compared_with: str
    place: Place | None
    deadlines: tuple[DeadlineView, ...]

    @property
    def marked(self) -> bool:
        """Whether words are marked as old or new beside words that stayed."""
        return changed(self.stretches)


class Stop(Struct, frozen=True, kw_only=True):
    """What one document says."""

    document: Link
    kind: str
    adopted: str
    promises: tuple[Text, ...]
    results: tuple[Text, ...]
    changes: tuple[ChangeView, ...]
    status: StatusView | None


class ThreadPage(Struct, frozen=True, kw_only=True):
    """A thread as shown."""

    id: str
    title: str
    organisation: str
    above: tuple[Link, ...]
    status: StatusView | None
    latest: StatusView | None
    nature: Word
    asked: bool
    loose: bool
    reworded: bool
    span: str
    line: Timeline
    stops: tuple[Stop, ...]
    facts: Facts
    belonging: Belonging
    findings: tuple[FindingView, ...]
    address: str
    data: str


def thread_page(pages: Pages, thread: Thread) -> ThreadPage:
    """Return what the page of a thread shows."""
    lookup = pages.lookup
    fate = pages.fates.of_thread(thread)
    latest = pages.fates.latest(thread)
    asked = is_asked_after(lookup, thread)
    first = thread.members[0]
    stops = _stops(pages, thread, fate)
    return ThreadPage(
        id=thread.id,
        title=title_of(lookup, thread),
        organisation=lookup.document(first.document).organisation.name,
        above=_above(lookup, thread.members[-1]),
        status=status_of(lookup, fate) if asked or fate.judgement else None,
        latest=status_of(lookup, latest) if latest and asked and not fate.judgement else None,
        nature=_nature(lookup.elements[first]),
        asked=asked,
        loose=asked and is_loose(fate.outcome),
        reworded=any(text.marked for stop in stops for text in stop.promises),
        span=_span(lookup, thread),
        line=line_of(lookup, thread, fate.outcome),
        stops=stops,
        facts=facts_of(lookup, thread),
        belonging=belonging(lookup, thread),
        findings=tuple(
            finding_view(lookup, one) for member in thread.members for one in lookup.findings_of(member)
        ),
        address=addresses.thread(thread.id),
        data=shared(addresses.thread_data(thread.id)),
    )


def _above(lookup: Lookup, pointer: Pointer) -> tuple[Link, ...]:
    """Return the programme, theme and goal that an element stands under, with their own pages."""
    links = []
    for one in lookup.above(pointer):
        if one.kind in {Kind.PROGRAMME, Kind.THEME}:
            links.append(Link(text=text_of(one), href=addresses.part(pointer.document, one.id)))
        elif one.kind is Kind.GOAL:
            above = Pointer(document=pointer.document, element=one.id)
            links.append(Link(text=text_of(one), href=home_of(lookup, above)))
    return tuple(links)


def _nature(element: Element) -> Word:
    """Return what an element is, where no outcome belongs to it, with the reason."""
    found = words("without-outcome").get(element.kind.value)
    return found or Word(key=element.kind.value, word=word("kind", element.kind.value), explanation="")


def is_loose(outcome: str) -> bool:
    """Return whether a thread ends without an answer."""
    return outcome in LOOSE


def line_of(lookup: Lookup, thread: Thread, outcome: str) -> Timeline:
    """Return the small time line of a thread, on the scale of the whole dossier."""
    documents = lookup.build.documents
    days = sorted({lookup.document(one.document).adopted for one in thread.members})
    adopted = [one.adopted for one in documents]
    return timeline(tuple(days), min(adopted), max(adopted), loose=is_loose(outcome))


def _span(lookup: Lookup, thread: Thread) -> str:
    years = sorted({lookup.document(one.document).year for one in thread.members})
    documents = len({one.document for one in thread.members})
    until = f"–{years[-1]}" if len(years) > 1 else ""
    return f"{counted(documents, 'document', 'documenten')}, {years[0]}{until}"


def _stops(pages: Pages, thread: Thread, fate: Fate) -> tuple[Stop, ...]:
    by_document = grouped(thread.members, lambda one: one.document)
    ordered = sorted(by_document, key=lambda one: pages.lookup.position[one])
    silence = fate if fate.judgement is None and is_asked_after(pages.lookup, thread) else None
    stops, said = [], list[Pointer]()
    for document in ordered:
        plans, results = _sides(pages.lookup, by_document[document])
        year = pages.lookup.document(document).year
        texts = _Texts(pages, thread, base(said, year, pages.lookup.documents))
        stops.append(_stop(pages, texts, plans, results, silence))
        said += plans[:1]
    return tuple(stops)


def _sides(lookup: Lookup, members: tuple[Pointer, ...]) -> tuple[list[Pointer], list[Pointer]]:
    plans = [one for one in members if lookup.elements[one].phase is not Phase.ACTUAL]
    answers = [
        Pointer(document=one.document, element=answer.id) for one in plans for answer in lookup.answers(one)
    ]
    others = [one for one in members if lookup.elements[one].phase is Phase.ACTUAL]
    return plans, list(dict.fromkeys([*answers, *others]))


def _stop(
    pages: Pages, texts: "_Texts", plans: list[Pointer], results: list[Pointer], silence: Fate | None
) -> Stop:
    lookup = pages.lookup
    members = [*plans, *results]
    document = lookup.document(members[0].document)
    fate = pages.fates.said_at(members) or (silence if silence and silence.at in members else None)
    return Stop(
        document=Link(text=document.title, href=addresses.line(document.id, members[0].element)),
        kind=document_words(document),
        adopted=day(document.adopted),
        promises=tuple(texts.promise(one) for one in plans),
        results=tuple(texts.result(one) for one in results),
        changes=texts.changes(plans),
        status=status_of(lookup, fate) if fate else None,
    )


class _Texts:
    """The texts at one stop, promises compared with the wording before."""

    def __init__(self, pages: Pages, thread: Thread, base: Pointer | None) -> None:
        self._pages, self._lookup = pages, pages.lookup
        self._thread, self._base = thread, base

    def promise(self, pointer: Pointer) -> Text:
        if self._base is None:
            return self.result(pointer)
        was, now = (text_of(self._lookup.elements[one]) for one in (self._base, pointer))
        stretches = compare(was, now)
        return self._text(
            pointer,
            stretches if alike(was, now) else (),
            self._lookup.document(self._base.document).title if changed(stretches) else "",
        )

    def changes(self, promises: list[Pointer]) -> tuple[ChangeView, ...]:
        return changes_at(self._pages, self._thread.id, promises)

    def result(self, pointer: Pointer) -> Text:
        return self._text(pointer, (), "")

    def _text(self, pointer: Pointer, stretches: tuple[Stretch, ...], compared_with: str) -> Text:
        element = self._lookup.elements[pointer]
        return Text(
            kind=kind_words(element),
            number=element.number or "",
            text=text_of(element),
            stretches=stretches,
            compared_with=compared_with,
            place=place_of_element(self._lookup, pointer),
            deadlines=deadlines_at(self._lookup, self._thread, (pointer,)),
        )


def kind_words(element: Element) -> str:
    """Return the kind of an element, in a word."""
    return word("kind", element.kind.value)
