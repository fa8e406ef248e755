"""How many promises stand under a part of a document, by what came of them."""

from collections.abc import Iterable

from msgspec import Struct

from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import grouped, is_promise
from rodedraad.publishing.tally import has_outcome
from rodedraad.publishing.views.common import Pages
from rodedraad.publishing.words import words


class Count(Struct, frozen=True, kw_only=True):
    """An outcome and how often it occurs."""

    key: str
    word: str
    count: int
    confirmed: int


def counts_of(pages: Pages, pointers: Iterable[Pointer]) -> tuple[Count, ...]:
    """Return the outcomes of the promises among elements, in the order in which a reader meets them."""
    elements = pages.lookup.elements
    asked = (one for one in pointers if is_promise(elements[one]) and has_outcome(pages.lookup, one))
    fates = grouped(asked, lambda one: pages.fates.of(one).outcome.value)
    return tuple(
        Count(
            key=one.key,
            word=one.word,
            count=len(fates[one.key]),
            confirmed=sum(map(pages.fates.is_confirmed_at, fates[one.key])),
        )
        for one in words("outcome").values()
        if one.key in fates
    )


def under(pages: Pages, place: Pointer) -> tuple[Pointer, ...]:
    """Return an element and all under it, in reading order."""
    below = (Pointer(document=place.document, element=one.id) for one in pages.lookup.below(place))
    return (place, *below)
