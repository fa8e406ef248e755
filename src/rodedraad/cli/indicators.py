"""The commands for indicators: take a ready set, and see what there is."""

from pathlib import Path

import click

from rodedraad.cli import options
from rodedraad.cli.dutch import DutchCommand, DutchGroup


@click.group(cls=DutchGroup)
def indicators() -> None:
    """Werk met indicatoren: neem een kant-en-klare reeks over, en bekijk definities en waarden."""


@indicators.command(cls=DutchCommand)
@click.argument("name", metavar="REEKS")
@options.dossier
@options.quiet
def add(*, name: str, dossier: Path, quiet: bool) -> None:
    """Schrijf de definities van een reeks in het dossier, zoals bbv-sociaal-domein.

    Zij komen in indicatoren/REEKS.toml, dat u daarna mag wijzigen. Wat er al staat, blijft staan.
    """
    from rodedraad.dossier.indicator_sets import add_set

    path = add_set(dossier, name)
    if not quiet:
        click.echo(f"{path}: de definities staan er. Wijzig ze gerust; hier schrijft niemand overheen.")


@indicators.command("list", cls=DutchCommand)
@options.dossier
@options.as_json
def list_(*, dossier: Path, as_json: bool) -> None:
    """Toon de indicatoren van een dossier, hoeveel waarden zij hebben, en wat er is aangeleverd."""
    from rodedraad.cli.indicator_lines import listing
    from rodedraad.dossier.figures import observed_of
    from rodedraad.model.codec import to_json

    found = observed_of(dossier)
    click.echo(to_json(found) if as_json else "\n".join(listing(found)), nl=not as_json)


@indicators.command(cls=DutchCommand)
@options.dossier
@click.argument("code")
@options.as_json
def show(*, dossier: Path, code: str, as_json: bool) -> None:
    """Toon van een indicator de definities, de waarden per gebied, en waar elke waarde uit komt."""
    from rodedraad.cli.indicator_lines import lines_of, only
    from rodedraad.dossier.figures import observed_of
    from rodedraad.model.codec import to_json

    found = only(observed_of(dossier), code)
    click.echo(to_json(found) if as_json else "\n".join(lines_of(found)), nl=not as_json)
