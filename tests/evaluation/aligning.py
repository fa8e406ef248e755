"""Where the lines of a judged page stand in the texts that were read of it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_BULLET: Final = re.compile(r"^[•\-–*▪o] ")
_TELLING: Final = 12
"""So many characters of a line are not found elsewhere by chance."""


class Place(NamedTuple):
    """Where a line stands in a text of the document, end exclusive."""

    source: int
    start: int
    end: int

    @property
    def size(self) -> int:
        return self.end - self.start


def content(line: str) -> str:
    """Return a line without case, bullet and white space, by which it is found in any rendering of the page."""
    return _BULLET.sub("", " ".join(line.lower().split()))


def lines_of(text: str, source: int = 0) -> list[tuple[str, Place]]:
    """Return the lines of a text that hold anything, by content, with their places."""
    return [
        (content(match.group()), Place(source, match.start(), match.end()))
        for match in re.finditer(r"\S(?:[^\n]*\S)?", text)
    ]


def places_in(judged: str, texts: Sequence[str]) -> dict[int, Place]:
    """Return where each line of the judged page stands in the texts that were read, by line number.

    Lines are found in order; what moved (a table read in another order) is found by content alone, and
    what was wrapped or joined (a printed page) by its characters between the lines around it.
    """
    wanted = [
        (number, content(line)) for number, line in enumerate(judged.split("\n"), start=1) if line.strip()
    ]
    read = [line for source, text in enumerate(texts) for line in lines_of(text, source)]
    found = _in_order(wanted, read)
    free = [line for line in read if line[1] not in set(found.values())]
    for number, line in wanted:
        moved = next((one for one in free if one[0] == line), None)
        if number not in found and moved is not None:
            found[number] = moved[1]
            free.remove(moved)
    return {**found, **_by_characters(wanted, texts, found)}


def _in_order(wanted: Sequence[tuple[int, str]], read: Sequence[tuple[str, Place]]) -> dict[int, Place]:
    found: dict[int, Place] = {}
    matcher = SequenceMatcher(None, [line for _, line in wanted], [line for line, _ in read], autojunk=False)
    for first, other, size in matcher.get_matching_blocks():
        found.update((wanted[first + step][0], read[other + step][1]) for step in range(size))
    return found


class _Characters:
    """The characters of a text without white space and case, each with its place."""

    def __init__(self, text: str) -> None:
        self.at = [place for place, letter in enumerate(text) if not letter.isspace() and letter != "\u00ad"]
        self.text = "".join(text[place].lower()[:1] for place in self.at)

    def find(self, letters: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where letters stand between two places of the text, end exclusive."""
        first, last = bisect_left(self.at, start), bisect_right(self.at, end - 1)
        found = self.text.find(letters, first, last)
        return None if found < 0 else (self.at[found], self.at[found + len(letters) - 1] + 1)


def _by_characters(
    wanted: Sequence[tuple[int, str]], texts: Sequence[str], found: Mapping[int, Place]
) -> dict[int, Place]:
    sources = [_Characters(text) for text in texts]
    places: dict[int, Place] = {}
    last = Place(0, 0, 0)
    for index, (number, line) in enumerate(wanted):
        if number in found:
            last = max(last, found[number]) if found[number].source == last.source else found[number]
            continue
        letters = "".join(
            letter.lower()[:1] for letter in line if not letter.isspace() and letter != "\u00ad"
        )
        after = _next(wanted, index, found, last)
        place = _found(sources, letters, last, after) if letters else None
        if place is not None:
            places[number] = last = place
    return places


def _next(
    wanted: Sequence[tuple[int, str]], index: int, found: Mapping[int, Place], last: Place
) -> Place | None:
    places = (found[number] for number, _ in wanted[index + 1 :] if number in found)
    return next((place for place in places if place.source == last.source and place.start >= last.end), None)


def _found(sources: Sequence[_Characters], letters: str, last: Place, after: Place | None) -> Place | None:
    here = sources[last.source]
    window = (last.end, after.start if after is not None else here.at[-1] + 1 if here.at else 0)
    within = here.find(letters, *window)
    if within is not None:
        return Place(last.source, *within)
    if len(letters) < _TELLING:
        return None
    for source, characters in enumerate(sources):
        anywhere = characters.find(letters, 0, characters.at[-1] + 1 if characters.at else 0)
        if anywhere is not None:
            return Place(source, *anywhere)
    return None
