"""One dossier of a corpus, from its documents to its tables, in a process or on a machine of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from rodedraad.checking import check
from rodedraad.dossier.corpus.members import Member
from rodedraad.dossier.corpus.parquet import as_parquet, table
from rodedraad.dossier.corpus.records import Made, Mark, State, Task
from rodedraad.dossier.corpus.rows import Row, Rows
from rodedraad.dossier.errors import DossierError
from rodedraad.dossier.folder import replace_folder
from rodedraad.linking import link
from rodedraad.linking.balance import Balance, balance
from rodedraad.linking.ledger import ledger
from rodedraad.linking.uncollected import uncollected
from rodedraad.model.codec import to_json
from rodedraad.model.findings import Findings

MARK: Final = "done.json"
"""Stands beside the tables of a dossier: they are whole."""


def make(task: Task) -> Made:
    """Build one dossier, unless what stands there was made of the same content; never raises.

    The tables and the mark come in place at once, so that a run that is cut off leaves nothing half-written.
    """
    target = Path(task.target)
    try:
        member = Member(Path(task.source))
        digest = member.digest()
        if (mark := _mark(target)) is not None and mark.digest == digest:
            return Made(name=task.name, state=State.KEPT, rows=mark.rows, outcomes=mark.outcomes)
        with uncollected():
            files, mark = _tables(member, digest, target)
    except Exception as error:  # noqa: BLE001 - one dossier must not stop the others, whatever is wrong with it
        return Made(name=task.name, state=State.FAILED, problem=_told(error))
    try:
        replace_folder(target, [*files, (MARK, to_json(mark))])
    except DossierError as error:
        return Made(name=task.name, state=State.STOPPED, problem=str(error))
    return Made(name=task.name, state=State.MADE, rows=mark.rows, outcomes=mark.outcomes)


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, DossierError) else f"{type(error).__name__}: {error}"


def _mark(target: Path) -> Mark | None:
    try:
        return msgspec.json.decode((target / MARK).read_bytes(), type=Mark)
    except (OSError, msgspec.MsgspecError):
        return None


def _tables(member: Member, digest: str, target: Path) -> tuple[list[tuple[str, bytes]], Mark]:
    documents = member.documents()
    threads = link(documents, member.decisions, member.identities, member.semantics(target))
    book = ledger(documents, threads)
    balances = {document.id: balance(document, book) for document in documents}
    findings = check(documents, threads, member.decisions.reply)
    files: list[tuple[str, bytes]] = []
    rows: dict[str, int] = {}
    for name, found in _rows(Rows(documents, threads), balances, findings):
        made = table(name, found)
        rows[name] = made.num_rows
        files.append((f"{name}.parquet", as_parquet(made)))
    return files, Mark(digest=digest, rows=rows, outcomes=_outcomes(balances.values()))


def _rows(
    told: Rows, balances: Mapping[str, Balance], findings: Findings
) -> Iterator[tuple[str, Iterator[Row]]]:
    yield "documents", told.documents()
    yield "elements", told.elements()
    yield "links", told.links()
    yield "threads", told.threads()
    yield "shifts", told.shifts()
    yield "changes", told.changes()
    yield "dropped", told.dropped()
    yield "balance", told.balance(balances)
    yield "findings", told.findings(findings)


def _outcomes(found: Iterable[Balance]) -> dict[str, int]:
    """Return how many promises have each outcome, over all documents."""
    counted: Counter[str] = Counter()
    for one in found:
        counted.update({tally.outcome.value: tally.count for tally in one.tallies})
    return dict(sorted(counted.items()))
