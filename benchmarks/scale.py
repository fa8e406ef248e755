"""Measure what much input takes: memory over many pages, a long PDF, a dossier on one core and on all.

Run: `python -m benchmarks.scale` (part of `make bench`); `--write` keeps the outcome in docs/measurements/.
The pages are of invented words and no two are the same, so that nothing is quicker or smaller for having been
read before.
"""

import argparse
import os
import random
import resource
import sys
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.linking import Language, language
from benchmarks.reading import FRAME
from benchmarks.report import options, report
from rodedraad.dossier import load
from rodedraad.dossier.build import build
from rodedraad.dossier.progress import Stage
from rodedraad.reading import read
from rodedraad.recognising import recognise

PAGES = 10_000
PRINTED = 300
TABLE_EVERY = 5
SOURCES = 2_000
DOCUMENTS = 8
MEGABYTE = 1024 if sys.platform == "linux" else 1024 * 1024
HEADS = ("Wat willen we bereiken?", "Wat gaan we daarvoor doen?", "Wat hebben we daarvoor gedaan?")


def sentence(speech: Language) -> str:
    """Return a promise or result of invented words."""
    start = speech.chance.choice(["We", "De gemeente", "In 2022 wordt", "Het college", "Inwoners"])
    return f"{start} {' '.join(speech.some(speech.chance.randint(8, 24)))}."


def rows(speech: Language, count: int) -> list[list[str]]:
    """Return the rows of a table of indicators, its head first."""
    named = [" ".join(speech.some(4)).capitalize() for _ in range(count)]
    figures = [
        [f"{speech.chance.randint(1, 99_999) / 10:.1f}".replace(".", ",") for _ in range(3)] for _ in named
    ]
    return [
        ["Indicator", "2020", "2021", "2022"],
        *([name, *own] for name, own in zip(named, figures, strict=True)),
    ]


def page(number: int) -> str:
    """Return an HTML page that no other number gives."""
    speech = Language(random.Random(number), SPEECH.words, SPEECH.sums)  # noqa: S311 - texts, no secrets
    told = "".join(
        f"<h2>{head}</h2><p>{escape(sentence(speech))}</p>"
        f"<ul>{''.join(f'<li>{escape(sentence(speech))}' for _ in range(4))}</ul>"
        for head in HEADS
    )
    table = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows(speech, 5))
    name = " ".join(speech.some(3)).capitalize()
    return (
        f"<!doctype html><title>{name}</title><h1>Programma {number}. {name}</h1>{told}<table>{table}</table>"
    )


def memory() -> float:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def over_pages(count: int) -> Iterator[str]:
    """Yield the memory after each tenth of so many pages, then what the last half added."""
    after = []
    for number in range(count):
        recognise(FRAME, [read(page(number).encode(), "pagina.html")])
        if (number + 1) % (count // 10) == 0:
            after.append(memory())
    yield f"{count:,} different pages in one process, {process_time():.0f} s of the processor"
    yield "most memory after each tenth (MB): " + " ".join(f"{one:.0f}" for one in after)
    yield f"the last half added {after[-1] - after[4]:.1f} MB"


def printed(count: int) -> bytes:
    """Return a PDF of so many pages, a ruled table on each fifth of them."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=True)
    for number in range(count):
        speech = Language(random.Random(number), SPEECH.words, SPEECH.sums)  # noqa: S311 - texts, no secrets
        _print(canvas, speech, number)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _print(canvas: Canvas, speech: Language, number: int) -> None:
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(70, 780, f"{number + 1}. {' '.join(speech.some(3)).capitalize()}")
    canvas.setFont("Helvetica", 10)
    has_table = number % TABLE_EVERY == 0
    for line in range(20 if has_table else 45):
        canvas.drawString(70, 750 - 14 * line, " ".join(speech.some(9)))
    if has_table:
        told = rows(speech, 12)
        edges = [400 - 20 * row for row in range(len(told) + 1)]
        canvas.grid([70, 300, 370, 440, 510], edges)
        for top, row in zip(edges, told, strict=False):
            for left, cell in zip((74, 304, 374, 444), row, strict=True):
                canvas.drawString(left, top - 14, cell[:40])


def over_print(count: int) -> Iterator[str]:
    """Yield what a long PDF takes."""
    data = printed(count)
    wall, cpu = perf_counter(), process_time()
    extract = read(data, "boek.pdf")
    read_wall, read_cpu = perf_counter() - wall, process_time() - cpu
    document = recognise(FRAME, [extract])
    wall, cpu = perf_counter() - wall, process_time() - cpu
    tables = len({block.table for block in extract.blocks} - {None})
    yield f"PDF of {count} pages, {len(data) // 1000} kB, {tables} tables, {len(document.elements)} elements"
    yield f"reading                  {read_cpu:6.1f} s of the processor, {read_wall:6.1f} s in all"
    yield f"reading and recognising  {cpu:6.1f} s of the processor, {wall:6.1f} s in all (aim: under 20 s)"


def dossier(folder: Path, count: int, documents: int) -> None:
    """Write a dossier of so many pages, divided over documents of as many years."""
    told = ['[dossier]\ntitle = "Meting"\n\n[[organisation]]\ncode = "GM9999"\nname = "Meting"\n']
    for place in range(documents):
        own = folder / f"d{place}"
        own.mkdir()
        for number in range(place, count, documents):
            (own / f"p{number:05}.html").write_text(page(number), encoding="utf-8")
        told.append(
            f'[[document]]\nid = "d{place}"\norganisation = "GM9999"\nkind = "begroting"\n'
            f'year = {2015 + place}\ntitle = "Begroting {2015 + place}"\nsources = ["d{place}"]\n'
        )
    (folder / "dossier.toml").write_text("\n".join(told), encoding="utf-8")


def over_cores(count: int, documents: int) -> Iterator[str]:
    """Yield the time of importing a dossier on one core and on all, and whether both make the same bytes."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        dossier(folder, count, documents)
        made = []
        yield f"dossier of {documents} documents, {count:,} pages: import"
        for cores in (1, os.cpu_count() or 1):
            seconds, files = _imported(folder, cores)
            made.append(files)
            yield f"{cores} core{'s' if cores > 1 else ' '}  {seconds:6.1f} s in all, {len(files)} files"
        yield "the same bytes" if made[0] == made[1] else "OTHER BYTES: they should be the same"


def _imported(folder: Path, cores: int) -> tuple[float, dict[str, bytes]]:
    """Return how long the import takes with so many cores, and the files it makes."""
    there, os.cpu_count = os.cpu_count, lambda: cores
    start = perf_counter()
    try:
        out = build(load(folder), folder / "build", only=[Stage.IMPORT]).out
    finally:
        os.cpu_count = there
    seconds = perf_counter() - start
    files = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return seconds, files


def measure(pages: int, printed_pages: int, sources: int) -> Iterator[str]:
    """Yield the lines of the report; memory first, while nothing else has been held."""
    yield from over_pages(pages)
    yield ""
    yield from over_print(printed_pages)
    yield ""
    yield from over_cores(sources, DOCUMENTS)


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = options(__doc__)
    parser.add_argument("--pages", type=int, default=PAGES, help="pages read in one process")
    parser.add_argument("--printed", type=int, default=PRINTED, help="pages of the PDF")
    parser.add_argument("--sources", type=int, default=SOURCES, help="pages of the dossier")
    return parser.parse_args(arguments)


def main() -> None:
    """Print the report; keep it where asked."""
    asked = _options()
    lines = measure(asked.pages, asked.printed, asked.sources)
    report("scale", "Much input", lines, write=asked.write)


SPEECH = language(1)

if __name__ == "__main__":
    main()
