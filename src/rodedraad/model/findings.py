"""What the checks say."""

from msgspec import UNSET, Struct, UnsetType

from rodedraad.model.document import Span
from rodedraad.model.terms import Severity
from rodedraad.model.threads import Pointer

FINDINGS_FORMAT = "rodedraad-findings/1"


class Quote(Struct, frozen=True, kw_only=True):
    """Words of a document that a finding rests on."""

    document: str
    span: Span


class Subject(Struct, frozen=True, kw_only=True, order=True):
    """What a finding is about: an element, or the document as a whole."""

    document: str
    element: str | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """One statement of one rule, with the ground it rests on and how to mend it.

    `reply` is what the municipality says of it, and `reply_role` who said so for it.
    """

    id: str
    rule: str
    severity: Severity
    subject: Subject
    others: tuple[Pointer, ...] = ()
    message: str
    basis: str
    remedy: str
    evidence: tuple[Quote, ...] = ()
    reply: str | None = None
    reply_role: str | UnsetType = UNSET


class Findings(Struct, frozen=True, kw_only=True):
    """All findings of a dossier, in order of document, then of reading."""

    format: str = FINDINGS_FORMAT
    findings: tuple[Finding, ...] = ()
