"""Goals that a report repeats without saying how far they were reached."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import fields, is_answered, is_promise
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.wording import counted, such_as
from rodedraad.model.terms import Kind, Reporting, Severity


class GoalWithoutResult(Rule):
    """A report in full repeats goals without activities of their own, and tells no result of them."""

    code = "goal-without-result"
    title = "Doel zonder resultaat"
    severity = Severity.QUESTION
    basis = grounds.BBV_RESULTS
    explanation = "Het verslag noemt doelen, maar er is niet gevonden hoe ver ze zijn gehaald."
    remedy = "Schrijf bij elk doel hoe ver het is gehaald, liefst met een indicator."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each group of such goals."""
        for field in fields(case, Kind.GOAL):
            goals = [goal for goal in field.promises if is_promise(case, field.document, goal)]
            silent = [goal for goal in goals if not is_answered(case, field.document, goal)]
            if silent and field.document.reporting is Reporting.FULL:
                message = f"Bij {counted(len(silent), Kind.GOAL)} is geen resultaat gevonden{such_as(silent)}"
                yield together(field.document, silent, message)
