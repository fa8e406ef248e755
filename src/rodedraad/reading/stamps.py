"""The times at which a page was exported and built, from its own footer."""

import re
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

_STAMP = r"(\d{1,2})/(\d{1,2})/(\d{4}) +(\d{1,2}):(\d{2}):(\d{2})"
_BUILT = re.compile(rf"\bgebouwd op +{_STAMP}")
_EXPORTED = re.compile(rf"\bexport van +{_STAMP}")


class Stamps(Struct, frozen=True):
    """Local times of the Netherlands, without offset: the footer gives none."""

    exported_at: datetime | None = None
    built_at: datetime | None = None


def stamps(texts: Iterable[str]) -> Stamps:
    """The stamps of the last text that carries any ("Deze pagina is gebouwd op … met de export van …")."""
    found = Stamps()
    for text in texts:
        if "gebouwd op" in text or "export van" in text:
            built, exported = _moment(_BUILT.search(text)), _moment(_EXPORTED.search(text))
            if built or exported:
                found = Stamps(exported, built)
    return found


def is_stamped(text: str) -> bool:
    """Whether this is such a footer."""
    return stamps([text]) != Stamps()


def _moment(found: re.Match[str] | None) -> datetime | None:
    """Month first, as these footers write it; day first only where it cannot be a month."""
    if found is None:
        return None
    first, second, year, hour, minute, seconds = (int(part) for part in found.groups())
    month, day = (second, first) if first > 12 else (first, second)  # noqa: PLR2004 months in a year
    try:
        return datetime(year, month, day, hour, minute, seconds)  # noqa: DTZ001 the footer gives no offset
    except ValueError:
        return None
