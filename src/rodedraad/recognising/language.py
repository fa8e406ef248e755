"""Enough Dutch to tell a sentence from a label, and looking ahead from looking back."""

import re
from functools import cache
from typing import Final

from rodedraad.recognising.vocabulary import table

WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_VOWELS: Final = "aeiou"
_IRREGULAR_THIRD: Final = {
    "zijn": ("is", "ben"), "hebben": ("heeft", "heb"), "kunnen": ("kan",), "zullen": ("zal",), "mogen": ("mag",),
    "willen": ("wil",), "komen": ("komt", "kom"), "gaan": ("gaat", "ga"), "staan": ("staat", "sta"),
    "doen": ("doet", "doe"), "zien": ("ziet", "zie"), "bestaan": ("bestaat",), "ontstaan": ("ontstaat",),
    "voldoen": ("voldoet",), "herzien": ("herziet",), "creëren": ("creëert",),
}  # fmt: skip
_SEPARABLE: Final = [
    "aan",
    "af",
    "achter",
    "bij",
    "door",
    "goed",
    "in",
    "klaar",
    "los",
    "mee",
    "na",
    "neer",
    "om",
    "onder",
    "op",
    "over",
    "samen",
    "tegen",
    "terug",
    "toe",
    "uit",
    "vast",
    "voor",
    "voort",
    "waar",
    "weer",
    "weg",
    "open",
    "vrij",
    "gelijk",
    "deel",
    "plaats",
    "thuis",
    "samen",
    "rond",
]
_INSEPARABLE: Final = ("be", "ver", "ont", "her", "er", "onder", "over", "door", "voor", "mis")
_PERFECT_AUXILIARY: Final = frozenset(
    ["is", "zijn", "heeft", "hebben", "had", "hadden", "was", "waren", "ben", "werd", "werden", "bleef"]
)
_NO_PARTICIPLE: Final = frozenset(
    ["gebied", "gemeente", "gemeenten", "geld", "gebruik", "gevolg", "gezin", "gezinnen", "geen", "gebouwen", "gegevens", "geleden", "gebieden", "gebreid", "gezond", "gesprekken", "tegen", "gezondheid", "gevallen", "gewoon", "gelijk", "genoemde", "gewenst", "goed"]
)  # fmt: skip


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.lower() for word in WORD.findall(text)]


def third_person(infinitive: str) -> tuple[str, ...]:
    """Return the present-tense form that goes with "zij (hij)", by the rules of Dutch spelling."""
    if infinitive in _IRREGULAR_THIRD:
        return _IRREGULAR_THIRD[infinitive]
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
    native = re.search(r"(?:bet|mind|lev|and|vord|inn|ond|uist|zek|schild|nad|ijv|op)er$", stem)
    return len(stem) > 4 and (bool(native) or stem.endswith(("el", "em", "en", "ig")))


@cache
def present_forms() -> frozenset[str]:
    """Return every present-tense form of the verbs in the vocabulary."""
    lemmas = [row["infinitive"] for row in table("verbs")]
    return frozenset(lemmas) | {form for lemma in lemmas for form in third_person(lemma)}


@cache
def singular_forms() -> frozenset[str]:
    """Return the present-tense forms that cannot be an infinitive."""
    return present_forms() - {row["infinitive"] for row in table("verbs")}


_ALSO_OTHER_WORDS: Final = frozenset({"vroeg", "mat", "mocht"})


@cache
def past_forms() -> frozenset[str]:
    """Return every simple-past form of the verbs in the vocabulary that is no infinitive as well."""
    forms = {form for row in table("verbs") for form in row["past"].split()}
    return frozenset(forms) - {row["infinitive"] for row in table("verbs")} - _ALSO_OTHER_WORDS


@cache
def _participles() -> frozenset[str]:
    return frozenset(row["participle"] for row in table("verbs") if row["participle"])


@cache
def is_participle(word: str) -> bool:
    """Whether a word has the form of a past participle: `gestart`, `afgerond`, `vastgesteld`, `besproken`."""
    if word in _participles():
        return True
    if word in _NO_PARTICIPLE or len(word) < 5:
        return False
    if re.fullmatch(r"ge\w{2,}(?:d|t|en)", word):
        return True
    rest = _without_separable(word)
    if rest is not None:
        return bool(re.fullmatch(r"ge\w{2,}(?:d|t|en)", rest)) or rest in _participles()
    return False


def _without_separable(word: str) -> str | None:
    for particle in _SEPARABLE:
        if word.startswith(particle) and len(word) - len(particle) > 4:
            return word[len(particle) :]
    return None


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


def _plural_subject(token: str) -> bool:
    return token in {"we", "wij", "alle", "meer", "minder"} or (
        token.endswith(("s", "en", "'s")) and token not in present_forms()
    )


def is_perfect(sentence: str) -> bool:
    """Whether a sentence looks back: an auxiliary with a participle, or a simple past."""
    tokens = words(sentence)
    if any(token in past_forms() for token in tokens):
        return True
    return any(token in _PERFECT_AUXILIARY for token in tokens) and any(map(is_participle, tokens))


_SENTENCE_END: Final = re.compile(r"(?<=[.!?;])\s+(?=[A-Z‘“'\"(•\d])")
_ABBREVIATION: Final = re.compile(
    r"\b(?:o\.a|m\.b\.t|d\.m\.v|i\.v\.m|t\.a\.v|bv|bijv|incl|excl|ca|nr|art|m\.n|resp|evt|t\.b\.v|i\.h\.k\.v|m\.i\.v|dhr|mevr|jl|St)\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the places of the sentences of a text; abbreviations do not end one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text[start : match.start()]):
            continue
        spans.append((start, match.start()))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def sentence_at(text: str, place: int) -> str:
    """Return the sentence of a text that a place falls in."""
    return next((text[start:end] for start, end in sentences(text) if start <= place < end), text)
