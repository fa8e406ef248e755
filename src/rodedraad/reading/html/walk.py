"""One pass over the tree of a page, from which its pieces come out in reading order."""

from typing import NamedTuple

from lxml import etree
from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.reading.html.frames import Context, Frame
from rodedraad.reading.html.furniture import holders_of_content, why_furniture
from rodedraad.reading.html.hidden import is_hidden, opened_by_controls
from rodedraad.reading.html.menus import base_of, target_of
from rodedraad.reading.html.openers import Openers
from rodedraad.reading.html.style import style_of
from rodedraad.reading.html.symbols import alternative, is_icon, symbols_of, symbols_of_cell
from rodedraad.reading.html.tags import LINES_KEPT, Sort, sort_of
from rodedraad.reading.html.trail import Trail
from rodedraad.reading.numerals import with_marker
from rodedraad.reading.piece import OBJECT, Piece

_CONTENT = frozenset({"main", "article", "section"})
_CLOSING = frozenset({Sort.CELL, Sort.TABLE, Sort.ITEM})
_PASSED_BY = frozenset({Sort.BREAK, Sort.IMAGE, Sort.SKIPPED})
_WHOLE_PAGE = frozenset({"html", "body", "main", "article", "section", "form"})


def walk(root: etree._Element) -> tuple[list[Piece], frozenset[int]]:
    """The pieces of a page, and the numbers of the tables that only serve its layout."""
    walker = _Walker(root)
    walker.run(root)
    return walker.pieces, frozenset(walker.layout)


class _Anchor(NamedTuple):
    """A link that is open, and how many words had been said before it."""

    element: etree._Element
    target: str
    first: int


class _Walker:
    def __init__(self, root: etree._Element) -> None:
        self.pieces: list[Piece] = []
        self.layout: set[int] = set()
        self._words: list[str] = []
        self._symbols: list[tuple[int, str]] = []  # with the number of frames that were open
        self._base = base_of(root)
        self._links: list[tuple[str, str]] = []
        self._anchor: _Anchor | None = None
        self._marker = ""
        self._frames = [Frame(root, "", Context())]
        self._trail = Trail()
        self._openers = Openers()
        self._opened = opened_by_controls(root)
        self._holders = holders_of_content(root)

    def run(self, root: etree._Element) -> None:
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            if event == "end":
                self._end(element)
            elif not self._start(element):
                steps.skip_subtree()
        self._flush()

    def _start(self, element: etree._Element) -> bool:
        """Whether the walk goes on into the element."""
        self._trail.enter(str(element.tag))
        bare = not element.attrib
        sort = sort_of(str(element.tag), None if bare else _role(element))
        if bare and sort is Sort.INLINE:
            self._say(element.text)
            return True
        if sort in _PASSED_BY or (not bare and is_hidden(element, self._opened)):
            self._pass_by(element, sort)
            return False
        context = self._frames[-1].context
        why = why_furniture(element, self._holders, in_content=context.in_content)
        if sort is Sort.INLINE and why is None:
            self._inline(element)
        else:
            self._open(element, sort, _around(element, sort, context, why))
        return True

    def _pass_by(self, element: etree._Element, sort: Sort) -> None:
        if sort is Sort.BREAK:
            self._flush()
        if sort is Sort.IMAGE and not is_hidden(element, self._opened):
            self._show(element)

    def _inline(self, element: etree._Element) -> None:
        if is_icon(element):
            self._show(element)
        if element.tag == "a" and self._frames[-1].context.why is None:
            target = target_of(element, self._base)
            self._anchor = _Anchor(element, target, len(self._words)) if target else self._anchor
        self._say(element.text)

    def _link(self, anchor: "_Anchor") -> None:
        """The words of a link that were said since it began, or since the block before it ended."""
        self._links.append(("".join(self._words[anchor.first :]), anchor.target))

    def _show(self, element: etree._Element) -> None:
        """An image or icon: its words stand in the text."""
        self._words.append(f" {alternative(element)} ")
        self._symbols += ((len(self._frames), symbol) for symbol in symbols_of(element))

    def _open(self, element: etree._Element, sort: Sort, around: Context) -> None:
        self._flush()
        context = self._openers.open(sort, element, around)
        if sort is Sort.ITEM:
            self._marker = around.listing.next_marker(element.get("value")) if around.listing else ""
        self._frames.append(Frame(element, self._trail.path(), context, len(self.pieces), sort))
        self._say(element.text)

    def _end(self, element: etree._Element) -> None:
        self._trail.leave()
        if self._frames[-1].element is element and len(self._frames) > 1:
            self._close(self._frames[-1])
        if self._anchor is not None and self._anchor.element is element:
            self._link(self._anchor)
            self._anchor = None
        self._say(element.tail)

    def _close(self, frame: Frame) -> None:
        self._flush()
        if frame.sort in _CLOSING:
            self._close_part(frame)
        self._frames.pop()
        if self._symbols and self._frames[-1].context.cell is None:
            self._leave_symbols(frame)

    def _leave_symbols(self, frame: Frame) -> None:
        """Icons in a block without words belong to what follows beside it, else to what went before.

        Those that describe a term belong to the term.
        """
        depth = len(self._frames)
        inside = [symbol for at, symbol in self._symbols if at > depth]
        self._symbols = [symbol for symbol in self._symbols if symbol[0] <= depth]
        if frame.first < len(self.pieces) or (frame.element.tag == "dd" and self.pieces):
            before = self.pieces[-1]
            self.pieces[-1] = replace(before, symbols=before.symbols or tuple(dict.fromkeys(inside)))
        elif self._frames[-1].element.tag not in _WHOLE_PAGE:
            self._symbols += ((depth, symbol) for symbol in inside)

    def _close_part(self, frame: Frame) -> None:
        """A cell with only an icon is not lost, a layout table is known, an item takes its number along."""
        if frame.sort is Sort.CELL and frame.context.cell and frame.first == len(self.pieces):
            own = symbols_of_cell(frame.element) if frame.element.attrib else ()
            self._symbols += ((len(self._frames), symbol) for symbol in own)
            self._words += [OBJECT] if self._symbols else []
            self._flush()
        if frame.sort is Sort.TABLE and frame.context.grid and frame.context.grid.is_layout:
            self.layout.add(frame.context.grid.number)
        if frame.sort is Sort.ITEM:
            self._marker = ""

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if not self._frames[-1].context.lines_kept:
            self._words.append(text)
            return
        first, *rest = text.split("\n")
        self._words.append(first)
        for line in rest:
            self._flush()
            self._words.append(line)

    def _flush(self) -> None:
        """The words so far are a block."""
        if not self._words:
            return
        text = "".join(self._words).strip()
        if self._anchor is not None:
            self._link(self._anchor)
            self._anchor = self._anchor._replace(first=0)
        self._words.clear()
        if text:
            self.pieces.append(self._piece(text))
            self._marker = ""
            self._symbols.clear()
        self._links.clear()

    def _piece(self, text: str) -> Piece:
        frame = self._frames[-1]
        context = frame.context
        return Piece(
            text=with_marker(self._marker, text),
            role=context.role,
            level=context.level,
            cell=context.cell,
            series=context.series,
            symbols=tuple(dict.fromkeys(symbol for _, symbol in self._symbols)) if self._symbols else (),
            why=context.why,
            path=frame.path or None,
            style=style_of(frame.element),
            links=tuple(self._links),
        )


def _role(element: etree._Element) -> str | None:
    """Its role; that of an image counts only when words stand for it."""
    role = element.get("role")
    return None if role == "img" and not element.get("aria-label") else role


def _around(element: etree._Element, sort: Sort, context: Context, why: str | None) -> Context:
    """What holds where the element stands, with what its own name says."""
    tag = element.tag
    if not (why or context.why) and sort is Sort.BUTTON and not _unfolds(element, context):
        why = "knop"
    if why is None and tag not in _CONTENT and tag not in LINES_KEPT:
        return context
    return context._replace(
        why=why or context.why,
        in_content=context.in_content or tag in _CONTENT,
        lines_kept=context.lines_kept or tag in LINES_KEPT,
    )


def _unfolds(element: etree._Element, context: Context) -> bool:
    """Whether a button is a label of the content: it stands in a heading or opens a part of the page."""
    is_control = element.get("aria-expanded") is not None or element.get("aria-controls") is not None
    return is_control or context.role is BlockRole.HEADING
