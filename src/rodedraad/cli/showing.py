"""The command that shows a document as it was recognised."""

from pathlib import Path

import click

from rodedraad.cli import options
from rodedraad.cli.dutch import DutchCommand


@click.command(cls=DutchCommand)
@options.dossier_or_build
@click.argument("document", metavar="[DOCUMENT]", required=False)
@click.option(
    "--why",
    "line",
    metavar="REGEL",
    help="Leg uit waarom deze regel zo is gelezen: welke kop, welke regel, welke woorden. "
    "Bij meer bronnen: BRON:REGEL.",
)
@options.as_json
def show(*, place: Path, document: str | None, line: str | None, as_json: bool) -> None:
    """Toon wat in een document is herkend, als boom.

    Zonder DOCUMENT toont het de lijst van documenten.
    """
    from rodedraad.cli.places import build_at
    from rodedraad.cli.tree import document_of, listing, tree
    from rodedraad.dossier.store import read_build
    from rodedraad.model.codec import to_json

    build = read_build(build_at(place))
    if document is not None and line is not None:
        from rodedraad.cli.why import as_data, why

        wanted = document_of(build, document)
        data, lines = as_data(build, wanted, line), why(build, wanted, line)
    elif document is None:
        data, lines = to_json([one.id for one in build.documents]), listing(build)
    else:
        wanted = document_of(build, document)
        data, lines = to_json(wanted), tree(build, wanted)
    click.echo(data if as_json else "\n".join(lines), nl=not as_json)
