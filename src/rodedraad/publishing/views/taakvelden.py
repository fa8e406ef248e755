"""The money of a municipality by taakveld, as it gave it to CBS (Iv3), beside that of others."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.model.build import Build
from rodedraad.model.document import TaakveldCode
from rodedraad.model.observations import Band, Delivery, Imbalance, MoneyObservation
from rodedraad.model.taakvelden import taakveld_names
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import day, euro
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.words import word

SIDES: Final = ("lasten", "baten")
PEERS: Final = "size-class"


class TaakveldRow(Struct, frozen=True, kw_only=True):
    """Lasten and baten of a taakveld, and lasten per inhabitant beside those of municipalities as large."""

    name: str
    lasten: str
    baten: str
    per_inhabitant: str
    peers: str


class TaakveldPage(Struct, frozen=True, kw_only=True):
    """A budget or accounts by taakveld: whose, of which year, and the file that it comes from."""

    href: str
    organisation: str
    report: str
    year: int
    rows: tuple[TaakveldRow, ...]
    empty: int
    lasten: str
    baten: str
    peers: str
    imbalance: Imbalance | None
    difference: str
    rounding: str
    delivery: Delivery
    delivered: str


def taakveld_pages(lookup: Lookup) -> tuple[TaakveldPage, ...]:
    """Return a page for each municipality, year and report of which there is money by taakveld."""
    build = lookup.build
    whole = [one for one in build.observations.money if one.category is None]
    by_file = grouped(whole, lambda one: (one.area, one.origin.sha256))
    deliveries = {one.sha256: one for one in build.observations.deliveries}
    names = {one.code: one.name for one in build.dossier.organisations}
    return tuple(
        _page(build, names.get(area, area), area, deliveries[sha256], found)
        for (area, sha256), found in by_file.items()
    )


def _page(
    build: Build, organisation: str, area: str, delivery: Delivery, found: Sequence[MoneyObservation]
) -> TaakveldPage:
    _, year, report = delivery.source.split("/")
    rows = list(_rows(found))
    totals = {what: sum(one.amount.value or 0 for one in found if one.amount.what == what) for what in SIDES}
    off = next(
        (one for one in build.observations.imbalances if one.area == area and one.source == delivery.source),
        None,
    )
    peers = next((band for one in found for band in one.bands if band.group == PEERS), None)
    return TaakveldPage(
        href=addresses.taakvelden(area, delivery.source),
        organisation=organisation,
        report=word("iv3", report),
        year=int(year),
        rows=tuple(row for row in rows if row is not None),
        empty=rows.count(None),
        lasten=euro(totals["lasten"]),
        baten=euro(totals["baten"]),
        peers=peers.name if peers else "",
        imbalance=off,
        difference=euro(abs(off.difference)) if off else "",
        rounding=euro(off.rounding) if off else "",
        delivery=delivery,
        delivered=day(delivery.delivered) if delivery.delivered else "",
    )


def _rows(found: Sequence[MoneyObservation]) -> Iterator[TaakveldRow | None]:
    """Yield a row for each taakveld, and nothing for one with neither lasten nor baten."""
    by_taakveld = grouped(found, lambda one: one.amount.taakveld)
    for taakveld, sides in by_taakveld.items():
        amounts = {one.amount.what: one for one in sides}
        if taakveld is None or not any(one.amount.value for one in sides):
            yield None
            continue
        lasten = amounts.get("lasten")
        yield TaakveldRow(
            name=_name(taakveld),
            lasten=_amount(lasten),
            baten=_amount(amounts.get("baten")),
            per_inhabitant=_per_head(lasten),
            peers=_peers(lasten.bands if lasten else ()),
        )


def _name(taakveld: TaakveldCode) -> str:
    return f"{taakveld.code} {taakveld_names().get(taakveld, '')}".strip()


def _amount(one: MoneyObservation | None) -> str:
    return euro(one.amount.value) if one and one.amount.value is not None else word("iv3", "unknown")


def _per_head(one: MoneyObservation | None) -> str:
    return euro(one.per_inhabitant) if one and one.per_inhabitant is not None else word("iv3", "unknown")


def _peers(bands: Sequence[Band]) -> str:
    own = next((band for band in bands if band.group == PEERS), None)
    return f"{euro(own.low)} – {euro(own.high)}" if own else word("iv3", "unknown")
