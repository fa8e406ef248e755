"""A promise that a report repeats without saying what came of it."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import Field, fields, is_answered, is_promise
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.wording import named, quoted
from rodedraad.model.document import Element
from rodedraad.model.terms import Kind, Reporting, Severity


class PromiseWithoutResult(Rule):
    """A report in full repeats an activity, and nothing in its field tells a result."""

    code = "promise-without-result"
    title = "Belofte zonder resultaat"
    severity = Severity.WARNING
    basis = grounds.CHECKABLE
    explanation = (
        "Het verslag herhaalt een belofte uit de begroting. Bij deze belofte, en bij de beloften die ernaast "
        "staan, is geen resultaat gevonden."
    )
    remedy = "Schrijf bij de belofte wat er is gedaan, of waarom het niet is gedaan."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such activity."""
        for field in fields(case, Kind.ACTIVITY):
            for element in unanswered(case, field) if field.document.reporting is Reporting.FULL else ():
                message = (
                    f"Bij de {named(field.kind)} {quoted(element)} is in dit verslag geen resultaat gevonden."
                )
                yield Remark(
                    subject=about(field.document, element),
                    message=message,
                    evidence=quotes(field.document, element.spans),
                )


def unanswered(case: Case, field: Field) -> list[Element]:
    """Return the promises of a field where none is answered; none where one is."""
    promises = [element for element in field.promises if is_promise(case, field.document, element)]
    if any(is_answered(case, field.document, element) for element in promises):
        return []
    return promises
