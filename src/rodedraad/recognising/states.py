"""Status cells that lost their table, and the heads over them."""

from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import Kind
from rodedraad.recognising.figures import aspects_in
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.marks import Mark, MarkType, as_text
from rodedraad.recognising.records import as_record
from rodedraad.recognising.spoken_states import spoken_states
from rodedraad.recognising.status_cells import reads_as_state

STATE_LENGTH: Final = 40
_OF_ASPECT: Final = Meaning(None, None, Role.STATUS)
_UNJUDGED: Final = frozenset({Kind.DOCUMENT, Kind.PROGRAMME, Kind.NARRATIVE})
_LABELS: Final = frozenset({Role.STATUS, Role.EXPLANATION})
_ASPECT_KINDS: Final = frozenset({Kind.PLANNING, Kind.COST, Kind.RISK})


def with_states(marks: list[Mark]) -> list[Mark]:
    """Mark the words or letter in a status cell, and the heads over such cells."""
    found = _with_values(marks)
    for place in range(1, len(marks)):
        head, entry = found[place - 1], found[place]
        if head.type is not MarkType.HEAD or head.meaning is None or entry.unit.block.table is not None:
            continue
        aspect = head.role is Role.LABEL and head.meaning.kind in _ASPECT_KINDS
        readable = reads_as_state(entry.unit.text)
        value = head.role is Role.STATUS and entry.type is MarkType.HEAD and readable
        if entry.type not in (MarkType.TEXT, MarkType.TITLE, MarkType.NUMBER) and not value:
            continue
        if (aspect and readable) or (
            head.role is Role.STATUS and (readable or len(entry.unit.text) <= STATE_LENGTH)
        ):
            found[place] = entry._replace(
                type=MarkType.STATE,
                meaning=_OF_ASPECT,
                label=head.unit.text.rstrip(":").strip().lower(),
                body=0,
            )
            found[place - 1] = head._replace(meaning=_OF_ASPECT)
    return found


def _spoken(entry: Mark) -> Mark:
    """Return the mark of a line that judges several aspects and says no more."""
    judges = entry.unit.block.table is None and spoken_states(entry.unit.text)
    return Mark(entry.unit, MarkType.STATE) if judges else entry


def _with_values(marks: Sequence[Mark]) -> list[Mark]:
    """Take a word that heads results elsewhere (Gerealiseerd) for the value of a label (Voortgang).

    Elsewhere the same label has words of status behind it that are no heading.
    """
    found = [_spoken(entry) for entry in marks]
    pairs = [
        (place, marks[place - 1].unit.text)
        for place in range(1, len(marks))
        if marks[place - 1].role in _LABELS and reads_as_state(marks[place].unit.text)
    ]
    told = {label for place, label in pairs if marks[place].type in (MarkType.TEXT, MarkType.TITLE)}
    for place, label in pairs:
        if marks[place].type is MarkType.HEAD and label in told:
            found[place] = as_text(marks[place].unit)
    return found


def with_loose_states(marks: list[Mark]) -> list[Mark]:
    """Mark status cells that stand without a head right behind what they speak of, and that as a record."""
    found = list(marks)
    aspects: list[str] = []
    heads: tuple[str, ...] = ()
    free = _free_types(marks)
    for place in range(1, len(marks)):
        before, entry = found[place - 1], found[place]
        if before.type is MarkType.FIGURE_HEAD:
            further = place > 1 and found[place - 2].type is MarkType.FIGURE_HEAD
            heads = (heads if further else ()) + aspects_in(before.unit.text)
        if entry.type not in free or entry.unit.block.table is not None:
            continue
        if entry.kind is Kind.NARRATIVE or not reads_as_state(entry.unit.text):
            continue
        if before.type in (MarkType.TEXT, MarkType.TITLE) and before.kind not in _UNJUDGED:
            found[place - 1] = as_record(before)
            aspects = list(heads)
        elif before.type is not MarkType.STATE:
            continue
        found[place] = entry._replace(
            type=MarkType.STATE, label=aspects.pop(0) if aspects else "status", body=0
        )
    return found


def _free_types(marks: Sequence[Mark]) -> frozenset[MarkType]:
    """Return what may be a status without a head: "Gerealiseerd" too, where "Deels gerealiseerd" is one."""
    lines = frozenset({MarkType.TEXT, MarkType.TITLE, MarkType.NUMBER})
    words = [entry.unit.text for entry in marks if entry.type in lines and len(entry.unit.text) > 1]
    told = any(map(reads_as_state, words))
    return lines | {MarkType.HEAD} if told else lines
