"""Enough Dutch to tell a sentence from a label, and looking ahead from looking back."""

import re
from functools import cache, lru_cache
from typing import Final

from rodedraad.recognising.kept import LINES, WORDS
from rodedraad.recognising.vocabulary import table, words_of

_WORD: Final = re.compile(r"\w+(?:['’\-]\w+)*")
_VOWELS: Final = "aeiou"
SHORTEST_PARTICIPLE: Final = 5
"""`gedaan` has six letters, `gezet` five; `geit` and `geld` are no participles."""
SHORTEST_UNSTRESSED: Final = 5
"""A stem with an unstressed ending has two syllables: `regel`, unlike `deel`."""
SHORTEST_TOLD: Final = 7
"""Fewer words are a name, or a line of a table."""
_PARTICIPLE: Final = re.compile(r"ge\w{2,}(?:d|t|en)")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?;])\s+(?=[A-Z‘“'\"(•\d])")
_ABBREVIATIONS: Final = words_of("words", "abbreviation")
_ABBREVIATION: Final = re.compile(rf"\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS))})\.$")
_LONGEST_ABBREVIATION: Final = 1 + max(map(len, _ABBREVIATIONS))
_NATIVE_EREN: Final = re.compile(rf"(?:{'|'.join(words_of('words', 'native-er'))})er$")
_NO_PAST: Final = frozenset(words_of("words", "no-past"))
_NO_PARTICIPLE: Final = frozenset(words_of("words", "no-participle"))
_PERFECT_AUXILIARY: Final = frozenset(words_of("words", "perfect-auxiliary"))
_PLURAL_OPENING: Final = frozenset(words_of("words", "plural-opening"))
_IRREGULAR_PRESENT: Final = {
    row["infinitive"]: tuple(row["forms"].split()) for row in table("irregular_present")
}


@lru_cache(maxsize=LINES)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(_WORD.findall(text.lower().replace("_", " ")))


def third_person(infinitive: str) -> tuple[str, ...]:
    """Return the present-tense form that goes with "zij (hij)", by the rules of Dutch spelling."""
    if infinitive in _IRREGULAR_PRESENT:
        return _IRREGULAR_PRESENT[infinitive]
    stem = infinitive.removesuffix("en")
    if len(stem) > 1 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    elif re.search(
        rf"(?:^|[^{_VOWELS}])[{_VOWELS.replace('i', '')}][^{_VOWELS}]$", stem
    ) and not _weak_ending(stem):
        stem = stem[:-1] + stem[-2] + stem[-1]
    stem = re.sub("v$", "f", re.sub("z$", "s", stem))
    return (stem if stem.endswith("t") else stem + "t",)


def _weak_ending(stem: str) -> bool:
    """Whether the last syllable is unstressed, so that its vowel is not doubled (ontwikkel, verbeter).

    Of the verbs in -eren the borrowed ones are stressed (organiseer), the native ones are not.
    """
    ending = stem.endswith(("el", "em", "en", "ig")) or _NATIVE_EREN.search(stem) is not None
    return len(stem) >= SHORTEST_UNSTRESSED and ending


@cache
def present_forms() -> frozenset[str]:
    """Return every present-tense form of the verbs in the vocabulary."""
    lemmas = [row["infinitive"] for row in table("verbs")]
    return frozenset(lemmas) | {form for lemma in lemmas for form in third_person(lemma)}


@cache
def singular_forms() -> frozenset[str]:
    """Return the present-tense forms that cannot be an infinitive."""
    return present_forms() - {row["infinitive"] for row in table("verbs")}


@cache
def past_forms() -> frozenset[str]:
    """Return every simple-past form of the verbs in the vocabulary that is no infinitive as well."""
    forms = {form for row in table("verbs") for form in row["past"].split()}
    return frozenset(forms) - {row["infinitive"] for row in table("verbs")} - _NO_PAST


@cache
def _participles() -> frozenset[str]:
    return frozenset(row["participle"] for row in table("verbs") if row["participle"])


@lru_cache(maxsize=WORDS)
def is_participle(word: str) -> bool:
    """Whether a word has the form of a past participle: `gestart`, `afgerond`, `vastgesteld`, `besproken`."""
    if word in _participles():
        return True
    if word in _NO_PARTICIPLE or len(word) < SHORTEST_PARTICIPLE:
        return False
    if _PARTICIPLE.fullmatch(word):
        return True
    rest = _without_separable(word)
    return rest is not None and (_PARTICIPLE.fullmatch(rest) is not None or rest in _participles())


def _without_separable(word: str) -> str | None:
    particles = words_of("words", "separable")
    if not word.startswith(particles):
        return None
    rests = (word[len(particle) :] for particle in particles if word.startswith(particle))
    return next((rest for rest in rests if len(rest) >= SHORTEST_PARTICIPLE), None)


def has_finite_verb(text: str) -> bool:
    """Whether a short line is a sentence ("Mantelzorgers kunnen hun taak aan"), not a label.

    The plural form of a verb is its infinitive too; it counts behind a plural subject that opens the
    line, with words after it ("Inwoners met een beperking doen mee", not "Beschermd wonen").
    """
    tokens = words(text)
    if any(token in singular_forms() or token in past_forms() for token in tokens[1:]):
        return True
    if not tokens or "te" in tokens or not _plural_subject(tokens[0]):
        return False
    return any(token in present_forms() for token in tokens[1:-1])


def is_told(text: str) -> bool:
    """Whether words are a sentence that tells something, and no name, amount or date."""
    return len(words(text)) >= SHORTEST_TOLD and has_finite_verb(text)


def _plural_subject(token: str) -> bool:
    return token in _PLURAL_OPENING or (token.endswith(("s", "en", "'s")) and token not in present_forms())


@lru_cache(maxsize=LINES)
def is_perfect(sentence: str) -> bool:
    """Whether a sentence looks back: an auxiliary with a participle, or a simple past."""
    tokens = words(sentence)
    if not past_forms().isdisjoint(tokens):
        return True
    return not _PERFECT_AUXILIARY.isdisjoint(tokens) and any(map(is_participle, tokens))


@lru_cache(maxsize=LINES)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of the sentences of a text; abbreviations do not end one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.start()
        if _ABBREVIATION.search(text, max(start, end - _LONGEST_ABBREVIATION), end):
            continue
        spans.append((start, end))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def sentence_at(text: str, place: int) -> str:
    """Return the sentence of a text that a place falls in."""
    return next((text[start:end] for start, end in sentences(text) if start <= place < end), text)
