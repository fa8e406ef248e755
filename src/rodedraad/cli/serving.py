"""The command that shows the site of a build on this computer."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rodedraad.cli import options
from rodedraad.cli.dutch import DutchCommand
from rodedraad.dossier.errors import DossierError, Problem

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer


@click.command(cls=DutchCommand)
@options.dossier_or_build
@click.option(
    "--port", type=options.Port(), default=8000, help="Poort; 0 neemt een vrije. Zonder deze optie 8000."
)
@click.option(
    "--review", is_flag=True, help="Toon ook een bladzijde om de voorgestelde verbanden te beoordelen."
)
@options.role
@options.wanted
def serve(
    *,
    place: Path,
    port: int,
    review: bool,
    role: str | None,
    documents: Sequence[str],
    programme: str,
    between: tuple[float, float],
    made: bool,
) -> None:
    """Toon de website van een build op deze computer, tot Ctrl-C.

    De opties --role, --document, --programme, --between en --made horen bij --review.
    """
    from rodedraad.cli.places import build_at
    from rodedraad.cli.server import HOST, server_of
    from rodedraad.dossier.layout import SITE

    site = build_at(place) / SITE
    if not (site / "index.html").is_file():
        problem, remedy = "deze build heeft nog geen website", f"Draai eerst `rodedraad build {place}`."
        raise DossierError(Problem(file=str(place), problem=problem, remedy=remedy))
    with (
        _reviewing(
            place, site, port, role, documents=documents, programme=programme, between=between, made=made
        )
        if review
        else server_of(site, port)
    ) as server:
        address = f"http://{HOST}:{server.server_port}/"
        click.echo(f"De website staat op {address} (stop met Ctrl-C)")
        if review:
            click.echo(f"Verbanden beoordelen: {address}besluiten/")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("\nGestopt.")


def _reviewing(
    place: Path,
    site: Path,
    port: int,
    role: str | None,
    *,
    documents: Sequence[str],
    programme: str,
    between: tuple[float, float],
    made: bool,
) -> "ThreadingHTTPServer":
    from rodedraad.cli.review_server import review_server
    from rodedraad.dossier.load import load
    from rodedraad.dossier.review import Wanted, session_of
    from rodedraad.dossier.store import read_build

    low, high = between
    wanted = Wanted(documents=tuple(documents), programme=programme, low=low, high=high, made=made)
    dossier = load(place)
    return review_server(site, port, session_of(dossier.path, read_build(site.parent), wanted, role))
