"""The command that makes PDFs of a build."""

from pathlib import Path

import click

from rodedraad.cli import options
from rodedraad.cli.dutch import DutchCommand


@click.command(cls=DutchCommand)
@options.dossier_or_build
@click.option("--document", "documents", multiple=True, metavar="ID", help="Alleen dit document.")
@click.option(
    "--programme",
    "programmes",
    multiple=True,
    metavar="NAAM",
    help="Alleen dit programma of thema, van elk document (of van het document bij --document).",
)
@click.option("--thread", "threads", multiple=True, metavar="ID", help="Deze rode draad.")
@click.option(
    "--out",
    metavar="MAP",
    type=click.Path(path_type=Path),
    default=Path("pdf"),
    help="Map voor de bestanden; zonder deze optie `pdf` in de map waarin u werkt.",
)
@options.quiet
def pdf(
    *,
    place: Path,
    documents: tuple[str, ...],
    programmes: tuple[str, ...],
    threads: tuple[str, ...],
    out: Path,
    quiet: bool,
) -> None:
    """Maak toegankelijke PDF's van een build: van documenten, programma's of rode draden.

    Zonder keuze maakt het een PDF van elk document. Elke PDF voldoet aan PDF/UA-1: met koppen, tabellen,
    beschrijvingen en leesvolgorde voor wie met een schermlezer leest.
    """
    from rodedraad.cli.places import build_at
    from rodedraad.dossier.printing import Wanted, print_build
    from rodedraad.dossier.store import read_build

    build = read_build(build_at(place))
    wanted = Wanted(documents=documents, programmes=programmes, threads=threads)
    for path in print_build(build, wanted, out):
        if not quiet:
            click.echo(path)
