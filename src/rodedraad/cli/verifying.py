"""The command that proves that a site follows from its export."""

from pathlib import Path

import click

from rodedraad.cli import options
from rodedraad.cli.bar import Bar
from rodedraad.cli.codes import DIFFERENCES
from rodedraad.cli.dutch import DutchCommand


@click.command(cls=DutchCommand)
@click.argument("place", metavar="WEBSITE|BUILD", type=click.Path(path_type=Path))
@click.option(
    "--dossier",
    metavar="DOSSIER",
    type=click.Path(path_type=Path),
    help="Vergelijk ook de bestanden van dit dossier met die waaruit is gebouwd.",
)
@options.as_json
@options.quiet
@click.pass_context
def verify(context: click.Context, *, place: Path, dossier: Path | None, as_json: bool, quiet: bool) -> None:
    """Bewijs dat een website uit haar export is gemaakt, byte voor byte.

    Vergelijkt elk bestand met het manifest, en maakt daarna de website in het geheugen opnieuw.
    Er wordt niets geschreven.

    Afloopcodes: 0 alles is gelijk, 1 er zijn verschillen, 2 er is niets te bewijzen.
    """
    from rodedraad.cli.proof import as_data, as_text
    from rodedraad.dossier.load import load
    from rodedraad.dossier.verifying import verify as run

    with Bar(quiet=quiet) as bar:
        proof = run(place, load(dossier) if dossier else None, bar)
    if as_json:
        click.echo(as_data(proof), nl=False)
    elif not quiet:
        click.echo(as_text(proof))
    context.exit(0 if proof.holds else DIFFERENCES)
