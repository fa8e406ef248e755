"""The taakveld of a row of Iv3, by its code."""

import re
from functools import cache
from typing import Final

from rodedraad.model.document import TaakveldCode
from rodedraad.model.taakvelden import scheme_of, taakveld_names

_CODE: Final = re.compile(r"(?P<code>\d[.\-]\d{1,3}[a-d]?)(?![\d.])", re.IGNORECASE)


@cache
def taakveld_of_row(text: str, year: int) -> TaakveldCode | None:
    """Return the taakveld that a row of Iv3 of a year begins with: `6.71b Begeleiding (WMO)`, `6-1_`."""
    match = _CODE.match(text.strip())
    if match is None:
        return None
    found = TaakveldCode(code=match["code"].replace("-", ".").lower(), scheme=scheme_of(year))
    return found if found in taakveld_names() else None
