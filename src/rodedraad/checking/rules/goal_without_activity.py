"""A goal for which a budget names no activity."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import Field, fields
from rodedraad.checking.phrases import sentences
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.tree import activities_below, activities_beside
from rodedraad.checking.wording import counted, such_as
from rodedraad.model.document import Element
from rodedraad.model.terms import DocumentKind, Kind, Severity


class GoalWithoutActivity(Rule):
    """A budget names goals under or beside which no activity stands."""

    code = "goal-without-activity"
    title = "Doel zonder activiteit"
    severity = Severity.QUESTION
    basis = grounds.CONTRIBUTES
    explanation = (
        "De begroting noemt een doel, maar onder dat doel is niet gevonden wat de gemeente ervoor gaat doen. "
        "Misschien staan de activiteiten ergens anders, los van het doel."
    )
    remedy = "Zet bij elk doel wat de gemeente ervoor gaat doen."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each group of such goals."""
        for field in fields(case, Kind.GOAL):
            bare = [goal for goal in field.promises if _is_bare(case, field, goal)]
            apart = field.document.kind is DocumentKind.BEGROTING and not activities_beside(case, field)
            if bare and apart:
                message = f"Bij {counted(len(bare), Kind.GOAL)} is geen activiteit gevonden{such_as(bare)}"
                yield together(field.document, bare, message)


def _is_bare(case: Case, field: Field, goal: Element) -> bool:
    """Return whether no activity stands under a goal; a paragraph may tell in its own words what is done."""
    running_text = len(list(sentences(goal))) > 1
    return not running_text and not activities_below(case, field.document, goal)
