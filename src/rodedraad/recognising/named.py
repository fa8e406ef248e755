"""Whom and what an element names: organisations, laws, roles, programmes and regions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from msgspec.structs import replace

from rodedraad.model.abbreviations import in_brackets
from rodedraad.model.document import Element, Reference, Span
from rodedraad.model.terms import STRUCTURE
from rodedraad.model.text import Extract
from rodedraad.recognising.cross_references import meet
from rodedraad.recognising.sieve import Sieve, Sought
from rodedraad.recognising.vocabulary import pattern_of, table

_ABBREVIATION: Final = r"[A-Z][A-Za-z]{1,7}"
_ABBREVIATED: Final = re.compile(rf"(?<![\w-]){_ABBREVIATION}(?![\w-])")
_PAPER: Final = pattern_of("papers", "paper")
_LAW: Final = re.compile(r"\b(?:wet|besluit)\b|wet\b", re.IGNORECASE)


class _Named(NamedTuple):
    kind: str
    name: str


Short: TypeAlias = Mapping[str, _Named]
"""What the abbreviations that a document explains stand for."""


@cache
def _names() -> Sieve[_Named]:
    return Sieve(
        (_Named(row["kind"], row["name"]), Sought(rf"(?<![\w-])(?:{row['pattern']})(?![\w-])"))
        for row in table("named")
    )


def with_named(elements: Sequence[Element], texts: Sequence[Extract]) -> tuple[Element, ...]:
    """Return the elements with what each names, every name once an element, by the words it stands in.

    An abbreviation that the document explains ("Regionale Backoffice (RBO)") stands for its name wherever
    it is written.  Of people only their roles are kept.
    """
    short = _abbreviations(texts)
    return tuple(
        element if element.kind in STRUCTURE else _with(element, texts, short) for element in elements
    )


def _with(element: Element, texts: Sequence[Extract], short: Short) -> Element:
    found: dict[tuple[str, str], Reference] = {}
    for span in element.spans:
        for reference in _in(texts[span.source].text[span.start : span.end], span, short):
            if any(meet(reference, one) for one in element.refs):
                continue
            found.setdefault((reference.kind, reference.name), reference)
    ordered = sorted(found.values(), key=lambda reference: reference.evidence)
    return replace(element, refs=(*element.refs, *ordered)) if ordered else element


def _in(text: str, span: Span, short: Short) -> Iterator[Reference]:
    taken: list[tuple[int, int]] = []
    for told, match in chain(_shortened(text, short), _names().finditer(text)):
        if any(first < match.end() and match.start() < last for first, last in taken):
            continue
        taken.append(match.span())
        evidence = Span(source=span.source, start=span.start + match.start(), end=span.start + match.end())
        words = text[slice(*match.span())]
        yield Reference(kind=told.kind, name=told.name or " ".join(words.split()), evidence=evidence)


def _shortened(text: str, short: Short) -> Iterator[tuple[_Named, re.Match[str]]]:
    """Yield the abbreviations in a text that the document explains."""
    for match in _ABBREVIATED.finditer(text) if short else ():
        if match.group() in short:
            yield short[match.group()], match


def _abbreviations(texts: Sequence[Extract]) -> Short:
    names: dict[str, _Named] = {}
    for extract in texts:
        for one in in_brackets(extract.text):
            if one.name[0].isupper() and not _PAPER.search(one.name):
                kind = "law" if _LAW.search(one.name) else "organisation"
                names.setdefault(one.short, _Named(kind, one.name))
    return names
