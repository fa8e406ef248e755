"""Titles: lines that name what follows, by their mark-up or by their shape."""

import re
from functools import cache, lru_cache
from typing import Final

from rodedraad.model.document import Document
from rodedraad.model.terms import BlockRole, Kind
from rodedraad.recognising.deeds import names_deed
from rodedraad.recognising.figures import is_figure
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import has_finite_verb, words
from rodedraad.recognising.lexicon import labelled
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.prose import cue_scores
from rodedraad.recognising.units import Unit
from rodedraad.recognising.vocabulary import any_of, pattern_of, table, words_of

TITLE_LENGTH: Final = 110
TITLE_WORDS: Final = 14
LAST_NAME: Final = 5
"""The name of what stands on a page that was not kept has no more words."""
SHORTEST_SENTENCE: Final = 3
_DOCUMENT: Final = pattern_of("titles", "document")
_PROGRAMME: Final = re.compile(rf"{any_of('titles', 'programme')}\s(?:\d+|[a-z])\b(?!').*")
_GROUP: Final = re.compile(rf"{any_of('titles', 'theme')}\s\S.*")
_YEAR: Final = re.compile(r"\b20\d\d\b")
_COUNTED: Final = re.compile(r"^[A-Z]\w+\s\d+\.\s(?=[A-Z])")  # Programma 2. Samen leven


def names_in(frame: Document) -> dict[str, Kind]:
    """Return the names that the dossier gives, by heading key: the document, its programmes, their themes."""
    names: dict[str, Kind] = {}
    for path in frame.covers:
        programme, *themes = [heading_key(part) for part in path.split(" / ")]
        names[programme] = Kind.PROGRAMME
        names.update(dict.fromkeys(themes, Kind.THEME))
    return {heading_key(frame.title): Kind.DOCUMENT, **names}


def looks_like_title(unit: Unit, following: Unit | None) -> bool:
    """Whether a unit is a title: marked up so, or short, unpunctuated and with something to head."""
    if unit.block.role is BlockRole.HEADING:
        return True
    alone = not unit.listed or unit.number is not None
    if not alone or unit.block.table is not None or len(unit.text) > TITLE_LENGTH:
        return False
    if following is None:
        return unit.gap and _reads_as_title(unit) and len(words(unit.words)) <= LAST_NAME
    if unit.listed and (following.number is not None or not unit.gap):
        return False
    return _reads_as_title(unit) and (_can_be_headed(following) or _names_programme(unit.text))


def _reads_as_title(unit: Unit) -> bool:
    text, own = unit.text.rstrip(), _COUNTED.sub("", unit.words)
    unpunctuated = not text.endswith((".", ";", ",", ":", "!")) and ". " not in own
    begins = own[:1].isupper() or own[:1].isdigit() or _names_programme(text)
    return unpunctuated and begins and len(words(text)) <= TITLE_WORDS and _has_words(own)


def _can_be_headed(unit: Unit) -> bool:
    return unit.listed or not unit.words[:1].islower()


def _has_words(text: str) -> bool:
    """Whether letters outnumber digits and signs: an amount or a date is no title."""
    return sum(char.isalpha() for char in text) * 2 > len(text.replace(" ", "")) and not is_figure(text)


def title_kind(text: str) -> Kind:
    """Return what a title names: the document, a programme, a theme.

    A title that is a sentence is a goal, or an activity where it tells what "we" do.  A question, and what
    names nothing but parts of the document ("Nieuwe ambities"), is a heading.
    """
    own = labelled(text)
    named = own.kind if own is not None else _kind_of_name(text)
    if named is not None:
        return named
    if text.rstrip().endswith("?") or names_structure(text):
        return Kind.HEADING
    if has_finite_verb(text) or _is_sentence(text):
        return _kind_of_sentence(text)
    return Kind.ACTIVITY if ":" not in text and names_deed(text) else Kind.THEME


@lru_cache(maxsize=LINES)
def names_structure(text: str) -> bool:
    """Whether words name parts of a document and nothing that it is about: "Overige activiteiten"."""
    told = {word for word in words(heading_key(text)) if not word.isdigit()}
    return not told.isdisjoint(_structural()) and told <= _structural() | _with_structural()


@cache
def _structural() -> frozenset[str]:
    return frozenset(words_of("words", "structural"))


@cache
def _with_structural() -> frozenset[str]:
    return frozenset(words_of("words", "structural-with"))


def _kind_of_name(text: str) -> Kind | None:
    """Return what a title names by the words for documents, programmes and themes."""
    key = heading_key(text)
    if _names_document(text, key):
        return Kind.DOCUMENT
    if _names_programme(text):
        return Kind.PROGRAMME
    return Kind.THEME if _GROUP.fullmatch(key) or key.split(" ", 1)[0] in _theme_words() else None


def _names_programme(text: str) -> bool:
    return _PROGRAMME.fullmatch(text.strip().lower()) is not None


def _names_document(text: str, key: str) -> bool:
    """Whether a title is that of the document, alone or behind the name of the municipality."""
    if _DOCUMENT.fullmatch(key) or (_DOCUMENT.match(key) and _YEAR.search(text)):
        return True
    owner, dash, name = key.partition(" - ")
    return bool(dash) and owner.startswith("gemeente ") and _DOCUMENT.match(name) is not None


def _kind_of_sentence(text: str) -> Kind:
    scores = cue_scores(text)
    return Kind.ACTIVITY if scores.get(Kind.ACTIVITY, 0.0) > scores.get(Kind.GOAL, 0.0) else Kind.GOAL


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and len(words(text)) > SHORTEST_SENTENCE


@cache
def _theme_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("labels") if row["kind"] == Kind.THEME)


def style_of(unit: Unit) -> str:
    """Return how a name is written: its heading level, its first word if that tells what it names, its code.

    Names of one style stand beside each other; a name without any mark of its own has no style.
    """
    first = heading_key(unit.words).split(" ", 1)[0]
    word = first if first in _theme_words() or _GROUP.fullmatch(heading_key(unit.words)) else ""
    level = "" if unit.block.level is None or unit.listed else f"h{unit.block.level}"
    depth = f"#{unit.number.strip('.').count('.') + 1}" if unit.number else ""
    return " ".join(part for part in (level, word, depth) if part)
