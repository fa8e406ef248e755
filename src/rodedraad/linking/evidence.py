"""Why two elements belong together, in words a resident can read."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

import numpy as np

from rodedraad.linking.meanings import meanings
from rodedraad.linking.relations import nearly_same
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
    "via": "horen allebei bij hetzelfde onderdeel van een ander document",
    "sense": "zeggen volgens het taalmodel {alike} hetzelfde",
}
BY_CHANCE: Final = "zomaar twee onderdelen horen zelden bij elkaar"
MOST_NAMED: Final = 5
SHORTEST_PHRASE: Final = 3
SLIGHT: Final = 0.005
REMEMBERED: Final = 1 << 14
"""So many pairs of texts are remembered: reports repeat what budgets say."""


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
        self._weights = sorted_
        self._many = (np.abs(sorted_) >= SLIGHT).sum(axis=1)
        self._copied = parts[:, PARTS.index("runs")] > 0
        self._start = np.round(start, 2)

    def explain(self, earlier: Entry, later: Entry, row: int) -> tuple[Evidence, ...]:
        """Return the reasons of one pair, heaviest first."""
        many = self._many[row]
        copied = bool(self._copied[row])
        places = self._order[row, :many].tolist()
        weights = self._weights[row, :many].tolist()
        told = [
            _reason(self._names[place], weight, earlier, later, copied=copied)
            for place, weight in zip(places, weights, strict=True)
        ]
        return (*told, Evidence(what=START, weight=float(self._start[row]), text=BY_CHANCE))


def _reason(what: str, weight: float, earlier: Entry, later: Entry, *, copied: bool) -> Evidence:
    text = _text(what, weight, earlier, later, copied=copied)
    return Evidence(what=what, weight=round(weight, 2), text=text)


def _text(what: str, weight: float, earlier: Entry, later: Entry, *, copied: bool) -> str:
    if what == "wording":
        return _wording(earlier, later, copied=copied)
    if what == "meaning":
        return _meanings(earlier, later)
    if what == "marks":
        return _names(earlier, later)
    if what == "place":
        return _place(later, alike=weight > 0)
    if what == "kind":
        return _kinds(earlier, later)
    return TEXTS[what].format(number=later.element.number, alike="ongeveer" if weight > 0 else "niet")


def _wording(earlier: Entry, later: Entry, *, copied: bool) -> str:
    if earlier.element.text == later.element.text:
        return "dezelfde tekst"
    if nearly_same(earlier, later):
        return "vrijwel dezelfde tekst"
    if copied and (phrase := _phrase(earlier.wording, later.wording)):
        return f"dezelfde zinsnede: “{phrase}”"
    common = _common_words(earlier, later)
    return f"dezelfde woorden: {', '.join(common)}" if common else "de woorden lijken op elkaar"


@lru_cache(maxsize=REMEMBERED)
def _phrase(one: str, other: str) -> str:
    left, right = one.split(), other.split()
    lowered = [word.lower() for word in left], [word.lower() for word in right]
    match = SequenceMatcher(None, *lowered, autojunk=False).find_longest_match()
    chosen = right[match.b : match.b + match.size]
    return " ".join(chosen).strip(" .,;:") if match.size >= SHORTEST_PHRASE else ""


def _common_words(earlier: Entry, later: Entry) -> list[str]:
    common = (later.stems[one] for one in earlier.stems.keys() & later.stems.keys())
    return sorted(common, key=lambda word: (-len(word), word))[:MOST_NAMED]


def _meanings(earlier: Entry, later: Entry) -> str:
    common = sorted(meanings(earlier.wording) & meanings(later.wording))
    return f"gaan allebei over: {', '.join(common[:MOST_NAMED])}" if common else "gaan over iets anders"


def _names(earlier: Entry, later: Entry) -> str:
    common = sorted(earlier.named & later.named)
    return (
        f"noemen allebei: {', '.join(common[:MOST_NAMED])}" if common else "noemen dezelfde namen of getallen"
    )


def _place(later: Entry, *, alike: bool) -> str:
    nearest = later.path[0] if later.path else None
    if alike and nearest is not None:
        return f"zelfde {_named(nearest.kind)}: {_short(nearest.text)}"
    return "staan onder een ander thema of doel"


def _kinds(earlier: Entry, later: Entry) -> str:
    one, other = _named(earlier.element.kind), _named(later.element.kind)
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
