"""Runs of lines that may be the heads of columns, and the ways to read them."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.recognising.heads import read_head
from rodedraad.recognising.moneyrows import is_group
from rodedraad.recognising.numbers import is_year
from rodedraad.recognising.regrid.holds import IN_FIGURES, Holds, holds_of, of_words
from rodedraad.recognising.regrid.pieces import Piece
from rodedraad.recognising.regrid.spanning import spans_of
from rodedraad.recognising.shapes import Shape

FEWEST: Final = 2
MOST: Final = 18
UNKNOWN: Final = 0.8
"""What a head costs that the vocabulary does not know."""
UNUSED: Final = 2.5
"""What a known head costs that is left out, above the table."""
LEFT: Final = 4.0
"""What a known head costs that is taken for a row."""
OF_WORDS: Final = 1.5
"""What it costs more in a table of words: over figures a heading may stand that looks like a head."""
ATTACHED: Final = 1.5
"""What a line costs that is left out above the table without a gap between."""
LONGEST_UNKNOWN: Final = 45
BETWEEN: Final = 2
"""So many unknown heads may stand between two known ones, or behind the last."""
EMPTY_CORNER: Final = 0.2
MOST_NAMES: Final = 3
"""So many heads at most go before those that others stand under."""
MOST_CORNERS: Final = 2
"""So many lines at most stand between heads and those under them, over the names of rows."""
_WORDED: Final = frozenset({Holds.PLAN, Holds.GOAL, Holds.ACTUAL, Holds.STATE})
_TOLD: Final = frozenset({Holds.PLAN, Holds.GOAL, Holds.ACTUAL, Holds.REMARK})
_OF_FIGURES: Final = frozenset({Holds.FIGURE, Holds.EITHER})
_OF_INDICATORS: Final = frozenset({Holds.UNIT, Holds.SOURCE, Holds.PERIOD, Holds.LETTER})
_CELLS: Final = frozenset(
    {Shape.FIGURE, Shape.INTEGER, Shape.MISSING, Shape.LETTER, Shape.CODE, Shape.DATED, Shape.ITEM}
)
_NO_HEAD: Final = _CELLS | {Shape.TEXT, Shape.STATE}
"""The looks that no head has that the vocabulary does not know."""


class Reading(Struct, frozen=True, kw_only=True):
    """One way to read a run of heads.

    `holds` tells the columns; `heads` are the pieces over them, by column; `groups` those over several
    of them, each with its first column and how many it spans.
    """

    start: int
    end: int
    holds: tuple[Holds, ...]
    heads: tuple[tuple[int, Piece], ...]
    groups: tuple[tuple[int, int, Piece], ...] = ()
    cost: float = 0.0


def run_at(pieces: Sequence[Piece], place: int) -> tuple[int, int] | None:
    """Return from where to where heads may stand around a piece, where two or more are known."""
    if _known(pieces[place]) is None:
        return None
    last, end = place, place + 1
    while end < len(pieces) and (_may_be(pieces[end]) or _is_corner(pieces, end)):
        known = _known(pieces[end])
        if end - last > BETWEEN + (known is Holds.FIGURE):
            break
        last = end if known is not None else last
        end += 1
    run = pieces[place:end]
    if sum(_known(piece) is not None for piece in run) < FEWEST or len(run) - _again(run) > MOST:
        return None
    first = place - 1 if place and _may_be(pieces[place - 1]) else place
    return first, end


def _known(piece: Piece) -> Holds | None:
    is_cell = piece.shape in _CELLS and "/" not in piece.text
    return None if is_cell else holds_of(piece.text)


def _may_be(piece: Piece) -> bool:
    if _known(piece) is not None:
        return True
    short = len(piece.text) <= LONGEST_UNKNOWN and not piece.text.endswith((".", ":", ";", "?"))
    return short and piece.shape not in _NO_HEAD


def _again(run: Sequence[Piece]) -> int:
    """Return how many heads of a run come again, over and over in one order: `Lasten`, `Baten`, `Saldo`."""
    texts = [piece.text for piece in run]
    first = next((at for at, text in enumerate(texts) if text in texts[at + 1 :] and not is_year(text)), 0)
    block = list(dict.fromkeys(texts[first:-BETWEEN]))
    times = 0
    while block and texts[first + times * len(block) :][: len(block)] == block:
        times += 1
    return max(times - 1, 0) * len(block)


def _is_corner(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a name with a colon stands between heads, over the names: `Programma's:`."""
    around = pieces[place - 1], *pieces[place + 1 : place + 2]
    named = pieces[place].shape not in _CELLS and len(pieces[place].text) <= LONGEST_UNKNOWN
    return named and len(around) > 1 and {_known(piece) for piece in around} <= _OF_FIGURES


def readings(pieces: Sequence[Piece], first: int, end: int) -> Iterator[Reading]:
    """Yield the ways to read the heads in a run: where they begin and end, and whether some span others."""
    known = [_known(pieces[place]) is not None for place in range(first, end)]
    for start in range(first, end - FEWEST + 1):
        passed = _passed(pieces, first, start)
        others = sum(known[: start - first])
        for stop in range(start + FEWEST, end + 1):
            if sum(known[start - first : stop - first]) >= FEWEST:
                cost = passed + _left(pieces, stop, end)
                for way in _read(pieces[start:stop], start, cost):
                    yield replace(way, cost=way.cost + OF_WORDS * others) if _WORDED & set(way.holds) else way


def _passed(pieces: Sequence[Piece], first: int, start: int) -> float:
    """Return how odd it is that lines above the heads are no heads: known ones, or without a gap."""
    odd = 0.0
    for place in range(first, start):
        odd += UNUSED if _known(pieces[place]) is not None else 0.0
        odd += ATTACHED if not pieces[place + 1].gap else 0.0
    return odd


def _left(pieces: Sequence[Piece], stop: int, end: int) -> float:
    """Return how odd it is that the heads behind the last are rows.

    Only the likes of Lasten could be, and labels that come again.
    """
    below = {piece.text for piece in pieces[end:]}
    dated = any(map(_is_dated, pieces[max(stop - MOST, 0) : stop]))
    heads = takewhile(
        lambda piece: _known(piece) not in (None, Holds.FIGURE) or (dated and _is_dated(piece)),
        pieces[stop:end],
    )
    return LEFT * sum(piece.text not in below for piece in heads)


def _is_dated(piece: Piece) -> bool:
    """Whether a piece is the head of a column of figures with a year or role of its own."""
    head = read_head(piece.text)
    return _known(piece) is Holds.FIGURE and (head.year is not None or head.side is not None)


def _read(run: Sequence[Piece], start: int, passed: float) -> Iterator[Reading]:
    cost = passed + UNKNOWN * sum(_known(piece) is None for piece in run)
    yield _flat(run, start, cost)
    yield from _stacked(run, start, cost)
    yield from _ending_in_years(run, start, cost)
    for leaf in sorted(set(_leaves(run))):
        yield from _grouped(run, start, leaf, cost)


def _flat(run: Sequence[Piece], start: int, cost: float) -> Reading:
    holds = _settled(run)
    shift = 1 if holds[0] is Holds.FIGURE else 0
    heads = tuple((column + shift, piece) for column, piece in enumerate(run))
    odd = EMPTY_CORNER * shift
    return Reading(
        start=start, end=start + len(run), holds=(*[Holds.NAME] * shift, *holds), heads=heads, cost=cost + odd
    )


def _settled(run: Sequence[Piece]) -> list[Holds]:
    """Return what the columns of a run hold, each seen beside the others.

    Resultaat or Doel is over figures in a table of figures, over words in one of words; a lone column of
    a budget beside results holds promises.
    """
    holds = [_known(piece) or Holds.ANY for piece in run]
    others = set(holds)
    if others & _WORDED and holds.count(Holds.FIGURE) <= 1:
        return _promising([_in_words(one, piece) for one, piece in zip(holds, run, strict=True)])
    if others & _OF_INDICATORS or holds.count(Holds.FIGURE) >= FEWEST:
        holds = [Holds.FIGURE if one is Holds.EITHER else one for one in holds]
    if holds[0] in (Holds.ANY, Holds.EITHER):
        holds[0] = Holds.NAME
    return holds


def _promising(holds: list[Holds]) -> list[Holds]:
    """Return what columns of words hold; where none is of promises, the first that is unknown holds them."""
    if {Holds.PLAN, Holds.GOAL} & set(holds):
        return holds
    unknown = [column for column, one in enumerate(holds) if one in (Holds.ANY, Holds.FIGURE)]
    return [Holds.PLAN if column in unknown[:1] else one for column, one in enumerate(holds)]


def _in_words(holds: Holds, piece: Piece) -> Holds:
    return of_words(piece.text) or holds if holds in (Holds.EITHER, Holds.FIGURE) else holds


def _leaves(run: Sequence[Piece]) -> Iterator[int]:
    """Yield where heads under other heads may begin: at the first that comes again, at years behind words."""
    texts = [piece.text for piece in run]
    for place in range(1, len(run)):
        above = _known(run[place - 1]) is Holds.FIGURE and run[place - 1].shape is not Shape.YEAR
        if texts[place] in texts[place + 1 :] or (above and run[place].shape is Shape.YEAR):
            yield place
            return


def _grouped(run: Sequence[Piece], start: int, leaf: int, cost: float) -> Iterator[Reading]:
    """Yield the readings in which the heads before `leaf` stand over several of those behind it."""
    leaves = run[leaf:]
    last = leaf - _corners(run[:leaf])
    for names in range(min(last, MOST_NAMES + 1)):
        levels = _levels(run[names:last])
        spans = spans_of([piece.text for piece in levels[0]], [piece.text for piece in leaves])
        if spans is None or len(spans) == len(leaves) or not _may_span(run[:names], levels[0]):
            continue
        corner = names or 1
        above = [*enumerate(run[:names]), *((0, piece) for piece in (*levels[2], *run[last:leaf]))]
        named = [_known(piece) or Holds.NAME for piece in run[:names]] or [Holds.NAME]
        yield Reading(
            start=start,
            end=start + len(run),
            holds=(*named, *(_known(piece) or Holds.ANY for piece in leaves)),
            heads=(*above, *((corner + place, piece) for place, piece in enumerate(leaves))),
            groups=tuple(
                (corner + first, count, piece)
                for level in levels[:2]
                for (first, count), piece in zip(spans, level, strict=False)
            ),
            cost=cost,
        )


def _corners(above: Sequence[Piece]) -> int:
    """Return how many of the last heads above the leaves stand over the names of rows: no known figures."""
    others = takewhile(lambda piece: _known(piece) not in _OF_FIGURES, reversed(above))
    count = sum(1 for _ in others)
    return count if count <= MOST_CORNERS and count < len(above) else 0


def _levels(above: Sequence[Piece]) -> tuple[Sequence[Piece], Sequence[Piece], Sequence[Piece]]:
    """Return heads over others: words, the years under as many of them, and what stands between these."""
    years = sum(1 for _ in takewhile(lambda piece: piece.shape is Shape.YEAR, reversed(above)))
    rest = len(above) - years
    between = _corners(above[:rest])
    if not years or rest - between != years or any(piece.shape is Shape.YEAR for piece in above[:years]):
        return above, (), ()
    return above[:years], above[rest:], above[years:rest]


def _stacked(run: Sequence[Piece], start: int, cost: float) -> Iterator[Reading]:
    """Yield the reading with years under as many heads: `Rekening | Begroting` over `2022 | 2023`.

    What stands before or between them is over the names; a head of letters may stand behind.
    """
    letters = run[len(run) - 1 :] if _known(run[-1]) is Holds.LETTER else ()
    rest = run[: len(run) - len(letters)]
    years = sum(1 for _ in takewhile(lambda piece: piece.shape is Shape.YEAR, reversed(rest)))
    leaves, above = rest[len(rest) - years :], rest[: len(rest) - years]
    others = len(above) - years
    if years < FEWEST or not 0 <= others <= MOST_CORNERS:
        return
    for first in range(others + 1):
        heads, corners = above[first : first + years], (*above[:first], *above[first + years :])
        told = all(_known(piece) in _OF_FIGURES and piece.shape is not Shape.YEAR for piece in heads)
        if told and all(_known(piece) not in _OF_FIGURES or is_group(piece.text) for piece in corners):
            yield Reading(
                start=start,
                end=start + len(run),
                holds=(Holds.NAME, *[Holds.FIGURE] * years, *[Holds.LETTER] * len(letters)),
                heads=(*((0, piece) for piece in corners), *enumerate((*leaves, *letters), start=1)),
                groups=tuple((column, 1, piece) for column, piece in enumerate(heads, start=1)),
                cost=cost,
            )


def _ending_in_years(run: Sequence[Piece], start: int, cost: float) -> Iterator[Reading]:
    """Yield the reading in which the last head that is none of one year stands over the years behind it."""
    years = sum(1 for _ in takewhile(lambda piece: piece.shape is Shape.YEAR, reversed(run)))
    leaf = len(run) - years
    if years < FEWEST or leaf < FEWEST or _is_dated(run[leaf - 1]) or not _is_dated(run[leaf - 2]):
        return
    if _known(run[leaf - 1]) is not Holds.FIGURE:
        return
    before = _flat([*run[: leaf - 1], *run[leaf:]], start, cost)
    first = before.heads[leaf - 1][0]
    yield replace(before, end=start + len(run), groups=((first, years, run[leaf - 1]),))


def _may_span(names: Sequence[Piece], groups: Sequence[Piece]) -> bool:
    """Whether heads may stand over others, behind names that do not."""
    spanning = {None, Holds.FIGURE, Holds.EITHER}
    return all(_known(piece) in spanning for piece in groups) and not any(
        _known(piece) is Holds.FIGURE for piece in names
    )


def with_letters(reading: Reading, pieces: Sequence[Piece]) -> Reading:
    """Return a reading with a column without a head for the letters V and N, where such stand below."""
    figures = any(holds in IN_FIGURES for holds in reading.holds)
    letters = sum(piece.shape is Shape.LETTER for piece in pieces)
    if not figures or letters < FEWEST or Holds.LETTER in reading.holds:
        return reading
    last = max(column for column, holds in enumerate(reading.holds) if holds in IN_FIGURES)
    move = [(column + (column > last), piece) for column, piece in reading.heads]
    holds = (*reading.holds[: last + 1], Holds.LETTER, *reading.holds[last + 1 :])
    return replace(reading, heads=tuple(move), holds=holds)


def with_numbers(reading: Reading) -> Reading:
    """Return a reading with a first column without a head: the numbers of the rows."""
    return replace(
        reading,
        heads=tuple((column + 1, piece) for column, piece in reading.heads),
        groups=tuple((column + 1, count, piece) for column, count, piece in reading.groups),
        cost=reading.cost + UNKNOWN,
        holds=(Holds.NUMBER, *reading.holds),
    )


def with_remarks(reading: Reading) -> Reading | None:
    """Return a reading with a last column without a head: remarks, or beside figures anything.

    Behind a column of words there is none: what stands there goes on with it.
    """
    if reading.holds[-1] in _TOLD:
        return None
    last = Holds.REMARK if _WORDED & set(reading.holds) else Holds.ANY
    return replace(reading, cost=reading.cost + UNKNOWN, holds=(*reading.holds, last))


def has_numbers(reading: Reading, pieces: Sequence[Piece]) -> bool:
    """Whether lines below the heads may be the numbers of rows, for which no head stands."""
    numbers = sum(piece.shape in (Shape.CODE, Shape.INTEGER) for piece in pieces)
    return numbers >= FEWEST and Holds.NUMBER not in reading.holds


def is_label(reading: Reading, pieces: Sequence[Piece]) -> bool:
    """Whether the last head comes again below, and the first does not: it is no head but a label."""
    first, last = reading.heads[0][1].text, reading.heads[-1][1].text
    below = [piece.text for piece in pieces]
    return last in below and first not in below
