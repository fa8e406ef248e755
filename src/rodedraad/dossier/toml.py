"""TOML files to records, with errors that name the line, the key and the remedy."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.explain import explain

Table = TypeVar("Table", bound=Struct)

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?")
_SYNTAX_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


class Note(Struct, frozen=True, kw_only=True):
    """A problem and the table it stands in."""

    table: str
    index: int
    problem: Problem


class TomlFile:
    """A TOML file whose tables can be turned into records one by one; it collects the problems."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._lines = text.split("\n")
        self._content = _parse(name, text)
        self.notes: list[Note] = []

    @classmethod
    def read(cls, path: Path, name: str) -> "TomlFile":
        """Return the file at `path`; raises DossierError when it cannot be read."""
        try:
            return cls.of(path.read_bytes(), name)
        except OSError as error:
            raise DossierError(unreadable(name, error)) from error

    @classmethod
    def of(cls, data: bytes, name: str) -> "TomlFile":
        """Return the file with these bytes; raises DossierError when they are no TOML."""
        try:
            return cls(name, data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            remedy = "Sla het bestand op als UTF-8."
            problem = Problem(file=name, place=f"regel {line}", problem="geen UTF-8", remedy=remedy)
            raise DossierError(problem) from error

    def only(self, known: tuple[str, ...]) -> None:
        """Note every table that is not one of `known`."""
        for key in self._content:
            if key not in known:
                problem, remedy = explain(f"Object contains unknown field `{key}`", known)
                self.note(problem, remedy, key)

    def one(self, table: str, kind: type[Table]) -> Table | None:
        """Return the table `[table]`, or None after noting what is wrong with it."""
        return self._record(table, 0, self._content.get(table, {}), kind)

    def every(self, table: str, kind: type[Table]) -> list[tuple[int, Table]]:
        """Return the sound tables `[[table]]` with their positions, noting what is wrong with the others."""
        content = self._content.get(table, [])
        if not isinstance(content, list):
            self.note(
                f'"{table}" is hier geen lijst van tabellen', f"Schrijf [[{table}]] met dubbele haken.", table
            )
            return []
        records = [(index, self._record(table, index, item, kind)) for index, item in enumerate(content)]
        return [(index, record) for index, record in records if record is not None]

    def text_at(self, table: str, index: int, key: str) -> str | None:
        """Return a text as it stands in a table `[[table]]`, sound or not."""
        content = self._content.get(table)
        item = content[index] if isinstance(content, list) and index < len(content) else None
        value = item.get(key) if isinstance(item, dict) else None
        return value if isinstance(value, str) else None

    def note(self, problem: str, remedy: str, table: str, index: int = 0, key: str | None = None) -> None:
        """Add a problem that stands at a key of a table."""
        line = self._line(table, index, key)
        place = f"regel {line}" if line else f"[[{table}]] nummer {index + 1}"
        found = Problem(file=self.name, place=place, problem=problem, remedy=remedy)
        self.notes.append(Note(table=table, index=index, problem=found))

    @property
    def problems(self) -> list[Problem]:
        """Return everything that was noted."""
        return [note.problem for note in self.notes]

    def _record(self, table: str, index: int, content: Any, kind: type[Table]) -> Table | None:  # noqa: ANN401
        try:
            return msgspec.convert(content, kind)
        except msgspec.ValidationError as error:
            problem, remedy = explain(str(error), kind)
            self.note(problem, remedy, table, index, _key_of(str(error)))
        return None

    def _line(self, table: str, index: int, key: str | None) -> int | None:
        """Return the line of a key of the table, else of the table; counted from 1."""
        seen, start = -1, None
        for number, line in enumerate(self._lines, start=1):
            header = _HEADER.match(line)
            if header and header[1] == table:
                seen += 1
                start = number if seen == index else start
            if start and seen == index and key and re.match(rf'\s*"?{re.escape(key)}"?\s*=', line):
                return number
            if start is None and re.match(rf'\s*"?{re.escape(table)}"?\s*=', line):
                start = number
        return start


def unreadable(name: str, error: OSError) -> Problem:
    """Return the problem of a file that the system does not let us read."""
    reasons = {FileNotFoundError: "bestaat niet", PermissionError: "mag niet worden gelezen"}
    reason = reasons.get(type(error), f"kan niet worden gelezen ({error.strerror})")
    return Problem(file=name, problem=reason, remedy="Controleer de plaats, de naam en de rechten.")


def _parse(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX_LINE.search(str(error))
        place = f"regel {found[1]}, kolom {found[2]}" if found else "einde van het bestand"
        problem = f"geen geldige TOML ({_SYNTAX_LINE.sub('', str(error)).split('(')[0].strip()})"
        remedy = "Controleer aanhalingstekens, haken en komma's op deze plaats."
        raise DossierError(Problem(file=name, place=place, problem=problem, remedy=remedy)) from error


def _key_of(message: str) -> str | None:
    """Return the key that a message of msgspec speaks of."""
    found = re.search(r"unknown field `([^`]+)`", message) or re.search(r"at `\$\.(\w+)", message)
    return found[1] if found else None
