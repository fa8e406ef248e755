"""Fields that tell of time, money and quality in words: how it went, or in a plan what is promised."""

from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.around import at
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.vocabulary import words_of

_ASPECTS: Final = frozenset(words_of("legend", "aspect"))
_KINDS: Final = frozenset({Kind.PLANNING, Kind.COST, Kind.RISK})
_OPENING: Final = frozenset({MarkType.TITLE, MarkType.RECORD})


def with_aspect_fields(marks: list[Mark]) -> list[Mark]:
    """Take Kwaliteit with words under it for an explanation, and Tijd and Geld behind it for reports too."""
    return _explained(marks, Phase.ACTUAL)


def with_planned_aspects(marks: list[Mark]) -> list[Mark]:
    """Take Kwaliteit with words under it for more on what is promised, as in a plan."""
    return _explained(marks, Phase.PLAN)


def _explained(marks: list[Mark], side: Phase) -> list[Mark]:
    found = list(marks)
    told = False
    for place, entry in enumerate(marks):
        if entry.type in _OPENING:
            told = False
        if entry.meaning is None or entry.type is not MarkType.HEAD:
            continue
        after = at(marks, place + 1)
        worded = after is not None and after.type is MarkType.TEXT
        if entry.role is Role.STATUS and worded:
            found[place] = entry._replace(meaning=Meaning(None, None, Role.EXPLANATION))
            told = True
        elif (told or entry.unit.block.symbols) and _is_aspect(entry):
            found[place] = entry._replace(meaning=entry.meaning._replace(phase=side))
    return found


def _is_aspect(entry: Mark) -> bool:
    kind = entry.meaning.kind if entry.meaning is not None else None
    return entry.role is Role.LABEL and kind in _KINDS and heading_key(entry.unit.text) in _ASPECTS
