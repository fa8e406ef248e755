"""Reading: bytes of a file become plain text with blocks and places."""

from rodedraad.reading.errors import ReadingError
from rodedraad.reading.formats import read
from rodedraad.reading.sites import navigation_of, sitemap_of

__all__ = ["ReadingError", "navigation_of", "read", "sitemap_of"]
