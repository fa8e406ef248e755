"""A mandatory indicator that is counted by another number of people than the regulation does."""

import re
from collections.abc import Iterator
from typing import Final

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.model.bbv import mandatory_by_code
from rodedraad.model.document import Value
from rodedraad.model.terms import Kind, Severity

_PER: Final = re.compile(r"\bper (1\.?0{3}|10\.?0{3}|100)\b(?!\.?\d)", re.IGNORECASE)


class MandatoryDenominator(Rule):
    """Per 1.000 where the source counts per 10.000, or the other way."""

    code = "mandatory-denominator"
    title = "Verplichte indicator per een ander aantal inwoners"
    severity = Severity.QUESTION
    basis = grounds.MANDATORY
    explanation = (
        "Een verplichte indicator staat er per een ander aantal inwoners dan waarin de bron hem telt, "
        "bijvoorbeeld per 1.000 in plaats van per 10.000. Zo is hij niet te vergelijken."
    )
    remedy = "Vermeld de waarde in de eenheid van de bron, of reken haar om."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each indicator, once an element."""
        for document, element in case.elements(Kind.INDICATOR):
            for value in element.values:
                told = _told(value)
                asked = mandatory_by_code(value.standard)
                if asked is not None and asked.per is not None and told not in (None, asked.per):
                    yield Remark(
                        subject=about(document, element),
                        message=f"‘{value.name}’ staat er per {told:,}; de bron telt {asked.unit}.".replace(
                            ",", "."
                        ),
                        evidence=quotes(document, element.spans),
                    )
                    break


def _told(value: Value) -> int | None:
    found = _PER.search(f"{value.unit or ''} {value.name}")
    return int(found[1].replace(".", "")) if found is not None else None
