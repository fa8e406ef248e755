"""Findings on standard output."""

import click

from rodedraad.cli.lines import line_of
from rodedraad.model.build import Build
from rodedraad.model.codec import to_json
from rodedraad.model.findings import Finding


def write_findings(build: Build, *, as_json: bool) -> None:
    """Write the findings, with the place of each and how to mend it; or as JSON."""
    if as_json:
        click.echo(to_json(build.findings), nl=False)
        return
    for finding in build.findings.findings:
        click.echo(f"{_place(build, finding)}: {finding.severity} {finding.rule}: {finding.message}")
        click.echo(f"    {finding.remedy} ({finding.basis})")
    click.echo(f"{len(build.findings.findings)} bevindingen")


def _place(build: Build, finding: Finding) -> str:
    """Return the document and, where the finding is about words, the line they start on."""
    name = finding.subject.document
    here = [quote.span for quote in finding.evidence if quote.document == name]
    return f"{name}, {line_of(build, name, here[0])}" if here else name
