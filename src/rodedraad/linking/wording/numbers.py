"""Numbers of a promise that became smaller or larger, vanished or came."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from rodedraad.linking.tables import rows
from rodedraad.linking.tokens import stop_words
from rodedraad.linking.wording.phrases import find
from rodedraad.linking.wording.said import Judgement, Pair, Sentence
from rodedraad.linking.wording.vanished import goes_on
from rodedraad.model.stems import stem
from rodedraad.model.terms import ChangeKind, Effect

LIMITS: Final = "limits.tsv"
SURE: Final = 0.5
"""The two sentences must share this much."""
NEAR: Final = 3
"""So many words after a number may say of what it is."""
AGES: Final = frozenset({"jaar", "jarig", "jarige", "jarigen", "plus"})
EURO: Final = "euro"
PERCENT: Final = "%"
_SCALE: Final = {"miljoen": 1_000_000.0, "mln": 1_000_000.0, "miljard": 1_000_000_000.0, "duizend": 1_000.0}
_YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,]|\.\d)")
_NEXT: Final = re.compile(r"[^\s,;:()]+")
_BY: Final = re.compile(r"\bmet\s+(?:\w+\s+)?$", re.IGNORECASE)


class Number(NamedTuple):
    """A number, of what, and in words."""

    value: float
    unit: str
    words: str
    by: bool
    """Whether it is how much something changes: "met 10%"."""


def judged(pair: Pair) -> Iterator[Judgement]:
    """Yield that a number of the same thing is less than it was, or more, or went, or came.

    Numbers of different years are not compared.
    """
    if pair.shared < SURE or _other_years(pair) or goes_on(pair) or goes_on(pair.turned):
        return
    was, now = _by_unit(pair.was), _by_unit(pair.now)
    for unit in dict.fromkeys([*was, *now]):
        yield from _of_unit(unit, was.get(unit, ()), now.get(unit, ()), pair)


def numbers(sentence: Sentence) -> tuple[Number, ...]:
    """Return the numbers of a sentence that count something; years, ages and labels do not."""
    text = _YEAR.sub(lambda match: " " * len(match.group()), sentence.timeless)
    found = (_number(match, text) for match in _pattern().finditer(text))
    return tuple(one for one in found if one is not None)


def _of_unit(unit: str, was: Sequence[Number], now: Sequence[Number], pair: Pair) -> Iterator[Judgement]:
    if len(was) == len(now) == 1:
        yield from _moved(was[0], now[0], pair)
    elif was and not now and _only_named(unit, pair.now):
        yield Judgement(ChangeKind.NUMBER, Effect.WEAKER, was[0].words, "", pair)
    elif now and not was and _only_named(unit, pair.was):
        yield Judgement(ChangeKind.NUMBER, Effect.STRONGER, "", now[0].words, pair)


def _moved(was: Number, now: Number, pair: Pair) -> Iterator[Judgement]:
    if was.value == now.value:
        return
    less_is_more = not was.by and _is_limit(pair)
    effect = Effect.WEAKER if (now.value < was.value) is not less_is_more else Effect.STRONGER
    yield Judgement(ChangeKind.NUMBER, effect, was.words, now.words, pair)


def _is_limit(pair: Pair) -> bool:
    """Tell whether less is better, as far as the words say."""
    texts = (pair.was.text, pair.now.text)
    least = any(find(LIMITS, text, role="least") for text in texts)
    return not least and any(find(LIMITS, text, role="most") for text in texts)


def _only_named(unit: str, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of a thing, and holds no number at all."""
    return unit in sentence.stems and not _pattern().search(sentence.timeless)


def _other_years(pair: Pair) -> bool:
    one, other = set(_YEAR.findall(pair.was.text)), set(_YEAR.findall(pair.now.text))
    return bool(one and other) and not one & other


def _by_unit(sentence: Sentence) -> Mapping[str, Sequence[Number]]:
    found: dict[str, list[Number]] = defaultdict(list)
    for one in numbers(sentence):
        found[one.unit].append(one)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    named = "|".join(sorted(_values(), key=len, reverse=True))
    figures = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
    return re.compile(
        rf"(?P<euro>€\s*)?(?<![\w.,/-])(?P<value>{figures}|(?:{named})\b)(?![\w/-])(?!\.\d)"
        r"(?:\s+(?P<scale>miljoen|mln|miljard|duizend)\b\.?)?",
        re.IGNORECASE,
    )


@cache
def _values() -> Mapping[str, float]:
    return {row["word"]: float(row["value"]) for row in rows("number_words.tsv")}


def _number(match: re.Match[str], text: str) -> Number | None:
    before, after = text[: match.start()], text[match.end() :]
    unit, told = (EURO, "") if match["euro"] else _unit(after)
    if unit is None or _is_label(before):
        return None
    value = match["value"].lower()
    plain = _values().get(value)
    number = float(value.replace(".", "").replace(",", ".")) if plain is None else plain
    scaled = number * _SCALE.get((match["scale"] or "").lower(), 1.0)
    return Number(scaled, unit, f"{match.group().strip()}{told}", bool(_BY.search(before)))


def _unit(after: str) -> tuple[str | None, str]:
    """Return what is counted, and it in words: the first noun behind a number; adjectives end in -e."""
    if after.lstrip().startswith(PERCENT) or after.lstrip().lower().startswith("procent"):
        return PERCENT, PERCENT if after.lstrip().startswith(PERCENT) else " procent"
    following = _following(after)
    for place, word in enumerate(following):
        lowered = word.lower()
        if lowered in stop_words():
            break
        if lowered.endswith("e"):
            continue
        unit = EURO if lowered == EURO else stem(lowered)
        return (None, "") if lowered in AGES else (unit, " " + " ".join(following[: place + 1]))
    return None, ""


def _following(after: str) -> list[str]:
    """Return the words behind a number up to the end of its clause."""
    clause = re.split(r"[.,;:()]", after, maxsplit=1)[0]
    return _NEXT.findall(clause)[:NEAR]


def _is_label(before: str) -> bool:
    last = before.split()[-1:] or [""]
    return any(one.start == 0 for one in find(LIMITS, last[0], role="label"))
