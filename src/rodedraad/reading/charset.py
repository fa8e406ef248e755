"""From bytes to characters."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup

from rodedraad.reading.errors import ReadingError

SAVE_AGAIN = "Sla het bestand opnieuw op als UTF-8"
_MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = {"iso8859-1", "ascii"}
_MANY_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1b\x7f]")
_CONTROL_SHARE = 100  # one control character in a hundred: no text looks like that


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The characters of a text file: by its byte order mark, what it declares, UTF-8 or Windows-1252.

    Raises ReadingError for what is no text, or is text in a broken encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(_decoded(data[len(mark) :], encoding, name), name)
    if declared and (codec := _codec(declared)) not in {None, "utf-8"}:
        return _text(_decoded(data, str(codec), name), name)
    try:
        return _text(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        _refuse_mixture(data, error, name)
    return _text(_decoded(data, "cp1252", name), name)


def _codec(declared: str) -> str | None:
    """The codec a declaration means; as in browsers, Latin-1 means Windows-1252."""
    try:
        codec = lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    if not codec._is_text_encoding or codec.name.startswith(("utf-16", "utf-32", "utf-7")):  # noqa: SLF001 no public way to tell
        return None
    return "cp1252" if codec.name in _LATIN else codec.name


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError) as error:
        place = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        problem = f"de tekens zijn niet te lezen als {encoding}"
        raise ReadingError(name, place, problem, SAVE_AGAIN) from error


def _refuse_mixture(data: bytes, error: UnicodeDecodeError, name: str) -> None:
    """A file that is mostly UTF-8 would turn to gibberish when read as Windows-1252."""
    if error.end >= len(data) and error.reason == "unexpected end of data":
        remedy = "Haal het bestand opnieuw op"
        raise ReadingError(name, f"byte {error.start}", "het bestand breekt midden in een teken af", remedy)
    good = len(_MANY_BYTES.findall(data))
    stray = len(re.findall(rb"[\x80-\xff]", _MANY_BYTES.sub(b"", data)))
    if good > stray:
        problem = "de tekens zijn deels UTF-8 en deels iets anders"
        raise ReadingError(name, f"byte {error.start}", problem, SAVE_AGAIN)


def _text(text: str, name: str) -> str:
    at = text.find("\0")
    if at < 0 and len(_CONTROL.findall(text)) * _CONTROL_SHARE > len(text):
        found = _CONTROL.search(text)
        at = found.start() if found else 0
    if at >= 0:
        problem = "dit is geen tekst maar een binair bestand"
        raise ReadingError(
            name, f"teken {at + 1}", problem, "Lever tekst, HTML, Markdown, DOCX, ODT of PDF aan"
        )
    return text
