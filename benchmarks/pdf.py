"""Time reading of a PDF of 300 pages with text, ruled tables and tables without rules.

Run: `python -m benchmarks.pdf`; `--write` keeps the outcome in docs/measurements/.
"""

import resource
from io import BytesIO
from time import perf_counter, process_time

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.report import options, report
from rodedraad.reading import read

SIZES = (75, 150, 300)
LINE = "De gemeente wil dat inwoners zo lang mogelijk zelfstandig kunnen wonen, met hulp uit de buurt."
LEFTS, RIGHT = (70, 250, 330), 520
ROWS = ("Wij openen drie plekken", "1.250", "1.310"), ("Wij scholen de toegang", "840", "795")
LEADING = 14


def made(pages: int) -> bytes:
    """Return a document of so many pages, a third with a ruled table, a third with one without rules."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=True)
    for number in range(pages):
        _draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw(canvas: Canvas, number: int) -> None:
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(70, 780, f"Programma {number}")
    canvas.setFont("Helvetica", 10)
    for line in range(30):
        canvas.drawString(70, 750 - LEADING * line, LINE)
    for row in range(10 if number % 3 else 0):
        for left, text in zip(LEFTS, ROWS[row % 2], strict=True):
            canvas.drawString(left + 4, 300 - 18 * row, text)
    if number % 3 == 1:
        canvas.grid([*LEFTS, RIGHT], [312 - 18 * row for row in range(11)])


def measure() -> list[str]:
    """Return the lines of a report: time and memory by the number of pages."""
    lines = ["pages      kB   seconds   of them computing   largest memory (MB)"]
    for pages in SIZES:
        data = made(pages)
        began, busy = perf_counter(), process_time()
        read(data, "meting.pdf")
        lasted, computed = perf_counter() - began, process_time() - busy
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        lines.append(f"{pages:5} {len(data) // 1000:7} {lasted:9.1f} {computed:19.1f} {memory:21}")
    return lines


def main() -> None:
    """Print the report; keep it where asked."""
    asked = options(__doc__).parse_args()
    report("pdf-speed", "Speed of reading PDF", measure(), write=asked.write)


if __name__ == "__main__":
    main()
