"""The ids of a build made public: from then on they neither change nor vanish."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import structs

from rodedraad.dossier.atomic import alone, replace_file
from rodedraad.dossier.decisions import IDENTITIES
from rodedraad.dossier.records import Dossier
from rodedraad.dossier.store import read_build
from rodedraad.model.build import Build
from rodedraad.model.codec import to_json
from rodedraad.model.identities import ElementIdentity, FindingIdentity, Identities, ThreadIdentity


def freeze(dossier: Dossier, out: Path | None = None) -> Identities:
    """Write identities.json from the build of the dossier and what was frozen before, and return it.

    Raises:
        DossierError: there is no build, or the file cannot be written.
    """
    identities = merged(dossier.identities, read_build(out or dossier.path / "build"))
    path = dossier.path / IDENTITIES
    with alone(path):
        replace_file(path, to_json(identities))
    return identities


def merged(before: Identities, build: Build) -> Identities:
    """Return the ids of before and of the build, each with its newest text or members.

    A thread that was joined to another lives on as an alias of it.
    """
    elements = {(identity.document, identity.id): identity for identity in before.elements}
    elements |= {(identity.document, identity.id): identity for identity in _elements(build)}
    return Identities(
        elements=tuple(elements[key] for key in sorted(elements)),
        threads=_threads(before.threads, build),
        findings=_findings(before.findings, build),
    )


def _elements(build: Build) -> Iterable[ElementIdentity]:
    return (
        ElementIdentity(
            document=document.id, id=element.id, kind=element.kind, phase=element.phase, text=element.text
        )
        for document in build.documents
        for element in document.elements
    )


def _findings(before: Iterable[FindingIdentity], build: Build) -> tuple[FindingIdentity, ...]:
    found = {one.id: one for one in before}
    for one in build.findings.findings:
        found[one.id] = FindingIdentity(id=one.id, document=one.subject.document)
    return tuple(sorted(found.values()))


def _threads(before: Iterable[ThreadIdentity], build: Build) -> tuple[ThreadIdentity, ...]:
    threads = {
        thread.id: ThreadIdentity(id=thread.id, members=thread.members, aliases=thread.aliases)
        for thread in build.threads.threads
    }
    lives_in = {alias: thread.id for thread in threads.values() for alias in thread.aliases}
    for old in before:
        home = lives_in.get(old.id, old.id)
        threads[home] = _with_aliases(threads.get(home, old), {old.id, *old.aliases})
    return tuple(threads[identity] for identity in sorted(threads))


def _with_aliases(thread: ThreadIdentity, more: set[str]) -> ThreadIdentity:
    aliases = (more | set(thread.aliases)) - {thread.id}
    return structs.replace(thread, aliases=tuple(sorted(aliases)))
