"""Why two elements belong together, in words a resident can read."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, Final

import numpy as np

from rodedraad.linking.comparison import Comparison
from rodedraad.linking.kinds import CONTENT_KINDS, NUMBER_OF
from rodedraad.linking.matches import Matches
from rodedraad.linking.scoring import PARTS, SENSED
from rodedraad.linking.shelf import Entry
from rodedraad.linking.sparse import Floats, Ints, Marks
from rodedraad.linking.tables import rows
from rodedraad.linking.weights import START
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Evidence

WORDS: Final = "wording"
WORDING: Final = ("shared", "grams", "cosine", "runs")
TEXTS: Final = {
    "meaning": "",
    "marks": "",
    "place": "",
    "kind": "",
    "number": "",
    "order": "niet op dezelfde plaats in de volgorde",
    "answers": "de belofte waarop het een antwoord is, hoort hier ook bij",
    "goal": "het doel erboven hoort ook bij elkaar",
    "neighbours": "wat er vlak voor of na staat, hoort ook bij elkaar",
    "rank": "staan ongeveer even ver in de lijst van hun thema",
    "theme": "de thema's erboven horen {themes} bij elkaar",
    "via": "horen allebei bij hetzelfde onderdeel van een ander document",
    "sense": "zeggen volgens het taalmodel {alike} hetzelfde",
}
BY_CHANCE: Final = "zomaar twee onderdelen horen zelden bij elkaar"
SLIGHT: Final = 0.005
WEIGHTS: Final = 1 << 20
"""More than there are weights, in hundredths."""
REMEMBERED: Final = 1 << 14
"""So many titles of places are remembered in short."""


def reasons(parts: Floats, start: Floats, met: Matches) -> list[tuple[Evidence, ...]]:
    """Return what scores are made of, a row a match: the weights are log-odds and add up to the score's.

    The heaviest is told first; `start` is where the sums start.
    """
    told = SENSED[: parts.shape[1]]
    names = [name for name in TEXTS if name in told]
    wording = parts[:, [PARTS.index(name) for name in WORDING]].sum(axis=1)
    weights = np.column_stack([wording, parts[:, [told.index(name) for name in names]]])
    copied = parts[:, PARTS.index("runs")] > 0
    heavy = np.abs(weights) >= SLIGHT
    table = np.empty(weights.shape, dtype=np.object_)
    for column, name in enumerate((WORDS, *names)):
        rows = np.flatnonzero(heavy[:, column])
        subject, text = _subject(name, met, copied)
        table[rows, column] = _evidence(name, weights[rows, column], subject[rows], text)
    order = np.argsort(-np.abs(weights), axis=1, kind="stable")
    sorted_ = np.take_along_axis(table, order, axis=1).tolist()
    last = _evidence(START, start, np.zeros(start.size, dtype=np.int64), lambda _, __: BY_CHANCE).tolist()
    many = heavy.sum(axis=1).tolist()
    return [(*row[:count], chance) for row, count, chance in zip(sorted_, many, last, strict=True)]


Records = np.ndarray[Any, np.dtype[np.object_]]
Text = Callable[[int, bool], str]
"""Tells a reason in words, by the number of its subject and by whether it speaks for a match."""


def _evidence(name: str, weights: Floats, subject: Ints, text: Text) -> Records:
    """Return a reason for each weight and subject; those that are the same are one record."""
    shown = np.round(weights, 2)
    keys = subject * WEIGHTS + np.rint(shown * 100).astype(np.int64)
    _, first, place = np.unique(keys, return_index=True, return_inverse=True)
    made = (
        Evidence(what=name, weight=weight, text=text(number, weight > 0))
        for number, weight in zip(subject[first].tolist(), shown[first].tolist(), strict=True)
    )
    return np.fromiter(made, dtype=np.object_, count=first.size)[place]


def _subject(name: str, met: Matches, copied: Marks) -> tuple[Ints, Text]:
    """Return what a reason speaks of in each match, as a number, and how to tell it."""
    entries = met.entries
    match name:
        case "wording":
            return met.pair * 2 + copied, lambda one, _: _wording(met.both[one // 2], copied=one % 2 == 1)
        case "meaning" | "marks":
            return met.pair, lambda one, _: str(getattr(met.both[one], name))
        case "place":
            return met.later, lambda one, alike: _place(entries[one], alike=alike)
        case "kind":
            kinds = np.array([NUMBER_OF[entry.element.kind] for entry in entries], dtype=np.int64)
            both = kinds[met.earlier] * len(CONTENT_KINDS) + kinds[met.later]
            return both, lambda one, _: _kinds(*divmod(one, len(CONTENT_KINDS)))
        case "number":
            return met.later, lambda one, _: f"zelfde nummer: {entries[one].element.number}"
        case _:
            return np.zeros_like(met.later), lambda _, alike: _fixed(name, alike=alike)


def _wording(both: Comparison, *, copied: bool) -> str:
    return both.phrase if copied else both.wording


def _fixed(what: str, *, alike: bool) -> str:
    return TEXTS[what].format(alike="ongeveer" if alike else "niet", themes="ook" if alike else "niet")


def _place(later: Entry, *, alike: bool) -> str:
    nearest = later.path[0] if later.path else None
    if alike and nearest is not None:
        return f"zelfde {_named(nearest.kind)}: {_short(nearest.text)}"
    return "staan onder een ander thema of doel"


def _kinds(earlier: int, later: int) -> str:
    one, other = _named(CONTENT_KINDS[earlier]), _named(CONTENT_KINDS[later])
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
