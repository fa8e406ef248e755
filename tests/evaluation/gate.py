"""The floors under what is measured: they rise with it, and are never lowered silently.

A floor stands a little under what was measured, since one line more or less is no change of quality.  What was agreed is the least that a floor
may be, whoever asks.  A ceiling is a floor for what should be low.
"""

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

FLOORS: Final = Path(__file__).parent / "floors.json"
CEILINGS: Final = frozenset({"shifts.extra", "calibration.error"})
UNGUARDED: Final = frozenset({"links.made", "links.offered"})
CHANGED: Final = "the pages or judgements are not those that the floors were set for; --update accepts them"
LOWEST: Final = "structure.lowest"
SLACK_OF_LINES: Final = 0.01
SLACK_OF_FEW: Final = 0.03
SLACK_OF_COUNT: Final = 1

Figure = float | str | None


class Guarded(Struct, frozen=True, kw_only=True):
    """What guards one set: its digest, what was agreed, and the floors."""

    digest: str = ""
    agreed: dict[str, float | str] = {}
    floors: dict[str, float | str] = {}


class Row(Struct, frozen=True, kw_only=True):
    """One figure beside its floor; `good` is None where it has none."""

    name: str
    measured: Figure
    floor: Figure
    good: bool | None


def worth(figure: Figure) -> float:
    """Return a figure as a number: of 42/45 its count, of none nothing."""
    if figure is None:
        return -math.inf
    return float(figure.partition("/")[0]) if isinstance(figure, str) else float(figure)


def reaches(name: str, measured: Figure, floor: Figure) -> bool:
    """Return whether a figure is at its floor or above it (a ceiling: at it or below)."""
    if name in CEILINGS:
        return measured is not None and worth(measured) <= worth(floor)
    return worth(measured) >= worth(floor)


def with_lowest(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """Return the figures with that of the page that is recognised worst."""
    pages = [
        worth(value)
        for name, value in figures.items()
        if name.startswith("structure.") and name != "structure.all"
    ]
    return {**figures, LOWEST: min(pages)} if pages else dict(figures)


def rows(figures: Mapping[str, Figure], guarded: Guarded) -> Iterator[Row]:
    """Yield every figure beside its floor, and every floor that nothing was measured for."""
    measured = with_lowest(figures)
    for name in dict.fromkeys([*measured, *guarded.floors]):
        floor = guarded.floors.get(name)
        good = None if floor is None else reaches(name, measured.get(name), floor)
        yield Row(name=name, measured=measured.get(name), floor=floor, good=good)


def shortfalls(name: str, figures: Mapping[str, Figure], guarded: Guarded) -> list[str]:
    """Return, in words, what of a set is below its floor."""
    return [
        f"{name}: {row.name} is {row.measured}, its {'ceiling' if row.name in CEILINGS else 'floor'} is {row.floor}"
        for row in rows(figures, guarded)
        if row.good is False
    ]


def behind(name: str, figures: Mapping[str, Figure], text: Mapping[str, Figure]) -> list[str]:
    """Return, in words, what scores lower in another form of the pages than as text."""
    return [
        f"{name}: {figure} is {figures.get(figure)}, as text it is {measured}"
        for figure, measured in text.items()
        if figure not in UNGUARDED and not reaches(figure, figures.get(figure), measured)
    ]


def raised(figures: Mapping[str, Figure], guarded: Guarded, digest: str, *, regress: bool = False) -> Guarded:
    """Return the floors after a measurement: higher where it is higher, and with `regress` lower where it is lower.

    No floor falls under what was agreed.  Pages alone have no floor: that of the worst counts for all.
    """
    measured = with_lowest(figures)
    names = [name for name in measured if _is_guarded(name) and measured[name] is not None]
    floors = {name: _floor(name, measured[name], guarded, regress=regress) for name in names}
    return Guarded(digest=digest, agreed=guarded.agreed, floors={**guarded.floors, **floors})


def _is_guarded(name: str) -> bool:
    return name not in UNGUARDED and (name in ("structure.all", LOWEST) or not name.startswith("structure."))


def _floor(name: str, measured: Figure, guarded: Guarded, *, regress: bool) -> float | str:
    candidates = [
        guarded.agreed.get(name),
        _under(name, measured),
        None if regress else guarded.floors.get(name),
    ]
    best = min if name in CEILINGS else max
    return best((one for one in candidates if one is not None), key=worth)


def _under(name: str, measured: Figure) -> float | str:
    """Return a floor a little under what was measured."""
    if isinstance(measured, str):
        count, _, total = measured.partition("/")
        return f"{max(0, int(count) - SLACK_OF_COUNT)}/{total}"
    if name in CEILINGS:
        whole = isinstance(measured, int)
        return measured + SLACK_OF_COUNT if whole else round(worth(measured) + SLACK_OF_LINES, 3)
    slack = SLACK_OF_LINES if name == "structure.all" else SLACK_OF_FEW
    return round(max(0.0, worth(measured) - slack), 3)


def read_floors(path: Path = FLOORS) -> dict[str, Guarded]:
    """Return what guards each set, by its name."""
    return {name: Guarded(**row) for name, row in json.loads(path.read_text(encoding="utf-8")).items()}


def write_floors(floors: Mapping[str, Guarded], path: Path = FLOORS) -> None:
    """Write what guards each set."""
    rows = {
        name: {"digest": one.digest, "agreed": one.agreed, "floors": one.floors}
        for name, one in sorted(floors.items())
    }
    path.write_text(json.dumps(rows, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def table(columns: Mapping[str, Mapping[str, Figure]], guarded: Guarded) -> str:
    """Return figures beside their floors, for a person to read; a set measured in several forms has several columns."""
    forms = {form: {row.name: row for row in rows(figures, guarded)} for form, figures in columns.items()}
    names = dict.fromkeys(name for own in forms.values() for name in own)
    lines = [f"  {'':44}{'floor':>8}" + "".join(f"{form:>15}" for form in forms)]
    for name in names:
        cells = "".join(f"{_cell(own.get(name)):>15}" for own in forms.values())
        lines.append(f"  {name:44}{_shown(guarded.floors.get(name)):>8}{cells}")
    return "\n".join(lines)


def _cell(row: Row | None) -> str:
    if row is None:
        return "-"
    return _shown(row.measured) + ("  !" if row.good is False else "")


def _shown(figure: Figure) -> str:
    return "-" if figure is None else f"{figure:.3f}" if isinstance(figure, float) else str(figure)
