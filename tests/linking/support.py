"""Documents for the tests of linking: short ones by hand, and the reference pages as people judged them."""

import json
import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import ModuleType

from rodedraad.model.codec import to_json
from rodedraad.model.document import Deadline, Document, Element, Organisation, Source, Span
from rodedraad.model.terms import DocumentKind, Kind, Phase, Reporting
from rodedraad.model.threads import Threads
from rodedraad.recognising.deadlines import find_deadlines

BULLET = re.compile(r"^\s*(?:[•*▪-]|\d+\.)?\s*")
NUMBER = re.compile(r"^\s*(\d+)\.\s*$")

LINDEWAARD = Organisation(code="GM9999", name="Lindewaard")


def element(
    identity: str, text: str, kind: Kind = Kind.ACTIVITY, phase: Phase | None = Phase.PLAN, **more: object
) -> Element:
    return Element(id=identity, kind=kind, phase=phase, text=text, **more)  # type: ignore[arg-type]


def result(identity: str, text: str, *answers: str, **more: object) -> Element:
    return element(identity, text, phase=Phase.ACTUAL, answers=answers, **more)


def document(
    identity: str,
    year: int,
    elements: Iterable[Element],
    kind: DocumentKind = DocumentKind.BEGROTING,
    adopted: date | None = None,
    reporting: Reporting | None = None,
    covers: tuple[str, ...] = ("Sociaal domein",),
    organisation: Organisation = LINDEWAARD,
) -> Document:
    usual = date(year + 1, 6, 24) if kind is DocumentKind.JAARSTUKKEN else date(year - 1, 11, 9)
    return Document(
        id=identity,
        organisation=organisation,
        kind=kind,
        year=year,
        title=f"{kind.value.capitalize()} {year}",
        adopted=adopted or usual,
        covers=covers,
        reporting=reporting,
        elements=tuple(elements),
    )


def report(identity: str, year: int, elements: Iterable[Element], **more: object) -> Document:
    settings = {"kind": DocumentKind.JAARSTUKKEN, "reporting": Reporting.FULL, **more}
    return document(identity, year, elements, **settings)  # type: ignore[arg-type]


def deadline(text: str, start: date, end: date | None = None) -> Deadline:
    return Deadline(start=start, end=end or start, text=text, evidence=Span(source=0, start=0, end=len(text)))


def judged_documents(reference: Path) -> list[Document]:
    """The reference pages, one element a judged line, with the tree and the answers people saw."""
    dossier = tomllib.loads((reference / "dossier.toml").read_text(encoding="utf-8"))
    names = {row["code"]: row["name"] for row in dossier["organisation"]}
    return [
        _judged(reference, row, Organisation(code=row["organisation"], name=names[row["organisation"]]))
        for row in dossier["document"]
    ]


def _judged(reference: Path, row: dict, organisation: Organisation) -> Document:
    page = (reference / row["sources"][0]).read_bytes().decode("utf-8")
    rows = [
        json.loads(line)
        for line in (reference / "gold" / f"{row['id']}.structure.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    ]
    source = Source(
        name=row["sources"][0],
        media_type="text/plain",
        sha256="0" * 64,
        text=f"texts/{row['id']}/0.txt",
        places="0",
    )
    return Document(
        id=row["id"],
        organisation=organisation,
        kind=DocumentKind(row["kind"]),
        year=row["year"],
        title=row["title"],
        adopted=row["adopted"],
        covers=tuple(row["covers"]),
        reporting=Reporting(row["reporting"]) if "reporting" in row else None,
        sources=(source,),
        elements=tuple(_judged_elements(page, rows, row["year"])),
    )


def _judged_elements(page: str, rows: list[dict], year: int) -> Iterable[Element]:
    lines = page.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    above: dict[str, str] = {}
    number = None
    for judged in rows:
        line = lines[judged["line"] - 1]
        text = BULLET.sub("", line).strip()
        if found := NUMBER.match(line):
            number = found.group(1)
        start = starts[judged["line"] - 1] + line.index(text)
        kind, phase = Kind(judged["kind"]), judged["phase"]
        if kind is Kind.PROGRAMME:
            above = {"programme": f"e{judged['line']}"}
        parent = above.get("theme", above.get("programme"))
        if kind is Kind.THEME:
            parent = above.get("programme")
            above["theme"] = f"e{judged['line']}"
        if kind is Kind.PROGRAMME:
            parent = None
        answered = judged.get("of") if phase == "actual" else None
        if phase == "plan" and judged.get("of"):
            parent = f"e{judged['of']}"
        yield Element(
            id=f"e{judged['line']}",
            kind=kind,
            phase=Phase(phase) if phase != "none" else None,
            parent=parent,
            number=number if phase == "plan" and kind is Kind.ACTIVITY else None,
            text=text,
            answers=(f"e{answered}",) if answered else (),
            spans=(Span(source=0, start=start, end=start + len(text)),),
            deadlines=tuple(_deadlines(text, start, year)) if phase != "none" else (),
        )
        if phase == "plan" and kind is Kind.ACTIVITY:
            number = None


def _deadlines(text: str, offset: int, year: int) -> Iterable[Deadline]:
    for moment in find_deadlines(text, year):
        yield Deadline(
            start=moment.first,
            end=moment.last,
            text=text[moment.start : moment.end],
            evidence=Span(source=0, start=offset + moment.start, end=offset + moment.end),
        )


def scorer(reference: Path) -> ModuleType:
    """The scorer that stands beside the reference pages."""
    module = ModuleType("score")
    module.__dict__["__file__"] = str(reference / "score.py")
    code = (reference / "score.py").read_text(encoding="utf-8")
    exec(compile(code, "score.py", "exec"), module.__dict__)  # noqa: S102 - the scorer is a program, not a package
    return module


def scored(
    reference: Path,
    documents: Iterable[Document],
    threads: Threads,
    folder: Path,
    misses: list[str] | None = None,
) -> dict[str, dict]:
    """What the scorer says of the links and the shifts."""
    score = scorer(reference)
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    pages = {}
    for one in documents:
        (folder / "documents" / f"{one.id}.json").write_bytes(to_json(one))
        pages[one.id] = score.Page(folder, reference / "pages", one.id)
    plain = json.loads(to_json(threads))
    gold = reference / "gold"
    miss = (misses if misses is not None else []).append
    return {
        "links": score.score_links(pages, plain, score.read_jsonl(gold / "links.jsonl"), miss),
        "shifts": score.score_shifts(pages, plain, score.read_jsonl(gold / "deadline_shifts.jsonl"), miss),
    }
