"""What elements refer to in their own document: links to its pages, and words such as "zie bijlage 2"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Final

from msgspec.structs import replace

from rodedraad.model.document import Element, Reference, Span
from rodedraad.model.text import Extract, Link
from rodedraad.recognising.directory import Directory, Target
from rodedraad.recognising.mentions import mentions

LINK: Final = "link"
SEE: Final = "see"
_OPENING: Final = re.compile(r"[“\"‘„]")


def with_references(elements: Sequence[Element], texts: Sequence[Extract]) -> tuple[Element, ...]:
    """Return the elements with what each refers to in its document, resolved where it is there.

    A reference stands on the innermost element that holds its words.  A link and the words in it are one
    reference: the one that leads somewhere.
    """
    directory = Directory(elements, texts)
    found = {element.id: tuple(_of(element, texts, directory)) for element in elements}
    innermost = {ref.evidence: identity for identity, refs in found.items() for ref in refs}
    return tuple(
        replace(element, refs=(*element.refs, *own))
        if (own := [ref for ref in found[element.id] if innermost[ref.evidence] == element.id])
        else element
        for element in elements
    )


def _of(element: Element, texts: Sequence[Extract], directory: Directory) -> Iterator[Reference]:
    for span in element.spans:
        extract = texts[span.source]
        linked = [_linked(link, span.source, extract, directory) for link in _links(extract, span)]
        said = list(_said(extract.text[span.start : span.end], span, directory))
        yield from (one for one in linked if not _is_better_said(one, said))
        yield from (one for one in said if not any(_leads(two) and meet(one, two) for two in linked))


def _links(extract: Extract, span: Span) -> Iterator[Link]:
    """Yield the links within a span to other pages of the document, there or missing."""
    first = bisect_left(extract.links, span.start, key=attrgetter("start"))
    for link in islice(extract.links, first, None):
        if link.start >= span.end:
            return
        if link.end <= span.end and (link.missing or link.source not in (None, span.source)):
            yield link


def _linked(link: Link, source: int, extract: Extract, directory: Directory) -> Reference:
    evidence = Span(source=source, start=link.start, end=link.end)
    name = " ".join(extract.text[link.start : link.end].split())
    if link.source is None:
        return Reference(kind=LINK, name=name, evidence=evidence)
    target = directory.of_source(link.source)
    return Reference(kind=LINK, name=name, evidence=evidence, element=target.element, source=target.source)


def _said(text: str, span: Span, directory: Directory) -> Iterator[Reference]:
    for mention in mentions(text):
        found = directory.find(mention)
        if found is None and not mention.sure:
            continue
        target, name = found or (Target(), "")
        end = text.index(name, mention.start) + len(name) if name else mention.end
        words = _OPENING.sub("", " ".join(text[mention.place : end].split()))
        yield Reference(
            kind=SEE,
            name=f"{mention.label} {words}".strip(),
            evidence=Span(source=span.source, start=span.start + mention.start, end=span.start + end),
            element=target.element,
            source=target.source,
        )


def _leads(reference: Reference) -> bool:
    return reference.element is not None or reference.source is not None


def meet(one: Reference, other: Reference) -> bool:
    """Return whether two references share a character of their words."""
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end


def _is_better_said(link: Reference, said: Sequence[Reference]) -> bool:
    return not _leads(link) and any(_leads(one) and meet(link, one) for one in said)
