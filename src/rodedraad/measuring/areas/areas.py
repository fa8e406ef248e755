"""The municipalities that there are on a day, found by code or by name."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, reduce
from itertools import groupby

from msgspec import Struct, structs

from rodedraad.measuring.areas.mergers import How, Merger, mergers
from rodedraad.measuring.areas.names import keys_of


class Area(Struct, frozen=True, kw_only=True, order=True):
    """A municipality: its CBS code, and those of the regions that it lies in."""

    code: str
    name: str
    regions: tuple[str, ...] = ()
    inhabitants: int | None = None
    size_class: str | None = None


class AreaSet(Struct, frozen=True, kw_only=True):
    """The municipalities of one day, by code, and the names of regions."""

    day: date
    areas: tuple[Area, ...]
    regions: dict[str, str] = {}

    def on(self, day: date) -> "AreaSet":
        """Return the municipalities of another day, by the mergers between the two."""
        forward = day >= self.day
        first, last = (self.day, day) if forward else (day, self.day)
        between = [one for one in mergers() if first < one.day <= last]
        days = [list(group) for _, group in groupby(between, key=lambda one: one.day)]
        step = _merged if forward else _unmerged
        areas = reduce(step, days if forward else reversed(days), {area.code: area for area in self.areas})
        return structs.replace(self, day=day, areas=tuple(areas[code] for code in sorted(areas)))


def _merged(areas: dict[str, Area], of_one_day: Sequence[Merger]) -> dict[str, Area]:
    """Return the municipalities after the mergers of one day; what is parted over several is in none."""
    found = dict(areas)
    for into in dict.fromkeys(one.into for one in of_one_day):
        joining = [one for one in of_one_day if one.into == into]
        whole = all(one.how != How.PART for one in joining)
        codes = (into, *(one.code for one in joining if one.how != How.PART))
        parts = [areas[code] for code in codes if code in areas]
        if parts:
            found[into] = _joined(into, joining[0].into_name, parts, whole=whole)
    for one in of_one_day:
        found.pop(one.code, None)
    return found


def _joined(code: str, name: str, parts: Sequence[Area], *, whole: bool) -> Area:
    """Return a municipality made of others: in the regions that all share; its class is not known."""
    shared = set.intersection(*(set(part.regions) for part in parts))
    counts = [part.inhabitants for part in parts]
    known = whole and None not in counts
    return Area(
        code=code,
        name=name,
        regions=tuple(region for region in parts[0].regions if region in shared),
        inhabitants=sum(count or 0 for count in counts) if known else None,
    )


def _unmerged(areas: dict[str, Area], of_one_day: Sequence[Merger]) -> dict[str, Area]:
    """Return the municipalities before the mergers of one day, of which no more than the name is known."""
    found = dict(areas)
    for one in of_one_day:
        after = found.pop(one.into, None)
        if after is not None and one.how != How.NEW:
            found[one.into] = Area(code=after.code, name=after.name, regions=after.regions)
        found[one.code] = Area(code=one.code, name=one.name)
    return found


class Areas:
    """Municipalities through time: one or more area sets, and the mergers between them."""

    def __init__(self, sets: Iterable[AreaSet]) -> None:
        """Take the area sets that there are; none at all knows nothing."""
        self._sets = sorted(sets, key=lambda one: one.day)
        self._found: dict[date, _Index] = {}

    def __bool__(self) -> bool:
        """Tell whether any municipality is known."""
        return bool(self._sets)

    def on(self, day: date) -> AreaSet:
        """Return the municipalities of a day, from the last set before it, else from the first after it."""
        return self._index(day).areas

    def knows(self, code: str, day: date) -> bool:
        """Tell whether a code is that of a municipality or region of that day."""
        index = self._index(day)
        return code in index.by_code or code in index.areas.regions

    def get(self, code: str, day: date) -> Area | None:
        """Return the municipality with a code on a day."""
        return self._index(day).by_code.get(code)

    def code_of(self, name: str, day: date) -> str | None:
        """Return the code of the municipality that a name means on a day, if it means one."""
        found = (self._index(day).by_name.get(key) for key in keys_of(name))
        return next((code for code in found if code), None)

    def _index(self, day: date) -> "_Index":
        if day not in self._found:
            before = [one for one in self._sets if one.day <= day]
            self._found[day] = _Index((before[-1] if before else self._sets[0]).on(day))
        return self._found[day]


class _Index:
    def __init__(self, areas: AreaSet) -> None:
        self.areas = areas

    @cached_property
    def by_code(self) -> dict[str, Area]:
        return {area.code: area for area in self.areas.areas}

    @cached_property
    def by_name(self) -> dict[str, str | None]:
        """The code by each way to write a name; nothing where two municipalities are written so."""
        found: dict[str, str | None] = {}
        for area in self.areas.areas:
            for key in keys_of(area.name):
                found[key] = area.code if found.get(key, area.code) == area.code else None
        return found
