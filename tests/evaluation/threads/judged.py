"""Municipalities of which people wrote and judged the documents: their lines, links and unanswered promises.

README.md tells the format.  The documents are made of what people judged, so that recognition plays no part.
"""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from rodedraad.model.document import Deadline, Document, Element, Organisation, Source, Span
from rodedraad.model.terms import DocumentKind, Kind, Phase, Relation, Reporting
from rodedraad.model.threads import Pointer
from rodedraad.recognising.deadlines import find_deadlines

MARGIN: Final = "‖"
BULLET: Final = re.compile(r"^\s*[•*▪–-]\s+")
DROPPED: Final = "dropped"
ANSWERED: Final = "answered"


class Pair(NamedTuple):
    """Two lines of different documents that belong on one thread, the older document's first."""

    earlier: Pointer
    later: Pointer
    relation: Relation
    sure: bool


class Verdict(NamedTuple):
    """What a later document says of a promise: `dropped`, `answered`, or why one may not expect an answer."""

    promise: Pointer
    document: str
    verdict: str


class Municipality(NamedTuple):
    """The documents of one invented municipality, in order of time, with what people judged of them."""

    name: str
    documents: tuple[Document, ...]
    pairs: tuple[Pair, ...]
    verdicts: tuple[Verdict, ...]


class Line(NamedTuple):
    """A judged line: what it is, its name, what it points at, and its text without the bullet."""

    number: int
    words: tuple[str, ...]
    text: str

    @property
    def name(self) -> str:
        """Its name within its document."""
        return next((word[1:] for word in self.words if word[0] == "#"), f"line-{self.number}")

    @property
    def targets(self) -> list[str]:
        """The names of the lines it answers or belongs to."""
        return [name for word in self.words if word[0] == ">" for name in word[1:].split(",")]

    @property
    def kind(self) -> Kind:
        """What it says."""
        return Kind(self._plain[0])

    @property
    def phase(self) -> Phase | None:
        """Whether it looks ahead or back."""
        return Phase(self._plain[1]) if len(self._plain) > 1 else None

    @property
    def _plain(self) -> list[str]:
        return [word for word in self.words if word[0] not in "#>"]


def municipalities(folder: Path) -> list[Municipality]:
    """Return the judged municipalities of a folder, by name."""
    return [read(one.parent) for one in sorted(folder.glob("*/dossier.toml"))]


def read(folder: Path) -> Municipality:
    """Return one judged municipality; raises ValueError, KeyError where it is not as README.md says."""
    dossier = tomllib.loads((folder / "dossier.toml").read_text(encoding="utf-8"))
    named = {row["code"]: Organisation(code=row["code"], name=row["name"]) for row in dossier["organisation"]}
    documents = tuple(_document(folder, row, named) for row in dossier["document"])
    return Municipality(
        name=folder.name,
        documents=documents,
        pairs=tuple(_pair(row) for row in _rows(folder / "links.tsv")),
        verdicts=tuple(_verdict(row) for row in _rows(folder / "dropped.tsv")),
    )


def plain_text(page: str) -> str:
    """Return the text of a judged page, without what people judged."""
    return "\n".join(_split(line)[1] for line in page.split("\n"))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _pointer(text: str) -> Pointer:
    document, _, name = text.partition("#")
    return Pointer(document=document, element=name)


def _pair(row: Mapping[str, str]) -> Pair:
    return Pair(
        _pointer(row["from"]), _pointer(row["to"]), Relation(row["relation"]), row["strength"] == "sure"
    )


def _verdict(row: Mapping[str, str]) -> Verdict:
    return Verdict(_pointer(row["promise"]), row["in"], row["verdict"])


def _document(folder: Path, row: dict, named: Mapping[str, Organisation]) -> Document:
    page = (folder / row["sources"][0]).read_text(encoding="utf-8")
    name = row["sources"][0]
    return Document(
        id=row["id"],
        organisation=named[row["organisation"]],
        kind=DocumentKind(row["kind"]),
        year=row["year"],
        title=row["title"],
        adopted=row["adopted"],
        covers=tuple(row["covers"]),
        reporting=Reporting(row["reporting"]) if "reporting" in row else None,
        sources=(
            Source(name=name, media_type="text/plain", sha256="0" * 64, text=f"texts/{name}", places="0"),
        ),
        elements=tuple(_elements(list(_lines(page)), row["year"])),
    )


def _split(line: str) -> tuple[str, str]:
    judgement, margin, text = line.partition(MARGIN)
    return (judgement, text.removeprefix(" ")) if margin else ("", line)


def _lines(page: str) -> Iterator[Line]:
    for number, line in enumerate(page.split("\n"), 1):
        judgement, text = _split(line)
        if text.strip():
            yield Line(number, tuple(judgement.split()), BULLET.sub("", text).strip())


def _elements(lines: Sequence[Line], year: int) -> Iterator[Element]:
    above: dict[Kind, str] = {}
    for line in lines:
        if line.kind is Kind.PROGRAMME:
            above = {}
        parent = above.get(Kind.THEME, above.get(Kind.PROGRAMME))
        if line.kind in (Kind.PROGRAMME, Kind.THEME):
            parent = above.get(Kind.PROGRAMME)
            above[line.kind] = line.name
        answers = tuple(line.targets) if line.phase is Phase.ACTUAL else ()
        yield Element(
            id=line.name,
            kind=line.kind,
            phase=line.phase,
            parent=line.targets[0] if line.phase is Phase.PLAN and line.targets else parent,
            text=line.text,
            answers=answers,
            spans=(Span(source=0, start=0, end=len(line.text)),),
            deadlines=tuple(_deadlines(line.text, year)) if line.phase else (),
        )


def _deadlines(text: str, year: int) -> Iterable[Deadline]:
    for moment in find_deadlines(text, year):
        yield Deadline(
            start=moment.first,
            end=moment.last,
            text=text[moment.start : moment.end],
            evidence=Span(source=0, start=moment.start, end=moment.end),
        )
