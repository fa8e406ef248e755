"""The risks that documents name."""

from msgspec import Struct

from rodedraad.linking.shelf import PLACES
from rodedraad.model.terms import Kind, Phase
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.views.common import Link, Pages, Place, home_of, place_of, text_of


class RiskRow(Struct, frozen=True, kw_only=True):
    """A risk that a document names, under what it stands; `result` where it tells what became of one."""

    text: str
    href: str
    under: str
    result: bool
    place: Place


class RiskGroup(Struct, frozen=True, kw_only=True):
    """The risks of one document."""

    anchor: str
    document: Link
    organisation: str
    rows: tuple[RiskRow, ...]


def risk_groups(pages: Pages) -> tuple[RiskGroup, ...]:
    """Return the risks by document, the newest document first."""
    lookup = pages.lookup
    found = [(at, one) for at, one in lookup.elements.items() if one.kind is Kind.RISK and one.spans]
    by_document = grouped(found, lambda pair: pair[0].document)
    return tuple(
        RiskGroup(
            anchor=f"document-{addresses.safe(one.id)}",
            document=Link(text=one.title, href=addresses.document(one.id)),
            organisation=one.organisation.name,
            rows=tuple(_risk(lookup, at) for at, _ in by_document[one.id]),
        )
        for one in reversed(lookup.build.documents)
        if one.id in by_document
    )


def _risk(lookup: Lookup, at: Pointer) -> RiskRow:
    element = lookup.elements[at]
    above = [text_of(one) for one in lookup.above(at) if one.kind in PLACES]
    return RiskRow(
        text=text_of(element),
        href=home_of(lookup, at),
        under=above[-1] if above else "",
        result=element.phase is Phase.ACTUAL,
        place=place_of(lookup, at.document, element.spans[0]),
    )
