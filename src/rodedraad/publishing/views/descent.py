"""Where a value comes from: the file with its digest, what was made of its rows, and how."""

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from rodedraad.model.observations import Delivery, Origin
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.shown import day


class Descent(Struct, frozen=True, kw_only=True):
    """A file of figures as shown: what it is, how it was used, and how values were made of it."""

    source: str
    file: str
    sha256: str
    delivered: str
    fetched: str
    rows_in: int
    rows_used: int
    left_out: int
    method: str
    licence: str


def descent_of(deliveries: Iterable[Delivery]) -> tuple[Descent, ...]:
    """Return files of figures as a reader sees them."""
    return tuple(_descent(one) for one in deliveries)


def _descent(one: Delivery) -> Descent:
    return Descent(
        source=one.source,
        file=one.file.rpartition("/")[2],
        sha256=one.sha256,
        delivered=day(one.delivered) if one.delivered else "",
        fetched=day(one.fetched) if one.fetched else "",
        rows_in=one.rows_in,
        rows_used=one.rows_used,
        left_out=one.rows_in - one.rows_used,
        method=say("{method} (versie {version})", method=one.method, version=one.method_version),
        licence=one.licence or "",
    )


def rows_words(origins: Iterable[Origin]) -> str:
    """Return which rows of a file a value was made of: `rij 12`, `rijen 3-5 en 9`."""
    rows = sorted({row for one in origins for row in one.rows})
    runs = [[row for _, row in run] for _, run in groupby(enumerate(rows), lambda one: one[1] - one[0])]
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    if not told:
        return ""
    listed = say(" en ").join(filter(None, (", ".join(told[:-1]), told[-1])))
    return say("rij {rows}" if len(rows) == 1 else "rijen {rows}", rows=listed)
