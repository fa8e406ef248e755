"""A table as Parquet: every column of its own type, the texts as they are."""

import io
from decimal import Context, Decimal
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from rodedraad.publishing.opendata.table import Field, Table

_DIGITS: Final = 38
_DECIMALS: Final = 6
_CONTEXT: Final = Context(prec=_DIGITS)
_SMALLEST: Final = Decimal(1).scaleb(-_DECIMALS)
_TYPES: Final = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "decimal": pa.decimal128(_DIGITS, _DECIMALS),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}


def parquet_bytes(table: Table) -> bytes:
    """Return the table as Parquet; the same table gives the same bytes by the same version of pyarrow."""
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.fields)
    arrays = [_array(field, column) for field, column in zip(table.fields, columns, strict=True)]
    schema = pa.schema([_described(field) for field in table.fields])
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _described(field: Field) -> Any:  # noqa: ANN401 - pyarrow ships no types
    about = {"description": field.description}
    return pa.field(field.name, _TYPES[field.type], nullable=not field.required, metadata=about)


def _array(field: Field, column: tuple[Any, ...]) -> Any:  # noqa: ANN401 - pyarrow ships no types
    values = [_quantized(one) for one in column] if field.type == "decimal" else list(column)
    return pa.array(values, _TYPES[field.type])


def _quantized(value: Decimal | None) -> Decimal | None:
    """Return a number with the decimals of its column; what is finer, or too large, stands in `raw` alone."""
    if value is None or value.adjusted() >= _DIGITS - _DECIMALS:
        return None
    return value.quantize(_SMALLEST, context=_CONTEXT)
