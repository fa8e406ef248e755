"""The legend of a document, read from the lines that explain its colours and letters."""

import re
from collections.abc import Sequence
from typing import Final

from rodedraad.model.document import LegendEntry
from rodedraad.recognising.status import status_of_words
from rodedraad.recognising.units import Unit

_ENTRY: Final = re.compile(
    r"(?P<symbol>groen|oranje|rood|geel|blauw|grijs|wit|zwart|[GORYVBg](?=\s*[=:–-]))\s*(?:[=:–-]|betekent|staat voor|\()\s*(?P<words>\S.{2,120})",
    re.IGNORECASE,
)


def is_legend_line(text: str) -> bool:
    """Whether a line explains a colour or letter: `Groen: volgens planning`."""
    return _ENTRY.fullmatch(text.strip()) is not None


def legend_of(units: Sequence[Unit]) -> tuple[LegendEntry, ...]:
    """Return the legend that the units spell out; what cannot be read as a status is left out."""
    entries = []
    for unit in units:
        match = _ENTRY.fullmatch(unit.text.strip())
        value = status_of_words(match["words"].strip(" .)")) if match else None
        if match and value is not None:
            entries.append(
                LegendEntry(aspect="status", symbol=match["symbol"], words=match["words"].strip(" .)"), value=value)
            )
    return tuple(entries)
