"""The formats that can be read, and which of them a file is: its content and its name must agree."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from msgspec import Struct

from rodedraad.model.text import Extract
from rodedraad.reading.errors import ReadingError
from rodedraad.reading.sniff import refuse_others, sniff


class Format(Struct, frozen=True):
    """One format: what it is called, how its files end, what its content looks like, who reads it.

    The module of a format is loaded when its first file comes by: the libraries for prints are large.
    """

    title: str
    suffixes: tuple[str, ...]
    content: str
    module: str

    @property
    def read(self) -> Callable[[bytes, str], Extract]:
        """Reads a file of this format, given its bytes and name."""
        module = import_module(f"rodedraad.reading.{self.module}")
        reader: Callable[[bytes, str], Extract] = getattr(module, f"read_{self.module}")
        return reader


FORMATS = (
    Format("platte tekst", (".txt", ".text"), "text", "plain"),
    Format("Markdown", (".md", ".markdown"), "text", "markdown"),
    Format("HTML", (".html", ".htm", ".xhtml"), "html", "html"),
    Format("DOCX", (".docx",), "docx", "docx"),
    Format("ODT", (".odt",), "odt", "odt"),
    Format("PDF", (".pdf",), "pdf", "pdf"),
)
_OF_SUFFIX = {suffix: one for one in FORMATS for suffix in one.suffixes}
_OF_CONTENT = {one.content: one for one in reversed(FORMATS)}
_KNOWN = "TXT, Markdown, HTML, DOCX, ODT of PDF"


def read(data: bytes, name: str) -> Extract:
    """The text of a file with its blocks; `name` is how the file is called, path or not.

    The blocks stand in order, do not overlap, are neither empty nor padded, and only white space (in a
    text source also a bullet) lies between them.  The same bytes give the same extract.
    Raises ReadingError, and nothing else, for a file that cannot be read or holds no text.
    """
    if not data.strip():
        raise ReadingError(name, "", "het bestand is leeg", "Haal het opnieuw op of neem het uit het dossier")
    extract = _format(data, name).read(data, name)
    if not extract.blocks:
        remedy = "Bewaar de pagina nadat zij geheel is geladen, of lever een bestand met tekst aan"
        raise ReadingError(name, "", "er staat geen leesbare tekst in", remedy)
    return extract


def _format(data: bytes, name: str) -> Format:
    refuse_others(data, name)
    suffix = PurePath(name).suffix.lower()
    named = _OF_SUFFIX.get(suffix)
    if named is None and suffix:
        raise ReadingError(
            name, "", f"bestanden met de naam {suffix} kunnen niet worden gelezen", f"Lever {_KNOWN} aan"
        )
    content = sniff(data, name)
    if named is None:
        return _OF_CONTENT[content]
    if content != named.content:
        raise _wrong_name(name, named, _OF_CONTENT[content])
    return named


def _wrong_name(name: str, named: Format, found: Format) -> ReadingError:
    problem = f"de naam zegt {named.title}, maar de inhoud is {found.title}"
    fitting = PurePath(name).with_suffix(found.suffixes[0]).name
    return ReadingError(name, "begin van het bestand", problem, f"Noem het bestand {fitting}")
