"""Pages whose judgements stand on their blocks, and the forms that are made of them.

A page is one file of HTML.  `data-rd` on a block says what its line is (kind, phase, `#name`, `>promise`);
README.md tells the rest.  From it come the page as a site would serve it, its lines as flattened text, and
what people judged of every line.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import deepcopy
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

from lxml import html
from lxml.html import HtmlElement
from msgspec.structs import replace

from rodedraad.model.terms import TWO_SIDED, Kind, Phase, Side, Status
from tests.evaluation.scorer import Judged, JudgedStatus, Reading

ASIDE: Final = "aside"
PREFIX: Final = "data-rd"
ICON: Final = "icon"
_UNSEEN: Final = ("script", "style", "title", "meta", "link")


class FormatError(ValueError):
    """A page that is not annotated as it should be."""


class JudgedCell(NamedTuple):
    """A figure that people read in a line: of money or of an indicator."""

    line: int
    what: str
    phase: str
    period: str
    value: str
    name: str

    @property
    def of_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.phase != ""


class JudgedAspect(NamedTuple):
    """The status of one aspect of the promise on a line."""

    line: int
    aspect: str
    status: Status
    icon: bool


class Flattening(StrEnum):
    """How a site's page looks once it is text.

    Cells stand apart by an empty line, or follow each other; or a row of a table is one line.
    """

    APART = "apart"
    CLOSE = "close"
    ROWS = "rows"


class Flat(NamedTuple):
    """The text of a page, and what people judged of its lines; `shared` are those of several cells."""

    text: str
    rows: tuple[Judged, ...]
    statuses: tuple[tuple[JudgedStatus, bool], ...]
    aspects: tuple[JudgedAspect, ...]
    cells: tuple[JudgedCell, ...]
    in_tables: frozenset[int]
    shared: frozenset[int] = frozenset()


class Annotated(NamedTuple):
    """One annotated page: its facts, the page as a site would serve it, and its lines with their judgements.

    `flat` has a line a block, `by_row` a line a row of a table.
    """

    name: str
    facts: dict[str, str]
    site: str
    flat: Flat
    by_row: Flat


def read_page(path: Path) -> Annotated:
    """Return an annotated page; raises FormatError that names every fault."""
    tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    blocks = list(_blocks(tree))
    faults: list[str] = []
    style = Flattening.APART if crc32(path.stem.encode()) % 2 else Flattening.CLOSE
    flats = [_flat(path.stem, blocks, one, faults) for one in (style, Flattening.ROWS)]
    faults += _loose_text(tree, blocks)
    if faults:
        raise FormatError("\n".join(dict.fromkeys(faults)))
    facts = {name.removeprefix(f"{PREFIX}-"): value for name, value in tree.attrib.items() if PREFIX in name}
    return Annotated(path.stem, facts, _without_judgements(tree), flats[0], flats[1])


def _flat(name: str, blocks: Sequence[HtmlElement], style: Flattening, faults: list[str]) -> Flat:
    text, lines = flattened(blocks, style)
    reader = _Reader(name, blocks, lines)
    rows = _merged(list(reader.rows()))
    alone = {line for line, count in Counter(lines).items() if count == 1}
    flat = Flat(
        text=text,
        rows=rows,
        statuses=tuple(one for one in reader.statuses() if one[0].promise_line in alone),
        aspects=tuple(one for one in reader.aspects() if one.line in alone),
        cells=tuple(reader.cells()),
        shared=frozenset(lines) - alone,
        in_tables=frozenset(
            line for block, line in zip(blocks, lines, strict=True) if _table(block) is not None
        ),
    )
    faults += reader.faults
    return flat


def _merged(rows: Sequence[Judged]) -> tuple[Judged, ...]:
    """Return one judgement a line: a line of several cells may be read as any of them."""
    by_line: dict[int, list[Judged]] = defaultdict(list)
    for row in rows:
        by_line[row.line].append(row)
    shared = {line for line, own in by_line.items() if len(own) > 1}
    return tuple(
        _together(own) if line in shared else _without_shared(own[0], shared) for line, own in by_line.items()
    )


def _together(rows: Sequence[Judged]) -> Judged:
    first, *rest = (reading for row in rows for reading in row.readings)
    return Judged(rows[0].line, first.kind, first.phase, also=tuple(rest))


def _without_shared(row: Judged, shared: AbstractSet[int]) -> Judged:
    """Return a judgement that points to no line of several cells, where one cannot tell the promise."""
    targets = sorted(row.targets)
    return replace(row, of=None, of_also=()) if shared.intersection(targets) else row


def _blocks(tree: HtmlElement) -> Iterator[HtmlElement]:
    for node in tree.iter():
        if isinstance(node.tag, str) and PREFIX in node.attrib and node.get(PREFIX) != ASIDE and _words(node):
            yield node


def _words(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


def _table(node: HtmlElement) -> HtmlElement | None:
    return next(node.iterancestors("table"), None)


def _list(node: HtmlElement) -> HtmlElement | None:
    return node.getparent() if node.tag == "li" else None


def _cell_of(node: HtmlElement) -> HtmlElement | None:
    return next((one for one in (node, *node.iterancestors()) if one.tag in ("td", "th")), None)


def _row_of(node: HtmlElement) -> HtmlElement | None:
    return next(node.iterancestors("tr"), None)


_HOLDERS: Final[Mapping[Flattening, tuple[Callable[[HtmlElement], HtmlElement | None], ...]]] = {
    Flattening.APART: (_cell_of, _list),
    Flattening.CLOSE: (_table, _list),
    Flattening.ROWS: (_table, _list),
}


def _share(one: HtmlElement | None, other: HtmlElement, holder: Callable) -> bool:
    return one is not None and holder(one) is not None and holder(one) is holder(other)


def flattened(blocks: Sequence[HtmlElement], style: Flattening) -> tuple[str, list[int]]:
    """Return the text with a block (or a row) a line, and the line number of each block."""
    found: list[str] = []
    numbers: list[int] = []
    before: HtmlElement | None = None
    for block in blocks:
        words = _words(block)
        in_row = style is Flattening.ROWS and _row_of(block) is not None
        if style is Flattening.ROWS and _share(before, block, _row_of):
            found[-1] = f"{found[-1]} {words}"
        else:
            if before is not None and not any(_share(before, block, holder) for holder in _HOLDERS[style]):
                found.append("")
            found.append(f"• {words}" if block.tag == "li" and not in_row else words)
        numbers.append(len(found))
        before = block
    return "\n".join(found) + "\n", numbers


def _without_judgements(tree: HtmlElement) -> str:
    copy = deepcopy(tree)
    for node in copy.iter():
        for name in [name for name in node.attrib if str(name).startswith(PREFIX)]:
            del node.attrib[name]
    return html.tostring(copy, encoding="unicode", doctype="<!doctype html>")


def _loose_text(tree: HtmlElement, blocks: Sequence[HtmlElement]) -> Iterator[str]:
    judged = set(blocks)
    for node in tree.iter():
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            continue
        holders = [node, *node.iterancestors()]
        covered = [one for one in holders if one in judged]
        aside = any(one.get(PREFIX) == ASIDE or one.tag in _UNSEEN for one in holders)
        if len(covered) > 1 and node in judged:
            yield f"a judged block inside another: {_words(node)[:60]}"
        if not covered and not aside and (node.text or "").strip():
            yield f"text without judgement: {(node.text or '').strip()[:60]}"
        outside = [one for one in holders[1:] if one in judged]
        if (
            not outside
            and not any(one.get(PREFIX) == ASIDE for one in holders[1:])
            and (node.tail or "").strip()
        ):
            yield f"text without judgement: {(node.tail or '').strip()[:60]}"


class _Reader:
    """The judgements of the blocks of one page, and what is wrong with them."""

    def __init__(self, name: str, blocks: Sequence[HtmlElement], lines: Sequence[int]) -> None:
        self.name = name
        self.faults: list[str] = []
        self.pairs = list(zip(blocks, lines, strict=True))
        self.named = {
            word[1:]: line
            for block, line in self.pairs
            for word in block.get(PREFIX).split()
            if word[0] == "#"
        }

    def rows(self) -> Iterator[Judged]:
        """Yield what each line is."""
        for block, line in self.pairs:
            words = block.get(PREFIX).split()
            plain = [word for word in words if word[0] not in "#>"]
            targets = [
                self._target(one, line) for word in words if word[0] == ">" for one in word[1:].split(",")
            ]
            known = [target for target in targets if target]
            reading = self._reading(plain, line)
            if reading is not None:
                also = [
                    self._reading(one.split(), line)
                    for one in block.get(f"{PREFIX}-also", "").split(";")
                    if one.strip()
                ]
                yield Judged(
                    line, reading.kind, reading.phase, known[0] if known else None,
                    tuple(one for one in also if one), tuple(known[1:]),
                )  # fmt: skip

    def _target(self, name: str, line: int) -> int | None:
        if name not in self.named:
            self.faults.append(f"line {line}: nothing is named {name}")
        return self.named.get(name)

    def _reading(self, words: Sequence[str], line: int) -> Reading | None:
        try:
            kind = Kind(words[0])
            phase = "none" if words[1:] in ([], ["none"]) else str(Phase(words[1]))
        except (ValueError, IndexError):
            self.faults.append(f"line {line}: no such kind and phase: {' '.join(words)}")
            return None
        if (phase == "none") == (kind in TWO_SIDED) or len(words) > 2:
            self.faults.append(f"line {line}: a phase too many or too few: {' '.join(words)}")
        return Reading(kind, phase)

    def statuses(self) -> Iterator[tuple[JudgedStatus, bool]]:
        """Yield the statuses, each with whether an icon alone tells it."""
        for block, line in self.pairs:
            words = block.get(f"{PREFIX}-status", "").split()
            try:
                values = [Status(one) for one in words[0].split("|")] if words else []
            except ValueError:
                self.faults.append(f"line {line}: no such status: {words[0]}")
                continue
            if values:
                yield JudgedStatus(self.name, line, values[0], tuple(values[1:])), ICON in words[1:]

    def aspects(self) -> Iterator[JudgedAspect]:
        """Yield the statuses of aspects."""
        for block, line in self.pairs:
            words = block.get(f"{PREFIX}-aspects", "").split()
            for word in words:
                aspect, _, status = word.partition(":")
                if status in set(Status):
                    yield JudgedAspect(line, aspect, Status(status), ICON in words)
                elif word != ICON:
                    self.faults.append(f"line {line}: no such aspect and status: {word}")

    def cells(self) -> Iterator[JudgedCell]:
        """Yield the figures."""
        for block, line in self.pairs:
            holders = (block, *block.iterancestors())
            name = next((one.get(f"{PREFIX}-name") for one in holders if f"{PREFIX}-name" in one.attrib), "")
            for part in block.get(f"{PREFIX}-cell", "").split(";"):
                if part.strip():
                    cell = _cell(part.split(), line, name)
                    if cell is None:
                        self.faults.append(f"line {line}: no such figure: {part.strip()}")
                    else:
                        yield cell


_WHATS: Final = ("lasten", "baten", "saldo", "toevoeging", "onttrekking", "resultaat", "verschil", "bedrag")
_PHASES: Final = ("approved", "adjusted", "executed")
_WORDED: Final = ("missing", "words", "pm")


def _cell(words: Sequence[str], line: int, name: str) -> JudgedCell | None:
    match words:
        case ["indicator", side, period, *value] if (
            side in set(Side) and len(value) == 1 and _is_value(value[0])
        ):
            return JudgedCell(line, side, "", period, value[0], name)
        case ["money", what, phase, year, value] if what in _WHATS and phase in _PHASES and _is_value(value):
            return JudgedCell(line, what, phase, year, value, name)
    return None


def _is_value(text: str) -> bool:
    if text in _WORDED:
        return True
    try:
        float(text)
    except ValueError:
        return False
    return True
