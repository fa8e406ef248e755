"""What became weaker or stronger in the wording of promises along their threads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rodedraad.linking.clauses import place_of_time
from rodedraad.linking.companions import HOSTS, Companions, companions
from rodedraad.linking.shelf import Entry, Shelf
from rodedraad.linking.wording.judging import judge
from rodedraad.linking.wording.said import Moment, Said, Sentence
from rodedraad.model.document import Document, Element, Span
from rodedraad.model.terms import FOR_GOOD, ChangeKind, DocumentKind, Effect, Phase, Relation
from rodedraad.model.threads import Change, Link, Pointer, Thread, Worded

OTHER_PROMISE: Final = frozenset({Relation.SPLITS, Relation.MERGES, Relation.REPLACES})
"""What is split, merged or replaced is not the same promise in other words."""


def changes(
    shelves: Sequence[Shelf], threads: Sequence[Thread], links: Sequence[Link] = ()
) -> tuple[Change, ...]:
    """Return what became weaker or stronger along threads, each change where it is first told.

    A report's plan is laid beside the budget of its own year, any other promise beside the newest one
    before it, and a budget's beside that of the budget before.  Only activities and goals are compared,
    and only where a document says them once.
    """
    on_shelf = {entry.pointer: entry for shelf in shelves for entry in shelf.entries}
    documents = {document.id: document for shelf in shelves for document in shelf.documents}
    teller = _Teller(on_shelf, documents, companions(on_shelf), _parted(links))
    return tuple(one for thread in threads for one in teller.changes(thread))


def base(said: Sequence[Pointer], year: int, documents: Mapping[str, Document]) -> Pointer | None:
    """Return the wording to compare with: the newest said before of the same year, else of an earlier one.

    A report repeats the budget of its own year, also where a newer budget was adopted in between; what was
    adopted before it of a later year says nothing of what came of this one.
    """
    same_year = [one for one in said if documents[one.document].year == year]
    earlier = [one for one in said if documents[one.document].year < year]
    return next(reversed(same_year or earlier), None)


def _parted(links: Sequence[Link]) -> frozenset[tuple[Pointer, Pointer]]:
    return frozenset(
        (one.from_, one.to) for one in links if one.relation in OTHER_PROMISE and one.decision in FOR_GOOD
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the changes of a thread."""

    on_shelf: Mapping[Pointer, Entry]
    documents: Mapping[str, Document]
    beside: Companions
    parted: frozenset[tuple[Pointer, Pointer]]

    def changes(self, thread: Thread) -> Iterator[Change]:
        """Yield the changes of a thread, in order of time."""
        told: set[tuple[ChangeKind, Effect, str]] = set()
        for was, now in self._successive(thread):
            old, new = self.on_shelf[was].element, self.on_shelf[now].element
            if (was, now) in self.parted or old.kind is not new.kind:
                continue
            for found in judge(self._said(was), self._said(now)):
                key = found.what, found.effect, found.now or found.was
                if key not in told:
                    told.add(key)
                    yield Change(
                        thread=thread.id,
                        what=found.what,
                        effect=found.effect,
                        was=_worded(was, old, found.was, found.pair.was),
                        now=_worded(now, new, found.now, found.pair.now),
                    )

    def _successive(self, thread: Thread) -> Iterator[tuple[Pointer, Pointer]]:
        """Yield the promises of a thread, each with those that it is compared with."""
        said: list[Pointer] = []
        for pointer in self._promises(thread):
            last = base(said, self.documents[pointer.document].year, self.documents)
            bases = (last, *self._budget_before(said, pointer))
            yield from ((one, pointer) for one in dict.fromkeys(bases) if one is not None)
            said.append(pointer)

    def _budget_before(self, said: Sequence[Pointer], pointer: Pointer) -> Iterator[Pointer]:
        """Yield the promise of the budget before, if this is one: what came between may tell it loosely."""
        budgets = [one for one in said if self.documents[one.document].kind is DocumentKind.BEGROTING]
        if budgets and self.documents[pointer.document].kind is DocumentKind.BEGROTING:
            yield budgets[-1]

    def _promises(self, thread: Thread) -> list[Pointer]:
        """Return the promises of a thread by adoption, without those that their document says in parts."""
        own = [one for one in thread.members if one in self.on_shelf and _compared(self.on_shelf[one])]
        told = [one.document for one in own]
        once = [one for one in own if told.count(one.document) == 1]
        return sorted(once, key=lambda one: self.on_shelf[one].document)

    def _said(self, pointer: Pointer) -> Said:
        entry = self.on_shelf[pointer]
        planning = self.beside.by_host.get(pointer, ())
        return Said(
            text=entry.element.text,
            moments=tuple(sorted(_moments(entry.element))),
            since=entry.said,
            also=tuple(moment for one in planning for moment in _moments(one.element)),
        )


def _compared(entry: Entry) -> bool:
    return entry.element.phase is Phase.PLAN and entry.element.kind in HOSTS


def _moments(element: Element) -> Iterator[Moment]:
    for one in element.deadlines:
        start, end = place_of_time(element, one)
        yield Moment(start, end, one.start, one.end)


def _worded(pointer: Pointer, element: Element, words: str, sentence: Sentence) -> Worded:
    return Worded(
        document=pointer.document,
        element=pointer.element,
        words=words,
        sentence=" ".join(sentence.text.split()),
        evidence=_span(element, sentence),
    )


def _span(element: Element, sentence: Sentence) -> Span | None:
    """Return where a sentence stands, as closely as the element tells."""
    whole = element.spans[0] if element.spans else None
    if whole is None or len(element.spans) > 1 or whole.end - whole.start != len(element.text):
        return whole
    start = whole.start + sentence.start
    return Span(source=whole.source, start=start, end=start + len(sentence.text.rstrip()))
