"""The files of figures of a dossier, each read by the source that it is of."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from rodedraad.measuring.areas import cbs
from rodedraad.measuring.areas.areas import Area, Areas, AreaSet
from rodedraad.measuring.hiding import hidden
from rodedraad.measuring.iv3 import dataset, matrix
from rodedraad.measuring.iv3.source import report_of
from rodedraad.measuring.statline import table as statline
from rodedraad.measuring.supply import Asked, Supply
from rodedraad.measuring.tables import table
from rodedraad.measuring.tables.grid import read_head
from rodedraad.measuring.taking import Method, delivery_of
from rodedraad.model.document import Organisation
from rodedraad.model.observations import LeftOut

UNREAD = LeftOut(
    why="van deze tabel is niet gezegd wat de kolommen betekenen",
    remedy="Voeg [[figures.column]] toe, zie docs/cijfers.md.",
)
_OWN = date(2022, 1, 1)
"""A day of which the codes of all municipalities are known, for a dossier without a table of areas."""


class Delivered(Struct, frozen=True, kw_only=True):
    """What was delivered, small counts of people hidden, and the areas that it speaks of."""

    supplies: tuple[Supply, ...]
    areas: Areas


def deliver_all(asked: Sequence[Asked], organisations: Sequence[Organisation]) -> Delivered:
    """Return what the files hold; areas are read first, for other files name them.

    Without a table of areas only the organisations of the dossier are known.

    Raises:
        FigureError: a file is refused, and with it nothing is used.
    """
    of_areas = {number: cbs.deliver(one) for number, one in enumerate(asked) if _holds_areas(one)}
    own = AreaSet(day=_OWN, areas=tuple(Area(code=one.code, name=one.name) for one in organisations))
    areas = Areas([found.areas for found in of_areas.values()] or [own])
    supplies = [
        of_areas[number].supply if number in of_areas else _deliver(one, areas)
        for number, one in enumerate(asked)
    ]
    return Delivered(supplies=hidden(supplies, areas), areas=areas)


def _deliver(asked: Asked, areas: Areas) -> Supply:
    if asked.mapping is not None:
        return table.deliver(asked, asked.mapping, areas)
    report = report_of(asked.source)
    is_snapshot = asked.file.lower().endswith(".json")
    if report is not None:
        return dataset.deliver(asked, report) if is_snapshot else matrix.deliver(asked, report, areas)
    if asked.source.startswith("cbs/") and is_snapshot:
        return statline.deliver(asked)
    return Supply(delivery=delivery_of(asked, 0, 0, (UNREAD,), Method(text="", version=0)))


def _holds_areas(asked: Asked) -> bool:
    named = asked.source.startswith("cbs/") and asked.file.lower().endswith(".csv")
    return named and asked.mapping is None and cbs.holds_areas(read_head(asked.data))
