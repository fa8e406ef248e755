"""What was made of one dossier, as rows of the tables of a corpus."""

from collections.abc import Iterator, Mapping, Sequence

from rodedraad.linking.balance import Balance, Tally
from rodedraad.model.document import Document, Element
from rodedraad.model.findings import Findings
from rodedraad.model.threads import Dated, Link, Pointer, Shift, Threads, Worded

Row = tuple[object, ...]
"""The values of one row, in the order of the columns."""


class Rows:
    """Tells the rows of every table, sorted by document and place."""

    def __init__(self, documents: Sequence[Document], threads: Threads) -> None:
        self._documents = sorted(documents, key=lambda one: (one.organisation.code, one.adopted, one.id))
        self._threads = threads
        self._owner = {one.id: one.organisation.code for one in documents}
        self._place = {
            Pointer(document=one.id, element=element.id): (turn, place)
            for turn, one in enumerate(self._documents)
            for place, element in enumerate(one.elements)
        }

    def documents(self) -> Iterator[Row]:
        """Return a row a document."""
        for one in self._documents:
            own = one.organisation
            yield (
                own.code, own.name, one.id, one.kind, one.year, one.period, one.title, one.adopted,
                one.reporting, one.covers, len(one.elements),
            )  # fmt: skip

    def elements(self) -> Iterator[Row]:
        """Return a row an element, in reading order."""
        for one in self._documents:
            for place, element in enumerate(one.elements):
                yield (one.organisation.code, one.id, element.id, place, *_told(element))

    def links(self) -> Iterator[Row]:
        """Return a row a link, in the order of threads.json."""
        for one in self._threads.links:
            yield (self._owner[one.from_.document], *_ends(one), *_judged(one))

    def threads(self) -> Iterator[Row]:
        """Return a row a member of a thread, by their first members."""
        order = sorted(self._threads.threads, key=lambda one: (self._place[one.members[0]], one.id))
        for one in order:
            owner = self._owner[one.members[0].document]
            for place, member in enumerate(one.members):
                yield owner, one.id, one.title, place, member.document, member.element

    def shifts(self) -> Iterator[Row]:
        """Return a row a date that moved."""
        for one in sorted(self._threads.shifts, key=self._turn):
            owner = self._owner[one.planned.document]
            yield owner, one.thread, *_dated(one.planned), *_dated(one.now), one.days, one.cause

    def changes(self) -> Iterator[Row]:
        """Return a row a change of wording, in the order of threads.json."""
        for one in self._threads.changes:
            owner = self._owner[one.now.document]
            yield owner, one.thread, one.what, one.effect, *_worded(one.was), *_worded(one.now)

    def dropped(self) -> Iterator[Row]:
        """Return a row a promise that was not found again."""
        for one in self._threads.dropped:
            yield self._owner[one.document], one.document, one.element, one.searched, one.probability

    def balance(self, balances: Mapping[str, Balance]) -> Iterator[Row]:
        """Return a row an outcome of a document."""
        for document in self._documents:
            found = balances[document.id]
            groups = {"promise": found.tallies, "indicator": found.indicators, "planning": found.planning}
            for name, tallies in groups.items():
                for tally in tallies:
                    yield document.organisation.code, document.id, name, *_counted(tally)

    def findings(self, findings: Findings) -> Iterator[Row]:
        """Return a row a finding, in the order of findings.json."""
        for one in findings.findings:
            where = one.subject
            owner = self._owner.get(where.document) if where.document else None
            yield owner, one.rule, one.severity, where.document, where.element, one.message

    def _turn(self, shift: Shift) -> tuple[object, ...]:
        ends = (shift.planned, shift.now)
        return (
            *(self._place[Pointer(document=one.document, element=one.element)] for one in ends),
            shift.thread,
            shift.planned.start,
            shift.now.start,
        )


def _told(one: Element) -> Row:
    status = one.status
    last = max(one.deadlines, key=lambda deadline: (deadline.end, deadline.start), default=None)
    return (
        one.kind, one.phase, one.parent, one.number, one.label, one.text, one.answers,
        status and status.value, status and status.by, last and last.start, last and last.end,
    )  # fmt: skip


def _ends(link: Link) -> Row:
    return link.from_.document, link.from_.element, link.to.document, link.to.element


def _judged(link: Link) -> Row:
    return link.relation, link.score, link.decision, link.role, link.evidence


def _dated(one: Dated) -> Row:
    return one.document, one.element, one.start, one.end, one.text


def _worded(one: Worded) -> Row:
    return one.document, one.element, one.words, one.sentence


def _counted(tally: Tally) -> Row:
    return tally.outcome, tally.count, tally.confirmed
