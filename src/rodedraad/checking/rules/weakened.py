"""A promise that says less than it did."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule
from rodedraad.model.findings import Quote, Subject
from rodedraad.model.terms import ChangeKind, Effect, Severity
from rodedraad.model.threads import Change, Pointer, Worded

_NONE = {
    ChangeKind.COMMITMENT: "andere woorden",
    ChangeKind.SCOPE: "geen hoeveelheid",
    ChangeKind.NUMBER: "geen aantal",
    ChangeKind.DATE: "geen termijn",
    ChangeKind.GROUP: "deze groep niet",
    ChangeKind.HEDGE: "geen voorbehoud",
}


class Weakened(Rule):
    """A later document says a promise in weaker words: a verb, a number, a date, a group or a reserve."""

    code = "weakened"
    title = "Belofte zachter verwoord"
    severity = Severity.QUESTION
    basis = grounds.COHERENT
    explanation = (
        "Dezelfde belofte staat in een later stuk in andere woorden, die volgens onze lezing minder "
        "toezeggen. Daar kan een goede reden voor zijn."
    )
    remedy = "Noem wat er veranderde en waarom, of zeg dat hetzelfde is bedoeld."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each promise, older text and thing that became weaker."""
        for change in _once(case):
            yield Remark(
                subject=Subject(document=change.now.document, element=change.now.element),
                others=(Pointer(document=change.was.document, element=change.was.element),),
                message=_message(case, change),
                evidence=(*_quote(change.was), *_quote(change.now)),
                key=f"{change.what} {change.was.document} {change.was.words}",
            )


def _once(case: Case) -> Iterator[Change]:
    """Yield what became weaker; an element on two threads is told of once."""
    seen = set[tuple[ChangeKind, Worded, Worded]]()
    for change in case.threads.changes:
        key = change.what, change.was, change.now
        if change.effect is Effect.WEAKER and key not in seen:
            seen.add(key)
            yield change


def _message(case: Case, change: Change) -> str:
    was = f"‘{change.was.words}’" if change.was.words else _NONE[change.what]
    now = f"‘{change.now.words}’" if change.now.words else _NONE[change.what]
    return (
        f"In ‘{case.document(change.was.document).title}’ staat {was}, "
        f"in ‘{case.document(change.now.document).title}’ staat {now}. Staat erbij waarom?"
    )


def _quote(side: Worded) -> Iterator[Quote]:
    if side.evidence is not None:
        yield Quote(document=side.document, span=side.evidence)
