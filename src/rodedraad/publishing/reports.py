"""What a municipality delivered of its money by taakveld: one report for each budget, quarter or accounts."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.model.document import TaakveldCode
from rodedraad.model.observations import Delivery, Imbalance, MoneyObservation, Residents
from rodedraad.model.taakvelden import rolled_up, taakveld_names
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.words import word

LASTEN, BATEN = "lasten", "baten"
_STAGE: Final = "/"


class ReportLine(Struct, frozen=True, kw_only=True):
    """Lasten and baten of a taakveld; none of what was not delivered."""

    taakveld: TaakveldCode
    name: str
    lasten: MoneyObservation | None
    baten: MoneyObservation | None

    @property
    def sides(self) -> tuple[MoneyObservation, ...]:
        """What was delivered of it."""
        return tuple(one for one in (self.lasten, self.baten) if one is not None)

    @property
    def saldo(self) -> float | None:
        """Baten less lasten; none where either is not known."""
        lasten, baten = _value(self.lasten), _value(self.baten)
        return None if lasten is None or baten is None else baten - lasten


class Report(Struct, frozen=True, kw_only=True):
    """The money of one municipality in one source, by taakveld, with the files that it stands in."""

    area: str
    source: str
    year: int
    lines: tuple[ReportLine, ...]
    deliveries: tuple[Delivery, ...]
    residents: Residents | None
    imbalance: Imbalance | None

    @property
    def stage(self) -> str:
        """What was reported: the last part of the name of its source."""
        return self.source.rpartition(_STAGE)[2]

    @property
    def name(self) -> str:
        """What it is called: `begroting 2024`."""
        return f"{word('iv3', self.stage).lower()} {self.year}"


def reports(lookup: Lookup) -> tuple[Report, ...]:
    """Return what organisations with documents delivered, of each the newest year first."""
    observations = lookup.build.observations
    sources = {one.sha256: one.source for one in observations.deliveries}
    whole = (one for one in observations.money if one.category is None and one.amount.taakveld is not None)
    found = grouped(whole, lambda one: (one.area, sources[one.origin.sha256]))
    made = (_report(lookup, area, source, own) for (area, source), own in found.items())
    return tuple(sorted(made, key=lambda one: (one.area, -one.year, one.source)))


def _report(lookup: Lookup, area: str, source: str, money: Sequence[MoneyObservation]) -> Report:
    observations = lookup.build.observations
    files = {one.origin.sha256 for one in money}
    people = [one for one in observations.residents if one.area == area]
    return Report(
        area=area,
        source=source,
        year=max(one.amount.year or 0 for one in money),
        lines=tuple(_lines(money)),
        deliveries=tuple(one for one in observations.deliveries if one.sha256 in files),
        residents=people[-1] if people else None,
        imbalance=next(
            (one for one in observations.imbalances if (one.area, one.source) == (area, source)), None
        ),
    )


def _lines(money: Sequence[MoneyObservation]) -> Iterable[ReportLine]:
    for taakveld, own in grouped(money, lambda one: one.amount.taakveld).items():
        if taakveld is not None:
            sides = {one.amount.what: one for one in own}
            yield ReportLine(
                taakveld=taakveld,
                name=taakveld_names().get(taakveld, taakveld.code),
                lasten=sides.get(LASTEN),
                baten=sides.get(BATEN),
            )


def _value(one: MoneyObservation | None) -> float | None:
    return one.amount.value if one else None


def oldest(taakveld: TaakveldCode) -> TaakveldCode:
    """Return the taakveld of the oldest code list that it is part of, or itself: so that lists meet."""
    return rolled_up(taakveld) or taakveld
