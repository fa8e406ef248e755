"""The command that shows the site of a build on this computer."""

from pathlib import Path

import click

from rodedraad.cli import options
from rodedraad.cli.dutch import DutchCommand
from rodedraad.dossier.errors import DossierError, Problem


@click.command(cls=DutchCommand)
@options.dossier_or_build
@click.option(
    "--port", type=options.Port(), default=8000, help="Poort; 0 neemt een vrije. Zonder deze optie 8000."
)
def serve(*, place: Path, port: int) -> None:
    """Toon de website van een build op deze computer, tot Ctrl-C."""
    from rodedraad.cli.places import build_at
    from rodedraad.cli.server import HOST, server_of
    from rodedraad.dossier.layout import SITE

    site = build_at(place) / SITE
    if not (site / "index.html").is_file():
        problem, remedy = "deze build heeft nog geen website", f"Draai eerst `rodedraad build {place}`."
        raise DossierError(Problem(file=str(place), problem=problem, remedy=remedy))
    with server_of(site, port) as server:
        click.echo(f"De website staat op http://{HOST}:{server.server_port}/ (stop met Ctrl-C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("\nGestopt.")
