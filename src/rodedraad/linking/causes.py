"""Why a deadline moved, where the text says so."""

import re
from collections.abc import Iterable
from functools import cache

from rodedraad.linking.clauses import sentences
from rodedraad.linking.tables import rows


def cause(texts: Iterable[str]) -> str | None:
    """Return the first sentence that names a cause or a delay together with who or what is behind it."""
    for text in texts:
        for sentence in sentences(text):
            if _patterns("because").search(sentence) and _patterns("topic").search(sentence):
                return " ".join(sentence.split())
    return None


@cache
def _patterns(role: str) -> re.Pattern[str]:
    chosen = (row["pattern"] for row in rows("causes.tsv") if row["role"] == role)
    return re.compile("|".join(chosen), re.IGNORECASE)
