"""What was made public and is in a build no more."""

from rodedraad.model.build import Build
from rodedraad.model.former import Former, FormerElement, FormerThing
from rodedraad.model.identities import Identities


def former_of(identities: Identities, made: Build) -> Former:
    """Return what the public ids name and the build does not hold, each in a fixed order.

    A thread that was joined to another is in the build still, as its alias.
    """
    documents = {one.id for one in made.documents}
    elements = {(one.id, element.id) for one in made.documents for element in one.elements}
    threads = {name for one in made.threads.threads for name in (one.id, *one.aliases)}
    findings = {one.id for one in made.findings.findings}
    return Former(
        documents=tuple(sorted({one.document for one in identities.elements} - documents)),
        elements=tuple(
            sorted(
                FormerElement(document=one.document, element=one.id, kind=one.kind)
                for one in identities.elements
                if (one.document, one.id) not in elements
            )
        ),
        threads=tuple(
            sorted(
                FormerThing(id=name, document=one.members[-1].document)
                for one in identities.threads
                for name in (one.id, *one.aliases)
                if name not in threads
            )
        ),
        findings=tuple(
            sorted(
                FormerThing(id=one.id, document=one.document)
                for one in identities.findings
                if one.id not in findings
            )
        ),
    )
