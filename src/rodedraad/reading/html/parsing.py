"""From the bytes of a page to its tree."""

import re

from lxml import etree

from rodedraad.reading.charset import decode
from rodedraad.reading.errors import ReadingError

_HEAD = 4096
_MOST_TAGS = 2_000_000
"""A page of so many tags is no page that a browser shows; its tree would take gigabytes."""
_DECLARED = re.compile(
    rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)  # the parser drops what stands after them
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_CUT = re.compile(r"</?[a-zA-Z][^<>]*\Z")


def parse(data: bytes, name: str) -> etree._Element | None:
    """The root of the page, or None when it is empty.

    Raises ReadingError for a page that breaks off in a tag, nests deeper than the parser goes or is beyond
    all measure; a parser that stopped half-way would lose text in silence.
    """
    _refuse_size(data, name)
    text = decode(data, name, _declared(data))
    if _CUT.search(text[-_HEAD:].rstrip()):
        place = f"teken {len(text)}"
        raise ReadingError(
            name, place, "het bestand breekt midden in een tag af", "Haal de pagina opnieuw op"
        )
    declaration = _DECLARATION.match(text)
    markup = _ENDS.sub("", text[declaration.end() :] if declaration else text)
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    root = _root(markup, parser, name)
    _refuse_depth(parser, name)
    return root


def _root(markup: str, parser: etree.HTMLParser, name: str) -> etree._Element | None:
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        _refuse_depth(parser, name)
        if not markup.strip():
            return None
        raise ReadingError(
            name, f"regel {error.lineno}", "dit is geen leesbare HTML", "Haal de pagina opnieuw op"
        ) from error


def _refuse_size(data: bytes, name: str) -> None:
    if data.count(b"<") > _MOST_TAGS:
        problem = f"de pagina is onredelijk groot: ze heeft meer dan {_MOST_TAGS // 1_000_000} miljoen tags"
        raise ReadingError(name, "", problem, "Verdeel haar over meer bestanden")


def _refuse_depth(parser: etree.HTMLParser, name: str) -> None:
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            problem = "de pagina is dieper genest dan gelezen kan worden"
            place = f"regel {entry.line}, kolom {entry.column}"
            raise ReadingError(name, place, problem, "Bewaar de pagina opnieuw vanuit een browser")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None
