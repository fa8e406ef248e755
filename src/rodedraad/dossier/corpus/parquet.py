"""Rows as Parquet; the same rows give the same bytes."""

from collections.abc import Iterable
from io import BytesIO
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from rodedraad.dossier.corpus.rows import Row
from rodedraad.dossier.corpus.schema import SCHEMAS

COMPRESSION: Final = "zstd"


def table(name: str, rows: Iterable[Row]) -> pa.Table:
    """Return the rows as the table of a name."""
    schema = SCHEMAS[name]
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def as_parquet(made: pa.Table) -> bytes:
    """Return a table as the bytes of a Parquet file."""
    sink = BytesIO()
    pq.write_table(made, sink, compression=COMPRESSION, write_statistics=True)
    return sink.getvalue()
