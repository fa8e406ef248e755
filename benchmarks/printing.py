"""Time a tagged PDF (PDF/UA-1) of 100 pages beside WeasyPrint on the same content, and its growth.

Run: `python -m benchmarks.printing` (part of `make bench`); `--write` keeps the outcome in
docs/measurements/.  Both get the same headings, tables of promises with their results, statuses and links, of
invented words.  Every line is measured in a process of its own, so that neither warms up for the other and
each memory is its own.  They are compared by the time of the processor, for a machine may be busy.
"""

import multiprocessing
import random
import resource
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from html import escape
from time import perf_counter, process_time
from typing import Final, NamedTuple

import pypdfium2
from weasyprint import HTML

from benchmarks.linking import LINDEWAARD, Language, language
from benchmarks.report import options, report
from benchmarks.scale import MEGABYTE
from rodedraad.model.build import Build, DossierInfo, Manifest
from rodedraad.model.document import Document, Element, Source, Span, StatusJudgement
from rodedraad.model.findings import Findings
from rodedraad.model.terms import By, DocumentKind, Kind, Phase, Reporting, Status
from rodedraad.model.text import Extract
from rodedraad.model.threads import Pointer, Thread, Threads
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.pdf.pieces import document_print
from rodedraad.publishing.pdf.records import Body, Goal, Heading, Print, Promises
from rodedraad.publishing.pdf.typeset import Typesetter
from rodedraad.publishing.views.common import Pages
from rodedraad.publishing.views.lines import Line

SIZES: Final = (25, 50, 100, 200)
BESIDE: Final = 100
A_PAGE: Final = 7
A_GOAL: Final = 5
A_THEME: Final = 4
BASE: Final = "https://example.org/"
BUILT: Final = datetime(2024, 6, 20, 9, 0, tzinfo=UTC)
STYLE: Final = """
@page { size: A4; margin: 26mm 22mm 24mm 24mm;
  @top-left { content: string(title); font-size: 8.5pt }
  @top-right { content: string(part); font-size: 8.5pt }
  @bottom-right { content: "bladzijde " counter(page) " van " counter(pages); font-size: 8.5pt } }
body { font: 10.5pt/1.35 serif; hyphens: auto } h1 { string-set: title content() }
h2 { string-set: part content(); font-size: 19pt } h3 { font-size: 14.5pt } h4 { font-size: 12pt }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; font-variant-numeric: tabular-nums }
th { text-align: left; font-size: 7.8pt; border-bottom: .8pt solid #b3132b }
td { vertical-align: top; border-top: .5pt solid #d4d8de; padding: 5pt 4pt } a { color: #b3132b }
"""


class Measured(NamedTuple):
    """What it took to make one PDF."""

    pages: int
    size: int
    seconds: float
    busy: float
    memory: float


def build(pages: int) -> Build:
    """Return a report that fills about so many pages."""
    speech = language(1)
    elements = tuple(_elements(Language(random.Random(pages), speech.words, speech.sums), pages * A_PAGE))  # noqa: S311 - texts, no secrets
    text = "\n".join(one.text for one in elements)
    promised = [one for one in elements if one.phase is Phase.PLAN]
    document = Document(
        id="verslag",
        organisation=LINDEWAARD,
        kind=DocumentKind.JAARSTUKKEN,
        year=2023,
        title="Jaarstukken 2023",
        adopted=date(2024, 6, 20),
        reporting=Reporting.FULL,
        sources=(Source(name="verslag.txt", media_type="text/plain", sha256="0" * 64, text="", places=""),),
        elements=elements,
    )
    return Build(
        dossier=DossierInfo(title="Meting"),
        documents=(document,),
        texts={document.id: (Extract(media_type="text/plain", text=text, blocks=()),)},
        threads=Threads(
            threads=tuple(
                Thread(
                    id=f"rd-{one.id}",
                    title=one.text,
                    members=(Pointer(document=document.id, element=one.id),),
                )
                for one in promised
            )
        ),
        findings=Findings(),
        manifest=Manifest(dossier=DossierInfo(title="Meting"), version="0", stamp=BUILT),
    )


def _elements(speech: Language, promises: int) -> Iterator[Element]:
    """Yield a programme with themes, goals, and so many promises with a result each."""
    at = 0

    def element(identity: str, kind: Kind, words: int, **more: object) -> Element:
        nonlocal at
        text = " ".join(speech.some(words)).capitalize() + "."
        span = Span(source=0, start=at, end=at + len(text))
        at = span.end + 1
        return Element(id=identity, kind=kind, text=text, spans=(span,), **more)  # type: ignore[arg-type]

    yield element("p", Kind.PROGRAMME, 3)
    for number in range(promises):
        theme, goal = f"t{number // (A_GOAL * A_THEME)}", f"g{number // A_GOAL}"
        if number % (A_GOAL * A_THEME) == 0:
            yield element(theme, Kind.THEME, 4, parent="p")
        if number % A_GOAL == 0:
            yield element(goal, Kind.GOAL, 12, parent=theme, phase=Phase.PLAN)
        status = StatusJudgement(value=list(Status)[number % 6], by=By.TEXT)
        yield element(f"a{number}", Kind.ACTIVITY, 18, parent=goal, phase=Phase.PLAN, status=status)
        yield element(
            f"r{number}", Kind.ACTIVITY, 22, parent=goal, phase=Phase.ACTUAL, answers=(f"a{number}",)
        )


def made(pages: int) -> Print:
    """Return the same report as a PDF shows it."""
    views = Pages(Lookup(build(pages)))
    return document_print(views, views.lookup.document("verslag"))


def page(told: Print) -> str:
    """Return the same content as HTML: cover, contents, headings, tables with heads, links."""
    assert isinstance(told.body, Body)
    blocks = "".join(map(_block, told.body.blocks))
    heads = (one for one in told.body.blocks if isinstance(one, Heading))
    contents = "".join(f"<li>{escape(one.text)}" for one in heads)
    title = escape(told.cover.title)
    return (
        f"<!doctype html><html lang=nl><title>{title}</title><style>{STYLE}</style><h1>{title}</h1>"
        f"<ul>{contents}</ul>{blocks}"
    )


def _block(block: object) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
    if isinstance(block, Goal):
        return f"<h{block.level + 1}>{escape(block.line.text)}</h{block.level + 1}>{_links(block.line)}"
    assert isinstance(block, Promises), block
    rows = "".join(map(_row, block.lines))
    return f"<table><thead><tr><th>Stand<th>Belofte<th>Resultaat</thead>{rows}</table>"


def _row(line: Line) -> str:
    status = line.status.word if line.status else ""
    answers = "".join(
        f"{escape(one.text)} <a href='{BASE}{one.place.href if one.place else ''}'>bron</a>"
        for one in line.answers
    )
    return f"<tr><td>{status}<td>{escape(line.text)}<br>{_links(line)}<td>{answers}"


def _links(line: Line) -> str:
    place = line.place.href if line.place else ""
    threads = "".join(f" · <a href='{BASE}{one}'>rode draad</a>" for one in line.threads)
    return f"<small>{line.kind} · <a href='{BASE}{place}'>bron</a>{threads}</small>"


def ours(pages: int) -> Measured:
    """Return what our typesetting takes."""
    told = made(pages)
    return _measured(lambda: Typesetter().pdf(told, base=BASE, built=BUILT))


def theirs(pages: int) -> Measured:
    """Return what WeasyPrint takes."""
    text = page(made(pages))
    return _measured(lambda: HTML(string=text).write_pdf(pdf_variant="pdf/ua-1"))


def _measured(make: Callable[[], bytes]) -> Measured:
    begun, busy = perf_counter(), process_time()
    data = make()
    seconds, busy = perf_counter() - begun, process_time() - busy
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return Measured(len(pypdfium2.PdfDocument(data)), len(data) // 1000, seconds, busy, memory)


def alone(work: Callable[[int], Measured], pages: int) -> Measured:
    """Return what a measurement gives in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, pages).result()


def measure() -> Iterator[str]:
    """Yield the lines of the report."""
    yield "             asked   pages      kB   seconds   of processor   a page (ms)   largest memory (MB)"
    found: dict[tuple[str, int], Measured] = {}
    for name, work, sizes in (("Rode Draad", ours, SIZES), ("WeasyPrint", theirs, (BESIDE,))):
        for size in sizes:
            one = found[name, size] = alone(work, size)
            yield (
                f"{name:12} {size:5} {one.pages:7} {one.size:7} {one.seconds:9.1f} {one.busy:14.1f} "
                f"{1000 * one.busy / one.pages:13.0f} {one.memory:21.0f}"
            )
    own, other = found["Rode Draad", BESIDE], found["WeasyPrint", BESIDE]
    times = (other.busy / other.pages) / (own.busy / own.pages)
    yield f"a page takes WeasyPrint {times:.1f} times as much of the processor (aim: 5)"


def main() -> None:
    """Print the report; keep it where asked."""
    asked = options(__doc__).parse_args()
    report("printing-speed", "Speed of making PDF", measure(), write=asked.write)


if __name__ == "__main__":
    main()
