"""A place for a status where no status can be read."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.phrases import heard
from rodedraad.checking.rule import Remark, Rule, about, pointers, quotes
from rodedraad.checking.rules.status_conflicts_with_text import stands_apart
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import LABELS, Severity


class StatusUnreadable(Rule):
    """A document has a heading or column for the status, and nothing readable stands in it."""

    code = "status-unreadable"
    title = "Status niet te lezen"
    severity = Severity.WARNING
    basis = grounds.NON_TEXT
    explanation = (
        "Het stuk heeft een kolom of kop ‘Status’, maar er staat niets in dat te lezen is. Vaak is het een "
        "pictogram of kleur zonder tekst."
    )
    remedy = "Zet de status ook in woorden, of geef het pictogram een tekstalternatief."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield one remark a document."""
        for document in case.documents:
            empty = [one for one in document.elements if _is_empty_status(case, document, one)]
            if empty:
                places = "1 plaats" if len(empty) == 1 else f"{len(empty)} plaatsen"
                yield Remark(
                    subject=about(document),
                    others=pointers(document, empty),
                    message=f"Op {places} staat een kop of kolom ‘Status’ zonder status die te lezen is.",
                    evidence=quotes(document, tuple(span for one in empty for span in one.spans)),
                )


def _is_empty_status(case: Case, document: Document, element: Element) -> bool:
    is_head = element.kind in LABELS
    if not (is_head and heard("status-head", element.text.strip(" :"))) or case.children(document, element):
        return False
    above = case.parent(document, element)
    near = [above, *case.descendants(document, above)] if above else list(document.elements)
    return not any(_has_status(case, document, one) for one in near)


def _has_status(case: Case, document: Document, element: Element) -> bool:
    """Return whether a status stands at an element: read, or as a word or symbol of its own."""
    symbols = {entry.symbol for entry in document.legend}
    alone = [words.strip(" .:") for words in (element.label, element.text) if words]
    if element.aspects or any(words in symbols or heard("status-value", words) for words in alone):
        return True
    return element.status is not None and stands_apart(element.status, case.results(document, element))
