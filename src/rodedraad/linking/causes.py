"""Why a deadline moved, where the text says so."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from rodedraad.linking.clauses import sentences
from rodedraad.linking.tables import rows

ROLES: Final = ("because", "delay", "topic")
ENOUGH: Final = 2


def cause(texts: Iterable[str]) -> str | None:
    """Return the first sentence with two of three: a word of cause, one of delay, who or what it names."""
    for text in texts:
        for sentence in sentences(text):
            if sum(bool(_patterns(role).search(sentence)) for role in ROLES) >= ENOUGH:
                return " ".join(sentence.split())
    return None


def tells_delay(text: str) -> bool:
    """Tell whether a text says of something that it is late or was put off."""
    return bool(_patterns("delay", means="delay").search(text))


def tells_law(text: str) -> bool:
    """Tell whether a text names a law, or laws."""
    return bool(_patterns("topic", means="law").search(text))


@cache
def _patterns(role: str, means: str | None = None) -> re.Pattern[str]:
    chosen = (
        row["pattern"] for row in rows("causes.tsv") if row["role"] == role and means in (None, row["means"])
    )
    return re.compile("|".join(chosen), re.IGNORECASE)
