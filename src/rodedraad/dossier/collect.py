"""All documents of a dossier read and recognised."""

from collections.abc import Sequence

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.importing import Imported, Task, attempt
from rodedraad.dossier.pool import in_order, pays
from rodedraad.dossier.progress import Progress, Stage, Step
from rodedraad.dossier.records import Dossier, DossierDocument
from rodedraad.dossier.rulings import ruled
from rodedraad.dossier.store import as_stored
from rodedraad.model.build import Failed
from rodedraad.model.decisions import StatusDecision
from rodedraad.model.document import Document
from rodedraad.model.text import Extract

Collected = tuple[tuple[Document, ...], dict[str, tuple[Extract, ...]], tuple[Failed, ...]]


def import_all(dossier: Dossier, *, keep_going: bool, progress: Progress) -> Collected:
    """Return the documents in order of adoption, their texts, and the documents that were left out.

    Raises:
        DossierError: a document cannot be read and `keep_going` is off, or none can be read.
    """
    tasks = [_task(document, dossier) for document in dossier.documents]
    parallel = pays([_size(document) for document in dossier.documents])
    results: list[Imported] = []
    failed, problems = list(dossier.failed), list[Problem]()
    outcomes = in_order(attempt, tasks, parallel=parallel)
    for count, (task, outcome) in enumerate(zip(tasks, outcomes, strict=True), start=1):
        progress(Step(stage=Stage.IMPORT, done=count, total=len(tasks), name=task.wanted.frame.title))
        if isinstance(outcome, Imported):
            results.append(outcome)
        else:
            failed += [Failed(document=task.wanted.frame.id, problem=str(problem)) for problem in outcome]
            problems += outcome
    if problems and not (keep_going and results):
        raise DossierError(*problems)
    return _collected(results, failed, dossier.decisions.status)


def _collected(results: list[Imported], failed: list[Failed], rulings: Sequence[StatusDecision]) -> Collected:
    documents = tuple(ruled(result.document, rulings) for result in results)
    texts = {result.document.id: as_stored(result.document, result.texts) for result in results}
    return documents, texts, tuple(sorted(failed))


def _task(document: DossierDocument, dossier: Dossier) -> Task:
    known = tuple(known for known in dossier.identities.elements if known.document == document.frame.id)
    return Task(wanted=document, known=known)


def _size(document: DossierDocument) -> int:
    return sum(source.path.stat().st_size for source in document.sources if source.path.exists())
