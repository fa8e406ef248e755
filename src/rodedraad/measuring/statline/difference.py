"""What CBS changed in a table since it was fetched last."""

from collections.abc import Iterator

from rodedraad.measuring.statline.snapshot import Snapshot


def differences(before: Snapshot, now: Snapshot) -> Iterator[str]:
    """Yield a line for every column that went, came or has another unit, and every value that changed."""
    yield from _columns(before, now)
    was, is_ = _values(before), _values(now)
    for key in sorted(was.keys() & is_.keys()):
        if was[key] != is_[key]:
            yield f"CBS wijzigde {', '.join(key)}: {was[key] or 'leeg'} werd {is_[key] or 'leeg'}"
    gone, new = len(was.keys() - is_.keys()), len(is_.keys() - was.keys())
    if gone:
        yield f"{gone} waarden staan er niet meer"
    if new:
        yield f"{new} waarden zijn nieuw"


def _columns(before: Snapshot, now: Snapshot) -> Iterator[str]:
    was = {one.key: one for one in before.measures}
    is_ = {one.key: one for one in now.measures}
    for key in sorted(was.keys() - is_.keys()):
        yield f"de kolom {key} ({was[key].title}) is verdwenen"
    for key in sorted(is_.keys() - was.keys()):
        yield f"de kolom {key} ({is_[key].title}) is nieuw"
    for key in sorted(was.keys() & is_.keys()):
        if was[key].unit != is_[key].unit:
            yield f'de eenheid van {key} was "{was[key].unit}" en is nu "{is_[key].unit}"'


def _values(snapshot: Snapshot) -> dict[tuple[str, ...], str]:
    keys = [one.key for one in snapshot.measures]
    return {
        (key, *line.codes): value
        for line in snapshot.lines
        for key, value in zip(keys, line.values, strict=True)
    }
