"""Why two elements belong together, in words a resident can read."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

import numpy as np

from rodedraad.linking.comparison import Comparison
from rodedraad.linking.scoring import PARTS, SENSED
from rodedraad.linking.shelf import Entry
from rodedraad.linking.sparse import Floats
from rodedraad.linking.tables import rows
from rodedraad.linking.weights import START
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Evidence

WORDING: Final = ("shared", "grams", "cosine", "runs")
TEXTS: Final = {
    "meaning": "",
    "marks": "",
    "place": "",
    "kind": "",
    "number": "zelfde nummer: {number}",
    "order": "niet op dezelfde plaats in de volgorde",
    "answers": "de belofte waarop het een antwoord is, hoort hier ook bij",
    "goal": "het doel erboven hoort ook bij elkaar",
    "neighbours": "wat er vlak voor of na staat, hoort ook bij elkaar",
    "theme": "de thema's erboven horen {themes} bij elkaar",
    "via": "horen allebei bij hetzelfde onderdeel van een ander document",
    "sense": "zeggen volgens het taalmodel {alike} hetzelfde",
}
BY_CHANCE: Final = "zomaar twee onderdelen horen zelden bij elkaar"
SLIGHT: Final = 0.005
REMEMBERED: Final = 1 << 14
"""So many titles of places are remembered in short."""


class Reasons:
    """Tells what scores are made of, a row a pair: the weights are log-odds and add up to the score's."""

    def __init__(self, parts: Floats, start: Floats) -> None:
        """Take the parts of the scores and where their sums start; the heaviest are told first."""
        told = SENSED[: parts.shape[1]]
        names = [name for name in TEXTS if name in told]
        wording = parts[:, [PARTS.index(name) for name in WORDING]].sum(axis=1)
        weights = np.column_stack([wording, parts[:, [told.index(name) for name in names]]])
        order = np.argsort(-np.abs(weights), axis=1, kind="stable")
        sorted_ = np.take_along_axis(weights, order, axis=1)
        self._names = ("wording", *names)
        self._order = order.astype(np.int8)
        self._weights = np.round(sorted_, 2)
        self._many = (np.abs(sorted_) >= SLIGHT).sum(axis=1).tolist()
        self._copied = (parts[:, PARTS.index("runs")] > 0).tolist()
        self._start = [
            Evidence(what=START, weight=weight, text=BY_CHANCE) for weight in np.round(start, 2).tolist()
        ]

    def explain(self, both: Comparison, earlier: Entry, later: Entry, row: int) -> tuple[Evidence, ...]:
        """Return the reasons of one pair, heaviest first; `both` are the texts of the two."""
        many = self._many[row]
        wording = both.phrase if self._copied[row] else both.wording
        told = [
            Evidence(
                what=(what := self._names[place]),
                weight=weight,
                text=wording if what == "wording" else _text(what, weight, both, earlier, later),
            )
            for place, weight in zip(
                self._order[row, :many].tolist(), self._weights[row, :many].tolist(), strict=True
            )
        ]
        return (*told, self._start[row])


def _text(what: str, weight: float, both: Comparison, earlier: Entry, later: Entry) -> str:
    if what == "meaning":
        return both.meaning
    if what == "marks":
        return both.marks
    if what == "place":
        return _place(later, alike=weight > 0)
    if what == "kind":
        return _kinds(earlier.element.kind, later.element.kind)
    return TEXTS[what].format(
        number=later.element.number,
        alike="ongeveer" if weight > 0 else "niet",
        themes="ook" if weight > 0 else "niet",
    )


def _place(later: Entry, *, alike: bool) -> str:
    nearest = later.path[0] if later.path else None
    if alike and nearest is not None:
        return f"zelfde {_named(nearest.kind)}: {_short(nearest.text)}"
    return "staan onder een ander thema of doel"


@cache
def _kinds(earlier: Kind, later: Kind) -> str:
    one, other = _named(earlier), _named(later)
    return f"allebei: {one}" if one == other else f"eerst {one}, later {other}"


def _named(kind: Kind) -> str:
    return _kind_names()[kind]


@cache
def _kind_names() -> Mapping[str, str]:
    return {row["kind"]: row["dutch"] for row in rows("kind_names.tsv")}


@lru_cache(maxsize=REMEMBERED)
def _short(text: str, most: int = 60) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"
