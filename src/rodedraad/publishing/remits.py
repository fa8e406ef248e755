"""What someone can be asked about as a whole: a programme through the years, or a portfolio.

A programme is what stands highest in a document, under the same name in any year.  A portfolio is what a
document says that a role answers for; what stands deeper goes before what stands above it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, Literal

from msgspec import Struct

from rodedraad.linking.scope import plain
from rodedraad.linking.shelf import PLACES
from rodedraad.model.document import Document, Element
from rodedraad.model.identities import fingerprint
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup, grouped

HOLDER: Final = re.compile(
    r"(?:(?:loco-?)?burgemeester|wethouder|portefeuillehouder|gedeputeerde) \S", re.IGNORECASE
)
"""A role with what it answers for; recognising gives one only to a line that names who answers."""

Sort = Literal["programma", "portefeuille"]


class Remit(Struct, frozen=True, kw_only=True):
    """A programme or a portfolio of one organisation: the places that make it up, and all under them.

    `key` is its address and does not change with the documents; `without` are documents of the same years
    that do not say who answers.
    """

    sort: Sort
    key: str
    name: str
    organisation: str
    places: tuple[Pointer, ...]
    elements: frozenset[Pointer]
    without: tuple[str, ...] = ()


class Remits:
    """The programmes and portfolios of a build, and which of them an element belongs to."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    @cached_property
    def programmes(self) -> tuple[Remit, ...]:
        """The programmes, in the order in which the newest document of their organisation has them."""
        highest = [(at, one) for at, one in self._placed() if not self._places_above(at)]
        named = grouped(highest, lambda pair: (self._code(pair[0]), plain(pair[1].text)))
        return tuple(
            self._remit("programma", code, name, found) for (code, name), found in self._newest_first(named)
        )

    @cached_property
    def portfolios(self) -> tuple[Remit, ...]:
        """The portfolios that documents name, by name."""
        held = ((self._code(at), role, at) for at, roles in self._holders.items() for role in roles)
        named = grouped(held, lambda one: (one[0], one[1].casefold()))
        return tuple(
            self._portfolio(code, group[0][1], tuple(at for _, _, at in group))
            for (code, _), group in sorted(named.items())
        )

    @cached_property
    def all(self) -> tuple[Remit, ...]:
        """The programmes, then the portfolios."""
        return (*self.programmes, *self.portfolios)

    def of(self, pointer: Pointer) -> tuple[Remit, ...]:
        """Return the programme and the portfolios that an element belongs to."""
        return self._of.get(pointer, ())

    @cached_property
    def _of(self) -> dict[Pointer, tuple[Remit, ...]]:
        pairs = [(element, one) for one in self.all for element in one.elements]
        return {
            at: tuple(one for _, one in group) for at, group in grouped(pairs, lambda pair: pair[0]).items()
        }

    def _placed(self) -> Iterator[tuple[Pointer, Element]]:
        return ((at, one) for at, one in self._lookup.elements.items() if one.kind in PLACES)

    def _places_above(self, pointer: Pointer) -> list[Pointer]:
        above = self._lookup.above(pointer)
        return [Pointer(document=pointer.document, element=one.id) for one in above if one.kind in PLACES]

    def _code(self, pointer: Pointer) -> str:
        return self._lookup.document(pointer.document).organisation.code

    def _newest_first(
        self, named: dict[tuple[str, str], tuple[tuple[Pointer, Element], ...]]
    ) -> Iterable[tuple[tuple[str, str], tuple[tuple[Pointer, Element], ...]]]:
        position = self._lookup.position
        return sorted(named.items(), key=lambda item: (item[0][0], -position[item[1][-1][0].document]))

    def _remit(self, sort: Sort, code: str, name: str, found: tuple[tuple[Pointer, Element], ...]) -> Remit:
        places = tuple(at for at, _ in found)
        return Remit(
            sort=sort,
            key=_key(sort, code, name),
            name=" ".join(found[-1][1].text.split()),
            organisation=self._lookup.document(places[0].document).organisation.name,
            places=places,
            elements=frozenset(one for at in places for one in self._under(at)),
        )

    def _portfolio(self, code: str, role: str, places: tuple[Pointer, ...]) -> Remit:
        own = [one for at in places for one in self._under(at) if one == at or self._held_by(one) == at]
        told = {at.document for at in places}
        years = {self._lookup.document(one).year for one in told}
        return Remit(
            sort="portefeuille",
            key=_key("portefeuille", code, role.casefold()),
            name=role,
            organisation=self._lookup.document(places[0].document).organisation.name,
            places=places,
            elements=frozenset(own),
            without=tuple(one.id for one in self._others(code, years) if one.id not in told),
        )

    def _others(self, code: str, years: set[int]) -> Iterator[Document]:
        documents = self._lookup.build.documents
        return (one for one in documents if one.organisation.code == code and one.year in years)

    def _under(self, place: Pointer) -> Iterator[Pointer]:
        yield place
        for one in self._lookup.below(place):
            yield Pointer(document=place.document, element=one.id)

    def _held_by(self, pointer: Pointer) -> Pointer | None:
        """Return the nearest place at or above an element of which a document says who answers."""
        own = [pointer] if self._lookup.elements[pointer].kind in PLACES else []
        return next(
            (at for at in reversed([*self._places_above(pointer), *own]) if at in self._holders), None
        )

    @cached_property
    def _holders(self) -> dict[Pointer, tuple[str, ...]]:
        """The roles that answer for a programme or theme, as documents say under it."""
        found: dict[Pointer, dict[str, None]] = {}
        for at, element in self._lookup.elements.items():
            roles = [one.name for one in element.refs if one.kind == "person-role" and HOLDER.match(one.name)]
            place = self._places_above(at)[-1:] if roles else []
            for one in place:
                found.setdefault(one, {}).update(dict.fromkeys(roles))
        return {at: tuple(roles) for at, roles in found.items()}


def _key(sort: Sort, code: str, name: str) -> str:
    plainly = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].strip("-")
    return f"{sort}-{plainly or 'x'}-{fingerprint(code, name)[:6]}"
