"""The command that draws a sample of links to judge, and reads the judgements back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from rodedraad.cli import options
from rodedraad.cli.dutch import DutchCommand


@click.command(cls=DutchCommand)
@options.dossier
@click.option("--size", type=options.Count(), help="Trek zo veel verbanden.")
@click.option(
    "--seed", type=options.Count(), default=1, help="Startgetal: hetzelfde getal geeft dezelfde steekproef."
)
@click.option(
    "--by-band", is_flag=True, help="Trek even veel uit elke groep verbanden met ongeveer dezelfde kans."
)
@click.option(
    "--out", metavar="BESTAND", type=click.Path(path_type=Path), help="Nieuw CSV-bestand om in te oordelen."
)
@click.option(
    "--read", metavar="BESTAND", type=click.Path(path_type=Path), help="Lees de oordelen uit dit CSV-bestand."
)
@click.option(
    "--build", metavar="MAP", type=click.Path(path_type=Path), help="Map van de build, als die elders staat."
)
def sample(
    *,
    dossier: Path,
    size: int | None,
    seed: int,
    by_band: bool,
    out: Path | None,
    read: Path | None,
    build: Path | None,
) -> None:
    """Trek een steekproef van de verbanden die het programma zelf legde, of lees haar terug.

    Met --size en --out schrijft het een bestand om in te oordelen, met een codeboek. Met --read leest het
    de oordelen terug; de volgende bouw zet de uitkomst op de website.
    """
    today = datetime.now(UTC).date()
    if read is not None and size is None and out is None:
        from rodedraad.cli.sample_told import read_told
        from rodedraad.dossier.load import load
        from rodedraad.dossier.sampling import read_recoding

        click.echo(read_told(read_recoding(load(dossier).path, read, today)))
    elif read is None and size is not None and out is not None:
        from rodedraad.cli.sample_told import drawn_told
        from rodedraad.dossier.load import load
        from rodedraad.dossier.sampling import draw_sample
        from rodedraad.dossier.store import read_build
        from rodedraad.linking.sampling import Plan

        root = load(dossier).path
        made = read_build(build or root / "build")
        drawn = draw_sample(root, made, out, Plan(size=size, seed=seed, day=today, by_band=by_band))
        click.echo(drawn_told(drawn, out, size))
    else:
        message = "geef --size en --out om te trekken, of alleen --read om terug te lezen"
        raise click.UsageError(message, click.get_current_context())
