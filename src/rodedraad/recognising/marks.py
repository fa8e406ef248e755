"""What each unit is on the page, by its own words: heading, title, number, row of figures, or text."""

from collections.abc import Sequence
from enum import IntEnum, auto
from typing import Final, NamedTuple

from rodedraad.model.document import Document
from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.figures import figure_head
from rodedraad.recognising.language import words
from rodedraad.recognising.legend import is_legend_line
from rodedraad.recognising.letters import letter_kind
from rodedraad.recognising.lexicon import Labelled, Meaning, Role, defines, labelled, meaning_of
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.sieve import Sought
from rodedraad.recognising.titles import TITLE_LENGTH, looks_like_title, names_in, title_kind
from rodedraad.recognising.units import Unit

INLINE_LABEL: Final = 60
LONGEST_LABEL: Final = 4
"""More words before a colon than behind it are no label: they are what the line tells."""
_STAMP: Final = Sought(r"\b(?:deze pagina is )?gebouwd op\b.*\bexport van\b")
_DEFINED: Final = Meaning(Kind.INDICATOR, Phase.PLAN, Role.LABEL)
_INLINE_ROLES: Final = frozenset(
    {Role.LABEL, Role.STATUS, Role.EXPLANATION, Role.QUESTION, Role.CONTEXT, Role.VISION, Role.RESULT}
)


class MarkType(IntEnum):
    """What a unit does on the page."""

    STAMP = auto()
    HEAD = auto()
    TITLE = auto()
    RECORD = auto()
    NUMBER = auto()
    INLINE = auto()
    STATE = auto()
    FIGURES = auto()
    FIGURE_HEAD = auto()
    FIGURE_CELL = auto()
    TEXT = auto()


class Mark(NamedTuple):
    """A unit and what it is; `body` is where its own words begin, behind number and label.

    `heads_question` tells of a title that a question follows: it opens a part of the document.
    """

    unit: Unit
    type: MarkType
    meaning: Meaning | None = None
    kind: Kind | None = None
    number: str | None = None
    label: str | None = None
    body: int = 0
    heads_question: bool = False

    @property
    def role(self) -> Role | None:
        """The role of a heading; None for anything else."""
        return self.meaning.role if self.type is MarkType.HEAD and self.meaning is not None else None


def first_look(units: Sequence[Unit], frame: Document) -> list[Mark]:
    """Return a mark for every unit by its own words, in the same order."""
    names = names_in(frame)
    following = [*units[1:], None][: len(units)]
    return [_mark(unit, after, names) for unit, after in zip(units, following, strict=True)]


def as_text(unit: Unit) -> Mark:
    """Return the mark of a unit that is text and nothing else."""
    return Mark(unit, MarkType.TEXT, number=unit.number, body=unit.body)


def _mark(unit: Unit, following: Unit | None, names: dict[str, Kind]) -> Mark:
    if _STAMP.search(unit.text):
        return Mark(unit, MarkType.STAMP, kind=Kind.DOCUMENT)
    if unit.only_number:
        return Mark(unit, MarkType.NUMBER, number=unit.text)
    if is_legend_line(unit.text):
        return Mark(unit, MarkType.TEXT, kind=Kind.NARRATIVE)
    return (
        _of_letter(unit)
        or _named(unit, names)
        or _head(unit)
        or _figure_head(unit)
        or _labelled(unit)
        or _inline(unit)
        or _title(unit, following)
        or as_text(unit)
    )


def _of_letter(unit: Unit) -> Mark | None:
    kind = letter_kind(unit.text) if unit.block.table is None else None
    if kind is None:
        return None
    return Mark(unit, MarkType.TITLE if kind is Kind.DOCUMENT else MarkType.TEXT, kind=kind)


def _figure_head(unit: Unit) -> Mark | None:
    found = unit.block.table is None and figure_head(unit.text)
    return Mark(unit, MarkType.FIGURE_HEAD) if found else None


def _named(unit: Unit, names: dict[str, Kind]) -> Mark | None:
    if len(unit.text) > TITLE_LENGTH or unit.text.rstrip().endswith("."):
        return None
    known = names.get(heading_key(unit.text))
    if known is None:
        return None
    return Mark(unit, MarkType.TITLE, kind=known, number=unit.number)


def _head(unit: Unit) -> Mark | None:
    meaning = meaning_of(unit.text)
    if meaning is None or not _may_be_head(unit):
        return None
    kind = title_kind(meaning.rest) if meaning.rest else None
    return Mark(unit, MarkType.HEAD, meaning=meaning, kind=kind, number=unit.number)


def _may_be_head(unit: Unit) -> bool:
    """Whether a heading's words are one here: in a list they are, as a question, with a colon or a number."""
    return not unit.listed or unit.text.rstrip().endswith(("?", ":")) or unit.number is not None


def _labelled(unit: Unit) -> Mark | None:
    own = labelled(unit.text)
    if own is None:
        return None
    if own.body >= len(unit.text):
        return _bare_label(unit, own)
    type_ = MarkType.TITLE if own.kind in (Kind.THEME, Kind.GOAL) else MarkType.TEXT
    return Mark(unit, type_, kind=own.kind, number=own.number, body=own.body)


def _bare_label(unit: Unit, own: Labelled) -> Mark:
    if own.kind is Kind.THEME:
        return Mark(unit, MarkType.TITLE, kind=own.kind, number=own.number)
    return Mark(unit, MarkType.HEAD, meaning=Meaning(own.kind, Phase.PLAN, Role.LABEL), number=own.number)


def _title(unit: Unit, following: Unit | None) -> Mark | None:
    if not looks_like_title(unit, following):
        return None
    kind = title_kind(unit.words)
    type_ = MarkType.TEXT if kind is Kind.ACTIVITY else MarkType.TITLE
    return Mark(unit, type_, kind=kind, number=unit.number, body=unit.body)


def _inline(unit: Unit) -> Mark | None:
    head, colon, rest = unit.words.partition(":")
    if not colon or len(head) > INLINE_LABEL:
        return None
    defined = defines(head)
    if not rest.strip():
        return Mark(unit, MarkType.HEAD, meaning=_DEFINED, number=unit.number) if defined else None
    meaning = _DEFINED if defined else meaning_of(head)
    if meaning is None or meaning.role not in _INLINE_ROLES or meaning.rest:
        return None
    body = unit.body + len(head) + 1 + len(rest) - len(rest.lstrip())
    if len(words(head)) > LONGEST_LABEL and len(head) > len(rest):
        return Mark(unit, MarkType.INLINE, meaning=meaning, number=unit.number, body=unit.body)
    return Mark(unit, MarkType.INLINE, meaning=meaning, number=unit.number, label=head.strip(), body=body)
