"""Links between documents, and what follows from them: threads, shifts, what is not found again."""

from datetime import date, datetime

from msgspec import Struct, field

from rodedraad.model.document import Span
from rodedraad.model.terms import ChangeKind, Decision, Effect, Relation

THREADS_FORMAT = "rodedraad-threads/1"


class Pointer(Struct, frozen=True, kw_only=True, order=True, gc=False):
    """An element of a document."""

    document: str
    element: str


class Evidence(Struct, frozen=True, kw_only=True, gc=False):
    """One reason for a link: what was compared, how much it weighed, and in words."""

    what: str
    weight: float
    text: str


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """Two elements of different documents, the older one first."""

    from_: Pointer = field(name="from")
    to: Pointer
    relation: Relation
    score: float
    evidence: tuple[Evidence, ...] = ()
    decision: Decision
    role: str | None = None
    decided_at: datetime | None = None


class Thread(Struct, frozen=True, kw_only=True):
    """The same promise over documents and years; members in order of time, then of reading."""

    id: str
    title: str
    members: tuple[Pointer, ...]
    aliases: tuple[str, ...] = ()


class Dated(Struct, frozen=True, kw_only=True):
    """A deadline where it stands; `start` and `end` are its first and last day."""

    document: str
    element: str
    start: date
    end: date
    text: str


class Shift(Struct, frozen=True, kw_only=True):
    """A deadline that moved along a thread, by `days` from end to end; later is positive."""

    thread: str
    planned: Dated
    now: Dated
    days: int
    cause: str | None = None


class Worded(Struct, frozen=True, kw_only=True):
    """One side of a change: the sentence where it stands, and the words in it that the change rests on.

    `words` is empty where they are not there (yet, or any more).
    """

    document: str
    element: str
    words: str
    sentence: str
    evidence: Span | None = None


class Change(Struct, frozen=True, kw_only=True):
    """Something in the wording of a promise that became weaker or stronger along a thread."""

    thread: str
    what: ChangeKind
    effect: Effect
    was: Worded
    now: Worded


class Dropped(Struct, frozen=True, kw_only=True):
    """A promise that was due and was not found again in the documents searched."""

    document: str
    element: str
    searched: tuple[str, ...]
    probability: float


class Threads(Struct, frozen=True, kw_only=True):
    """All that linking says of the documents of a dossier."""

    format: str = THREADS_FORMAT
    links: tuple[Link, ...] = ()
    threads: tuple[Thread, ...] = ()
    shifts: tuple[Shift, ...] = ()
    changes: tuple[Change, ...] = ()
    dropped: tuple[Dropped, ...] = ()
