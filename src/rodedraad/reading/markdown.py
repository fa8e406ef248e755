"""Markdown, as it would be shown."""

import re
from collections.abc import Iterator
from itertools import count

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.model.text import Extract
from rodedraad.reading.assemble import assemble
from rodedraad.reading.charset import decode
from rodedraad.reading.errors import ReadingError
from rodedraad.reading.html import pieces_of_fragment
from rodedraad.reading.numerals import with_marker
from rodedraad.reading.piece import Cell, Draft, Piece

MEDIA_TYPE = "text/markdown"
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*[\"']?(.*?)[\"']?[ \t]*\r?$", re.MULTILINE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DEEPEST = 80
_LONGEST_LINE = 1_000_000


def read_markdown(data: bytes, name: str) -> Extract:
    """The text without its marks; what stands above it between dashes is set aside."""
    text = decode(data, name)
    front = _FRONT.match(text)
    title = _TITLE.search(front[1]) if front else None
    pieces = (
        [Piece(text=line, why="gegevens over het bestand") for line in front[1].splitlines()] if front else []
    )
    reader = _Reader(name)
    reader.read(_tokens(text[front.end() :] if front else text, name))
    return assemble(
        Draft(
            media_type=MEDIA_TYPE,
            pieces=pieces + reader.pieces,
            title=title[1] if title else None,
            layout=frozenset(number for number, width in reader.widths.items() if width <= 1),
        )
    )


def _tokens(text: str, name: str) -> list[Token]:
    if max(map(len, text.splitlines()), default=0) > _LONGEST_LINE:
        raise ReadingError(
            name, "", "er staat een regel van meer dan een miljoen tekens in", "Breek de tekst in alinea's"
        )
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    deepest = next((token for token in tokens if token.level >= _DEEPEST - 1), None)
    if deepest:  # the parser leaves out what nests deeper
        place = f"regel {deepest.map[0] + 1}" if deepest.map else ""
        raise ReadingError(
            name, place, "lijsten of citaten zijn te diep genest", "Maak het document eenvoudiger op"
        )
    return tokens


class _Reader:
    """Gathers the pieces of one text from its tokens."""

    def __init__(self, name: str) -> None:
        self.pieces: list[Piece] = []
        self.widths: dict[int, int] = {}
        self._name = name
        self._numbers: list[int | None] = []  # of the next item in each open list; None for bullets
        self._marker = ""
        self._series = count()
        self._base = Piece(text="")

    def read(self, tokens: list[Token]) -> None:
        for token in tokens:
            handle = getattr(self, f"_{token.type}", None)
            if token.map:
                self._base = replace(self._base, path=f"regel {token.map[0] + 1}")
            if handle:
                handle(token)

    def _heading_open(self, token: Token) -> None:
        self._base = replace(self._base, role=BlockRole.HEADING, level=int(token.tag[1:]))

    def _heading_close(self, _token: Token) -> None:
        self._base = replace(self._base, role=self._role(), level=len(self._numbers) or None)

    def _bullet_list_open(self, token: Token) -> None:
        self._list_open(None, token)

    def _ordered_list_open(self, token: Token) -> None:
        self._list_open(int(token.attrGet("start") or 1) if token.attrGet("start") != 0 else 0, token)

    def _list_open(self, first: int | None, _token: Token) -> None:
        self._numbers.append(first)
        series = next(self._series) if self._base.series is None else self._base.series
        self._base = replace(self._base, role=BlockRole.LIST_ITEM, level=len(self._numbers), series=series)

    def _list_close(self, _token: Token) -> None:
        self._numbers.pop()
        series = self._base.series if self._numbers else None
        self._base = replace(self._base, role=self._role(), level=len(self._numbers) or None, series=series)

    _bullet_list_close = _list_close
    _ordered_list_close = _list_close

    def _role(self) -> BlockRole:
        return BlockRole.LIST_ITEM if self._numbers else BlockRole.PARAGRAPH

    def _list_item_open(self, _token: Token) -> None:
        number = self._numbers[-1]
        self._marker = "" if number is None else f"{number}."
        self._numbers[-1] = None if number is None else number + 1

    def _list_item_close(self, _token: Token) -> None:
        self._marker = ""

    def _table_open(self, _token: Token) -> None:
        self.widths[len(self.widths)] = 0
        self._base = replace(
            self._base, role=BlockRole.CELL, level=None, cell=Cell(len(self.widths) - 1, -1, -1)
        )

    def _table_close(self, _token: Token) -> None:
        self._base = replace(self._base, role=self._role(), level=len(self._numbers) or None, cell=None)

    def _tr_open(self, _token: Token) -> None:
        cell = self._base.cell or Cell(0, -1, -1)
        self._base = replace(self._base, cell=cell._replace(row=cell.row + 1, column=-1))

    def _th_open(self, token: Token) -> None:
        cell = self._base.cell or Cell(0, 0, -1)
        self._base = replace(self._base, cell=cell._replace(column=cell.column + 1, header=token.tag == "th"))
        self.widths[cell.table] = max(self.widths[cell.table], cell.column + 2)

    _td_open = _th_open

    def _inline(self, token: Token) -> None:
        children = token.children or []
        symbols = tuple(symbol for child in children if child.type == "image" for symbol in _about(child))
        for text in "".join(_words(children)).split("\n"):
            self._add(text, symbols)
            symbols = ()

    def _add(self, text: str, symbols: tuple[str, ...] = ()) -> None:
        if text.strip():
            marker, self._marker = self._marker, ""
            self.pieces.append(replace(self._base, text=with_marker(marker, text.strip()), symbols=symbols))

    def _fence(self, token: Token) -> None:
        for line in token.content.split("\n"):
            self._add(line)

    _code_block = _fence

    def _html_block(self, token: Token) -> None:
        """Tables within it keep their cells, numbered after those before."""
        first = len(self.widths)
        for piece in pieces_of_fragment(token.content, self._name):
            cell = piece.cell._replace(table=piece.cell.table + first) if piece.cell else None
            if cell:
                self.widths[cell.table] = max(self.widths.get(cell.table, 0), cell.column + cell.column_span)
            self.pieces.append(replace(piece, cell=cell, series=None, path=self._base.path))


def _words(children: list[Token]) -> Iterator[str]:
    """The text of a paragraph; a newline stands for a break that is shown."""
    for child in children:
        if child.type == "softbreak":
            yield " "
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.fullmatch(child.content)):
            yield "\n"
        elif child.type == "image":
            yield f" {child.content} ".replace("\n", " ")
        elif child.type != "html_inline":
            yield child.content.replace("\n", " ")


def _about(image: Token) -> tuple[str, ...]:
    source = str(image.attrGet("src") or "").rsplit("/", 1)[-1]
    known = (image.content, source, str(image.attrGet("title") or ""))
    return tuple(" ".join(one.split()) for one in known if one.strip())
