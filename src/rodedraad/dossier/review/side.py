"""An element as a person who decides sees it: where it stands, and what it says."""

from msgspec import Struct

from rodedraad.dossier.review.common import Stretch, in_common
from rodedraad.linking.timeline import REPORTS
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Phase
from rodedraad.model.threads import Link, Pointer
from rodedraad.publishing.dutch import day
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import Place, place_of_element, text_of
from rodedraad.publishing.words import word


class Side(Struct, frozen=True, kw_only=True):
    """One element; `said` is when, `above` what it stands under, the highest first."""

    pointer: Pointer
    document: str
    said: str
    kind: str
    phase: str
    above: tuple[str, ...]
    place: Place | None
    text: tuple[Stretch, ...]

    @property
    def plain(self) -> str:
        """The text without marks, on one line."""
        return " ".join("".join(one.text for one in self.text).split())


def side(lookup: Lookup, pointer: Pointer, text: tuple[Stretch, ...] = ()) -> Side:
    """Return an element as shown; without a marked text its own, unmarked."""
    document, element = lookup.document(pointer.document), lookup.elements[pointer]
    above = (" ".join(text_of(one).split()) for one in lookup.above(pointer))
    return Side(
        pointer=pointer,
        document=document.title,
        said=_said(document, element),
        kind=word("kind", element.kind.value),
        phase=word("phase", element.phase.value) if element.phase else "",
        above=tuple(dict.fromkeys(above)),
        place=place_of_element(lookup, pointer),
        text=text or (Stretch(text=text_of(element), common=False),),
    )


def _said(document: Document, element: Element) -> str:
    """Return when an element was said: a report repeats what its budget promised before."""
    repeated = document.kind in REPORTS and element.phase is Phase.PLAN
    return f"uit de begroting, herhaald op {day(document.adopted)}" if repeated else day(document.adopted)


def sides(lookup: Lookup, link: Link) -> tuple[Side, Side]:
    """Return the two elements of a link, with what their texts have in common marked."""
    one, other = (text_of(lookup.elements[end]) for end in (link.from_, link.to))
    texts = in_common(one, other)
    return side(lookup, link.from_, texts[0]), side(lookup, link.to, texts[1])
