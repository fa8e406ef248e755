"""Time reading and recognising of HTML beside trafilatura's `extract` on the same files, in one run.

Run: `python -m benchmarks.reading` (`make bench`); `--write` keeps the outcome in docs/measurements/.
The two take turns, file by file and round by round, so that a machine that slows down slows both.
Before each page we forget the lines and words of all pages before it: none is quicker for having been read
a round ago.
"""

import statistics
import sys
from collections.abc import Callable
from datetime import date
from itertools import chain
from time import process_time

import trafilatura

from benchmarks.pages import grown, pages
from benchmarks.report import options, report
from rodedraad.model.document import Document, Organisation
from rodedraad.model.terms import DocumentKind
from rodedraad.reading import read
from rodedraad.recognising import recognise

ROUNDS = 7
GROWTH = (1, 2, 4, 8, 16)
FRAME = Document(
    id="meting",
    organisation=Organisation(code="GM9999", name="Meting"),
    kind=DocumentKind.JAARSTUKKEN,
    year=2021,
    title="Jaarstukken 2021",
    adopted=date(2022, 7, 1),
)


def ours(page: bytes) -> None:
    """Read a page and recognise its elements."""
    recognise(FRAME, [read(page, "pagina.html")])


def theirs(page: bytes) -> None:
    """Extract the main text of a page with trafilatura's defaults."""
    trafilatura.extract(page.decode())


def forget() -> None:
    """Empty what is remembered of texts; what is made of the vocabulary, without bound, stays."""
    ours = [module for name, module in list(sys.modules.items()) if name.startswith("rodedraad")]
    for value in (value for module in ours for value in vars(module).values()):
        if hasattr(value, "cache_info") and value.cache_info().maxsize is not None:
            value.cache_clear()


def seconds(act: Callable[[bytes], None], page: bytes) -> float:
    """Return how much time of the processor an act on a page takes that was not seen before."""
    forget()
    start = process_time()
    act(page)
    return process_time() - start


def measure(found: dict[str, bytes]) -> list[str]:
    """Return the lines of a report on the pages: totals per round, the ratio, the growth."""
    for page in found.values():
        ours(page)
        theirs(page)
    rounds = [
        tuple(sum(seconds(act, page) for page in found.values()) for act in (ours, theirs))
        for _ in range(ROUNDS)
    ]
    size = sum(map(len, found.values())) / 1000
    ratio = statistics.median(other / own for own, other in rounds)
    lines = [
        f"{len(found)} pages, {size:.0f} kB, median of {ROUNDS} rounds",
        f"reading + recognising   {statistics.median(own for own, _ in rounds) * 1000:8.1f} ms",
        f"trafilatura.extract     {statistics.median(other for _, other in rounds) * 1000:8.1f} ms",
        f"ratio                   {ratio:8.2f}   (above 1: ours is faster)",
        "",
        "growth: one page, its body told over (ms)",
        "times    ours   theirs   ratio",
    ]
    largest = max(found.values(), key=len)
    for times in GROWTH:
        page = grown(largest, times)
        own = min(seconds(ours, page) for _ in range(3))
        other = min(seconds(theirs, page) for _ in range(3))
        lines.append(f"{times:5} {own * 1000:7.1f} {other * 1000:8.1f} {other / own:7.2f}")
    return lines


def main() -> None:
    """Print the report; keep it where asked."""
    asked = options(__doc__).parse_args()
    report(
        "reading-speed",
        "Speed of reading and recognising HTML",
        chain([f"trafilatura {trafilatura.__version__}"], measure(pages())),
        write=asked.write,
    )


if __name__ == "__main__":
    main()
