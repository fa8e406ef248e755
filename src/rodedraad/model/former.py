"""What was public and is in the build no more: its addresses keep telling so.

Ids alone, and no text: what a municipality took out of a document stays out.
"""

from msgspec import Struct

from rodedraad.model.terms import Kind

FORMER_FORMAT = "rodedraad-former/1"


class FormerElement(Struct, frozen=True, kw_only=True, order=True):
    """An element that was public; `document` may be in the build no more either."""

    document: str
    element: str
    kind: Kind


class FormerThing(Struct, frozen=True, kw_only=True, order=True):
    """A thread or a finding that was public, and the document where it stood last."""

    id: str
    document: str


class Former(Struct, frozen=True, kw_only=True):
    """The file former.json: what identities.json names and the build holds no more."""

    format: str = FORMER_FORMAT
    documents: tuple[str, ...] = ()
    elements: tuple[FormerElement, ...] = ()
    threads: tuple[FormerThing, ...] = ()
    findings: tuple[FormerThing, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything of the kind."""
        return bool(self.documents or self.elements or self.threads or self.findings)
