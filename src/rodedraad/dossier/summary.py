"""A build in numbers: what the summary of a build says."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from rodedraad.model.build import Build, Failed
from rodedraad.model.terms import Severity
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup, is_promise
from rodedraad.publishing.outcome import Fates
from rodedraad.publishing.tally import counts


class Summary(Struct, frozen=True, kw_only=True):
    """How much a build holds; `outcomes` counts each promise once, however many documents repeat it."""

    documents: int
    failed: tuple[Failed, ...]
    elements: int
    threads: int
    promises: int
    outcomes: dict[str, int]
    shifts: int
    findings: dict[str, int]
    figures: tuple[str, ...]


def summarise(build: Build) -> Summary:
    """Return the summary of a build."""
    outcomes = Counter(_outcomes(Lookup(build)))
    severities = Counter(finding.severity for finding in build.findings.findings)
    return Summary(
        documents=len(build.documents),
        failed=build.manifest.failed,
        elements=sum(len(document.elements) for document in build.documents),
        threads=len(build.threads.threads),
        promises=sum(outcomes.values()),
        outcomes=dict(sorted(outcomes.items())),
        shifts=len(build.threads.shifts),
        findings={severity.value: severities[severity] for severity in Severity},
        figures=build.manifest.figures,
    )


def _outcomes(lookup: Lookup) -> Iterator[str]:
    """Yield the outcome of every promise: of a thread as a whole, of a promise on no thread by itself."""
    fates = Fates(lookup)
    counted = {pointer for pointer in lookup.elements if _promise(lookup, pointer)}
    for thread in lookup.build.threads.threads:
        if counted.intersection(thread.members):
            yield fates.of_thread(thread).outcome
    for pointer in lookup.elements:
        if pointer in counted and not lookup.threads_of(pointer):
            yield fates.of(pointer).outcome


def _promise(lookup: Lookup, pointer: Pointer) -> bool:
    return is_promise(lookup.elements[pointer]) and counts(lookup, pointer)
