"""What a site tells of its pages; the libraries for it are loaded when the first page comes by."""

from importlib import import_module

from rodedraad.model.text import MenuLink, Navigation


def navigation_of(data: bytes, name: str) -> Navigation:
    """How a page stands among the other pages of its site: its own address and its menus.

    Raises ReadingError, and nothing else, for a page that cannot be read.
    """
    found: Navigation = import_module("rodedraad.reading.html").read_navigation(data, name)
    return found


def sitemap_of(data: bytes, name: str) -> tuple[MenuLink, ...]:
    """What a sitemap names, in its order and nesting: XML, or a page with a list of links.

    Raises ReadingError, and nothing else, for a file that cannot be read.
    """
    found: tuple[MenuLink, ...] = import_module("rodedraad.reading.sitemap").read_sitemap(data, name)
    return found
