"""What people decided, and the ids that are public, as they stand beside dossier.toml."""

from pathlib import Path

from rodedraad.dossier.beside import read_beside
from rodedraad.dossier.errors import DossierError
from rodedraad.dossier.toml import TomlFile
from rodedraad.model.decisions import Decisions, LinkDecision, Reply, StatusDecision
from rodedraad.model.identities import Identities
from rodedraad.model.terms import Decision

DECISIONS = "decisions.toml"
IDENTITIES = "identities.json"
_BY_A_PERSON = (Decision.CONFIRMED, Decision.REJECTED)


def read_decisions(root: Path) -> Decisions:
    """Return the decisions of the dossier, none when there is no such file.

    Raises:
        DossierError: every mistake in the file.
    """
    if not (root / DECISIONS).exists():
        return Decisions()
    return decisions_in(TomlFile.read(root / DECISIONS, DECISIONS))


def decisions_in(file: TomlFile) -> Decisions:
    """Return the decisions that a file says.

    Raises:
        DossierError: every mistake in the file.
    """
    file.only(("link", "status", "reply"))
    links = file.every("link", LinkDecision)
    for index, link in links:
        if link.decision not in _BY_A_PERSON:
            problem = f'"{link.decision}" is geen besluit van een mens'
            file.note(problem, 'Schrijf "confirmed" of "rejected".', "link", index, "decision")
    decisions = Decisions(
        link=tuple(link for _, link in links),
        status=tuple(status for _, status in file.every("status", StatusDecision)),
        reply=tuple(reply for _, reply in file.every("reply", Reply)),
    )
    if file.problems:
        raise DossierError(*file.problems)
    return decisions


def read_identities(root: Path) -> Identities:
    """Return the public ids of the dossier, none when nothing was frozen yet.

    Raises:
        DossierError: the file cannot be read.
    """
    return read_beside(root / IDENTITIES, Identities, "vaste id's", "rodedraad freeze")
