"""One row of a table, as it will be written."""

from msgspec import Struct

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.units import Unit


class Row(Struct, frozen=True, kw_only=True):
    """What one row of a table says.

    `heads` are its labels, `plan` and `actual` its promise and result, `states` the cells of its status
    columns by aspect; `wholes` are rows of figures, each one element.
    """

    kind: Kind
    phase: Phase | None = None
    heads: tuple[Unit, ...] = ()
    number: str | None = None
    title: Unit | None = None
    title_kind: Kind | None = None
    plan: tuple[Unit, ...] = ()
    actual: tuple[Unit, ...] = ()
    states: tuple[tuple[str, Unit], ...] = ()
    wholes: tuple[tuple[Unit, ...], ...] = ()
