"""The kind of a paragraph, from what its sentences say and from the heading it stands under."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from rodedraad.model.terms import Kind
from rodedraad.recognising.language import sentences
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.vocabulary import table

BARE_NARRATIVE: Final = 1.0
OF_SECTION: Final = 6.0
OF_QUESTION: Final = 3.0
OF_LIST: Final = 1.5
ENOUGH: Final = 4.0
_DAMPED: Final = 0.3


@cache
def _cues() -> tuple[tuple[Kind, float, re.Pattern[str]], ...]:
    return tuple(
        (Kind(row["kind"]), float(row["weight"]), re.compile(row["pattern"], re.IGNORECASE))
        for row in table("cues")
    )


@cache
def cue_scores(text: str) -> Mapping[Kind, float]:
    """Return how strongly the sentences of a text speak for each kind; a cue counts once a sentence."""
    scores: dict[Kind, float] = {}
    for start, end in sentences(text):
        sentence = text[start:end]
        for kind, weight, pattern in _cues():
            if pattern.search(sentence):
                scores[kind] = scores.get(kind, 0.0) + weight
    return scores


def speaks_of_document(text: str) -> bool:
    """Whether a text tells of the document itself: "In deze rapportage …", "Zie programma 3"."""
    return cue_scores(text).get(Kind.NARRATIVE, 0.0) >= OF_QUESTION


def prior(meaning: Meaning | None, *, listed: bool, answers: bool = False) -> Mapping[Kind, float]:
    """Return how strongly a heading speaks for each kind of what stands under it.

    Under the question for goals stands much else; a list or a single sentence right under it `answers` it.
    """
    scores = {Kind.NARRATIVE: BARE_NARRATIVE}
    if meaning is None or meaning.kind is None:
        return scores
    weight = {
        Role.QUESTION: OF_QUESTION if listed or answers or meaning.kind is not Kind.GOAL else BARE_NARRATIVE,
        Role.EXTRA: OF_QUESTION,
        Role.LABEL: OF_SECTION,
        Role.SECTION: OF_SECTION,
        Role.CONTEXT: OF_QUESTION,
        Role.VISION: BARE_NARRATIVE if listed else 0.0,
    }.get(meaning.role, 0.0)
    scores[meaning.kind] = scores.get(meaning.kind, 0.0) + weight + (OF_LIST if listed else 0.0)
    return scores


def kind_of(text: str, meaning: Meaning | None, *, listed: bool, direct: bool) -> Kind:
    """Return the kind of a paragraph or list item under a heading with this meaning.

    Under a vision, acts are told as part of the aim: what the municipality wants weighs more there
    than what it does.
    """
    answers = direct and len(sentences(text)) == 1
    scores = dict(prior(meaning, listed=listed, answers=answers))
    for kind, weight in cue_scores(text).items():
        damped = meaning is not None and meaning.role is Role.VISION and kind is Kind.ACTIVITY
        scores[kind] = scores.get(kind, 0.0) + min(ENOUGH, weight) * (_DAMPED if damped else 1.0)
    best = max(scores.values())
    return next(kind for kind in scores if scores[kind] == best)
