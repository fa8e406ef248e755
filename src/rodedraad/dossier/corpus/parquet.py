"""Rows as Parquet; the same rows give the same bytes."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from rodedraad.dossier.corpus.rows import Row
from rodedraad.dossier.corpus.schema import REASONS, SCHEMAS
from rodedraad.model.threads import Evidence

COMPRESSION: Final = "zstd"


def table(name: str, rows: Iterable[Row]) -> pa.Table:
    """Return the rows as the table of a name."""
    schema = SCHEMAS[name]
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [_array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(column: Sequence[Any], kind: pa.DataType) -> pa.Array:
    return _reasons(column) if kind == REASONS else pa.array(column, type=kind)


def _reasons(column: Sequence[Sequence[Evidence]]) -> pa.Array:
    """Return the reasons of links: they are many, so that they go from list to array without rows between."""
    ends = np.cumsum([0, *map(len, column)], dtype=np.int32)
    flat = [one for reasons in column for one in reasons]
    parts = [
        pa.array([one.what for one in flat], type=pa.string()),
        pa.array([one.weight for one in flat], type=pa.float64()),
        pa.array([one.text for one in flat], type=pa.string()),
    ]
    return pa.ListArray.from_arrays(ends, pa.StructArray.from_arrays(parts, fields=list(REASONS.value_type)))


def as_parquet(made: pa.Table) -> bytes:
    """Return a table as the bytes of a Parquet file."""
    sink = BytesIO()
    pq.write_table(made, sink, compression=COMPRESSION, write_statistics=True)
    return sink.getvalue()
