"""What one row of a table says."""

from msgspec import Struct

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.units import Unit


class Part(Struct, frozen=True, kw_only=True):
    """The units of a cell that say one thing; `level` counts the columns of goals before it."""

    kind: Kind
    phase: Phase | None
    units: tuple[Unit, ...]
    number: str | None = None
    level: int = 0


class Row(Struct, frozen=True, kw_only=True):
    """What one row of a table says.

    `heads` are its labels, `parts` its promises and results from left to right, `states` the cells of its
    status columns by aspect, `title_states` those beside its title.  `kind` is that of what is promised.
    `goes_on` tells that it speaks of the promise of the row above it, `judges_above` that it judges the
    promise right above the table.  `wholes` are rows of figures, each
    one element.
    """

    kind: Kind
    phase: Phase | None = None
    heads: tuple[Unit, ...] = ()
    title: Unit | None = None
    title_kind: Kind | None = None
    title_states: tuple[tuple[str, Unit], ...] = ()
    parts: tuple[Part, ...] = ()
    states: tuple[tuple[str, Unit], ...] = ()
    goes_on: bool = False
    judges_above: bool = False
    wholes: tuple[tuple[Unit, ...], ...] = ()
