"""The commands for figures from elsewhere."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rodedraad.cli import options
from rodedraad.cli.codes import BAD_INPUT
from rodedraad.cli.dutch import DutchCommand, DutchGroup

if TYPE_CHECKING:
    from rodedraad.dossier.refreshing import Refreshed

_MOST_LINES = 20


@click.group(cls=DutchGroup)
def figures() -> None:
    """Werk met cijfers van elders: haal tabellen van CBS StatLine op."""


@figures.command(cls=DutchCommand)
@options.dossier
@click.option("--source", metavar="BRON", help="Haal alleen deze tabel op, zoals cbs/85099NED.")
@click.pass_context
def refresh(context: click.Context, *, dossier: Path, source: str | None) -> None:
    """Haal de tabellen van CBS StatLine op die dossier.toml noemt, en zeg wat CBS wijzigde.

    Dit is de enige opdracht die het internet gebruikt. Lukt het niet, dan blijft wat er stond.
    """
    from rodedraad.dossier.fetching import fetch
    from rodedraad.dossier.refreshing import refresh as run

    failed = False
    for one in run(dossier, fetch, datetime.now(UTC).date(), source):
        click.echo("\n".join(_lines(one)), err=one.problem is not None)
        failed = failed or one.problem is not None
    context.exit(BAD_INPUT if failed else 0)


def _lines(one: "Refreshed") -> Iterator[str]:
    if one.problem is not None:
        yield f"Fout: {one.problem}"
        if one.kept is not None:
            yield f"{one.file}: de cijfers van {one.kept} blijven gelden ({one.days} dagen oud)."
        return
    yield f"{one.source}: {one.rows} rijen in {one.file}"
    yield from (f"  {line}" for line in one.changes[:_MOST_LINES])
    if len(one.changes) > _MOST_LINES:
        yield f"  en nog {len(one.changes) - _MOST_LINES} wijzigingen"
