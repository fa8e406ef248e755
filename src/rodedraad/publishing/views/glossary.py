"""The page that explains words: each with its meaning, and where that comes from."""

from msgspec import Struct

from rodedraad.publishing import addresses
from rodedraad.publishing.glossary import Entry, Glossary, Meaning
from rodedraad.publishing.language.spoken import say, shared
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import Place


class MeaningView(Struct, frozen=True, kw_only=True):
    """What an abbreviation stands for, and the line that says so."""

    name: str
    place: Place


class EntryView(Struct, frozen=True, kw_only=True):
    """A word as explained to a reader."""

    anchor: str
    word: str
    others: tuple[str, ...]
    explanation: str
    source: str
    meanings: tuple[MeaningView, ...]
    sure: bool


def glossary_page(lookup: Lookup, glossary: Glossary) -> tuple[EntryView, ...]:
    """Return all words that are explained, by word."""
    return tuple(_view(lookup, one) for one in glossary.entries)


def _view(lookup: Lookup, entry: Entry) -> EntryView:
    return EntryView(
        anchor=entry.anchor,
        word=entry.word,
        others=entry.forms[1:],
        explanation=say(entry.explanation),
        source=entry.source,
        meanings=tuple(MeaningView(name=one.name, place=_place(lookup, one)) for one in entry.meanings),
        sure=entry.sure,
    )


def _place(lookup: Lookup, meaning: Meaning) -> Place:
    """Return the line of a meaning, which need not stand in an element."""
    line = lookup.line(meaning.document, meaning.span)
    return Place(
        href=shared(addresses.source_line(meaning.document, meaning.span.source, line)),
        label=say("{document}, regel {line}", document=lookup.document(meaning.document).title, line=line),
    )
