"""A link to decide on, as lines on a terminal: both texts side by side, and what speaks for and against."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter

import click
from msgspec import Struct

from rodedraad.dossier.review import Progress
from rodedraad.dossier.review.common import Stretch
from rodedraad.dossier.review.side import Side
from rodedraad.linking.grounds import Ground, Grounds
from rodedraad.publishing.dutch import counted

WIDEST = 160
_ROOM_FOR_TWO = 90
_GUTTER = " │ "
_SHORT = 100
_STRENGTH = 18

Mark = Callable[[str], str]


def underlined(words: str) -> str:
    """Mark words for a terminal."""
    return click.style(words, bold=True, underline=True)


def starred(words: str) -> str:
    """Mark words where there are no letter styles, as in a file."""
    return f"*{words}*"


class Screen(Struct, frozen=True, kw_only=True):
    """How wide the screen is, and how words are marked on it."""

    width: int
    mark: Mark

    def sides(self, earlier: Side, later: Side) -> Iterator[str]:
        """Yield two elements, beside each other where there is room for both."""
        if self.width < _ROOM_FOR_TWO:
            yield from (*self._side("Eerder", earlier, self.width), "")
            yield from self._side("Later", later, self.width)
            return
        half = (self.width - len(_GUTTER)) // 2
        pairs = zip_longest(
            self._side("Eerder", earlier, half), self._side("Later", later, half), fillvalue=""
        )
        for left, right in pairs:
            pad = " " * (half - len(click.unstyle(left)))
            yield f"{left}{pad}{_GUTTER}{right}".rstrip()

    def grounds(self, grounds: Grounds) -> Iterator[str]:
        """Yield what pushed the probability up or down, heaviest first."""
        yield _ground(grounds.start, "begin")
        yield from (_ground(one, one.strength) for one in grounds.steps)

    def _side(self, name: str, side: Side, width: int) -> Iterator[str]:
        phase = f" ({side.phase})" if side.phase else ""
        yield f"{name}: {side.document}"
        yield f"{side.kind}{phase}, {side.said}"
        where = [*side.above, *([side.place.label.rpartition(", ")[2]] if side.place else [])]
        yield from self._wrapped([(word, False) for word in " › ".join(where).split()], width)
        yield ""
        yield from self._wrapped(list(_words(side.text)), width)

    def _wrapped(self, words: Sequence[tuple[str, bool]], width: int) -> Iterator[str]:
        line: list[tuple[str, bool]] = []
        room = width
        for word, common in (piece for one in words for piece in _pieces(one, width)):
            if line and len(word) + 1 > room:
                yield self._marked(line)
                line, room = [], width
            line.append((word, common))
            room -= len(word) + 1
        if line:
            yield self._marked(line)

    def _marked(self, line: Iterable[tuple[str, bool]]) -> str:
        runs = ((common, " ".join(map(itemgetter(0), run))) for common, run in groupby(line, itemgetter(1)))
        return " ".join(self.mark(words) if common else words for common, words in runs)


def told(progress: Progress) -> str:
    """Return how far a session is."""
    made = f"{progress.confirmed} bevestigd, {progress.rejected} afgewezen"
    return (
        f"{counted(progress.answered, 'vraag', 'vragen')} beantwoord ({made}), "
        f"{progress.skipped} overgeslagen; nog {counted(progress.left, 'verband', 'verbanden')} open"
    )


def in_short(number_: int, side: Side, chance: str = "") -> str:
    """Return an element as one line of a list."""
    place = f", {side.place.label.rpartition(', ')[2]}" if side.place else ""
    text = side.plain if len(side.plain) <= _SHORT else f"{side.plain[: _SHORT - 1].rstrip()}…"
    return f"  {number_}  {chance}{side.kind}{place}: {text}"


def _ground(ground: Ground, words: str) -> str:
    return f"  {words:{_STRENGTH}}{ground.amount:>6}  {ground.text}"


def _words(text: Iterable[Stretch]) -> Iterator[tuple[str, bool]]:
    """Yield the words of a text; one that is common in part is marked as a whole."""
    spaced = [(character, one.common) for one in text for character in one.text]
    for blank, run in groupby(spaced, lambda one: one[0].isspace()):
        if not blank:
            letters = list(run)
            yield "".join(map(itemgetter(0), letters)), any(map(itemgetter(1), letters))


def _pieces(word: tuple[str, bool], width: int) -> Iterator[tuple[str, bool]]:
    """Yield a word in pieces that fit; most words are one piece."""
    text, common = word
    return ((text[start : start + width], common) for start in range(0, len(text), width))
