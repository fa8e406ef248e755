"""Reading: bytes of a file become plain text with blocks and places."""

from rodedraad.reading.errors import ReadingError
from rodedraad.reading.formats import read

__all__ = ["ReadingError", "read"]
