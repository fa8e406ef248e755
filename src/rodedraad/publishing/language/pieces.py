"""The pieces of a template that hold words, each whole, and a template with those pieces in another language.

A piece is what a translator needs to see at once: the text between two tags that begin something of their
own, with the expressions and the small tags in it; the value of an attribute that is read aloud or shown; or
a statement that holds a text.  Pieces are found in the source of a template, so that pages in another
language cost no more to render.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

JINJA: Final = r"\{%.*?%\}|\{\{.*?\}\}"
TOKEN: Final = re.compile(
    rf"(?P<note>\{{\#.*?\#\}}|<!.*?>)|(?P<statement>\{{%.*?%\}})|(?P<shown>\{{\{{.*?\}}\}})"
    rf"|(?P<tag><(?:{JINJA}|[^>{{]|\{{(?![{{%]))*>)|(?P<line>\n)|(?P<text>(?:[^<{{\n]|\{{(?![{{%\#]))+|<)",
    re.DOTALL,
)
SMALL: Final = re.compile(r"</?(?:a|abbr|b|code|em|q|small|span|strong|time)\b")
NAMES: Final = "aria-label|title|alt|placeholder|label|data-(?:label|sort|group|up|down|says)"
ATTRIBUTE: Final = re.compile(rf'\s(?:{NAMES})="(?P<value>(?:{JINJA}|[^"])*)"', re.DOTALL)
LITERAL: Final = re.compile(r'"([^"]*)"')
WORDS: Final = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]|[a-zà-ÿ]+ [a-zà-ÿ]")
LETTERS: Final = re.compile(r"[^\W\d_]{2}|^[^\W\d_]$")
ENTITY: Final = re.compile(r"&\w+;")
CLASSES: Final = "rd-"
SAID: Final = re.compile(r'say\("[^"]*"\)')
COUNTED: Final = "counted("


class Piece(Struct, frozen=True, kw_only=True):
    """A piece of a template: where it stands in the source, and its text as it stands there."""

    start: int
    end: int
    text: str


class _Token(Struct, frozen=True, kw_only=True):
    type: str
    start: int
    end: int
    text: str

    @property
    def small(self) -> bool:
        """Whether it is a tag that stands within a sentence."""
        return self.type == "tag" and SMALL.match(self.text) is not None

    @property
    def within(self) -> bool:
        """Whether a sentence goes on over it."""
        return self.type in {"text", "shown"} or self.small

    @property
    def worded(self) -> bool:
        """Whether it holds words for people."""
        if self.type == "text":
            return LETTERS.search(ENTITY.sub("", self.text).strip()) is not None
        return self.type in {"shown", "statement"} and has_words(self.text)


def has_words(code: str) -> bool:
    """Return whether code holds a text for people: one with a capital, of more than one word, or counted."""
    texts = LITERAL.findall(SAID.sub("", code))
    return COUNTED in code or any(WORDS.search(one) for one in texts if not one.strip().startswith(CLASSES))


def in_words(source: str, words: Mapping[str, str]) -> str:
    """Return the source of a template with each piece that has other words in those words."""
    made, at = [], 0
    for piece in candidates(source):
        if piece.start >= at and piece.text in words:
            made += [source[at : piece.start], words[piece.text]]
            at = piece.end
    return "".join((*made, source[at:]))


def pieces(source: str) -> Iterator[Piece]:
    """Yield the pieces of a template that hold words, in the order in which they stand."""
    at = 0
    for piece in candidates(source):
        if piece.start >= at and _worded(piece):
            yield piece
            at = piece.end


def candidates(source: str) -> list[Piece]:
    """Return every piece of a template that could hold words, in the order in which they stand."""
    tokens = list(_tokens(source))
    runs = [_piece(source, run) for run in _runs(tokens)]
    inside = [piece for one in tokens for piece in _attributes(one)]
    whole = [_whole(one) for one in tokens if one.type == "statement"]
    return sorted((*runs, *inside, *whole), key=lambda one: (one.start, -one.end))


def _worded(piece: Piece) -> bool:
    """Return whether a piece holds words."""
    return any(one.worded for one in _tokens(piece.text))


def _tokens(source: str) -> Iterator[_Token]:
    for match in TOKEN.finditer(source):
        yield _Token(type=match.lastgroup or "", start=match.start(), end=match.end(), text=match.group())


def _runs(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Yield what stands together between tags that begin something of their own, without outer tags."""
    run: list[_Token] = []
    for token in (*tokens, None):
        if token is not None and token.within:
            run.append(token)
        elif run:
            yield from _trimmed(run)
            run = []


def _trimmed(run: list[_Token]) -> Iterator[list[_Token]]:
    while run and (run[0].small or not run[0].text.strip()):
        run = run[1:]
    while run and (run[-1].small or not run[-1].text.strip()):
        run = run[:-1]
    if run:
        yield run


def _piece(source: str, run: list[_Token]) -> Piece:
    start, end = run[0].start, run[-1].end
    text = source[start:end]
    left = len(text) - len(text.lstrip())
    return Piece(start=start + left, end=start + len(text.rstrip()), text=text.strip())


def _whole(token: _Token) -> Piece:
    return Piece(start=token.start, end=token.end, text=token.text)


def _attributes(token: _Token) -> Iterator[Piece]:
    if token.type == "tag":
        for match in ATTRIBUTE.finditer(token.text):
            start, end = match.span("value")
            yield Piece(start=token.start + start, end=token.start + end, text=match.group("value"))
