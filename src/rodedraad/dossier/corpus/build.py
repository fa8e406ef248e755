"""All dossiers of a corpus built, and the summary of what they hold."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

import msgspec

from rodedraad.dossier.atomic import replace_file
from rodedraad.dossier.corpus.members import members
from rodedraad.dossier.corpus.pools import Pool, on_cores
from rodedraad.dossier.corpus.records import CORPUS_FORMAT, CorpusReport, Failure, Made, State, Summary, Task
from rodedraad.dossier.corpus.work import make
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.guard import free_or_ours, refused
from rodedraad.model.codec import to_json

PARTS: Final = "parts"
SUMMARY: Final = "summary.json"
REMEDY: Final = "Kies met --out een nieuwe of lege map, of een eerdere uitkomst."

Ready = Callable[[Made, int], None]
"""Called with what became of a dossier, and how many dossiers there are in all."""


def untold(_: Made, __: int) -> None:
    """Tell nobody."""


def build_corpus(folder: Path, out: Path, pool: Pool | None = None, ready: Ready = untold) -> CorpusReport:
    """Build every dossier in a folder by itself, and put tables and a summary in `out`.

    A dossier that was built of the same content before is kept.  One that cannot be built is named in the
    summary and stops no other; what an earlier run made of it goes.  A run that is cut off leaves whole
    dossiers only, and the next goes on from there.

    Raises:
        DossierError: there is no corpus, `out` holds something else, or nothing can be written any more.
    """
    found = members(folder)
    _guard(folder, out)
    tasks = [
        Task(name=one.name, source=str(one.resolve()), target=str((out / PARTS / one.name).resolve()))
        for one in found
    ]
    _write(out, Summary(complete=False))
    _forget(out, {one.name for one in found})
    made: list[Made] = []
    with closing((pool or on_cores())(make, tasks)) as results:
        for one in results:
            if one.state is State.STOPPED:
                raise DossierError(_stopped(one))
            made.append(one)
            ready(one, len(tasks))
    _forget(out, {one.name for one in made if one.state is not State.FAILED})
    summary = _summary(sorted(made, key=lambda one: one.name))
    _write(out, summary)
    return CorpusReport(out=out, summary=summary, kept=sum(one.state is State.KEPT for one in made))


def _stopped(made: Made) -> Problem:
    remedy = "Draai dezelfde opdracht opnieuw: wat af is, blijft staan."
    return Problem(file=made.name, problem=made.problem.rstrip("."), remedy=remedy)


def _guard(folder: Path, out: Path) -> None:
    """Refuse a place that holds anything else than the results of a corpus."""
    target = out.resolve()
    if target == folder.resolve() or target in folder.resolve().parents:
        raise refused(out, "bevat het corpus zelf", REMEDY)
    free_or_ours(out, _is_corpus, "`rodedraad corpus`", REMEDY)


def _is_corpus(out: Path) -> bool:
    try:
        summary = msgspec.json.decode((out / SUMMARY).read_bytes(), type=Summary)
    except (OSError, msgspec.MsgspecError):
        return False
    return summary.format == CORPUS_FORMAT


def _write(out: Path, summary: Summary) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(out, f"kan niet worden gemaakt ({error.strerror})", REMEDY) from error
    replace_file(out / SUMMARY, to_json(summary))


def _forget(out: Path, names: set[str]) -> None:
    """Remove the tables of dossiers that are no longer there."""
    for path in sorted((out / PARTS).glob("*")):
        if path.name not in names and not path.name.startswith("."):
            shutil.rmtree(path, ignore_errors=True)


def _summary(made: Iterable[Made]) -> Summary:
    rows: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    told = list(made)
    for one in told:
        rows.update(one.rows)
        outcomes.update(one.outcomes)
    failed = tuple(
        Failure(dossier=one.name, problem=one.problem) for one in told if one.state is State.FAILED
    )
    return Summary(
        complete=True,
        dossiers=len(told) - len(failed),
        failed=failed,
        rows=dict(sorted(rows.items())),
        outcomes=dict(sorted(outcomes.items())),
    )
