"""Lines that explain the symbols of a status, under a heading for them."""

from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import BlockRole, Kind
from rodedraad.recognising.lexicon import Role
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.status_cells import status_of_words

LONGEST_ENTRY: Final = 160
_MOST: Final = 8


def with_legends(marks: list[Mark]) -> list[Mark]:
    """Take the lines of a legend for explanation: those under its heading."""
    found = list(marks)
    for place, entry in enumerate(marks):
        if entry.role is Role.LEGEND:
            _explain(found, place + 1, _end_of_entries(marks, place + 1))
    return found


def _explain(found: list[Mark], start: int, end: int) -> None:
    for place in range(start, end):
        found[place] = Mark(found[place].unit, MarkType.TEXT, kind=Kind.NARRATIVE)


def _end_of_entries(marks: Sequence[Mark], start: int) -> int:
    """Return where the entries of a legend end: they are set alike, or each tells a status."""
    end = start
    while end < len(marks) and end - start < _MOST and _may_explain(marks[end]):
        alike = marks[end].unit.block.style is not None and _style(marks[end]) == _style(marks[start])
        if not (alike or _tells_status(marks[end].unit.text)):
            break
        end += 1
    return end


def _tells_status(text: str) -> bool:
    """Whether a line names a status and is no sentence on something done."""
    return not text.rstrip().endswith(".") and status_of_words(text) is not None


def _style(entry: Mark) -> str | None:
    return entry.unit.block.style


def _may_explain(entry: Mark) -> bool:
    block = entry.unit.block
    return (
        block.table is None
        and block.role is not BlockRole.HEADING
        and len(entry.unit.text) <= LONGEST_ENTRY
        and not entry.unit.text.rstrip().endswith(("?", ":"))
    )
