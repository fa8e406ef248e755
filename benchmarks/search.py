"""Measure what the index of search takes, apart from the pages: seconds and bytes by the number of records.

Run: `python -m benchmarks.search`.
The records are of invented words that are stuck together as Dutch does, so that there is much to cut.
"""

import gzip
import resource
from collections.abc import Mapping
from time import perf_counter

from benchmarks.linking import Language, language
from rodedraad.publishing.search.index import index_files
from rodedraad.publishing.search.record import Record
from rodedraad.publishing.search.scope import Scope

SIZES = (1_000, 10_000)
STATES = ("gedaan", "deels", "te laat", "geen antwoord")
PROGRAM = ("pagefind.js", "wasm.nl.pagefind")


def record(speech: Language, number: int) -> Record:
    """Return a record of some eighty words of which a tenth are compounds."""
    words = speech.some(72)
    compounds = [one + other for one, other in zip(speech.some(8), speech.some(8), strict=True)]
    year = str(2018 + number % 8)
    return Record(
        address=f"draad/{number:06}/index.html",
        title=" ".join(words[:9]).capitalize(),
        text=f"De {' '.join([*words, *compounds])}.",
        kind="activiteit",
        scope=Scope(years=(year,), documents=(f"Begroting {year}",), programmes=(f"Programma {number % 9}",)),
        status=STATES[number % len(STATES)],
        is_thread=True,
    )


def told(name: str, files: Mapping[str, bytes]) -> str:
    """Return how many files there are of a kind and how large they are."""
    sizes = [len(content) for path, content in files.items() if path.startswith(name)]
    return f"{len(sizes)} {name.strip('/')}, {sum(sizes) / 1000:,.0f} kB, largest {max(sizes) / 1000:.1f} kB"


def worked() -> float:
    """Return the seconds of processor that this program and those it ran have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Print seconds and sizes for each number of records."""
    for size in SIZES:
        speech = language(3)
        records = [record(speech, number) for number in range(size)]
        start, work = perf_counter(), worked()
        files = index_files(records)
        print(f"{size:,} records: {perf_counter() - start:.1f} s, {worked() - work:.1f} s of processor")
        for name in ("index/", "fragment/", "filter/", "pagefind.nl_"):
            print(f"  {told(name, files)}")
        loaded = sum(len(gzip.compress(files[one])) for one in PROGRAM)
        print(f"  a page loads {loaded / 1000:.1f} kB of Pagefind")


if __name__ == "__main__":
    main()
