"""Search over everything on the site: an index of records, a page to search it, and a register to read."""

from rodedraad.publishing.search.files import Findable, findable, search_files, search_pages

__all__ = ["Findable", "findable", "search_files", "search_pages"]
