"""What goes to whoever builds one dossier of a corpus, and what comes back."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from msgspec import Struct

CORPUS_FORMAT: Final = "rodedraad-corpus/1"


class Task(Struct, frozen=True, kw_only=True):
    """One dossier to build, and the folder that its results go to."""

    name: str
    source: str
    target: str


class State(StrEnum):
    """What became of one dossier."""

    MADE = "made"
    KEPT = "kept"
    """The results of an earlier run were made of the same content."""
    FAILED = "failed"
    STOPPED = "stopped"
    """Nothing can be written any more: the whole run ends."""


class Made(Struct, frozen=True, kw_only=True):
    """What became of one dossier: how many rows each table has, or what is wrong."""

    name: str
    state: State
    rows: Mapping[str, int] = {}
    outcomes: Mapping[str, int] = {}
    problem: str = ""


class Mark(Struct, frozen=True, kw_only=True):
    """Says that the results of a dossier are whole, and of which content they were made."""

    format: str = CORPUS_FORMAT
    digest: str
    rows: Mapping[str, int]
    outcomes: Mapping[str, int]


class Failure(Struct, frozen=True, kw_only=True):
    """A dossier that could not be built, and why."""

    dossier: str
    problem: str


class Summary(Struct, frozen=True, kw_only=True):
    """What the results of a corpus hold; no clock is read, so the same corpus gives the same bytes."""

    format: str = CORPUS_FORMAT
    complete: bool
    """False while a build is under way, or after one that was cut off."""
    dossiers: int = 0
    failed: tuple[Failure, ...] = ()
    rows: Mapping[str, int] = {}
    outcomes: Mapping[str, int] = {}


class CorpusReport(Struct, frozen=True, kw_only=True):
    """What a build of a corpus made."""

    out: Path
    summary: Summary
    kept: int
    """Of so many dossiers the results of an earlier run were kept."""
