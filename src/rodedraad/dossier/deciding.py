"""What a person decides, written to decisions.toml at once.

A decision is added at the end of the file and taken back from there: what a person wrote in it, comments
and order and all, is never touched.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from rodedraad.dossier.atomic import Write, alone, replace_file, told, write_all
from rodedraad.dossier.decisions import DECISIONS, decisions_in
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.toml import TomlFile
from rodedraad.model.decisions import Decisions, LinkDecision
from rodedraad.model.threads import Pointer

LONGEST_NOTE: Final = 160
_INLINE = "hierin staat `link = [...]`, en daar past geen nieuw besluit achter"
_TABLES = "Schrijf elk besluit als een tabel [[link]]."


class Ruling(Struct, frozen=True, kw_only=True):
    """A decision, and a line of words that tells a reader of the file what it is about."""

    decision: LinkDecision
    note: str = ""


class Written(Struct, frozen=True, kw_only=True):
    """What was added to the file; `first` says that there was no file before."""

    data: bytes
    first: bool


class DecisionFile:
    """The decisions of a dossier on disk; each change is whole and on disk before it returns."""

    def __init__(self, root: Path, write: Write = write_all) -> None:
        self._path = root / DECISIONS
        self._write = write
        self._known = b"", Decisions()

    def read(self) -> Decisions:
        """Return the decisions as they stand; raises DossierError where the file has mistakes."""
        return self._read(self._data())

    def add(self, rulings: Sequence[Ruling]) -> Written:
        """Add decisions at the end of the file, and return what `take_back` needs.

        Raises:
            DossierError: the file has mistakes, or cannot be written; nothing changed.
        """
        with alone(self._path):
            before = self._data()
            added = _block(before, rulings)
            self._check(before, added)
            first = not self._path.exists()
            replace_file(self._path, before + added, self._write)
        return Written(data=added, first=first)

    def take_back(self, written: Written) -> None:
        """Take away what was added, and nothing else.

        Raises:
            DossierError: it does not stand there any more, or the file cannot be written; nothing changed.
        """
        with alone(self._path):
            before, kept, after = self._data().rpartition(written.data)
            if not kept:
                problem = "het laatste besluit staat hier niet meer zoals het is geschreven"
                remedy = "Het bestand is ondertussen veranderd; haal het besluit daar zelf weg."
                raise DossierError(Problem(file=DECISIONS, problem=problem, remedy=remedy))
            if written.first and not before + after:
                self._path.unlink()
            else:
                replace_file(self._path, before + after, self._write)

    def _read(self, data: bytes) -> Decisions:
        if data != self._known[0]:
            self._known = data, decisions_in(TomlFile.of(data, DECISIONS))
        return self._known[1]

    def _check(self, before: bytes, added: bytes) -> None:
        """Make sure that what is about to be written can be read again."""
        try:
            self._read(before + added)
        except DossierError as error:
            decisions_in(TomlFile.of(before, DECISIONS))
            raise DossierError(Problem(file=DECISIONS, problem=_INLINE, remedy=_TABLES)) from error

    def _data(self) -> bytes:
        if not self._path.exists():
            return b""
        with told(DECISIONS):
            return self._path.read_bytes()


def _block(before: bytes, rulings: Sequence[Ruling]) -> bytes:
    """Return the decisions as TOML, parted from what stands before by an empty line."""
    text = "\n".join(_table(ruling) for ruling in rulings)
    if before and not before.endswith(b"\n"):
        text = f"\n\n{text}"
    elif before:
        text = f"\n{text}"
    return (text.replace("\n", "\r\n") if b"\r\n" in before else text).encode()


def _table(ruling: Ruling) -> str:
    one = ruling.decision
    rows = {
        "from": _pointer(one.from_),
        "to": _pointer(one.to),
        "decision": _text(one.decision),
        "relation": _text(one.relation) if one.relation else "",
        "role": _text(one.role) if one.role else "",
        "decided_at": one.decided_at.isoformat(timespec="seconds") if one.decided_at else "",
    }
    note = "".join(one if one.isprintable() else " " for one in ruling.note)[:LONGEST_NOTE].strip()
    lines = [f"# {note}"] if note else []
    lines += ["[[link]]", *(f"{key} = {value}" for key, value in rows.items() if value)]
    return "\n".join(lines) + "\n"


def _pointer(pointer: Pointer) -> str:
    return f"{{ document = {_text(pointer.document)}, element = {_text(pointer.element)} }}"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
