"""A figure that a document does not give while its source had it."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.computed import Beside, beside, sources, told
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.model.terms import Severity


class FigureAvailable(Rule):
    """A document says that a measured value is not there, while files that were delivered before it have it.

    A file without a day of delivery says nothing: nobody knows whether it was there in time.
    """

    code = "figure-available"
    title = "Cijfer ontbreekt, maar was er wel"
    severity = Severity.QUESTION
    basis = grounds.NO_FIGURE
    explanation = (
        "Het document zegt dat een waarde er niet is. In cijfers die al waren aangeleverd voordat "
        "het is vastgesteld, staat zij wel."
    )
    remedy = "Neem de waarde over, of leg uit waarom zij niet te gebruiken is."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such value."""
        for found in beside(case):
            value = found.value
            if value.value is None and value.missing and not value.words and _in_time(case, found):
                yield _remark(case, found)


def _in_time(case: Case, found: Beside) -> bool:
    digests = {origin.sha256 for origin in found.seen.origins}
    days = [one.delivered for one in case.observations.deliveries if one.sha256 in digests]
    return all(day is not None and day <= found.document.adopted for day in days)


def _remark(case: Case, found: Beside) -> Remark:
    mark = "" if found.value.missing == "leeg" else f" (‘{found.value.missing}’)"
    return Remark(
        subject=about(found.document, found.element),
        message=(
            f"Het stuk geeft bij ‘{found.name}’ over {found.value.period} geen waarde{mark}; "
            f"de bron ({sources(case, found.seen)}) zegt {told(found.seen)}."
        ),
        evidence=quotes(found.document, found.spans),
        key=f"{found.name}-{found.value.period}",
    )
