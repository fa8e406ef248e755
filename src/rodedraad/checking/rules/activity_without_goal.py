"""An activity for which a budget names no goal."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import fields
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.tree import goal_around
from rodedraad.checking.wording import counted, such_as
from rodedraad.model.terms import DocumentKind, Kind, Severity

_FEWEST = 2  # a lone paragraph of running text may name its goal itself


class ActivityWithoutGoal(Rule):
    """A budget lists activities that stand neither under a goal nor beside one."""

    code = "activity-without-goal"
    title = "Activiteit zonder doel"
    severity = Severity.QUESTION
    basis = grounds.CONTRIBUTES
    explanation = "De begroting noemt activiteiten, maar er is niet gevonden aan welk doel ze bijdragen."
    remedy = "Zet de activiteit onder een doel, of noem het doel erbij."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each group of such activities."""
        for field in fields(case, Kind.ACTIVITY):
            plan, is_budget = field.promises, field.document.kind is DocumentKind.BEGROTING
            within = field.above is not None and field.above.kind is Kind.ACTIVITY
            is_list = len(plan) >= _FEWEST
            if is_list and is_budget and not within and not goal_around(case, field):
                message = f"Bij {counted(len(plan), Kind.ACTIVITY)} is geen doel gevonden{such_as(plan)}"
                yield together(field.document, plan, message)
