"""Answers of an OData service, page after page."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import quote

import msgspec

from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.statline.snapshot import Measure

Fetch: TypeAlias = Callable[[str], bytes]
"""Returns the bytes at an address, or raises `FigureError`."""
Record: TypeAlias = Mapping[str, Any]

MOST_PAGES: Final = 10_000
_NEXT: Final = ("odata.nextLink", "@odata.nextLink")
_AGAIN: Final = "Probeer het later opnieuw. Wat er stond, staat er nog."


def records(fetch: Fetch, address: str, filtered: str = "") -> Iterator[Record]:
    """Yield the records at an address, from all pages: where a next one is, the service itself says.

    Raises:
        FigureError: an answer is no such page or is cut off, or `filtered` skips records, which CBS refuses.
    """
    if "$skip" in filtered:
        remedy = "Laat $skip weg: de bladzijden volgen vanzelf."
        raise FigureError(file=address, problem="CBS weigert $skip", remedy=remedy)
    safe = quote(filtered, safe="'()$,")
    condition = f"&$filter={safe}" if filtered else ""
    following: str | None = f"{address}?$format=json{condition}"
    seen: set[str] = set()
    while following is not None:
        if following in seen or len(seen) >= MOST_PAGES:
            raise FigureError(file=address, problem="de bladzijden houden niet op", remedy=_AGAIN)
        seen.add(following)
        page = answer(fetch, following)
        found = page.get("value")
        if not isinstance(found, list):
            raise FigureError(file=following, problem="het antwoord heeft geen lijst `value`", remedy=_AGAIN)
        yield from found
        following = next((str(page[key]) for key in _NEXT if page.get(key)), None)


def answer(fetch: Fetch, address: str) -> Record:
    """Return the object at an address.

    Raises:
        FigureError: the answer is no JSON object, or it is cut off.
    """
    try:
        return msgspec.json.decode(fetch(address), type=dict[str, Any])
    except msgspec.MsgspecError as error:
        problem = f"het antwoord is geen JSON of is afgebroken ({error})"
        raise FigureError(file=address, problem=problem, remedy=_AGAIN) from error


def text_of(record: Record, key: str) -> str:
    """Return a field as text, without the blanks that CBS fills codes and values up with."""
    value = record.get(key)
    return "" if value is None else str(value).strip()


def measure_of(record: Record, key: str) -> Measure:
    """Return the measure that a record describes; `key` names the field of its code."""
    decimals = record.get("Decimals")
    return Measure(
        key=text_of(record, key),
        title=text_of(record, "Title"),
        unit=text_of(record, "Unit"),
        decimals=decimals if isinstance(decimals, int) else None,
    )
