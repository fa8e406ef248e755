"""Trees of codes: goals 1 and 1.1 with activities 1.1.1 under them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rodedraad.model.terms import Kind
from rodedraad.recognising.lexicon import labelled
from rodedraad.recognising.marks import Mark, MarkType

MIN_LEAVES: Final = 3
TELLING: Final = 5
_CODE: Final = re.compile(r"\d+(?:\.(?:\d+|[a-z]))*")


def code_of(number: str | None) -> tuple[str, ...]:
    """Return the parts of a number or code: `Doel 3.1` gives (3, 1), `H2.1.a` gives (2, 1, a)."""
    groups = _CODE.findall(number) if number else []
    return tuple(groups[-1].split(".")) if groups else ()


def with_codes(marks: list[Mark]) -> list[Mark]:
    """Tell goals from activities in a tree of codes: what has codes under it is a goal."""
    found = list(marks)
    codes = {place: code_of(entry.number) for place, entry in enumerate(marks) if _has_code(entry)}
    codes = {place: code for place, code in codes.items() if code}
    above = frozenset(prefix for code in codes.values() for prefix in _prefixes(code))
    told = _are_told(marks, codes, above)
    top = min(map(len, codes.values()), default=0)
    for place, code in codes.items():
        entry = found[place]
        if entry.type is MarkType.HEAD:
            continue
        if code in above:
            if entry.kind is Kind.ACTIVITY or (told and not (_is_name(entry) and len(code) == top)):
                body = entry.body if labelled(entry.unit.text) else entry.unit.body
                found[place] = entry._replace(type=MarkType.TITLE, kind=Kind.GOAL, body=body)
        elif told and entry.kind in (None, Kind.THEME, Kind.GOAL) and labelled(entry.unit.text) is None:
            found[place] = entry._replace(type=MarkType.RECORD, kind=Kind.ACTIVITY, body=entry.unit.body)
    return found


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
    if len(under) < MIN_LEAVES or any(marks[place].type is MarkType.HEAD for place in under):
        return False
    telling = sum(len(marks[place].unit.words.split()) >= TELLING for place in under)
    return telling * 2 > len(under)


def _has_code(entry: Mark) -> bool:
    named = entry.type in (MarkType.TEXT, MarkType.TITLE, MarkType.RECORD, MarkType.HEAD)
    return named and bool(entry.number) and entry.unit.block.table is None and len(code_of(entry.number)) > 0
