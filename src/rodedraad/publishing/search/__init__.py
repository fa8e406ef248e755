"""Search over everything on the site: an index of records, a page to search it, and a register to read."""

from rodedraad.publishing.search.files import search_files

__all__ = ["search_files"]
