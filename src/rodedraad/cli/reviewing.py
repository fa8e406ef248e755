"""The command to decide on links at the terminal."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from rodedraad.cli import options
from rodedraad.cli.dutch import DutchCommand


@click.command(cls=DutchCommand)
@options.dossier
@options.out
@options.role
@options.wanted
def review(
    *,
    dossier: Path,
    out: Path | None,
    role: str | None,
    documents: Sequence[str],
    programme: str,
    between: tuple[float, float],
    made: bool,
) -> None:
    """Beoordeel de verbanden die Rode Draad voorstelt, doelen en activiteiten eerst.

    Elke toets is een antwoord en staat meteen in decisions.toml; de volgende bouw gebruikt het.
    """
    from rodedraad.cli.keys import Keyboard
    from rodedraad.cli.review_dialogue import Dialogue
    from rodedraad.cli.review_screen import WIDEST, Screen, starred, told, underlined
    from rodedraad.dossier.load import load
    from rodedraad.dossier.review import Wanted, session_of
    from rodedraad.dossier.store import read_build

    low, high = between
    wanted = Wanted(documents=tuple(documents), programme=programme, low=low, high=high, made=made)
    loaded = load(dossier)
    session = session_of(loaded.path, read_build(out or loaded.path / "build"), wanted, role)
    width = min(shutil.get_terminal_size().columns, WIDEST)
    screen = Screen(width=width, mark=underlined if sys.stdout.isatty() else starred)
    try:
        with Keyboard().open() as keyboard:
            Dialogue(session, screen, keyboard).run()
    finally:
        click.echo(f"\n{told(session.progress)}.")
        if session.progress.answered:
            click.echo(f"Draai `rodedraad build {dossier}` om te zien wat het uitmaakt.")
