"""Time linking on invented dossiers that grow: ten years of one municipality, every year three documents.

Run: `python -m benchmarks.linking`; `--write` keeps the outcome in docs/measurements/.
The texts are made of invented words whose frequencies fall off as those of a language do.  A promise comes
back word for word in the reports of its year, with a result, and reworded in the next budget, or it goes.
"""

import os
import random
import resource
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.plot import Point, line
from benchmarks.ranking import beside
from benchmarks.report import kept, options, report
from rodedraad.dossier.kept_scores import KeptScores
from rodedraad.linking import link
from rodedraad.linking.timeline import in_order
from rodedraad.model.document import Document, Element, Organisation
from rodedraad.model.terms import FOR_GOOD, DocumentKind, Kind, Phase, Reporting

SIZES = (1_000, 2_000, 4_000, 10_000)
YEARS = range(2014, 2024)
VOCABULARY = 6_000
LENGTH = 18
KEPT = 0.7
CHANGED = 0.3
VOWELS = ("a", "ee", "o", "ui", "ij", "e", "oe", "i")
SYLLABLES = [f"{one}{two}" for one in "bdfghklmnprstvwz" for two in VOWELS]
LINDEWAARD = Organisation(code="GM9999", name="Lindewaard")


@dataclass(frozen=True, slots=True)
class Language:
    """Invented words, each rarer than the one before it."""

    chance: random.Random
    words: tuple[str, ...]
    sums: tuple[float, ...]

    def some(self, count: int) -> list[str]:
        """Return words as they would occur."""
        return self.chance.choices(self.words, cum_weights=self.sums, k=count)


def language(seed: int) -> Language:
    """Return the same language for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - texts, no secrets
    words = tuple("".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(VOCABULARY))
    return Language(chance, words, tuple(accumulate(1 / (rank + 10) for rank in range(VOCABULARY))))


def dossier(size: int, seed: int = 1) -> list[Document]:
    """Return documents with about `size` elements in all: a budget, an interim report and a report a year."""
    speech = language(seed)
    count = size // (len(YEARS) * 5)
    promises = [speech.some(LENGTH) for _ in range(count)]
    documents: list[Document] = []
    for year in YEARS:
        documents += _year(year, promises, speech)
        promises = [_next(promise, speech) for promise in promises]
    return documents


def _year(year: int, promises: Sequence[Sequence[str]], speech: Language) -> Iterator[Document]:
    texts = [" ".join(promise) for promise in promises]
    answers = [" ".join([*promise[:5], *speech.some(LENGTH - 5)]) for promise in promises]
    budget = [_plan(number, text) for number, text in enumerate(texts)]
    yield _document(DocumentKind.BEGROTING, year, date(year - 1, 11, 8), budget)
    yield _document(DocumentKind.TUSSENRAPPORTAGE, year, date(year, 10, 4), _both(texts, answers))
    yield _document(DocumentKind.JAARSTUKKEN, year, date(year + 1, 7, 4), _both(texts, answers))


def _both(texts: Sequence[str], answers: Sequence[str]) -> list[Element]:
    results = [
        Element(id=f"r{n}", kind=Kind.ACTIVITY, phase=Phase.ACTUAL, text=text, answers=(f"p{n}",))
        for n, text in enumerate(answers)
    ]
    return [one for n, text in enumerate(texts) for one in (_plan(n, text), results[n])]


def _plan(number: int, text: str) -> Element:
    return Element(id=f"p{number}", kind=Kind.ACTIVITY, phase=Phase.PLAN, text=text)


def _next(promise: Sequence[str], speech: Language) -> list[str]:
    """Return the promise in other words, or a new one."""
    if speech.chance.random() > KEPT:
        return speech.some(LENGTH)
    fresh = speech.some(len(promise))
    return [new if speech.chance.random() < CHANGED else old for old, new in zip(promise, fresh, strict=True)]


def _document(kind: DocumentKind, year: int, adopted: date, elements: Sequence[Element]) -> Document:
    return Document(
        id=f"{kind.value}-{year}",
        organisation=LINDEWAARD,
        kind=kind,
        year=year,
        title=f"{kind.value.capitalize()} {year}",
        adopted=adopted,
        covers=("Sociaal domein",),
        reporting=Reporting.FULL if kind is DocumentKind.JAARSTUKKEN else None,
        elements=tuple(elements),
    )


def measure(sizes: Sequence[int], grown: list[Point]) -> Iterator[str]:
    """Yield a line a size: seconds, processor time, links, and the most memory there was.

    To `grown` is added how many elements took how many seconds of the processor.
    """
    yield "elements  seconds  cpu seconds  links for good  offered  most memory (MB)"
    for size in sizes:
        documents = dossier(size)
        wall, cpu = perf_counter(), process_time()
        links = link(documents, workers=os.cpu_count() or 1).links
        wall, cpu = perf_counter() - wall, process_time() - cpu
        made = sum(one.decision in FOR_GOOD for one in links)
        elements = sum(len(one.elements) for one in documents)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        last = documents, cpu
        grown.append((elements, cpu))
        yield f"{elements:8} {wall:8.1f} {cpu:12.1f} {made:15} {len(links) - made:8} {memory:17}"

    yield ""
    yield added(last[0])
    yield ""
    yield f"{elements:,} elements over all pairs, seconds of the processor:"
    yield from beside(*last)


def added(documents: Sequence[Document]) -> str:
    """Return how long it takes to link documents when all but the newest were linked before."""
    ordered = in_order(documents)
    with TemporaryDirectory() as folder:
        kept = KeptScores(Path(folder))
        for some in (ordered[:-1], ordered):
            wall, cpu = perf_counter(), process_time()
            link(some, workers=os.cpu_count() or 1, kept=kept)
            wall, cpu = perf_counter() - wall, process_time() - cpu
    size = sum(len(one.elements) for one in ordered)
    return f"one document added, {size:,} elements in all: {wall:.1f} s, {cpu:.1f} s of the processor"


def main() -> None:
    """Print the report; keep it where asked."""
    parser = options(__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of elements")
    asked = parser.parse_args()
    grown: list[Point] = []
    report("linking-growth", "Speed of linking", measure(asked.sizes, grown), write=asked.write)
    if asked.write:
        drawn = line("Linking by size", "elements", "seconds of the processor", grown)
        kept("linking-growth.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
