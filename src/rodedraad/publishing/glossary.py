"""Words that need explaining: the terms of planning and control, and what the documents shorten themselves.

An abbreviation is explained only where all that the documents say of it is the same: of two names for one
abbreviation both stand in the list, and neither is laid over the text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from markupsafe import Markup, escape
from msgspec import Struct

from rodedraad.model.abbreviations import Explained, explained, is_short
from rodedraad.model.document import Span
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.words import rows


class Meaning(Struct, frozen=True, kw_only=True):
    """What an abbreviation stands for, and where a document says so."""

    name: str
    document: str
    span: Span


class Entry(Struct, frozen=True, kw_only=True):
    """A word that is explained: by the documents (`meanings`) or by us, with our source.

    `forms` are the ways in which it is written; `sure` where it means one thing in all documents.
    """

    word: str
    forms: tuple[str, ...]
    explanation: str = ""
    source: str = ""
    meanings: tuple[Meaning, ...] = ()

    @property
    def anchor(self) -> str:
        """The id of the word on the page of the glossary."""
        return f"w-{addresses.safe(self.word.casefold())}"

    @property
    def sure(self) -> bool:
        """Whether it may be explained wherever it stands."""
        return len({one.name.casefold() for one in self.meanings}) <= 1


class Glossary:
    """The words of a build that are explained."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The terms and the abbreviations, by word; an abbreviation that is a term too is one entry."""
        own = {one.word.casefold(): one for one in self._abbreviations()}
        terms = {one.word.casefold(): one for one in _terms()}
        both = {word: _joined(one, own.get(word)) for word, one in terms.items()}
        return tuple(one for _, one in sorted({**own, **both}.items()))

    def _abbreviations(self) -> Iterator[Entry]:
        told = grouped(self._told(), lambda pair: pair[0].short)
        for short, pairs in told.items():
            named = {meaning.name.casefold(): meaning for _, meaning in reversed(pairs)}
            yield Entry(word=short, forms=(short,), meanings=tuple(reversed(named.values())))

    def _told(self) -> Iterator[tuple[Explained, Meaning]]:
        for document in self._lookup.build.documents:
            for number, extract in enumerate(self._lookup.build.texts[document.id]):
                for one in explained(extract.text):
                    span = Span(source=number, start=one.start, end=one.end)
                    if is_short(one.short, one.name) and self._is_shown(document.id, span):
                        yield one, Meaning(name=one.name, document=document.id, span=span)

    def _is_shown(self, document: str, span: Span) -> bool:
        """Return whether words stand in content, and not in a menu or a footer."""
        aside = self._lookup.document(document).set_aside
        return not any(one.source == span.source and one.start <= span.start < one.end for one in aside)

    @cached_property
    def by_form(self) -> Mapping[str, Entry]:
        """The entries that may be explained where they stand; those of terms in small letters."""
        return {_key(form): one for one in self.entries if one.sure for form in one.forms}

    def entry(self, words: str) -> Entry:
        """Return the entry of words that the pattern found: as written, else in small letters."""
        return self.by_form.get(words) or self.by_form[words.casefold()]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any form of any entry, whole, the longest first."""
        forms = {form for one in self.entries if one.sure for form in one.forms}
        longest_first = sorted(forms, key=lambda one: (-len(one), one))
        written = (re.escape(one) if _is_letters(one) else f"(?i:{re.escape(one)})" for one in longest_first)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])")


class Explainer:
    """Marks words on one page: each the first time it stands there, as a link to its meaning."""

    def __init__(self, glossary: Glossary, root: str) -> None:
        self._glossary, self._root = glossary, root
        self._told: set[str] = set()

    def __call__(self, text: str) -> Markup:
        """Return a text as HTML, with what was not yet explained on this page marked."""
        made, at = Markup(), 0
        for match in self._glossary.pattern.finditer(text):
            entry = self._glossary.entry(match.group())
            if entry.word not in self._told and not _says_itself(entry, text):
                made += escape(text[at : match.start()]) + self._marked(entry, match.group())
                at = match.end()
            self._told.add(entry.word)
        return made + escape(text[at:])

    def _marked(self, entry: Entry, words: str) -> Markup:
        href = f"{self._root}{addresses.GLOSSARY}#{entry.anchor}"
        name = entry.meanings[0].name if entry.meanings else ""
        inner = Markup('<abbr title="{}">{}</abbr>').format(name, words) if name else escape(words)
        return Markup('<a class="rd-term" href="{}">{}</a>').format(href, inner)


def _says_itself(entry: Entry, text: str) -> bool:
    """Return whether a text holds the name that an abbreviation stands for."""
    return any(one.name.casefold() in text.casefold() for one in entry.meanings)


def _terms() -> Iterator[Entry]:
    for row in rows("terms.tsv"):
        forms = (row["term"], *(one.strip() for one in row["variants"].split(",") if one.strip()))
        yield Entry(word=row["term"], forms=forms, explanation=row["explanation"], source=row["source"])


def _joined(term: Entry, own: Entry | None) -> Entry:
    """Return a term with what the documents say that it stands for."""
    if own is None:
        return term
    return Entry(
        word=term.word,
        forms=term.forms,
        explanation=term.explanation,
        source=term.source,
        meanings=own.meanings,
    )


def _is_letters(form: str) -> bool:
    """Return whether a form is an abbreviation, which is written in one way only."""
    return " " not in form and any(map(str.isupper, form))


def _key(form: str) -> str:
    return form if _is_letters(form) else form.casefold()
