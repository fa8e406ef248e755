"""Measure a build of a corpus: municipalities of the invented country, on all cores.

Run: `python -m benchmarks.corpus` for a part (`make bench` does), `--whole` for the country of 342; `--write`
keeps the outcome in docs/measurements/.  What a part says of the whole country is an estimate: elements are
what it is reckoned by, since municipalities differ in size.
"""

import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.country import ELEMENTS, MUNICIPALITIES, sizes, write
from benchmarks.report import options, report
from rodedraad.dossier.corpus import build_corpus
from rodedraad.dossier.corpus.pools import on_cores

PART = 4
MEGABYTE = 1024 if sys.platform == "linux" else 1024 * 1024


def measure(folder: Path, count: int, workers: int) -> Iterator[str]:
    """Yield what building so many municipalities takes; the first of the country are taken."""
    start = perf_counter()
    elements = sum(
        write(folder / "land", number, seed=1, elements=size)
        for number, size in enumerate(sizes(MUNICIPALITIES, ELEMENTS, 1)[:count], start=1)
    )
    yield f"{count} municipalities, {elements:,} elements, written in {perf_counter() - start:.0f} s"
    start = perf_counter()
    made = build_corpus(folder / "land", folder / "out", on_cores(workers)).summary
    seconds, cpu = perf_counter() - start, _children()
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE
    used = f"{seconds:.0f} s in all, {cpu:.0f} s of the processor, {most:.0f} MB the largest"
    yield f"{workers} processes: {used}"
    yield f"{made.rows['links']:,} links, {made.rows['dropped']:,} dropped, {len(made.failed)} failed"
    if count < MUNICIPALITIES:
        share = ELEMENTS / elements
        told = f"{seconds * share / 60:.0f} min in all, {cpu * share / 60:.0f} min of the processor"
        yield f"the country, by its elements (an estimate): {told}"
    start = perf_counter()
    build_corpus(folder / "land", folder / "out", on_cores(workers))
    yield f"again, nothing changed: {perf_counter() - start:.1f} s"


def _children() -> float:
    """Return the processor time of the processes that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the report; keep it where asked."""
    parser = options(__doc__)
    parser.add_argument("--municipalities", type=int, default=PART)
    parser.add_argument("--whole", action="store_true", help="the whole country")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    count = MUNICIPALITIES if asked.whole else asked.municipalities
    with TemporaryDirectory() as name:
        lines = measure(Path(name), count, asked.workers)
        report("corpus", "Many dossiers", lines, write=asked.write)


if __name__ == "__main__":
    main()
