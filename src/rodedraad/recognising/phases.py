"""Which stage of which year's budget a column of amounts holds, in a document of a kind and year."""

from typing import NamedTuple

from rodedraad.model.terms import DocumentKind, MoneyPhase, Side
from rodedraad.recognising.heads import Head


class When(NamedTuple):
    """The document that columns stand in."""

    kind: DocumentKind
    year: int

    @property
    def reports(self) -> bool:
        """Whether the document looks back."""
        return self.kind in {DocumentKind.JAARSTUKKEN, DocumentKind.TUSSENRAPPORTAGE}


_OWN: dict[DocumentKind, MoneyPhase] = {
    DocumentKind.BEGROTING: MoneyPhase.APPROVED,
    DocumentKind.KADERNOTA: MoneyPhase.PROPOSED,
    DocumentKind.TUSSENRAPPORTAGE: MoneyPhase.ADJUSTED,
    DocumentKind.JAARSTUKKEN: MoneyPhase.EXECUTED,
}


def own_phase(when: When) -> MoneyPhase:
    """Return the stage that a document of this kind is itself about."""
    return _OWN[when.kind]


def year_of(head: Head, when: When) -> int | None:
    """Return the year of a column: its own, counted from the document's (`t-1`), or the document's.

    A realisation without a year in a document that looks ahead has none.
    """
    if head.year is not None:
        return head.year
    if head.steps is not None:
        return when.year + head.steps
    return None if head.phase is MoneyPhase.EXECUTED and not when.reports else when.year


def phase_of(head: Head, when: When) -> MoneyPhase | None:
    """Return the stage of a column of money; None where the head does not tell.

    Years alone are those of the document's own stage, where they can be; of earlier years a budget tells
    the budget of the last and the account of those before it, a report tells nothing of later ones.
    """
    year = year_of(head, when)
    if head.forecast:
        return _forecast(year, when)
    if head.phase is not None:
        early = head.phase is MoneyPhase.EXECUTED and not when.reports and (year or 0) >= when.year
        return own_phase(when) if early else _settled(head.phase, when)
    if head.budget:
        ahead = when.kind is DocumentKind.KADERNOTA and year is not None and year >= when.year
        return MoneyPhase.PROPOSED if ahead else MoneyPhase.APPROVED
    if year is None or (year <= when.year if when.reports else year >= when.year):
        return own_phase(when)
    return _earlier(year, when) if when.kind is DocumentKind.BEGROTING else None


def _settled(phase: MoneyPhase, when: When) -> MoneyPhase:
    """Return a stage as a report sees it: what was proposed for its year is what was first approved."""
    return MoneyPhase.APPROVED if when.reports and phase is MoneyPhase.PROPOSED else phase


def _earlier(year: int, when: When) -> MoneyPhase:
    """Return the stage of a year before that of a budget: only the last is not yet accounted for."""
    return MoneyPhase.APPROVED if year == when.year - 1 else MoneyPhase.EXECUTED


def _forecast(year: int | None, when: When) -> MoneyPhase:
    """Return the stage of what is expected: in a report what the year comes to, in a plan an estimate."""
    if when.reports:
        return MoneyPhase.EXECUTED
    return MoneyPhase.ADJUSTED if year is not None and year < when.year else own_phase(when)


def side_of(head: Head, when: When, *, is_own: bool) -> Side | None:
    """Return the role of a column of an indicator's figures; None where the head does not tell.

    What a budget says of its own and later years is aimed at; what it says of the past was measured.
    """
    if head.side is not None:
        return head.side
    if head.difference:
        return None
    if head.phase is MoneyPhase.EXECUTED or head.forecast:
        return Side.VALUE
    if head.budget or head.phase is not None:
        return Side.TARGET
    if head.year is not None or head.steps is not None:
        ahead = (year_of(head, when) or 0) >= when.year + (1 if when.reports else 0)
        return Side.TARGET if ahead else Side.VALUE
    return Side.VALUE if is_own else None
