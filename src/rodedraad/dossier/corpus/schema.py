"""The tables of a corpus: their columns, and what each column holds."""

from collections.abc import Mapping
from typing import Final

import pyarrow as pa

_WORDS: Final = pa.string()
_NAME: Final = pa.dictionary(pa.int32(), pa.string())
"""Words that come back in many rows."""
REASONS: Final = pa.list_(pa.struct({"what": _WORDS, "weight": pa.float64(), "text": _WORDS}))
"""Why a link was made or is offered: the parts of its score."""

COLUMNS: Final[Mapping[str, Mapping[str, pa.DataType]]] = {
    "documents": {
        "organisation": _NAME,
        "organisation_name": _NAME,
        "document": _WORDS,
        "kind": _NAME,
        "year": pa.int32(),
        "period": _WORDS,
        "title": _WORDS,
        "adopted": pa.date32(),
        "reporting": _NAME,
        "covers": pa.list_(_WORDS),
        "elements": pa.int32(),
    },
    "elements": {
        "organisation": _NAME,
        "document": _NAME,
        "element": _WORDS,
        "place": pa.int32(),
        "kind": _NAME,
        "phase": _NAME,
        "parent": _WORDS,
        "number": _WORDS,
        "label": _WORDS,
        "text": _WORDS,
        "answers": pa.list_(_WORDS),
        "status": _NAME,
        "status_by": _NAME,
        "start": pa.date32(),
        "end": pa.date32(),
    },
    "links": {
        "organisation": _NAME,
        "from_document": _NAME,
        "from_element": _WORDS,
        "to_document": _NAME,
        "to_element": _WORDS,
        "relation": _NAME,
        "score": pa.float64(),
        "decision": _NAME,
        "role": _NAME,
        "evidence": REASONS,
    },
    "threads": {
        "organisation": _NAME,
        "thread": _WORDS,
        "title": _WORDS,
        "place": pa.int32(),
        "document": _NAME,
        "element": _WORDS,
    },
    "shifts": {
        "organisation": _NAME,
        "thread": _WORDS,
        "planned_document": _NAME,
        "planned_element": _WORDS,
        "planned_start": pa.date32(),
        "planned_end": pa.date32(),
        "planned_text": _WORDS,
        "now_document": _NAME,
        "now_element": _WORDS,
        "now_start": pa.date32(),
        "now_end": pa.date32(),
        "now_text": _WORDS,
        "days": pa.int32(),
        "cause": _WORDS,
    },
    "changes": {
        "organisation": _NAME,
        "thread": _WORDS,
        "what": _NAME,
        "effect": _NAME,
        "was_document": _NAME,
        "was_element": _WORDS,
        "was_words": _WORDS,
        "was_sentence": _WORDS,
        "now_document": _NAME,
        "now_element": _WORDS,
        "now_words": _WORDS,
        "now_sentence": _WORDS,
    },
    "dropped": {
        "organisation": _NAME,
        "document": _NAME,
        "element": _WORDS,
        "searched": pa.list_(_WORDS),
        "probability": pa.float64(),
    },
    "balance": {
        "organisation": _NAME,
        "document": _NAME,
        "counted": _NAME,
        "outcome": _NAME,
        "promises": pa.int32(),
        "confirmed": pa.int32(),
    },
    "findings": {
        "organisation": _NAME,
        "rule": _NAME,
        "severity": _NAME,
        "document": _NAME,
        "element": _WORDS,
        "message": _WORDS,
    },
}

SCHEMAS: Final = {name: pa.schema(list(columns.items())) for name, columns in COLUMNS.items()}
