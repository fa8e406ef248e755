"""A token file, read strictly: custom properties with plain values, and nothing else.

The grammar is a small part of CSS (W3C, CSS Syntax Level 3 and CSS Custom Properties Level 1): rules for
`:root`, `html` or a class, with declarations whose names begin with `--`; around such rules for dark screens
`@media (prefers-color-scheme: dark)`, with or without `screen and`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.model.theme import Token
from rodedraad.publishing.theming.flaw import Flaw

LARGEST: Final = 65_536
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PIECE: Final = re.compile(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^{};])+|[{};]")
_DARK: Final = re.compile(
    r"@media\s*(?:screen\s+and\s*)?\(\s*prefers-color-scheme\s*:\s*dark\s*\)", re.IGNORECASE
)
_SELECTOR: Final = re.compile(r"(?:(?::root|html|\.[a-zA-Z][\w-]*)\s*(?:,\s*)?)+")
_DECLARATION: Final = re.compile(r"(?P<name>[^:]*):(?P<value>.*)", re.DOTALL)
_NAME: Final = re.compile(r"--[a-zA-Z0-9][a-zA-Z0-9_-]*")
_PLAIN: Final = re.compile(r"(?:\"[^\"\\<>\n]*\"|'[^'\\<>\n]*'|[a-zA-Z0-9\s#%.,()/_+*-])+")
_FUNCTION: Final = re.compile(r"([a-zA-Z-]+)\s*\(")
FUNCTIONS: Final = frozenset({"var", "rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "clamp"})
ONLY_TOKENS: Final = "Laat alleen ontwerpwaarden staan, zoals --utrecht-link-color: #005a9c;."


class TokenFile(Struct, frozen=True, kw_only=True):
    """The tokens of a file, and what is wrong with it; a later value takes the place of an earlier one."""

    light: tuple[Token, ...] = ()
    dark: tuple[Token, ...] = ()
    flaws: tuple[Flaw, ...] = ()


class _Piece(Struct, frozen=True, kw_only=True):
    text: str
    line: int


def read_tokens(text: str) -> TokenFile:
    """Return the tokens of a file; a file with a flaw gives no tokens at all."""
    if len(text.encode()) > LARGEST:
        problem = f"het bestand is groter dan {LARGEST // 1024} kB"
        return TokenFile(flaws=(Flaw(problem=problem, remedy="Neem alleen de ontwerpwaarden op."),))
    reader = _Reader(list(_pieces(text)))
    reader.read()
    if reader.flaws:
        return TokenFile(flaws=tuple(reader.flaws))
    return TokenFile(light=_tokens(reader.light), dark=_tokens(reader.dark))


def _tokens(values: dict[str, str]) -> tuple[Token, ...]:
    return tuple(Token(name=name, value=value) for name, value in sorted(values.items()))


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the marks and the stretches between them, with their lines; comments are left out."""
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    line = 1
    for piece in _PIECE.findall(plain):
        if piece.strip():
            lead = piece[: len(piece) - len(piece.lstrip())].count("\n")
            yield _Piece(text=piece.strip(), line=line + lead)
        line += piece.count("\n")


class _Reader:
    """Walks over the pieces once, and keeps what it read and what is wrong."""

    def __init__(self, pieces: Sequence[_Piece]) -> None:
        self._pieces = pieces
        self._at = 0
        self.light: dict[str, str] = {}
        self.dark: dict[str, str] = {}
        self.flaws: list[Flaw] = []

    def read(self) -> None:
        """Read every rule of the file."""
        while self._at < len(self._pieces) and not self.flaws:
            head = self._next()
            if _DARK.fullmatch(head.text) and self._opens():
                self._rules(self.dark)
            else:
                self._rule(head, self.light)

    def _rules(self, values: dict[str, str]) -> None:
        while not self.flaws:
            head = self._next()
            if head.text == "}":
                return
            self._rule(head, values)

    def _rule(self, head: _Piece, values: dict[str, str]) -> None:
        if not _SELECTOR.fullmatch(head.text):
            self._flaw(head, f"“{_short(head.text)}” hoort niet in een bestand met ontwerpwaarden")
        elif not self._opens():
            self._flaw(head, f"achter “{_short(head.text)}” ontbreekt een accolade")
        else:
            self._declarations(values)

    def _opens(self) -> bool:
        opens = self._at < len(self._pieces) and self._pieces[self._at].text == "{"
        self._at += opens
        return opens

    def _declarations(self, values: dict[str, str]) -> None:
        while not self.flaws:
            piece = self._next()
            if piece.text == "}":
                return
            if piece.text != ";":
                self._declaration(piece, values)

    def _declaration(self, piece: _Piece, values: dict[str, str]) -> None:
        found = _DECLARATION.fullmatch(piece.text)
        name = found["name"].strip() if found else piece.text
        value = found["value"].strip() if found else ""
        if not _NAME.fullmatch(name):
            self._flaw(piece, f"“{_short(name)}” is geen ontwerpwaarde: de naam begint niet met --")
        elif not _is_plain(value):
            self._flaw(piece, f"de waarde van {name} mag niet: “{_short(value)}”")
        else:
            values[name] = " ".join(value.split())

    def _next(self) -> _Piece:
        if self._at < len(self._pieces):
            self._at += 1
            return self._pieces[self._at - 1]
        last = self._pieces[-1]
        self._flaw(last, "het bestand houdt op voordat een accolade is gesloten")
        return _Piece(text="}", line=last.line)

    def _flaw(self, piece: _Piece, problem: str) -> None:
        self.flaws.append(Flaw(line=piece.line, problem=problem, remedy=ONLY_TOKENS))


def _is_plain(value: str) -> bool:
    """Return whether a value holds only colours, lengths, words and the few functions that reach nothing."""
    if not _PLAIN.fullmatch(value):
        return False
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", value)
    names = {name.lower() for name in _FUNCTION.findall(bare)}
    return names <= FUNCTIONS and bare.count("(") == bare.count(")")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - as much as fits in a message
