"""A promise that was not found again."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import is_promise
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.wording import quoted, titles
from rodedraad.model.terms import Kind, Severity
from rodedraad.model.threads import Pointer

_ASKED_ABOUT = (Kind.ACTIVITY, Kind.GOAL)


class PromiseDropped(Rule):
    """An activity or goal that was due was not found again in a later report in full with the same scope."""

    code = "promise-dropped"
    title = "Belofte niet teruggevonden"
    severity = Severity.WARNING
    basis = grounds.CHECKABLE
    explanation = (
        "Een belofte had terug moeten komen in een later stuk over hetzelfde onderwerp, en is daar niet "
        "teruggevonden. Misschien staat zij er in andere woorden."
    )
    remedy = "Wijs aan waar de belofte terugkomt, of schrijf wat er van haar is geworden."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such promise."""
        for dropped in case.threads.dropped:
            pointer = Pointer(document=dropped.document, element=dropped.element)
            element, document = case.element(pointer), case.document(dropped.document)
            if element.kind in _ASKED_ABOUT and is_promise(case, document, element):
                searched = titles([case.document(one) for one in dropped.searched])
                yield Remark(
                    subject=about(document, element),
                    message=f"De belofte {quoted(element)} is niet teruggevonden in {searched}.",
                    evidence=quotes(document, element.spans),
                )
