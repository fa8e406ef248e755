"""What a build made, for a person and for a program."""

from collections.abc import Iterator

from rodedraad.dossier.layout import SITE
from rodedraad.dossier.progress import Stage
from rodedraad.dossier.report import BuildReport
from rodedraad.dossier.summary import Summary, summarise
from rodedraad.model.codec import to_json
from rodedraad.publishing.words import words

_LEVELS = {
    "error": ("fout", "fouten"),
    "warning": ("waarschuwing", "waarschuwingen"),
    "question": ("vraag", "vragen"),
    "note": ("opmerking", "opmerkingen"),
}
_WIDTH = 14


def as_data(report: BuildReport) -> bytes:
    """Return the summary as JSON: what was made, where, and the counts."""
    site = str(report.out / SITE) if Stage.PUBLISH in report.stages else None
    made = {"out": str(report.out), "site": site, "stages": report.stages, "lost": report.lost}
    return to_json({**made, "summary": summarise(report.build)})


def as_text(report: BuildReport) -> str:
    """Return the summary in lines for a person."""
    summary = summarise(report.build)
    rows = [*_rows(summary, report), ("Gemaakt in", str(report.out))]
    if Stage.PUBLISH in report.stages:
        rows.append(("Website", str(report.out / SITE / "index.html")))
    return "\n".join(f"{name:{_WIDTH}}{text}" for name, text in rows)


def _rows(summary: Summary, report: BuildReport) -> Iterator[tuple[str, str]]:
    """Yield the rows that the stages gave something to say for."""
    yield "Documenten", _documents(summary)
    if report.stages[-1] != Stage.IMPORT:
        yield "Beloften", f"{summary.promises}{_outcomes(summary)}"
        yield "Verschoven", _count(summary.shifts, "termijn", "termijnen")
    if report.stages[-1] not in (Stage.IMPORT, Stage.LINK):
        yield "Bevindingen", _findings(summary)
    if report.lost:
        yield "Besluiten", f"vinden niets meer: {'; '.join(report.lost)}"
    if summary.figures:
        yield "Cijfers", "; ".join(_figures(summary))


def _figures(summary: Summary) -> Iterator[str]:
    """Yield how much of the figures was used, and which files say nothing yet."""
    if summary.figure_rows:
        left = f", {summary.figure_rows_left_out} weggelaten" if summary.figure_rows_left_out else ""
        yield f"{_count(summary.figure_rows, 'rij', 'rijen')} gebruikt{left}"
    if summary.unused_figures:
        yield f"nog niet gebruikt: {', '.join(summary.unused_figures)}"


def _documents(summary: Summary) -> str:
    failed = f", {len(summary.failed)} overgeslagen" if summary.failed else ""
    return f"{summary.documents} met {_count(summary.elements, 'onderdeel', 'onderdelen')}{failed}"


def _outcomes(summary: Summary) -> str:
    parts = [
        f"{summary.outcomes[key]} {row.word}"
        for key, row in words("outcome").items()
        if key in summary.outcomes
    ]
    return f": {', '.join(parts)}" if parts else ""


def _findings(summary: Summary) -> str:
    parts = [_count(number, *_LEVELS[level]) for level, number in summary.findings.items() if number]
    return f"{sum(summary.findings.values())}{': ' if parts else ''}{', '.join(parts)}"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
