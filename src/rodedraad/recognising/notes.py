"""What is said about all amounts of a table: their unit, and what a minus means."""

import re
from typing import Final, NamedTuple

_EURO: Final = r"(?:€|eur(?:o['’]?s?)?\b\.?)"
_THOUSAND: Final = r"(?:€\s*)?1[.\s]?000(?:\s*euro['’]?s?)?(?!\.?\d)"
_TIMES: Final = r"[x×*]"
_SCALES: Final = (
    (1e6, rf"(?:{_EURO}\s*)?{_TIMES}\s*(?:{_EURO}\s*)?1(?:[.\s]?000){{2}}(?!\.?\d)|(?:bedragen|{_EURO})\s+(?:{_TIMES}|in)?\s*{_EURO}?\s*(?:mln|miljoen(?:en)?)\b|in miljoenen(?: euro['’]?s?)?|bedragen x 1 (?:mln|miljoen)\b"),
    (1e3, rf"(?:{_EURO}\s*)?\(?{_TIMES}\s*(?:{_EURO}\s*)?{_THOUSAND}|(?:in )?duizenden(?: euro['’]?s?)|bedragen in duizend(?:en)?\b|in {_EURO}\s*1[.\s]?000(?!\.?\d)"),
    (1.0, rf"bedragen (?:zijn |staan )?in (?:hele )?{_EURO}|\(\s*in (?:hele )?{_EURO}\s*\)|in hele euro['’]?s?|{_TIMES}\s*€\s*1(?!\.?\d)"),
)  # fmt: skip
_FOUND: Final = tuple((scale, re.compile(pattern, re.IGNORECASE)) for scale, pattern in _SCALES)
_LEAD: Final = re.compile(r"\(?\s*(?:(?:alle )?bedragen\s*(?:zijn |luiden )?(?:in )?)?$", re.IGNORECASE)
_INCOME_FIRST: Final = re.compile(
    r"saldo\s*(?:=|is)\s*(?:de )?baten\s*(?:[-–−]|min(?:us)?)\s*(?:de )?lasten", re.IGNORECASE
)
_COST_FIRST: Final = re.compile(
    r"saldo\s*(?:=|is)\s*(?:de )?lasten\s*(?:[-–−]|min(?:us)?)\s*(?:de )?baten", re.IGNORECASE
)
_BAD: Final = re.compile(
    r"(?<![\w])(?:[-–−]|min(?:us)?(?:teken)?)(?:\s+bij [^.;,]{1,40}?)?\s*(?:=|is|betekent|staat voor)\s*(?:een )?nade(?:el|lig)",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"\bV\s*(?:=|is)\s*voorde", re.IGNORECASE)


class Note(NamedTuple):
    """What a note says; None where it does not."""

    scale: float | None = None
    saldo: int | None = None
    """1 where a negative saldo is a cost, -1 where a positive one is."""
    minus_is_bad: bool = False
    deviations: bool = False
    """Whether the figures are told to be advantages and disadvantages."""

    def over(self, other: "Note") -> "Note":
        """Return this note, with what it leaves open taken from the other."""
        return Note(
            self.scale if self.scale is not None else other.scale,
            self.saldo if self.saldo is not None else other.saldo,
            self.minus_is_bad or other.minus_is_bad,
            self.deviations or other.deviations,
        )


def read_note(text: str) -> Note:
    """Return what a text says about the amounts of a table."""
    scale = next((scale for scale, pattern in _FOUND if pattern.search(text)), None)
    saldo = 1 if _INCOME_FIRST.search(text) else -1 if _COST_FIRST.search(text) else None
    bad = bool(_BAD.search(text))
    return Note(scale, saldo, bad, bool(_LETTERS.search(text)) or (bad and saldo is None))


def without_note(text: str) -> str:
    """Return a line of heads without the unit of its amounts."""
    for _, pattern in _FOUND:
        match = pattern.search(text)
        if match is not None:
            start = _LEAD.search(text[: match.start()])
            before = text[: start.start()] if start is not None else text[: match.start()]
            return (
                f"{before} {text[match.end() :].lstrip(') ;,')}".strip(" ")
                if before.strip()
                else text[match.end() :].lstrip(") ;,")
            )
    return text
