"""A field with more promises than answers."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import Field, fields, is_answered, is_promise
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.wording import counted, quoted
from rodedraad.model.terms import Kind, Reporting, Severity


class PartialAnswer(Rule):
    """A report in full answers some of the activities or terms that stand together, not all."""

    code = "partial-answer"
    title = "Antwoord op een deel van de beloften"
    severity = Severity.QUESTION
    basis = grounds.CONNECTED
    explanation = (
        "Een aantal beloften staat bij elkaar en krijgt samen antwoord. Voor een of meer ervan is geen eigen "
        "antwoord gevonden. Het antwoord op een andere belofte kan deze ook bedoelen."
    )
    remedy = "Schrijf per belofte een antwoord, of zeg dat het antwoord voor allemaal geldt."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark a field."""
        for field in fields(case, Kind.ACTIVITY, Kind.PLANNING):
            if field.document.reporting is Reporting.FULL:
                yield from _remark(case, field)


def _remark(case: Case, field: Field) -> Iterator[Remark]:
    promises = [element for element in field.promises if is_promise(case, field.document, element)]
    silent = [element for element in promises if not is_answered(case, field.document, element)]
    if silent and len(silent) < len(promises):
        count = counted(len(promises), field.kind)
        message = (
            f"Van {count} is bij {len(silent)} geen eigen antwoord gevonden, zoals bij {quoted(silent[0])}."
        )
        yield together(field.document, silent, message)
