"""What people decided about a dossier; it outlives every rebuild."""

from datetime import datetime

from msgspec import Struct, field

from rodedraad.model.terms import Decision, Relation, Status
from rodedraad.model.threads import Pointer


class LinkDecision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person confirmed or rejected a link."""

    from_: Pointer = field(name="from")
    to: Pointer
    decision: Decision
    relation: Relation | None = None
    role: str | None = None
    decided_at: datetime | None = None


class StatusDecision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person set the status of a promise, and says why."""

    document: str
    element: str
    value: Status
    reason: str
    role: str | None = None


class Reply(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the municipality replied to a finding."""

    finding: str
    text: str
    role: str | None = None


class Decisions(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file decisions.toml."""

    link: tuple[LinkDecision, ...] = ()
    status: tuple[StatusDecision, ...] = ()
    reply: tuple[Reply, ...] = ()
