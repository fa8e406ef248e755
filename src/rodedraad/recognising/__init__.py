"""Text becomes a document of elements: what is promised, and what came of it."""

from collections.abc import Sequence

from msgspec.structs import replace

from rodedraad.model.document import Document
from rodedraad.model.identities import ElementIdentity
from rodedraad.model.text import Extract
from rodedraad.recognising.assembling import elements_of, set_aside_of
from rodedraad.recognising.cross_references import with_references
from rodedraad.recognising.layout import laid_out
from rodedraad.recognising.legend import legend_of
from rodedraad.recognising.lexicon import speaking
from rodedraad.recognising.marks import first_look
from rodedraad.recognising.named import with_named
from rodedraad.recognising.neighbours import settle
from rodedraad.recognising.outline import outline
from rodedraad.recognising.portfolios import with_portfolios
from rodedraad.recognising.unknown import unknown_headings

__all__ = ["recognise"]


def recognise(frame: Document, texts: Sequence[Extract], known: Sequence[ElementIdentity] = ()) -> Document:
    """Return the document `frame` with the elements that its texts hold, in reading order.

    Every character of the texts is in an element's span, in the number or label before it, or set
    aside with the reason.  Elements that were frozen (`known`) keep their ids.  Where the dossier gives
    no legend of status symbols, the one that the text spells out is used and kept; where it says what a
    municipality's own headings mean, they mean that.  What an element names, and what
    it refers to within the document, stands in its `refs`.
    """
    with speaking(frame.headings):
        return _recognised(frame, texts, known)


def _recognised(frame: Document, texts: Sequence[Extract], known: Sequence[ElementIdentity]) -> Document:
    units = laid_out(texts, frame)
    frame = frame if frame.legend else replace(frame, legend=legend_of(units))
    drafts = outline(settle(first_look(units, frame), frame), frame, texts)
    elements = with_references(elements_of(drafts, frame, known, units), texts)
    elements = with_named(with_portfolios(elements, texts), texts)
    return replace(
        frame,
        elements=elements,
        unknown_headings=unknown_headings(elements),
        set_aside=set_aside_of(texts, units, elements),
    )
