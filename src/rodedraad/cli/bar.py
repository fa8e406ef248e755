"""How far a build is, on standard error, where a person looks at it."""

import sys
from types import TracebackType
from typing import Self

import click

from rodedraad.dossier.progress import Stage, Step

_DOING = {
    Stage.IMPORT: "Lezen en herkennen",
    Stage.LINK: "Verbinden",
    Stage.CHECK: "Controleren",
    Stage.PUBLISH: "Publiceren",
}
_WIDTH = 78
_EVERY = 50


class Bar:
    """One line that is rewritten; nothing where standard error is no terminal."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = sys.stderr.isatty() and not quiet

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            click.echo("\r" + " " * _WIDTH + "\r", nl=False, err=True)

    def __call__(self, step: Step) -> None:
        """Show a step."""
        if self._shown and (step.total or step.done % _EVERY == 1):
            count = f"{step.done}/{step.total}" if step.total else f"{step.done}"
            line = f"{_DOING[step.stage]} {count} {step.name}"
            click.echo("\r" + line[:_WIDTH].ljust(_WIDTH), nl=False, err=True)
