"""Trees of codes: goals 1 and 1.1 with activities 1.1.1 under them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.lexicon import Meaning, Role, labelled
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.prose import cue_scores

MIN_LEAVES: Final = 3
TELLING: Final = 5
AIM_WORDS: Final = 4
"""Names right over things to do have fewer words than this, on average; aims have more."""
_REPORTED: Final = Meaning(Kind.ACTIVITY, Phase.ACTUAL, Role.SECTION)
_CODE: Final = re.compile(r"\d+(?:\.(?:\d+|[a-z]))*")


Code = tuple[str, ...]


def code_of(number: str | None) -> Code:
    """Return the parts of a number or code: `Doel 3.1` gives (3, 1), `H2.1.a` gives (2, 1, a)."""
    groups = _CODE.findall(number) if number else []
    return tuple(groups[-1].split(".")) if groups else ()


def with_codes(marks: list[Mark]) -> list[Mark]:
    """Tell goals from activities in a tree of codes: what has codes under it is a goal.

    The one code over all others is the programme; short names at the top of the tree are themes.
    """
    found = _with_references(marks)
    codes = _codes(found)
    above = frozenset(prefix for code in codes.values() for prefix in _prefixes(code))
    told = _are_told(marks, codes, above)
    names = _names_at_top(marks, codes) if told else frozenset[int]()
    leaf = _kind_of_leaves(marks, [place for place, code in codes.items() if code not in above])
    for place, code in codes.items():
        entry = found[place]
        if entry.type is MarkType.HEAD:
            continue
        if code in above:
            if entry.kind is Kind.ACTIVITY or (told and place not in names):
                body = entry.body if labelled(entry.unit.text) else entry.unit.body
                found[place] = entry._replace(type=MarkType.TITLE, kind=Kind.GOAL, body=body)
        elif told and entry.kind in (None, Kind.THEME, Kind.GOAL) and labelled(entry.unit.text) is None:
            found[place] = entry._replace(type=MarkType.RECORD, kind=leaf, body=entry.unit.body)
    return found


def _kind_of_leaves(marks: Sequence[Mark], places: Sequence[int]) -> Kind:
    """Return what the leaves of a tree are: things to do, or aims where most of them say who gets on how."""
    aims = sum(_is_aim(marks[place].unit.words) for place in places)
    return Kind.GOAL if aims * 2 > len(places) else Kind.ACTIVITY


def _is_aim(text: str) -> bool:
    scores = cue_scores(text)
    return scores.get(Kind.GOAL, 0.0) > scores.get(Kind.ACTIVITY, 0.0)


def _with_references(marks: Sequence[Mark]) -> list[Mark]:
    """Mark short names behind a number that stood before something longer: they head what came of that."""
    found = list(marks)
    words: dict[tuple[str, ...], int] = {}
    for place, entry in enumerate(marks):
        code = code_of(entry.number or entry.unit.number)
        if len(code) <= 1:
            continue
        length = len(entry.unit.words.split())
        first = words.setdefault(code, length)
        if length * 2 <= first and entry.type is MarkType.TITLE and entry.unit.block.table is None:
            found[place] = entry._replace(kind=Kind.HEADING, meaning=_REPORTED)
    return found


def _codes(marks: Sequence[Mark]) -> dict[int, tuple[str, ...]]:
    """Return the codes of the lines that have one; those of known headings and under them are left out."""
    numbered = [place for place, entry in enumerate(marks) if _has_code(entry) and entry.meaning != _REPORTED]
    codes = {place: code_of(marks[place].number) for place in numbered}
    heads = {code for place, code in codes.items() if _heads_chapter(marks[place])}
    return {
        place: code
        for place, code in codes.items()
        if code and code not in heads and heads.isdisjoint(_prefixes(code))
    }


def _heads_chapter(entry: Mark) -> bool:
    """Whether a line is a numbered heading, and not the bare label of a goal or activity."""
    return entry.type is MarkType.HEAD and entry.role is not Role.LABEL


def _names_at_top(marks: Sequence[Mark], codes: Mapping[int, tuple[str, ...]]) -> frozenset[int]:
    """Return the places of the root of a tree and of the names at its top.

    Of names right over the things to do, long ones tell an aim.
    """
    root = _root(codes)
    rest = {place: code for place, code in codes.items() if place != root}
    top = min(map(len, rest.values()), default=0)
    names = [place for place, code in rest.items() if len(code) == top and _is_name(marks[place])]
    flat = max(map(len, rest.values()), default=0) == top + 1
    words = [len(marks[place].unit.words.split()) for place in names]
    aims = flat and sum(words) >= AIM_WORDS * len(words)
    return frozenset(() if aims else names) | frozenset(() if root is None else (root,))


def _root(codes: Mapping[int, tuple[str, ...]]) -> int | None:
    """Return the place of the one shortest code, where all others stand under it on more than one level."""
    places = sorted(codes, key=lambda place: len(codes[place]))
    if len(places) <= 1 or len(codes[places[-1]]) <= len(codes[places[0]]) + 1:
        return None
    code = codes[places[0]]
    return places[0] if all(other[: len(code)] == code for other in codes.values()) else None


def _prefixes(code: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the codes that a code stands under: (1,) and (1, 2) for (1, 2, 3)."""
    return (code[:length] for length in range(1, len(code)))


def _is_name(entry: Mark) -> bool:
    """Whether a line is a name, not an aim; at the top of a tree it stays the name of a theme."""
    return entry.type is MarkType.TITLE and entry.kind in (Kind.THEME, Kind.PROGRAMME)


def _are_told(
    marks: Sequence[Mark], codes: Mapping[int, tuple[str, ...]], above: frozenset[tuple[str, ...]]
) -> bool:
    """Whether the leaves of a tree of codes are things to do, and not the titles of chapters.

    A tree has three leaves or more under codes of their own, and most of them say something: a
    sentence, or words enough for one.
    """
    present = frozenset(codes.values())
    leaves = [place for place, code in codes.items() if code not in above]
    under = [place for place in leaves if any(prefix in present for prefix in _prefixes(codes[place]))]
    if len(under) < MIN_LEAVES:
        return False
    telling = sum(len(marks[place].unit.words.split()) >= TELLING for place in under)
    return telling * 2 > len(under)


def _has_code(entry: Mark) -> bool:
    if entry.unit.block.level == 1 and not entry.unit.listed and entry.type is MarkType.TITLE:
        return False
    named = entry.type in (MarkType.TEXT, MarkType.TITLE, MarkType.RECORD, MarkType.HEAD)
    return named and bool(entry.number) and entry.unit.block.table is None and len(code_of(entry.number)) > 0
