"""A document as lines: its elements, indented as they hang together."""

from collections import defaultdict
from collections.abc import Iterator

from rodedraad.cli.lines import line_of
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.explain import suggest
from rodedraad.model.build import Build
from rodedraad.model.document import Document, Element

_WIDTH = 100


def listing(build: Build) -> Iterator[str]:
    """Yield a line a document."""
    for document in build.documents:
        count = len(document.elements)
        yield f"{document.id}: {document.title} ({document.organisation.name}), {count} onderdelen"


def document_of(build: Build, wanted: str) -> Document:
    """Return the document with this id.

    Raises:
        DossierError: there is none.
    """
    documents = {document.id: document for document in build.documents}
    if wanted not in documents:
        remedy = suggest(wanted, tuple(documents))
        raise DossierError(Problem(file=wanted, problem="dit document staat niet in de build", remedy=remedy))
    return documents[wanted]


def tree(build: Build, document: Document) -> Iterator[str]:
    """Yield a line an element, in reading order under what it stands under."""
    children: dict[str | None, list[Element]] = defaultdict(list)
    for element in document.elements:
        children[element.parent].append(element)

    def below(parent: str | None, depth: int) -> Iterator[str]:
        for element in children[parent]:
            yield "  " * depth + _line(build, document, element)
            yield from below(element.id, depth + 1)

    yield f"{document.title} ({document.organisation.name})"
    yield from below(None, 1)


def _line(build: Build, document: Document, element: Element) -> str:
    kind = f"{element.kind}/{element.phase}" if element.phase else str(element.kind)
    place = line_of(build, document.id, element.spans[0]) if element.spans else "zonder plaats"
    status = f" [{element.status.value}]" if element.status else ""
    words = " ".join(filter(None, (element.number, element.label, " ".join(element.text.split()))))
    return f"{kind}{status} ({place}) {_short(words)}"


def _short(words: str) -> str:
    return words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1].rstrip()}…"
