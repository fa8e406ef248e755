"""What is told of a file of figures when it is taken in."""

import hashlib
from collections.abc import Sequence

from msgspec import Struct

from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.supply import Asked
from rodedraad.model.observations import Delivery, LeftOut


class Method(Struct, frozen=True, kw_only=True):
    """How values are made of rows, in words, and how often that changed."""

    text: str
    version: int = 1


def digest_of(asked: Asked) -> str:
    """Return the SHA-256 of a file.

    Raises:
        FigureError: the dossier pins the file, and it is another than that.
    """
    found = hashlib.sha256(asked.data).hexdigest()
    if asked.pinned is not None and asked.pinned.lower() != found:
        raise FigureError(
            file=asked.file,
            problem="de inhoud is anders dan in dossier.toml is vastgelegd",
            remedy=f'Is dat zo bedoeld? Schrijf dan `sha256 = "{found}"`.',
        )
    return found


def delivery_of(
    asked: Asked, rows_in: int, rows_used: int, left_out: Sequence[LeftOut], method: Method
) -> Delivery:
    """Return the record of a file of which so many rows were used."""
    return Delivery(
        source=asked.source,
        file=asked.file,
        sha256=digest_of(asked),
        delivered=asked.delivered,
        rows_in=rows_in,
        rows_used=rows_used,
        left_out=tuple(left_out),
        method=method.text,
        method_version=method.version,
        licence=asked.licence,
    )
