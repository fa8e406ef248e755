"""An invented build of which the site has about as many pages as asked: threads, documents, lists."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from benchmarks.linking import LENGTH, LINDEWAARD, Language, language
from rodedraad.model.build import Build, DossierInfo, Manifest
from rodedraad.model.document import Document, Element, Source, Span, StatusJudgement
from rodedraad.model.findings import Findings
from rodedraad.model.terms import By, Decision, DocumentKind, Kind, Phase, Relation, Reporting, Status
from rodedraad.model.text import Extract
from rodedraad.model.threads import Evidence, Link, Pointer, Thread, Threads

YEARS = 10
GOALS_A_YEAR = 30
STATUSES = (Status.DONE, Status.PARTLY, Status.ON_TRACK, Status.DELAYED)
STAMP = datetime(2024, 1, 1, tzinfo=UTC)


class Text:
    """A source text that grows a line at a time, each line with its place."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.end = 0

    def add(self, line: str) -> tuple[Span, ...]:
        """Add a line and return where it stands."""
        start = self.end
        self.lines.append(line)
        self.end += len(line) + 1
        return (Span(source=0, start=start, end=start + len(line)),)


def invented(pages: int) -> Build:
    """Return a build with a thread for nearly every page: a promise and its answer."""
    speech = language(3)
    promises = pages // YEARS
    made = [_year(2014 + number, promises, speech) for number in range(YEARS)]
    info = DossierInfo(title="Sociaal domein", organisations=(LINDEWAARD,))
    return Build(
        dossier=info,
        documents=tuple(one for budget, report, *_ in made for one in (budget, report)),
        texts={key: value for *_, texts, _, _ in made for key, value in texts.items()},
        threads=Threads(
            links=tuple(one for *_, links, _ in made for one in links),
            threads=tuple(one for *_, threads in made for one in threads),
        ),
        findings=Findings(),
        manifest=Manifest(dossier=info, version="0", stamp=STAMP),
    )


def _year(
    year: int, promises: int, speech: Language
) -> tuple[Document, Document, dict[str, tuple[Extract, ...]], list[Link], list[Thread]]:
    texts = [f"Wij {' '.join(speech.some(LENGTH))}." for _ in range(promises)]
    results = [f"{' '.join(speech.some(LENGTH)).capitalize()}." for _ in range(promises)]
    budget, said = _document(DocumentKind.BEGROTING, year, texts, None)
    report, told = _document(DocumentKind.JAARSTUKKEN, year, texts, results)
    pairs = [
        (Pointer(document=budget.id, element=f"p{n}"), Pointer(document=report.id, element=f"p{n}"))
        for n in range(promises)
    ]
    links = [_link(*pair) for pair in pairs]
    threads = [
        Thread(
            id=f"d{year}-{n}",
            title=texts[n],
            members=(*pair, Pointer(document=report.id, element=f"r{n}")),
        )
        for n, pair in enumerate(pairs)
    ]
    return budget, report, {budget.id: (said,), report.id: (told,)}, links, threads


def _link(one: Pointer, other: Pointer) -> Link:
    evidence = (Evidence(what="text", weight=6.0, text="vrijwel gelijke tekst"),)
    return Link(
        from_=one,
        to=other,
        relation=Relation.SAME_TEXT,
        score=0.99,
        evidence=evidence,
        decision=Decision.AUTO,
    )


def _document(
    kind: DocumentKind, year: int, texts: list[str], results: list[str] | None
) -> tuple[Document, Extract]:
    text = Text()
    elements = tuple(_elements(text, texts, results))
    whole = "\n".join(text.lines)
    source = Source(
        name=f"{kind.value}-{year}.txt",
        media_type="text/plain",
        sha256="0" * 64,
        text="1.txt",
        places="1.json",
    )
    document = Document(
        id=f"{kind.value}-{year}",
        organisation=LINDEWAARD,
        kind=kind,
        year=year,
        title=f"{kind.value.capitalize()} {year}",
        adopted=date(year - 1, 11, 8) if results is None else date(year + 1, 7, 4),
        covers=("Sociaal domein",),
        reporting=None if results is None else Reporting.FULL,
        sources=(source,),
        elements=elements,
    )
    return document, Extract(media_type="text/plain", text=whole, blocks=())


def _elements(text: Text, texts: list[str], results: list[str] | None) -> Iterator[Element]:
    size = max(1, len(texts) // GOALS_A_YEAR)
    for number, promise in enumerate(texts):
        goal = f"g{number // size}"
        if number % size == 0:
            words = f"Doel {number // size + 1}: {promise}"
            yield Element(id=goal, kind=Kind.GOAL, phase=Phase.PLAN, text=words, spans=text.add(words))
        status = StatusJudgement(value=STATUSES[number % len(STATUSES)], by=By.TEXT) if results else None
        yield Element(
            id=f"p{number}",
            kind=Kind.ACTIVITY,
            phase=Phase.PLAN,
            parent=goal,
            text=promise,
            spans=text.add(promise),
            status=status,
        )
        if results:
            yield Element(
                id=f"r{number}",
                kind=Kind.ACTIVITY,
                phase=Phase.ACTUAL,
                parent=goal,
                text=results[number],
                spans=text.add(results[number]),
                answers=(f"p{number}",),
            )
