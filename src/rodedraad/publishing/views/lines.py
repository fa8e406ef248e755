"""The lines of a document's page: what each holds, and which stand together."""

from collections.abc import Iterable
from itertools import groupby, zip_longest
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.publishing.outcome import LATE, UNANSWERED
from rodedraad.publishing.views.common import Link, Place, QuoteView, StatusView
from rodedraad.publishing.views.findings import FindingView

LineType = Literal["heading", "label", "text", "items", "promise", "result"]
Row = tuple[int, int, int]
WANTED: Final = {
    "te-laat": frozenset(one.value for one in LATE),
    "zonder-antwoord": frozenset(one.value for one in UNANSWERED),
}
LONGEST_CODE: Final = 6


class Answer(Struct, frozen=True, kw_only=True):
    """A result, and the document it stands in where that is another one."""

    anchor: str
    text: str
    place: Place | None
    document: str
    refs: tuple[Link, ...] = ()


class Item(Struct, frozen=True, kw_only=True):
    """A label or a cell that stands on one line with others."""

    anchor: str
    text: str


class Line(Struct, frozen=True, kw_only=True):
    """One line of the page: a heading, a label, a text, or a promise with its results.

    `row` is the row of a table that it stands in; `items` what stands together on the line; `marks`
    the codes and repeated titles before it, which are no lines of their own; `others` what came of a
    promise that was split, where its parts fared differently.
    """

    type: LineType
    anchor: str
    text: str
    place: Place | None
    kind: str
    row: Row | None = None
    items: tuple[Item, ...] = ()
    marks: tuple[Item, ...] = ()
    number: str = ""
    level: int = 0
    part: str = ""
    findings: tuple[FindingView, ...] = ()
    status: StatusView | None = None
    others: tuple[StatusView, ...] = ()
    here: StatusView | None = None
    asked: bool = False
    loose: bool = False
    answers: tuple[Answer, ...] = ()
    deadlines: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()
    questions: int = 0
    refs: tuple[Link, ...] = ()

    @property
    def codes(self) -> bool:
        """Whether the items are no more than codes and letters."""
        return all(len(item.text) <= LONGEST_CODE for item in self.items)

    @property
    def codes_to_show(self) -> tuple[Item, ...]:
        """The codes before a promise that say something else than its number and its status."""
        told = {_bare(self.number), ""} | {_bare(one.text) for one in self._signs}
        return tuple(one for one in self.marks if _bare(one.text) not in told)

    @property
    def _signs(self) -> tuple[QuoteView, ...]:
        return tuple(one for status in (self.status, self.here) if status for one in status.quotes)


def joined(lines: Iterable[Line], title: str = "") -> tuple[Line, ...]:
    """Return the lines with what stands together on one line.

    Together stand labels that follow each other, and the cells of one row.  Codes before a promise, and
    labels that only repeat the title of the document or the heading after them, go with what follows.
    """
    groups = groupby(_numbered(lines), key=lambda pair: pair[0])
    return tuple(_marked([_join(tuple(group)) for _, group in groups], title))


def _marked(lines: list[Line], title: str) -> Iterable[Line]:
    waiting: tuple[Item, ...] = ()
    for line, following in zip_longest(lines, lines[1:]):
        if following is not None and _goes_with(line, following, title):
            waiting += line.items
        else:
            yield replace(line, marks=waiting) if waiting else line
            waiting = ()


def _goes_with(line: Line, following: Line, title: str) -> bool:
    """Return whether a line of labels is no more than the codes or the echo of what follows it."""
    if line.type != "items" or following.type not in {"heading", "promise", "items"}:
        return False
    if following.type == "promise":
        return line.codes
    echoed = {_bare(title), _bare(following.text)}
    return all(_bare(item.text) in echoed for item in line.items)


def _bare(text: str) -> str:
    return text.strip(" .:)(").casefold()


def _numbered(lines: Iterable[Line]) -> Iterable[tuple[object, Line]]:
    """Yield each line with what it shares with those it stands together with."""
    return ((_together(line) or ("alone", number), line) for number, line in enumerate(lines))


def _together(line: Line) -> object:
    if line.type not in {"label", "text"}:
        return None
    return line.row or ("labels" if line.type == "label" else None)


def _join(group: tuple[tuple[object, Line], ...]) -> Line:
    first, *others = [line for _, line in group]
    if not others and first.type != "label":
        return first
    return replace(
        first, type="items", items=tuple(Item(anchor=one.anchor, text=one.text) for one in (first, *others))
    )


def wanted(line: Line, selection: str) -> bool:
    """Return whether a selection holds a line: a promise that is asked after, with one of its outcomes."""
    fates = (line.status, *line.others) if line.asked else ()
    return any(one is not None and one.key in WANTED[selection] for one in fates)


def choose(lines: Iterable[Line], selection: str) -> tuple[Line, ...]:
    """Return the promises of a selection with the headings they stand under; all lines without one."""
    if not selection:
        return tuple(lines)
    kept: list[Line] = []
    for line in lines:
        if line.type == "heading":
            _drop_empty(kept, line.level)
            kept.append(line)
        elif wanted(line, selection):
            kept.append(line)
    _drop_empty(kept, 0)
    return tuple(kept)


def _drop_empty(kept: list[Line], level: int) -> None:
    """Drop the headings at the end that nothing stands under, down to a level."""
    while kept and kept[-1].type == "heading" and kept[-1].level >= level:
        kept.pop()
