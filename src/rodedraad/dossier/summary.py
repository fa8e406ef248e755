"""A build in numbers: what the summary of a build says."""

from collections import Counter

from msgspec import Struct

from rodedraad.linking.balance import balance_of_year
from rodedraad.linking.ledger import ledger
from rodedraad.model.build import Build, Failed
from rodedraad.model.terms import Severity


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
    figure_rows: int
    figure_rows_left_out: int
    unused_figures: tuple[str, ...]


def summarise(build: Build) -> Summary:
    """Return the summary of a build."""
    outcomes = Counter(_outcome_by_thread(build).values())
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
        figure_rows=sum(one.rows_used for one in build.observations.deliveries),
        figure_rows_left_out=sum(one.rows_in - one.rows_used for one in build.observations.deliveries),
        unused_figures=tuple(one.source for one in build.observations.deliveries if not one.rows_used),
    )


def _outcome_by_thread(build: Build) -> dict[str, str]:
    """Return what came of every promise: the outcome of the last year that its thread is counted in."""
    years = sorted({(document.year, document.organisation.code) for document in build.documents})
    book = ledger(build.documents, build.threads)
    found: dict[str, str] = {}
    for year, organisation in years:
        for tally in balance_of_year(organisation, year, book).tallies:
            found.update(dict.fromkeys((one.thread for one in tally.promises), tally.outcome.value))
    return found
