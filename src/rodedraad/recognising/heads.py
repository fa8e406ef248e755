"""What a column of figures is, from the words over it: its year, its phase, its side."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum, auto
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.model.terms import MoneyPhase, Side
from rodedraad.recognising.lowering import in_lower_case
from rodedraad.recognising.notes import without_note
from rodedraad.recognising.numbers import YEAR
from rodedraad.recognising.openings import Alternatives
from rodedraad.recognising.vocabulary import table

KEPT: Final = 5_000
"""So many heads are kept as read: those of one table come back in the next, and each is asked for twice."""
_MONTH: Final = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|(?:jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\.?)"
)
_PART_OF_YEAR: Final = re.compile(rf"[QK][1-4]|kw(?:artaal|\.)|half|\b{_MONTH}", re.IGNORECASE)
_MOMENT: Final = (
    rf"(?:(?:ultimo|per|eind|begin|medio|t/m|tot en met) )?(?:(?:\d\d? )?{_MONTH} )?"
    r"|\d\d?-\d\d?-|(?:[QK][1-4]|[1-4]e (?:kwartaal|kw\.?|halfjaar|half jaar))[ -]"
)
_YEAR_WORD: Final = (
    rf"(?:{_MOMENT})(?P<year>{YEAR})(?:\s?[-/]\s?(?:20)?\d\d)?"
    r"|\(?t\s?(?P<steps>[-+]\s?\d)?\)?(?![\w/’'-])"
)
_BEGINNING: Final = re.compile(r"(?<![\w’'-])\S")
_LETTER: Final = re.compile(r"\w")
_MARKS: Final = " \t|,;:-–()"
_BREAKS: Final = re.compile(r"\s*(?:\t|\s\|\s|\|$|^\|)\s*")


class Use(IntEnum):
    """What stands in a column."""

    FIGURE = auto()
    NAME = auto()
    NUMBER = auto()
    UNIT = auto()
    SOURCE = auto()
    PERIOD = auto()
    KIND = auto()
    LETTER = auto()
    REMARK = auto()
    UNKNOWN = auto()


class Head(NamedTuple):
    """What the words over a column say; what they do not say is None.

    `budget` and `forecast` tell figures of a budget and expected figures, of which the phase depends
    on the document; `steps` counts years from the document's own (`t-1`).
    """

    use: Use
    text: str = ""
    year: int | None = None
    steps: int | None = None
    phase: MoneyPhase | None = None
    budget: bool = False
    forecast: bool = False
    difference: bool = False
    what: str | None = None
    side: Side | None = None
    whole: bool = True
    """Whether the vocabulary knows every word of the head."""

    @property
    def is_figure(self) -> bool:
        """Whether the column holds figures; a column of years or of unknown words counts as one."""
        return self.use in _OF_FIGURES


_OF_FIGURES: Final = frozenset({Use.FIGURE, Use.PERIOD, Use.UNKNOWN})


class Word(NamedTuple):
    """A word of a head as the vocabulary classes it, and where it begins; `other` is any it does not know."""

    kind: str
    value: str
    text: str
    start: int = 0


_META: Final = {
    "name": Use.NAME, "number": Use.NUMBER, "unit": Use.UNIT, "source": Use.SOURCE, "period": Use.PERIOD,
    "kind": Use.KIND, "letter": Use.LETTER, "remark": Use.REMARK,
}  # fmt: skip
_ONCE: Final = frozenset({"phase", "difference", "what", "year", "side", "amount"})


@cache
def _known() -> Alternatives[tuple[str, str]]:
    """Return what the words of heads are classed as, with their value; that of a year stands in its words."""
    rows = [((row["class"], row["value"]), row["pattern"]) for row in table("columns")]
    return Alternatives([*rows, (("year", ""), _YEAR_WORD)], behind=r"(?!\w)")


@lru_cache(maxsize=KEPT)
def words_of_heads(text: str) -> tuple[Word, ...]:
    """Return the words of one or more heads, in order."""
    found: list[Word] = []
    position = 0
    for (kind, value), match in _known().finditer(in_lower_case(text), _BEGINNING):
        found += _others(text[position : match.start()], position)
        position = match.end()
        own = _year_in(match) if kind == "year" else value
        found.append(Word(kind, own, text[match.start() : position], match.start()))
    return (*found, *_others(text[position:], position))


def _year_in(match: re.Match[str]) -> str:
    return match["year"] or re.sub(r"\s", "", match["steps"] or "+0")


def _others(text: str, start: int) -> Iterator[Word]:
    if _LETTER.search(text):
        own = text.strip(_MARKS)
        yield Word("other", "", own, start + text.index(own))


@lru_cache(maxsize=KEPT)
def read_head(text: str) -> Head:
    """Return what the head of one column says."""
    return _head(words_of_heads(without_note(text)))


def read_whole_head(text: str) -> Head | None:
    """Return what the head of one column says; None where the vocabulary does not know its first word."""
    words = words_of_heads(without_note(text))
    return read_head(text) if words and words[0].kind != "other" else None


def staged(head: Head, name: str) -> Head:
    """Return a head with the stage that the name of a row tells, where the head has none of its own.

    A row `Verschil` holds differences under whatever head.
    """
    if head.difference or head.phase is not None or head.budget or head.forecast:
        return head
    own = read_whole_head(name)
    if own is None or not own.whole:
        return head
    if own.phase is None and not (own.budget or own.forecast):
        return head._replace(difference=own.difference)
    if head.year is not None and own.what is not None and own.year is None and own.phase is None:
        return head
    return head._replace(
        phase=own.phase, budget=own.budget, forecast=own.forecast, year=head.year or own.year
    )


@lru_cache(maxsize=KEPT)
def split_heads(line: str) -> tuple[Head, ...]:
    """Return the heads of columns on one line, by its tabs or bars, else by the words that begin a head.

    A year alone goes on with the words of the column before it: `Begroting 2022 2023` is two budgets.
    """
    plain = without_note(line)
    if _BREAKS.search(plain):
        return in_order([read_head(part) for part in _BREAKS.split(plain.rstrip("| "))])
    columns: list[list[Word]] = []
    for word in words_of_heads(plain):
        if columns and not begins_column(columns[-1], word):
            columns[-1].append(word)
        else:
            columns.append([word])
    return in_order([_head(words) for words in columns])


def begins_column(column: list[Word], word: Word) -> bool:
    """Whether a word begins a new column, behind the words of the column before it."""
    kinds = {one.kind for one in column}
    if word.kind == "after" or _goes_on(column, word):
        return False
    if word.kind == "other":
        return word.text[:1].isupper() and kinds not in ({"name"}, {"other"})
    if word.kind in _META:
        return not (word.kind == "name" and kinds <= {"name", "other"})
    if kinds & _META.keys() or kinds == {"other"} or word.kind == "before":
        return True
    if word.kind in kinds & _ONCE or word.kind in {"side", "difference"}:
        return True
    return word.kind == "phase" and bool(kinds & {"year", "what", "after", "side", "difference"})


def _goes_on(column: Sequence[Word], word: Word) -> bool:
    """Whether a word without a capital says again what amounts are, as in `Saldo resultaat`."""
    capital = any(one.kind == "what" and one.text[:1].isupper() for one in column)
    return word.kind == "what" and word.text[:1].islower() and capital


def _head(words: Sequence[Word]) -> Head:
    said = {word.kind: word.value for word in reversed(words)}
    text = " ".join(word.text for word in words)
    use = next((use for kind, use in _META.items() if kind in said), None)
    if use is not None and not said.keys() & {"year", "phase", "difference"}:
        return Head(use, text, whole="other" not in said)
    if not said.keys() - {"other"}:
        return Head(Use.UNKNOWN, text, whole=False)
    year = said.get("year", "")
    qualifier = said.get("after") or said.get("before") or said.get("phase")
    return Head(
        Use.FIGURE, text,
        year=int(year) if year.isdigit() else None,
        steps=int(year) if year and not year.isdigit() else None,
        phase=MoneyPhase(qualifier) if qualifier in set(MoneyPhase) else None,
        budget=said.get("phase") == "budget",
        forecast=said.get("phase") == "forecast",
        difference="difference" in said,
        what=said.get("what"),
        side=Side(said["side"]) if "side" in said else None,
        whole="other" not in said,
    )  # fmt: skip


def in_order(heads: list[Head]) -> tuple[Head, ...]:
    """Return the heads of a table: the first of unknown words is over the names, a lone year goes on.

    A lone year means what the column to its left means: `Begroting 2022 | 2023` is two budgets.
    """
    found: list[Head] = []
    for place, head in enumerate(heads):
        before = found[-1] if found else None
        if place == 0 and head.use is Use.UNKNOWN:
            found.append(head._replace(use=Use.NAME))
        elif (
            before is not None and before.use is Use.FIGURE and not before.difference and _is_lone_year(head)
        ):
            found.append(before._replace(text=head.text, year=head.year, steps=head.steps))
        else:
            found.append(head)
    return tuple(found)


def _is_lone_year(head: Head) -> bool:
    """Whether a head is a year alone; a quarter or month of one is of its own, and not gone on with."""
    lone = head == Head(Use.FIGURE, head.text, year=head.year, steps=head.steps)
    return lone and not _PART_OF_YEAR.search(head.text)
