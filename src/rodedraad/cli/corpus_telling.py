"""What a person or a program is told of a corpus, while it is built and afterwards."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Self

import click

from rodedraad.dossier.corpus import CorpusReport, Made
from rodedraad.model.codec import to_json


class CorpusBar:
    """A bar with the time that is left; nothing where standard error is no terminal."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = sys.stderr.isatty() and not quiet
        self._stack = ExitStack()
        self._advance: Callable[[int], None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def __call__(self, _: Made, total: int) -> None:
        """Show that one more dossier is ready."""
        if not self._shown:
            return
        if self._advance is None:
            bar = click.progressbar(length=total, label="Dossiers", show_pos=True, file=sys.stderr)
            self._advance = self._stack.enter_context(bar).update
        self._advance(1)


def as_data(report: CorpusReport) -> str:
    """Return the summary as JSON."""
    return to_json(report.summary).decode()


def as_text(report: CorpusReport) -> str:
    """Return what was made, for a person."""
    summary = report.summary
    rows = summary.rows
    kept = f", waarvan {report.kept} al af" if report.kept else ""
    found = ", ".join(f"{rows.get(name, 0):,} {word}".replace(",", ".") for name, word in _WORDS.items())
    return f"{summary.dossiers} dossiers{kept}: {found}.\nDe tabellen staan in {report.out}."


_WORDS = {
    "documents": "documenten",
    "elements": "onderdelen",
    "links": "verbanden",
    "dropped": "niet teruggevonden",
    "findings": "bevindingen",
}
