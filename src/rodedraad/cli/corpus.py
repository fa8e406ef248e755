"""The commands for a corpus: a folder of many dossiers."""

import re
from pathlib import Path

import click

from rodedraad.cli.codes import BAD_INPUT
from rodedraad.cli.dutch import DutchCommand, DutchGroup
from rodedraad.cli.options import as_json, quiet

_MOST_WORKERS = 1024


class Workers(click.ParamType[int]):
    """A number of processes."""

    name = "AANTAL"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number that is written."""
        text = str(value)
        if not re.fullmatch(r"[0-9]{1,4}", text) or not 1 <= int(text) <= _MOST_WORKERS:
            self.fail(f'kan niet "{value}" zijn; geef een getal van 1 tot en met {_MOST_WORKERS}', param, ctx)
        return int(text)


@click.group(cls=DutchGroup)
def corpus() -> None:
    """Werk met een corpus: een map met veel dossiers, zoals een provincie of het hele land."""


@corpus.command(cls=DutchCommand)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.option(
    "--out", metavar="MAP", type=click.Path(path_type=Path), required=True, help="Map voor de tabellen."
)
@click.option("--workers", type=Workers(), help="Zoveel processen tegelijk; zonder deze optie een per kern.")
@click.option(
    "--scheduler",
    metavar="ADRES",
    help="Reken op het Dask-cluster van deze scheduler, zoals tcp://10.0.0.5:8786.",
)
@as_json
@quiet
@click.pass_context
def build(
    context: click.Context,
    *,
    folder: Path,
    out: Path,
    workers: int | None,
    scheduler: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Verbind en controleer elk dossier in een map, en schrijf de uitkomsten als Parquet.

    Wat al af is en niet veranderde, blijft staan; na een onderbreking gaat dezelfde opdracht verder.
    Een dossier dat niet te lezen is, houdt de andere niet op: dan is de afloopcode 2.
    """
    if workers is not None and scheduler is not None:
        raise click.UsageError("kies --workers of --scheduler, niet allebei", context)
    _needs_parquet()
    from rodedraad.cli.corpus_telling import CorpusBar, as_data, as_text
    from rodedraad.dossier.corpus import build_corpus
    from rodedraad.dossier.corpus.pools import on_cluster, on_cores

    pool = on_cluster(scheduler) if scheduler else on_cores(workers)
    with CorpusBar(quiet=quiet) as bar:
        report = build_corpus(folder, out, pool, bar)
    for failed in report.summary.failed:
        click.echo(f"Overgeslagen: {failed.dossier}: {failed.problem}", err=True)
    if as_json:
        click.echo(as_data(report), nl=False)
    elif not quiet:
        click.echo(as_text(report))
    context.exit(BAD_INPUT if report.summary.failed else 0)


def _needs_parquet() -> None:
    from rodedraad.dossier.extras import demand_pyarrow

    demand_pyarrow("rodedraad corpus", "corpus")
