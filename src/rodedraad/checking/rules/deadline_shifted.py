"""A deadline that moved."""

from collections.abc import Iterator

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
        """Yield a remark for each shift to a later date."""
        for shift in case.threads.shifts:
            if shift.days > 0:
                yield Remark(
                    subject=Subject(document=shift.now.document, element=shift.now.element),
                    others=(Pointer(document=shift.planned.document, element=shift.planned.element),),
                    message=_message(shift),
                    evidence=(*_quotes(case, shift.planned), *_quotes(case, shift.now)),
                    key=f"{shift.planned.document} {shift.planned.element} {shift.planned.end}",
                )


def _message(shift: Shift) -> str:
    before = f"‘{shift.planned.text}’ ({day(shift.planned.end)})"
    after = f"‘{shift.now.text}’ ({day(shift.now.end)})"
    why = f"Als reden staat er: {shift.cause}" if shift.cause else "Staat erbij waarom?"
    return f"De termijn was {before} en is nu {after}: {_days(shift.days)} later. {why}"


def _days(days: int) -> str:
    return "1 dag" if days == 1 else f"{days} dagen"


def _quotes(case: Case, dated: Dated) -> Iterator[Quote]:
    element = case.element(Pointer(document=dated.document, element=dated.element))
    for deadline in element.deadlines:
        if _is(deadline, dated):
            yield Quote(document=dated.document, span=deadline.evidence)
            return


def _is(deadline: Deadline, dated: Dated) -> bool:
    return (deadline.start, deadline.end, deadline.text) == (dated.start, dated.end, dated.text)
