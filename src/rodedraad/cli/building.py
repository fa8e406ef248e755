"""The commands that make something: build, and its stages one by one."""

from collections.abc import Sequence
from pathlib import Path

import click

from rodedraad.cli import options
from rodedraad.cli.bar import Bar
from rodedraad.cli.codes import BAD_INPUT, FINDINGS
from rodedraad.cli.dutch import DutchCommand
from rodedraad.dossier.progress import Stage
from rodedraad.dossier.report import BuildReport
from rodedraad.model.terms import Severity


@click.command(cls=DutchCommand)
@options.dossier
@options.out
@click.option(
    "--only", type=options.Stages(), help="Voer alleen deze stappen uit: import,link,check,publish."
)
@click.option(
    "--keep-going", is_flag=True, help="Bouw ook als een document niet te lezen is, zonder dat document."
)
@options.preview
@options.compress
@options.fail_on
@options.as_json
@options.quiet
@click.pass_context
def build(
    context: click.Context,
    *,
    dossier: Path,
    out: Path | None,
    only: Sequence[Stage] | None,
    keep_going: bool,
    preview: bool,
    compress: bool,
    fail_on: Severity | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Maak alles: lezen, herkennen, verbinden, controleren en publiceren."""
    report = _run(
        dossier,
        out,
        tuple(only or Stage),
        keep_going=keep_going,
        preview=preview,
        compress=compress,
        quiet=quiet,
    )
    _tell(report, as_json=as_json, quiet=quiet)
    context.exit(_code(report, fail_on))


@click.command("import", cls=DutchCommand)
@options.dossier
@options.out
@click.option("--keep-going", is_flag=True, help="Sla een document over dat niet te lezen is.")
@options.as_json
@options.quiet
@click.pass_context
def import_(
    context: click.Context, *, dossier: Path, out: Path | None, keep_going: bool, as_json: bool, quiet: bool
) -> None:
    """Lees de documenten en herken hun onderdelen.

    Wat de latere stappen eerder maakten, past er niet meer bij en vervalt.
    """
    report = _run(dossier, out, (Stage.IMPORT,), keep_going=keep_going, quiet=quiet)
    _tell(report, as_json=as_json, quiet=quiet)
    context.exit(_code(report, None))


@click.command(cls=DutchCommand)
@options.dossier
@options.out
@options.as_json
@options.quiet
def link(*, dossier: Path, out: Path | None, as_json: bool, quiet: bool) -> None:
    """Verbind de beloften van een bestaande build opnieuw.

    Wat de latere stappen eerder maakten, past er niet meer bij en vervalt.
    """
    _tell(_run(dossier, out, (Stage.LINK,), quiet=quiet), as_json=as_json, quiet=quiet)


@click.command(cls=DutchCommand)
@options.dossier
@options.out
@options.fail_on
@options.as_json
@options.quiet
@click.pass_context
def check(
    context: click.Context,
    *,
    dossier: Path,
    out: Path | None,
    fail_on: Severity | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Controleer een bestaande build en toon de bevindingen.

    De website die er stond, past er niet meer bij en vervalt.
    """
    from rodedraad.cli.findings import write_findings

    report = _run(dossier, out, (Stage.CHECK,), quiet=quiet)
    if not quiet or as_json:
        write_findings(report.build, as_json=as_json)
    context.exit(_code(report, fail_on))


@click.command(cls=DutchCommand)
@options.dossier
@options.out
@options.preview
@options.compress
@options.as_json
@options.quiet
def publish(
    *, dossier: Path, out: Path | None, preview: bool, compress: bool, as_json: bool, quiet: bool
) -> None:
    """Maak de website en de open data van een bestaande build opnieuw."""
    report = _run(dossier, out, (Stage.PUBLISH,), preview=preview, compress=compress, quiet=quiet)
    _tell(report, as_json=as_json, quiet=quiet)


def _run(
    path: Path,
    out: Path | None,
    stages: Sequence[Stage],
    *,
    keep_going: bool = False,
    preview: bool = False,
    compress: bool = False,
    quiet: bool,
) -> BuildReport:
    from rodedraad.dossier.build import build as run
    from rodedraad.dossier.load import load

    dossier = load(path, keep_going=keep_going, preview=preview)
    with Bar(quiet=quiet) as bar:
        return run(dossier, out, keep_going=keep_going, only=stages, compress=compress, progress=bar)


def _tell(report: BuildReport, *, as_json: bool, quiet: bool) -> None:
    from rodedraad.cli.summary import as_data, as_text

    if as_json:
        click.echo(as_data(report), nl=False)
    elif not quiet:
        click.echo(as_text(report))
    for failed in report.build.manifest.failed:
        click.echo(f"Overgeslagen: {failed.document}: {failed.problem}", err=True)


def _code(report: BuildReport, fail_on: Severity | None) -> int:
    if report.build.manifest.failed:
        return BAD_INPUT
    heavy = list(Severity)[: list(Severity).index(fail_on) + 1] if fail_on else []
    found = any(finding.severity in heavy for finding in report.build.findings.findings)
    return FINDINGS if found else 0
