"""The command that makes the ids of a build public."""

from pathlib import Path

import click

from rodedraad.cli import options
from rodedraad.cli.dutch import DutchCommand


@click.command(cls=DutchCommand)
@options.dossier
@options.out
@options.quiet
def freeze(*, dossier: Path, out: Path | None, quiet: bool) -> None:
    """Leg de id's van de build vast in identities.json.

    Adressen blijven dan werken, ook als de tekst verandert.
    """
    from rodedraad.dossier.freeze import freeze as run
    from rodedraad.dossier.load import load

    identities = run(load(dossier), out)
    if not quiet:
        elements, threads = len(identities.elements), len(identities.threads)
        click.echo(f"identities.json: {elements} onderdelen en {threads} rode draden liggen vast.")
