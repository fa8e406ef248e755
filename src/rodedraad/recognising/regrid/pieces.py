"""The lines of a page as cells to be: one line, or the lines between two gaps where gaps part all cells."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.recognising.numbers import is_year
from rodedraad.recognising.shapes import Shape, shape_of
from rodedraad.recognising.tense import looks_back
from rodedraad.recognising.units import Unit

TENSE_LIMIT: Final = 2.0
MOSTLY: Final = 0.7
FEWEST: Final = 3
_SIGNS: Final = frozenset({"V", "N"})
_NAMES: Final = frozenset({Shape.NAME, Shape.UNIT, Shape.LABEL})
_FIGURES: Final = frozenset({Shape.FIGURE, Shape.INTEGER, Shape.MISSING})


class Piece(Struct, frozen=True, kw_only=True):
    """A cell to be: its units, its words on one line, its looks, and how much it looks back."""

    units: tuple[Unit, ...]
    text: str
    shape: Shape
    back: float
    gap: bool

    @property
    def numbered(self) -> bool:
        """Whether a number or code of its own goes before its words."""
        return self.units[0].number is not None and not self.units[0].only_number

    @property
    def introduces(self) -> bool:
        """Whether what follows belongs to it."""
        return self.text.endswith(":") or self.shape is Shape.LABEL


class Pieces:
    """The lines of a page as pieces; a piece is kept, for a line is looked at for several tables."""

    def __init__(self, year: int) -> None:
        """Take the year of the document, by which is told what looks back."""
        self._year = year
        self._read: dict[tuple[int, int], Piece] = {}

    def of(self, units: Sequence[Unit], *, spaced: bool) -> tuple[Piece, ...]:
        """Return the units as pieces; where cells are `spaced`, lines without a gap between them are one."""
        groups: list[list[Unit]] = []
        for unit in units:
            if groups and spaced and not unit.gap:
                groups[-1].append(unit)
            else:
                groups.append([unit])
        return _with_letters(_with_codes([self._piece(group) for group in groups]))

    def _piece(self, units: Sequence[Unit]) -> Piece:
        key = (units[0].place, len(units))
        piece = self._read.get(key)
        if piece is None:
            piece = self._read[key] = _piece(units, self._year)
        return piece


def _with_codes(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces; numbers before names that only rise are codes of rows: `601`, `602`, `603`."""
    numbers = [place for place, (one, other) in enumerate(pairwise(pieces)) if _goes_before(one, other)]
    sizes = [int(pieces[place].text) for place in numbers]
    if len(sizes) >= FEWEST and all(one < other for one, other in pairwise(sizes)):
        for place in numbers:
            pieces[place] = replace(pieces[place], shape=Shape.CODE)
    return pieces


def _goes_before(number: Piece, name: Piece) -> bool:
    return number.shape is Shape.INTEGER and name.shape in _NAMES and number.text.isdigit()


def _with_letters(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces; where most figures have a V or N behind them, each letter goes with its figure."""
    figures = sum(piece.shape in _FIGURES for piece in pieces)
    pairs = sum(_goes_with(*pair) for pair in pairwise(pieces))
    if pairs <= MOSTLY * figures or pairs < FEWEST:
        return tuple(pieces)
    found: list[Piece] = []
    for piece in pieces:
        if found and _goes_with(found[-1], piece):
            before = found.pop()
            whole = replace(before, units=before.units + piece.units, text=f"{before.text} {piece.text}")
            found.append(whole)
        else:
            found.append(piece)
    return tuple(found)


def _goes_with(figure: Piece, letter: Piece) -> bool:
    return figure.shape in _FIGURES and letter.shape is Shape.LETTER and letter.text.upper() in _SIGNS


def is_spaced(units: Sequence[Unit]) -> bool:
    """Whether an empty line stands before most of the lines, so that it parts cells.

    A year may go on with the head before it.
    """
    lines = [unit for unit in units if not unit.listed and (unit.gap or not is_year(unit.text))]
    return sum(unit.gap for unit in lines) > MOSTLY * len(lines)


def _piece(units: Sequence[Unit], year: int) -> Piece:
    text = " ".join(unit.text for unit in units)
    shape = Shape.ITEM if units[0].listed else shape_of(text)
    telling = shape in (Shape.ITEM, Shape.TEXT, Shape.NAME)
    back = max(-TENSE_LIMIT, min(TENSE_LIMIT, looks_back(units[0].words, year))) if telling else 0.0
    return Piece(units=tuple(units), text=text, shape=shape, back=back, gap=units[0].gap)
