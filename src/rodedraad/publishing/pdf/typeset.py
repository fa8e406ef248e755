"""Data to bytes: the template typeset as PDF/UA-1, the same on every machine.

Only the fonts that come with the typesetter are used, and the template reads no file and no package, so that
nothing of the machine or the network is in a PDF.
"""

import re
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any, Final

import msgspec
import typst

from rodedraad.model.theme import Theme
from rodedraad.publishing import addresses
from rodedraad.publishing.pdf.errors import refused
from rodedraad.publishing.pdf.legible import Legible
from rodedraad.publishing.pdf.records import Print
from rodedraad.publishing.pdf.theme import look_of

SHEETS: Final = ("look.typ", "tables.typ", "parts.typ", "document.typ", "thread.typ", "main.typ")
_UNSHOWN: Final = re.compile(r'`"((?:[^"\\]|\\.)*)"` could not be displayed|codepoint `"((?:[^"\\]|\\.)*)"`')
_ESCAPED: Final = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")


class Typesetter:
    """Makes PDFs one after the other; what it learns of its fonts holds for those that follow."""

    def __init__(self, theme: Theme | None = None) -> None:
        self._look = look_of(theme or Theme())
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
        self._lacking: set[str] = set()

    def pdf(self, made: Print, *, base: str | None, built: datetime) -> bytes:
        """Return the PDF; `base` leads from its place to the site, and without it there are no links.

        Raises:
            PdfError: it cannot be made accessible.
        """
        record = msgspec.to_builtins(made)
        while True:
            try:
                return self._typeset(record, base, built)
            except typst.TypstError as error:
                unshown = _unshown(error.diagnostic) - self._lacking
                if not unshown:
                    raise refused(addresses.pdf(made.cover.address), error.diagnostic) from error
                self._lacking |= unshown

    def _typeset(self, record: Any, base: str | None, built: datetime) -> bytes:  # noqa: ANN401 - JSON
        legible = Legible(self._lacking)
        data = {
            **legible.of(record),
            "told": legible.told,
            "base": base,
            "words": _words(),
            "look": self._look,
        }
        return typst.compile(
            _template(),
            font_paths=self._fonts,
            format="pdf",
            pdf_standards="ua-1",
            timestamp=int(built.timestamp()),
            sys_inputs={"data": msgspec.json.encode(data).decode()},
        )


@cache
def _template() -> bytes:
    """Return the sheets as one, so that the typesetter has no file to read."""
    folder = resources.files(__package__)
    return b"\n".join(folder.joinpath(sheet).read_bytes() for sheet in SHEETS)


@cache
def _words() -> Any:  # noqa: ANN401 - TOML
    """Return the words for readers that the template puts between those of the documents."""
    return msgspec.toml.decode(resources.files(__package__).joinpath("words.nl.toml").read_bytes())


def _unshown(said: str) -> set[str]:
    """Return the characters that the fonts do not have, or that a PDF may not hold."""
    return {_unescaped(one or other) for one, other in _UNSHOWN.findall(said)}


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)
