"""The heads of all columns of a table on one line, cut where each column begins."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, zip_longest
from typing import Final, NamedTuple

from rodedraad.recognising.heads import Head, Use, Word, begins_column, in_order, read_head, words_of_heads
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.notes import note_in
from rodedraad.recognising.rowlines.tokens import Looks, stretches

LONGEST: Final = 240
"""The heads of a table are on a line or two of a page."""
LONGEST_NAME: Final = 90
LONGEST_FIGURED: Final = 45
FEWEST_WORDS: Final = 2
MOST_UNKNOWN: Final = 2
_ENDS: Final = (".", ";", "!", ":")
_ABBREVIATION: Final = 5
_FIGURES: Final = frozenset({Looks.FIGURE, Looks.DATED})


class Heads(NamedTuple):
    """The heads on a line and where each stands; without a head over the names the first stands nowhere."""

    heads: tuple[Head, ...]
    spans: tuple[tuple[int, int] | None, ...]

    @property
    def figured(self) -> tuple[int, ...]:
        """The columns of figures."""
        return tuple(place for place, head in enumerate(self.heads) if head.is_figure)


class _Joins(NamedTuple):
    """How to read what could be the head of a column or a part of the one before it."""

    others: bool
    """Whether unknown words go on with the head before them: `Regio Zuidveen`."""
    whats: bool
    """Whether lasten, baten, saldo do, behind a year: `Rekening 2023 lasten`."""


_WAYS: Final = tuple(
    _Joins(others=others, whats=whats) for others in (False, True) for whats in (True, False)
)


@lru_cache(maxsize=LINES)
def ways_to_read(line: str) -> tuple[Heads, ...]:
    """Return the ways to read a line as heads of columns of figures, likely ones first; none if it is not."""
    plain = line.strip()
    ended = plain.endswith(_ENDS) and len(plain.split()[-1]) > _ABBREVIATION
    if len(plain) > LONGEST or len(plain.split()) < FEWEST_WORDS or ended or _has_figures(line):
        return ()
    words, depths = _words(line), _depths(line)
    if note_in(line) is None and all(word.kind == "other" for word in words):
        return ()
    cuts = dict.fromkeys(cuts for joins in _WAYS if (cuts := _cuts(line, words, depths, joins)))
    ways = dict.fromkeys(way for one in cuts for way in _readings(line, one))
    return tuple(way for way in ways if _are_heads(way))


def _has_figures(line: str) -> bool:
    """Whether a line ends in figures, or holds several beside each other, other than years: heads do not."""
    note = note_in(line) or (0, 0)
    for stretch in stretches(line):
        figures = sum(token.looks in _FIGURES for token in stretch)
        inside = line.count("(", 0, stretch[0].start) > line.count(")", 0, stretch[0].start)
        noted = note[0] <= stretch[0].start < note[1]
        at_end = not line[stretch[-1].end :].strip()
        if not inside and not noted and (figures > 1 or (figures and at_end)):
            return True
    return False


def _words(line: str) -> tuple[Word, ...]:
    """Return the words of heads on a line; those of a note on its amounts are none."""
    note = note_in(line)
    blank = line if note is None else line[: note[0]] + " " * (note[1] - note[0]) + line[note[1] :]
    return words_of_heads(blank)


def _depths(line: str) -> Sequence[int]:
    """Return in how many brackets each character of a line stands."""
    if "(" not in line and ")" not in line:
        return (0,) * (len(line) + 1)
    return list(accumulate(((char == "(") - (char == ")") for char in line), initial=0))


def _cuts(line: str, words: Sequence[Word], depths: Sequence[int], joins: _Joins) -> tuple[int, ...]:
    """Return where the columns begin."""
    column: list[Word] = []
    found: list[int] = []
    if _is_note(line):
        column, found = [Word("other", "", "", 0)], [0]
    for word, after in zip_longest(words, words[1:]):
        goes_on = depths[word.start] > 0 or not _may_begin(line, column, word, joins)
        if column and goes_on and not _repeats(column, word, after):
            column.append(word)
        else:
            column = [word]
            found.append(word.start if found else 0)
    return tuple(found)


def _may_begin(line: str, column: list[Word], word: Word, joins: _Joins) -> bool:
    if line[word.start - 1 : word.start].strip(" ("):
        return False
    kinds = {one.kind for one in column}
    figured = bool(kinds & {"year", "phase", "side", "before", "after"})
    if word.kind == "other" and figured and joins.others:
        return False
    if word.kind == "what" and figured and not joins.whats:
        return True
    return begins_column(column, word)


def _repeats(column: list[Word], word: Word, after: Word | None) -> bool:
    """Whether a head follows one with a year of its own, and has one too: `Rekening 2023 Resultaat 2023`."""
    dated = any(one.kind == "year" for one in column)
    return dated and word.kind == "what" and after is not None and after.kind == "year"


def _readings(line: str, cuts: tuple[int, ...]) -> Iterator[Heads]:
    """Yield the ways to read the columns: what could be over figures as well may be over the names."""
    spans = [_bare(line, start, end) for start, end in pairwise((*cuts, len(line)))]
    first, *others = in_order([read_head(line[start:end]) for start, end in spans])
    corner = _is_note(line)
    if first.is_figure and not corner:
        yield Heads((Head(Use.NAME), first, *others), (None, *spans))
    if corner or not first.is_figure or not (first.year or _is_staged(first)):
        named = first._replace(use=Use.NAME) if first.is_figure or corner else first
        yield Heads((named, *others), tuple(spans))


def _is_note(line: str) -> bool:
    """Whether a line begins with the unit of its amounts, which stands over the names."""
    note = note_in(line)
    return note is not None and not line[: note[0]].strip(" (")


def _is_staged(head: Head) -> bool:
    return head.phase is not None or head.budget or head.forecast


def _bare(line: str, start: int, end: int) -> tuple[int, int]:
    own = line[start:end]
    start += len(own) - len(own.lstrip())
    return start, start + len(own.strip())


def _are_heads(way: Heads) -> bool:
    """Whether enough of the heads are known: two of figures at least, or one beside a known name."""
    sure = [head for head in way.heads if head.use is Use.FIGURE and (head.whole or _tells(head))]
    unknown = sum(head.use is Use.UNKNOWN for head in way.heads)
    named = any(head.use is not Use.FIGURE and head.whole and head.text for head in way.heads)
    enough = len(sure) > 1 or (len(sure) == 1 and named)
    short = all(_is_short(head) for head in way.heads)
    return enough and short and unknown <= MOST_UNKNOWN and _in_one_stretch(way)


def _is_short(head: Head) -> bool:
    return len(head.text) <= (LONGEST_NAME if head.use is Use.NAME else LONGEST_FIGURED)


def _tells(head: Head) -> bool:
    return _is_staged(head) or head.year is not None or head.difference or head.side is not None


def _in_one_stretch(way: Heads) -> bool:
    """Whether no names, units or sources stand between columns of figures; letters may."""
    figured = way.figured
    between = way.heads[figured[0] : figured[-1] + 1]
    return all(head.is_figure or head.use is Use.LETTER for head in between)
