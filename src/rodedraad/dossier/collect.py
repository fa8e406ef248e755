"""All documents of a dossier read and recognised."""

from collections.abc import Sequence

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.importing import Imported, Task, attempt
from rodedraad.dossier.pool import as_ready
from rodedraad.dossier.progress import Progress, Stage, Step
from rodedraad.dossier.records import Dossier, DossierDocument
from rodedraad.dossier.rulings import ruled
from rodedraad.dossier.store import as_stored
from rodedraad.model.build import Failed
from rodedraad.model.decisions import StatusDecision
from rodedraad.model.document import Document
from rodedraad.model.text import Extract

OF_PDF = 10
"""A byte of PDF takes as long to read as so many of HTML."""
Outcome = Imported | tuple[Problem, ...]
Collected = tuple[tuple[Document, ...], dict[str, tuple[Extract, ...]], tuple[Failed, ...]]


def import_all(dossier: Dossier, *, keep_going: bool, progress: Progress) -> Collected:
    """Return the documents in order of adoption, their texts, and the documents that were left out.

    Raises:
        DossierError: a document cannot be read and `keep_going` is off, or none can be read.
    """
    tasks = [_task(document, dossier) for document in dossier.documents]
    outcomes = _outcomes(tasks, [_size(document) for document in dossier.documents], progress)
    results: list[Imported] = []
    failed, problems = list(dossier.failed), list[Problem]()
    for task, outcome in zip(tasks, outcomes, strict=True):
        if isinstance(outcome, Imported):
            results.append(outcome)
        else:
            failed += [Failed(document=task.wanted.frame.id, problem=str(problem)) for problem in outcome]
            problems += outcome
    if problems and not (keep_going and results):
        raise DossierError(*problems)
    return _collected(results, failed, dossier.decisions.status)


def _outcomes(tasks: Sequence[Task], sizes: Sequence[int], progress: Progress) -> list[Outcome]:
    """Return the outcomes in the order of the tasks; told is how many are ready, and the last."""
    progress(Step(stage=Stage.IMPORT, done=0, total=len(tasks)))
    ready: dict[int, Outcome] = {}
    for place, outcome in as_ready(attempt, tasks, sizes):
        ready[place] = outcome
        name = tasks[place].wanted.frame.title
        progress(Step(stage=Stage.IMPORT, done=len(ready), total=len(tasks), name=name))
    return [ready[place] for place in range(len(tasks))]


def _collected(results: list[Imported], failed: list[Failed], rulings: Sequence[StatusDecision]) -> Collected:
    documents = tuple(ruled(result.document, rulings) for result in results)
    texts = {result.document.id: as_stored(result.document, result.texts) for result in results}
    return documents, texts, tuple(sorted(failed))


def _task(document: DossierDocument, dossier: Dossier) -> Task:
    known = tuple(known for known in dossier.identities.elements if known.document == document.frame.id)
    return Task(wanted=document, known=known)


def _size(document: DossierDocument) -> int:
    """Return the bytes of a document; those of a PDF count for what they take to read."""
    sources = (source.path for source in document.sources if source.path.exists())
    return sum(path.stat().st_size * (OF_PDF if path.suffix.lower() == ".pdf" else 1) for path in sources)
