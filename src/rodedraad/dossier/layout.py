"""Where everything stands in a build."""

from typing import Final

MANIFEST: Final = "manifest.json"
THREADS: Final = "threads.json"
FINDINGS: Final = "findings.json"
FORMER: Final = "former.json"
OBSERVATIONS: Final = "observations.json"
SITE: Final = "site"
DATA: Final = "data"


def document_path(document: str) -> str:
    """Return the path of a document."""
    return f"documents/{document}.json"


def text_path(document: str, number: int) -> str:
    """Return the path of the text of a document's source; the first is number 1."""
    return f"texts/{document}/{number}.txt"


def places_path(document: str, number: int) -> str:
    """Return the path of the places that belong to a text."""
    return f"texts/{document}/{number}.places.json"
