"""The map of a site: a list of addresses in XML, or a page with a list of links."""

from lxml import etree

from rodedraad.model.text import MenuLink
from rodedraad.reading.errors import ReadingError
from rodedraad.reading.html import read_navigation

XML = ".xml"


def read_sitemap(data: bytes, name: str) -> tuple[MenuLink, ...]:
    """What a sitemap names, in its order and nesting; of a page of links the longest list.

    Raises ReadingError, and nothing else, for a file that cannot be read.
    """
    if name.casefold().endswith(XML):
        return _of_xml(data, name)
    menus = [menu for menu in read_navigation(data, name).menus if not menu.is_trail]
    return max((menu.links for menu in menus), key=len, default=())


def _of_xml(data: bytes, name: str) -> tuple[MenuLink, ...]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        remedy = "Haal de sitemap opnieuw op, of noem de map met de pagina's"
        raise ReadingError(name, f"regel {error.lineno}", "dit is geen leesbare sitemap", remedy) from error
    places = (str(element.text or "").strip() for element in root.iter("{*}loc"))
    return tuple(MenuLink(title="", target=place, depth=0) for place in places if place)
