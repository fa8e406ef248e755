"""The page on the gaps of the data: which figures have what, what was delivered and what was left out."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rodedraad.model.observations import Correction, Delivery, Imbalance, LeftOut, Observations
from rodedraad.model.terms import Side
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.shown import counted, euro, number
from rodedraad.publishing.views.common import Link
from rodedraad.publishing.views.descent import Descent, descent_of
from rodedraad.publishing.views.indicator import IndicatorPage, indicator_pages
from rodedraad.publishing.words import word


class Covered(Struct, frozen=True, kw_only=True):
    """How many indicators of one organisation have each thing that makes a figure checkable."""

    organisation: str
    total: int
    known: int
    aimed: int
    based: int
    sourced: int
    computed: int


class Missed(Struct, frozen=True, kw_only=True):
    """Rows of a file that were not used: the first of them, what it says, why, and what would help."""

    rows: str
    column: str
    value: str
    why: str
    remedy: str


class Taken(Struct, frozen=True, kw_only=True):
    """A file of figures, how old it was when the site was made, and what of it was not used."""

    descent: Descent
    age: str
    missed: tuple[Missed, ...]


class Corrected(Struct, frozen=True, kw_only=True):
    """A value that its source changed."""

    source: str
    about: str
    was: str
    now: str


class Unbalanced(Struct, frozen=True, kw_only=True):
    """A municipality whose lasten and baten differ."""

    name: str
    year: int
    lasten: str
    baten: str
    difference: str
    rounding: str
    explained: bool
    own: bool


class CoveragePage(Struct, frozen=True, kw_only=True):
    """The page as shown."""

    covered: tuple[Covered, ...]
    computed: tuple[Link, ...]
    taken: tuple[Taken, ...]
    corrected: tuple[Corrected, ...]
    unbalanced: tuple[Unbalanced, ...]
    rounded: tuple[Unbalanced, ...]


def coverage_page(lookup: Lookup) -> CoveragePage:
    """Return what the page on the gaps of the data shows."""
    observations = lookup.build.observations
    pages = indicator_pages(lookup)
    unbalanced = tuple(_unbalanced(lookup, observations))
    return CoveragePage(
        covered=tuple(_covered(pages)),
        computed=tuple(Link(text=one.title, href=one.href) for one in pages if one.measured),
        taken=tuple(_taken(lookup, one) for one in observations.deliveries),
        corrected=tuple(map(_corrected, observations.corrections)),
        unbalanced=tuple(one for one in unbalanced if not one.explained),
        rounded=tuple(one for one in unbalanced if one.explained),
    )


def _covered(pages: Iterable[IndicatorPage]) -> Iterator[Covered]:
    pages = tuple(pages)
    for name in dict.fromkeys(one.organisation for one in pages):
        own = [one for one in pages if one.organisation == name]
        yield Covered(
            organisation=name,
            total=len(own),
            known=sum(one.latest is not None or any(each.known for each in one.measured) for one in own),
            aimed=_having(own, Side.TARGET),
            based=_having(own, Side.BASELINE),
            sourced=sum(any(row.source for row in one.rows) or bool(one.measured) for one in own),
            computed=sum(any(each.known for each in one.measured) for one in own),
        )


def _having(own: Iterable[IndicatorPage], side: Side) -> int:
    wanted = word("side", side.value)
    return sum(
        any(row.known and row.side == wanted for row in one.rows)
        or any(aim.side == wanted for each in one.measured for aim in each.aims)
        for one in own
    )


def _taken(lookup: Lookup, delivery: Delivery) -> Taken:
    made = lookup.build.manifest.stamp.date()
    since = delivery.fetched or delivery.delivered
    (descent,) = descent_of((delivery,))
    return Taken(
        descent=descent,
        age=counted((made - since).days, "dag", "dagen") if since and since <= made else "",
        missed=tuple(map(_missed, delivery.left_out)),
    )


def _missed(one: LeftOut) -> Missed:
    rows = counted(one.rows, "rij", "rijen")
    return Missed(
        rows=rows if one.row is None else say("{rows}, vanaf rij {row}", rows=rows, row=one.row),
        column=one.column or "",
        value=one.value,
        why=one.why,
        remedy=one.remedy,
    )


def _corrected(one: Correction) -> Corrected:
    return Corrected(
        source=one.source,
        about=f"{one.column.rpartition(':')[2]}, {one.area}, {one.period}",
        was=_value(one.was),
        now=_value(one.now),
    )


def _value(value: float | None) -> str:
    return word("observation", "unknown") if value is None else number(value)


def _unbalanced(lookup: Lookup, observations: Observations) -> Iterator[Unbalanced]:
    """Yield the municipalities that do not balance: those of the dossier first, then the largest gap."""
    own = {one.organisation.code for one in lookup.build.documents}
    ordered = sorted(
        observations.imbalances, key=lambda one: (one.area not in own, -abs(one.difference), one.area)
    )
    for one in ordered:
        yield _told(one, own=one.area in own)


def _told(one: Imbalance, *, own: bool) -> Unbalanced:
    return Unbalanced(
        name=one.name,
        year=one.year,
        lasten=euro(one.lasten),
        baten=euro(one.baten),
        difference=euro(one.difference),
        rounding=euro(one.rounding),
        explained=abs(one.difference) <= one.rounding,
        own=own,
    )
