"""Numbering: the number or bullet that Word computes for a paragraph."""

import re

from lxml import etree
from msgspec import Struct

from rodedraad.reading.docx.xml import number, value, w
from rodedraad.reading.numerals import numeral

_STYLES = {
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_WITHOUT_NUMBER = frozenset({"bullet", "none"})
_SLOT = re.compile(r"%([1-9])")
_DEEPEST = 8


class _Level(Struct, frozen=True):
    start: int = 1
    shape: str = "decimal"
    text: str = ""


class Numbering:
    """The lists of a document, counting as their items come by."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, etree._Element] = {}
        self._abstract: dict[str, etree._Element] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._lists = {one.get(w("numId"), ""): one for one in root.iterchildren(w("num"))}
            self._abstract = {
                one.get(w("abstractNumId"), ""): one for one in root.iterchildren(w("abstractNum"))
            }

    def is_list(self, list_id: str | None) -> bool:
        """Whether a paragraph with this list stands in a list; list 0 takes a paragraph out of its list."""
        return list_id in self._lists and list_id != "0"

    def marker(self, list_id: str, level: int) -> str:
        """The number of the next item as Word shows it; empty for a bullet."""
        level = min(max(level, 0), _DEEPEST)
        own = self._level(list_id, level)
        counts = self._counts.setdefault(self._abstract_id(list_id), {})
        restart = self._restart(list_id, level)
        counts[level] = counts.get(level, own.start - 1) + 1 if restart is None else restart
        for deeper in range(level + 1, _DEEPEST + 1):
            counts.pop(deeper, None)
        if own.shape in _WITHOUT_NUMBER:
            return ""
        return _SLOT.sub(lambda slot: self._shown(list_id, int(slot[1]) - 1, counts), own.text).strip()

    def _shown(self, list_id: str, level: int, counts: dict[int, int]) -> str:
        other = self._level(list_id, level)
        return numeral(counts.get(level, other.start), _STYLES.get(other.shape, "1"))

    def _restart(self, list_id: str, level: int) -> int | None:
        """Where the counting starts anew, the first time that this list says so."""
        override = self._override(list_id, level)
        start = value(override, "startOverride")
        if start is None or (list_id, level) in self._begun:
            return None
        self._begun.add((list_id, level))
        return number(start, 1)

    def _override(self, list_id: str, level: int) -> etree._Element | None:
        overrides = self._lists[list_id].iterchildren(w("lvlOverride"))
        return next((one for one in overrides if number(one.get(w("ilvl"))) == level), None)

    def _abstract_id(self, list_id: str) -> str:
        identity = value(self._lists[list_id], "abstractNumId") or ""
        link = value(self._abstract.get(identity), "numStyleLink")
        if link is None:
            return identity
        linked = (name for name, one in self._abstract.items() if value(one, "styleLink") == link)
        return next(linked, identity)

    def _level(self, list_id: str, level: int) -> _Level:
        override = self._override(list_id, level)
        found = override.find(w("lvl")) if override is not None else None
        if found is None:
            abstract = self._abstract.get(self._abstract_id(list_id))
            levels = abstract.iterchildren(w("lvl")) if abstract is not None else ()
            found = next((one for one in levels if number(one.get(w("ilvl"))) == level), None)
        if found is None:
            return _Level(shape="bullet")
        return _Level(
            start=number(value(found, "start"), 1),
            shape=value(found, "numFmt") or "decimal",
            text=value(found, "lvlText") or "",
        )
