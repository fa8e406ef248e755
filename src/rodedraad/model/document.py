"""One planning-and-control document: its sources and its elements."""

from datetime import date, datetime

from msgspec import Struct

from rodedraad.model.terms import (
    By,
    DocumentKind,
    Kind,
    MoneyPhase,
    Phase,
    Reporting,
    Side,
    Status,
)

DOCUMENT_FORMAT = "rodedraad-document/1"


class Span(Struct, frozen=True, kw_only=True, order=True):
    """A stretch of the text of one source of the document."""

    source: int
    start: int
    end: int


class StatusJudgement(Struct, frozen=True, kw_only=True):
    """The status of a promise, what it rests on, and the words that say so."""

    value: Status
    by: By
    evidence: tuple[Span, ...] = ()
    reason: str | None = None
    role: str | None = None


class Aspect(Struct, frozen=True, kw_only=True):
    """One aspect of a status: tijd, geld, kwaliteit, risico, as the document names it."""

    aspect: str
    value: Status
    by: By
    evidence: tuple[Span, ...] = ()


class Deadline(Struct, frozen=True, kw_only=True):
    """A time that the text names; `start` and `end` are its first and last day."""

    start: date
    end: date
    text: str
    evidence: Span


class TaakveldCode(Struct, frozen=True, kw_only=True):
    """A taakveld and the first year of the code list it stands in (2017, 2023, 2025)."""

    code: str
    scheme: str


class Amount(Struct, frozen=True, kw_only=True):
    """An amount of money in euro; `raw` is the cell or words as they stand in the source."""

    what: str
    phase: MoneyPhase
    year: int | None
    value: float | None
    raw: str
    taakveld: TaakveldCode | None = None
    evidence: Span | None = None


class Value(Struct, frozen=True, kw_only=True):
    """One value of an indicator: a number, or words, or the mark that it is missing.

    `standard` names the indicator of a mandatory set that it is: `bbv-29`.
    """

    name: str
    side: Side
    raw: str
    unit: str | None = None
    period: str | None = None
    value: float | None = None
    words: str | None = None
    missing: str | None = None
    source: str | None = None
    standard: str | None = None
    evidence: Span | None = None


class Reference(Struct, frozen=True, kw_only=True):
    """Something that an element names.

    Of kind `see` (words: "zie paragraaf 3.2") and `link` it is another place in the same document:
    `element` or `source` is that place, and neither is given where no such place was found.
    """

    kind: str
    name: str
    evidence: Span
    element: str | None = None
    source: int | None = None


class Element(Struct, frozen=True, kw_only=True):
    """One piece of a document.  `text` is the text under its spans, without number and label.

    A result `answers` promises; so does the label that a status cell is: those that it judges.
    """

    id: str
    kind: Kind
    phase: Phase | None = None
    parent: str | None = None
    number: str | None = None
    label: str | None = None
    text: str
    answers: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    status: StatusJudgement | None = None
    aspects: tuple[Aspect, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    amounts: tuple[Amount, ...] = ()
    values: tuple[Value, ...] = ()
    refs: tuple[Reference, ...] = ()


class Organisation(Struct, frozen=True, kw_only=True):
    """A municipality or region; `code` is its CBS code (GMnnnn)."""

    code: str
    name: str


class LegendEntry(Struct, frozen=True, kw_only=True):
    """What one symbol of a document's status legend means."""

    aspect: str
    symbol: str
    words: str
    value: Status


class OwnHeading(Struct, frozen=True, kw_only=True):
    """A heading in a municipality's own words, and a common heading that means the same."""

    words: str
    means: str


class UnknownHeading(Struct, frozen=True, kw_only=True):
    """A heading that the vocabulary does not know, with the known one that is nearest, if any is near."""

    words: str
    nearest: str | None
    evidence: Span


class Source(Struct, frozen=True, kw_only=True):
    """One file the document was read from; `text` and `places` are paths within the build.

    `trail` names the pages it stands under, the highest first, and last itself.  `unplaced` is true of a
    page that neither the sitemap nor the menu of its document names.  `also` are the names of files with
    the same content, which were not read again.
    """

    name: str
    media_type: str
    sha256: str
    text: str
    places: str
    exported_at: datetime | None = None
    built_at: datetime | None = None
    trail: tuple[str, ...] = ()
    unplaced: bool = False
    also: tuple[str, ...] = ()


class SetAside(Struct, frozen=True, kw_only=True):
    """A stretch of a source that is in no element, and why."""

    source: int
    start: int
    end: int
    why: str


class Document(Struct, frozen=True, kw_only=True):
    """One document of one organisation and year, with its elements in reading order."""

    format: str = DOCUMENT_FORMAT
    id: str
    organisation: Organisation
    kind: DocumentKind
    year: int
    period: str | None = None
    title: str
    language: str = "nl"
    adopted: date
    covers: tuple[str, ...] = ()
    reporting: Reporting | None = None
    legend: tuple[LegendEntry, ...] = ()
    headings: tuple[OwnHeading, ...] = ()
    unknown_headings: tuple[UnknownHeading, ...] = ()
    sources: tuple[Source, ...] = ()
    elements: tuple[Element, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
