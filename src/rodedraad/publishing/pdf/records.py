"""What a PDF shows, as the data that its template reads."""

from msgspec import Struct

from rodedraad.publishing.views.balance import LeftOut
from rodedraad.publishing.views.common import Place, StatusView
from rodedraad.publishing.views.counts import Count
from rodedraad.publishing.views.figures import IndicatorRow
from rodedraad.publishing.views.findings import FindingView
from rodedraad.publishing.views.lines import Line
from rodedraad.publishing.views.lists import ShiftRow
from rodedraad.publishing.views.thread import ThreadPage
from rodedraad.publishing.words import Word


class Heading(Struct, frozen=True, kw_only=True, tag="heading"):
    """A heading of the document, with its page on the site where it has one."""

    level: int
    text: str
    href: str


class Label(Struct, frozen=True, kw_only=True, tag="label"):
    """Labels or cells that stand on one line."""

    texts: tuple[str, ...]


class Text(Struct, frozen=True, kw_only=True, tag="text"):
    """A text that is no promise and no result."""

    text: str
    status: StatusView | None
    place: Place | None


class Goal(Struct, frozen=True, kw_only=True, tag="goal"):
    """A goal that other promises stand under: a heading of its own."""

    level: int
    line: Line


class Promises(Struct, frozen=True, kw_only=True, tag="promises"):
    """Promises with their results, or results that no promise was found for."""

    promised: bool
    lines: tuple[Line, ...]


class WordTable(Struct, frozen=True, kw_only=True, tag="table"):
    """A table of words; its first row is the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class IndicatorLine(Struct, frozen=True, kw_only=True):
    """An indicator, and what the document says came of it."""

    row: IndicatorRow
    status: StatusView | None


class Indicators(Struct, frozen=True, kw_only=True, tag="indicators"):
    """Indicators that stand together in a table."""

    lines: tuple[IndicatorLine, ...]


class MoneyLine(Struct, frozen=True, kw_only=True):
    """One line of money: a cell for each column, empty where nothing is said."""

    name: str
    what: str
    cells: tuple[str, ...]


class Money(Struct, frozen=True, kw_only=True, tag="money"):
    """Lines of money that stand together in a table; `unit` is that of every cell."""

    unit: str
    columns: tuple[str, ...]
    lines: tuple[MoneyLine, ...]


class FindingList(Struct, frozen=True, kw_only=True, tag="findings"):
    """The findings about what stands under one heading, or about the whole where `about` is empty."""

    level: int
    about: str
    findings: tuple[FindingView, ...]


Block = Heading | Label | Text | Goal | Promises | WordTable | Indicators | Money | FindingList


class Input(Struct, frozen=True, kw_only=True):
    """A file that was read."""

    document: str
    name: str
    exported: str
    sha256: str


class Cover(Struct, frozen=True, kw_only=True):
    """What the first page says.

    `address` is the page of the site that tells the same; `preview` is true of what is not public yet.
    """

    organisation: str
    title: str
    kind: str
    within: str
    adopted: str
    covers: tuple[str, ...]
    dossier: str
    licence: str
    stamp: str
    digest: str
    version: str
    address: str
    preview: bool


class Body(Struct, frozen=True, kw_only=True, tag="document"):
    """A document or a part of it, in reading order, with its balance and the deadlines that moved."""

    counts: tuple[Count, ...]
    left_out: tuple[LeftOut, ...]
    blocks: tuple[Block, ...]
    shifts: tuple[ShiftRow, ...]


class Story(Struct, frozen=True, kw_only=True, tag="thread"):
    """A thread as its page tells it."""

    view: ThreadPage


class Print(Struct, frozen=True, kw_only=True):
    """All that one PDF shows; `outcomes` are the words for statuses that it uses."""

    language: str
    cover: Cover
    body: Body | Story
    inputs: tuple[Input, ...]
    outcomes: tuple[Word, ...]
