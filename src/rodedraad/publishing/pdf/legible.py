"""Texts that every font can show: what cannot be printed is told, never dropped in silence."""

import re
from collections.abc import Collection
from typing import Any, Final
from unicodedata import category, name

LONGEST_WORD: Final = 40
BREAK: Final = "\u200b"
_SPACE: Final = re.compile(r"[ \t\r\n\f\v]+")
_LONG: Final = re.compile(rf"[^\s{BREAK}-]{{{LONGEST_WORD},}}")
_PIECE: Final = re.compile(rf".{{{LONGEST_WORD // 2}}}(?=.)")
_INVISIBLE: Final = frozenset({"Cc", "Cn", "Cs"})
_ALSO: Final = frozenset({"\ufeff", "\ufffe"})


class Legible:
    """Makes texts printable with fonts that lack some characters, and remembers which it told in words."""

    def __init__(self, lacking: Collection[str]) -> None:
        self._lacking = re.compile(
            "|".join(map(re.escape, sorted(lacking, key=len, reverse=True))) or r"(?!)"
        )
        self._met: set[str] = set()

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """The characters that stand in the texts as their code, each with its name."""
        return tuple((code(one), name(one, "").lower()) for one in sorted(self._met))

    def of(self, data: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return JSON data with every text printable; the names of fields stay."""
        if isinstance(data, str):
            return self._text(data)
        if isinstance(data, dict):
            return {key: self.of(value) for key, value in data.items()}
        if isinstance(data, list | tuple):
            return [self.of(value) for value in data]
        return data

    def _text(self, text: str) -> str:
        if text.isascii() and text.isprintable() and len(text) < LONGEST_WORD:
            return text
        shown = self._lacking.sub(self._in_words, "".join(filter(_is_visible, _SPACE.sub(" ", text))))
        return _LONG.sub(lambda long: _PIECE.sub(rf"\g<0>{BREAK}", long[0]), shown)

    def _in_words(self, lacking: re.Match[str]) -> str:
        self._met |= set(lacking[0])
        return "".join(f"[{code(one)}]" for one in lacking[0])


def code(character: str) -> str:
    """Return the code of a character: `U+1F600`."""
    return f"U+{ord(character):04X}"


def _is_visible(character: str) -> bool:
    """Return whether a character stands for something: no control code, no byte order mark."""
    return character not in _ALSO and category(character) not in _INVISIBLE
