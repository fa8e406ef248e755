"""A deadline that moved."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule
from rodedraad.checking.wording import day
from rodedraad.model.document import Deadline
from rodedraad.model.findings import Quote, Subject
from rodedraad.model.terms import Severity
from rodedraad.model.threads import Dated, Pointer, Shift


class DeadlineShifted(Rule):
    """The same promise has a later deadline in a later document, or in the report beside it."""

    code = "deadline-shifted"
    title = "Termijn schuift op"
    severity = Severity.QUESTION
    basis = grounds.COHERENT
    explanation = "De termijn van deze belofte is later dan eerst."
    remedy = "Noem de oude termijn erbij, en waarom die is veranderd."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each promise and new date; where it moved before, from its newest older date."""
        for shifts in _by_new_date(case):
            last = max(shifts, key=lambda shift: (case.position(shift.planned.document), shift.planned.end))
            yield Remark(
                subject=Subject(document=last.now.document, element=last.now.element),
                others=tuple(dict.fromkeys(_pointer(shift.planned) for shift in shifts)),
                message=_message(last),
                evidence=(*_quotes(case, last.planned), *_quotes(case, last.now)),
                key=f"{last.now.start} {last.now.end}",
            )


def _by_new_date(case: Case) -> Iterable[list[Shift]]:
    """Return the shifts to a later date, those to the same new date of the same element together."""
    groups: dict[tuple[Pointer, date], list[Shift]] = defaultdict(list)
    for shift in case.threads.shifts:
        if shift.days > 0:
            groups[_pointer(shift.now), shift.now.end].append(shift)
    return groups.values()


def _pointer(dated: Dated) -> Pointer:
    return Pointer(document=dated.document, element=dated.element)


def _message(shift: Shift) -> str:
    before = f"‘{shift.planned.text}’ ({day(shift.planned.end)})"
    after = f"‘{shift.now.text}’ ({day(shift.now.end)})"
    why = f"Als reden staat er: {shift.cause}" if shift.cause else "Staat erbij waarom?"
    return f"De termijn was {before} en is nu {after}: {_days(shift.days)} later. {why}"


def _days(days: int) -> str:
    return "1 dag" if days == 1 else f"{days} dagen"


def _quotes(case: Case, dated: Dated) -> Iterator[Quote]:
    for deadline in case.element(_pointer(dated)).deadlines:
        if _is(deadline, dated):
            yield Quote(document=dated.document, span=deadline.evidence)
            return


def _is(deadline: Deadline, dated: Dated) -> bool:
    return (deadline.start, deadline.end, deadline.text) == (dated.start, dated.end, dated.text)
