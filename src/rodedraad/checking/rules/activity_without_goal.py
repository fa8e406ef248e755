"""An activity for which a budget names no goal."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import Field, fields
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.wording import counted, such_as
from rodedraad.model.terms import DocumentKind, Kind, Severity


class ActivityWithoutGoal(Rule):
    """A budget names activities that stand under no goal."""

    code = "activity-without-goal"
    title = "Activiteit zonder doel"
    severity = Severity.QUESTION
    basis = grounds.CONTRIBUTES
    explanation = "De begroting noemt een activiteit, maar er is niet gevonden aan welk doel die bijdraagt."
    remedy = "Zet de activiteit onder een doel, of noem het doel erbij."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each group of such activities."""
        for field in fields(case, Kind.ACTIVITY):
            plan, is_budget = field.promises, field.document.kind is DocumentKind.BEGROTING
            if plan and is_budget and not _has_goal(case, field):
                message = f"Bij {counted(len(plan), Kind.ACTIVITY)} is geen doel gevonden{such_as(plan)}"
                yield together(field.document, plan, message)


def _has_goal(case: Case, field: Field) -> bool:
    """Return whether the activities stand under a goal, or within another activity."""
    if field.above is None:
        return False
    above = [field.above, *case.ancestors(field.document, field.above)]
    return field.above.kind is Kind.ACTIVITY or any(one.kind is Kind.GOAL for one in above)
