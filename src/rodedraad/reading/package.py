"""Packages (DOCX, ODT): zip files whose parts are XML, opened with care."""

import lzma
import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from rodedraad.reading.errors import ReadingError

_CHUNK = 1 << 16
_MOST_UNPACKED = 100 << 20  # of the parts that are read; a tree takes many times its XML
_HIGHEST_RATIO = 200
_NEVER_A_BOMB = 1 << 20
_ENCRYPTED = 0x1
_FETCH_AGAIN = "Haal het bestand opnieuw op"
_UNPACKING = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # a wrong or missing password; NotImplementedError, an unknown compression, is one too
)
# A "strict" Word document says the same in another namespace.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0D\0O\0C|\0<\0!\0D\0O\0C")


class Package:
    """A package; what is unpacked from it is counted while it is unpacked."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._size = len(data)
        self._unpacked = 0
        try:
            self._zip = ZipFile(BytesIO(data))
        except _UNPACKING as error:
            problem = "het bestand is beschadigd of niet volledig"
            raise ReadingError(name, "inhoudsopgave van het pakket", problem, _FETCH_AGAIN) from error
        self.members = frozenset(self._zip.namelist())

    def tree(self, member: str) -> etree._Element:
        """The root of an XML part; entities are not resolved and nothing is fetched."""
        content = self.part(member)
        if _DOCTYPE.search(content):
            problem = "het onderdeel bevat een documenttype, wat in dit formaat niet mag"
            raise ReadingError(
                self._name, member, problem, "Bewaar het document opnieuw met een tekstverwerker"
            )
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(content.replace(_STRICT, _TRANSITIONAL), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            problem = f"de XML is niet te lezen ({getattr(error, 'msg', error)})"
            raise ReadingError(self._name, member, problem, _FETCH_AGAIN) from error

    def tree_or_none(self, member: str) -> etree._Element | None:
        """As `tree`, or None when the package has no such part."""
        return self.tree(member) if member in self.members else None

    def part(self, member: str) -> bytes:
        """A part, unpacked; raises ReadingError for one that is absent, damaged, encrypted or too large."""
        if member not in self.members:
            raise ReadingError(self._name, member, "dit onderdeel ontbreekt in het bestand", _FETCH_AGAIN)
        info = self._zip.getinfo(member)
        if info.flag_bits & _ENCRYPTED:
            raise encrypted(self._name, member)
        try:
            return self._inflate(info)
        except _UNPACKING as error:
            problem = "dit onderdeel is beschadigd of niet volledig"
            raise ReadingError(self._name, member, problem, _FETCH_AGAIN) from error

    def _inflate(self, info: ZipInfo) -> bytes:
        content = bytearray()
        with self._zip.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                self._unpacked += len(chunk)
                self._refuse_bomb(info.filename)
                content += chunk
        return bytes(content)

    def _refuse_bomb(self, member: str) -> None:
        """The header of a member may lie about its size, so the bytes themselves are counted."""
        allowed = max(_NEVER_A_BOMB, min(_MOST_UNPACKED, _HIGHEST_RATIO * self._size))
        if self._unpacked > allowed:
            problem = "uitgepakt is het bestand onredelijk groot"
            raise ReadingError(self._name, member, problem, "Bewaar het document opnieuw, zo nodig in delen")


def encrypted(name: str, place: str) -> ReadingError:
    """What is said of a file with a password."""
    return ReadingError(name, place, "het bestand is versleuteld", "Bewaar het zonder wachtwoord")
