"""The kind of a paragraph, from what its sentences say and from the heading it stands under."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.model.terms import Kind
from rodedraad.recognising.deadlines import find_deadlines
from rodedraad.recognising.deeds import names_deed, tells_state
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import is_perfect, sentences
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.sieve import Sieve, Sought
from rodedraad.recognising.vocabulary import table

BARE_NARRATIVE: Final = 1.0
OF_OPENING: Final = 3.0
OF_MIXED: Final = 1.5
INTENTION: Final = 2.0
OF_SECTION: Final = 6.0
OF_QUESTION: Final = 3.0
OF_LIST: Final = 1.5
OF_DEED: Final = 1.5
OF_STATE: Final = 1.5
OUTRIGHT: Final = 100.0
"""What weighs so much says of itself what it is, under whatever heading it stands."""
ENOUGH: Final = 4.0
_DAMPED: Final = 0.3


@cache
def _cues() -> Sieve[tuple[Kind, float]]:
    return Sieve(((Kind(row["kind"]), float(row["weight"])), Sought(row["pattern"])) for row in table("cues"))


class Setting(NamedTuple):
    """What a text stands in.

    `direct` while no theme stands between the question and the text; `opening` before any heading;
    `ahead` in a document that plans, where what has been done is background.
    """

    meaning: Meaning | None
    listed: bool = False
    direct: bool = False
    opening: bool = False
    ahead: bool = False


@lru_cache(maxsize=LINES)
def cue_scores(text: str, *, ahead: bool = False) -> Mapping[Kind, float]:
    """Return how strongly the sentences of a text speak for each kind; a cue counts once a sentence."""
    scores: dict[Kind, float] = {}
    for start, end in sentences(text):
        sentence = text[start:end]
        past = ahead and is_perfect(sentence)
        for (kind, weight), _ in _cues().search(sentence):
            if not (past and kind is Kind.ACTIVITY):
                scores[kind] = scores.get(kind, 0.0) + weight
    if Kind.ACTIVITY not in scores and len(sentences(text)) == 1 and names_deed(text):
        scores[Kind.ACTIVITY] = OF_DEED
    if tells_state(text):
        scores[Kind.GOAL] = scores.get(Kind.GOAL, 0.0) + OF_STATE
    return scores


def cues_in(sentence: str) -> Iterator[tuple[Mapping[str, str], str]]:
    """Yield the rows of the vocabulary that speak for a kind in a sentence, with the words that match."""
    for row in table("cues"):
        match = Sought(row["pattern"]).search(sentence)
        if match is not None:
            yield row, sentence[slice(*match.span())]


def speaks_of_document(text: str) -> bool:
    """Whether a text tells of the document itself: "In deze rapportage …", "Zie programma 3"."""
    return cue_scores(text).get(Kind.NARRATIVE, 0.0) >= OF_QUESTION


def prior(setting: Setting, *, answers: bool) -> Mapping[Kind, float]:
    """Return how strongly its setting speaks for each kind that a text may be.

    Under the question for goals stands much else; a list or a single sentence right under it `answers` it.
    """
    scores = {Kind.NARRATIVE: OF_OPENING if setting.opening else BARE_NARRATIVE}
    meaning, listed = setting.meaning, setting.listed
    if meaning is None or meaning.kind is None:
        return scores
    if meaning.role is Role.MIXED:
        return scores | {Kind.GOAL: OF_MIXED, Kind.ACTIVITY: OF_MIXED}
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


def kind_of(text: str, setting: Setting) -> Kind:
    """Return the kind of a paragraph or list item in its setting.

    Under a vision, acts are told as part of the aim: what the municipality wants weighs more there
    than what it does.
    """
    answers = setting.direct and (len(sentences(text)) == 1 or _opens_with_state(text))
    scores = dict(prior(setting, answers=answers))
    meaning = setting.meaning
    for kind, weight in cue_scores(text, ahead=setting.ahead).items():
        damped = meaning is not None and meaning.role is Role.VISION and kind is Kind.ACTIVITY
        scores[kind] = scores.get(kind, 0.0) + _bounded(weight) * (_DAMPED if damped else 1.0)
    best = max(scores.values())
    even = [kind for kind in scores if scores[kind] == best]
    told = cue_scores(text, ahead=setting.ahead)
    return max(even, key=lambda kind: told.get(kind, 0.0)) if best >= ENOUGH else even[0]


def _opens_with_state(text: str) -> bool:
    start, end = sentences(text)[0] if sentences(text) else (0, 0)
    return tells_state(text[start:end])


def _bounded(weight: float) -> float:
    return weight if weight >= OUTRIGHT else min(ENOUGH, weight)


def dated_intentions(text: str, year: int) -> Iterator[tuple[int, int]]:
    """Return the places of the sentences in which "we" promise something by a time in or after `year`."""
    for start, end in sentences(text):
        sentence = text[start:end]
        told = cue_scores(sentence, ahead=True).get(Kind.ACTIVITY, 0.0) >= INTENTION
        if told and any(moment.last.year >= year for moment in find_deadlines(sentence, year)):
            yield start, end
