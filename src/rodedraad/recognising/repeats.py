"""Labels that come back under one title after another: they name fields of a record, not themes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.figures import is_figure
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.tense import looks_back
from rodedraad.recognising.vocabulary import words_of

TWICE: Final = 2
THRICE: Final = 3
"""A label that the vocabulary does not know comes back so often."""
LONGEST_LABEL: Final = 5
"""A label has no more words than this."""
_NO_YEAR: Final = 9999
"""Which year is reported on does not matter here."""
_DESCRIBED: Final = Meaning(None, Phase.PLAN, Role.DESCRIPTION)
_QUOTED: Final = Meaning(Kind.ACTIVITY, Phase.PLAN, Role.DESCRIPTION)
"""More words on what a title promises, as against what a mere name stands for."""
_EXPLAINED: Final = Meaning(None, None, Role.EXPLANATION)
_CONTENT: Final = frozenset({MarkType.TEXT, MarkType.TITLE, MarkType.INLINE})


def with_repeats(marks: list[Mark]) -> list[Mark]:
    """Mark labels that come back for the fields they are: what was promised, or what came of it.

    A label unknown to the vocabulary is one where it stands right under titles that differ, again and
    again; what stands under it tells by its tense which of the two it is.
    """
    found = list(marks)
    for key, places in _labels(marks).items():
        if len(places) < TWICE:
            continue
        meaning = _field(key, marks, places)
        for place in places if meaning is not None else ():
            found[place] = Mark(marks[place].unit, MarkType.HEAD, meaning=meaning, number=marks[place].number)
    return found


def _labels(marks: Sequence[Mark]) -> Mapping[str, list[int]]:
    """Return the places of the lines that may be labels, by their words."""
    labels: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(marks):
        if entry.type in (MarkType.TITLE, MarkType.HEAD) and entry.unit.block.table is None:
            key = heading_key(entry.unit.text)
            if key and len(key.split()) <= LONGEST_LABEL:
                labels[key].append(place)
    return labels


def _field(key: str, marks: Sequence[Mark], places: Sequence[int]) -> Meaning | None:
    told = [marks[place + 1] for place in places if place + 1 < len(marks)]
    if not all(map(_says_something, told)):
        return None
    if key in words_of("words", "describes"):
        return _DESCRIBED if _explained_later(marks, places) else None
    promises = _promises(marks[places[0]])
    known = marks[places[0]].type is MarkType.HEAD
    marked_up = marks[places[0]].unit.block.style is not None
    seldom = not known and (len(places) < THRICE or not marked_up)
    if seldom or (known and not promises) or not _under_titles(marks, places):
        return None
    if promises or _explained_later(marks, places):
        return _QUOTED
    past = sum(looks_back(after.unit.words, _NO_YEAR) for after in told)
    return _EXPLAINED if past > 0 else None


def _explained_later(marks: Sequence[Mark], places: Sequence[int]) -> bool:
    """Whether a label for what came of it stands between most of these lines and the next."""
    stretches = [marks[start + 1 : end] for start, end in pairwise([*places, len(marks)])]
    told = sum(any(entry.role is Role.EXPLANATION for entry in stretch) for stretch in stretches)
    return told * 2 > len(places)


def _says_something(entry: Mark) -> bool:
    return entry.type in _CONTENT and not is_figure(entry.unit.text)


def _promises(entry: Mark) -> bool:
    """Whether a line is a label for something to do, such as `Afspraak`."""
    meaning = entry.meaning
    return meaning is not None and (meaning.role, meaning.kind) == (Role.LABEL, Kind.ACTIVITY)


def _under_titles(marks: Sequence[Mark], places: Sequence[int]) -> bool:
    """Whether most of these lines stand right under titles: marked up or set apart as such, all different."""
    above = [marks[place - 1] for place in places if place > 0]
    if any(entry.type is MarkType.HEAD for entry in above):
        return False
    alike = {entry.unit.block.style for entry in above}
    styled = len(alike) == 1 and None not in alike and not alike & {_style(marks[place]) for place in places}
    titles = sum(entry.type in (MarkType.TITLE, MarkType.RECORD) for entry in above)
    words = {entry.unit.text for entry in above}
    return len(words) == len(places) and (styled or titles * 2 > len(places))


def _style(entry: Mark) -> str | None:
    return entry.unit.block.style
