"""Documents for the tests of the rules, built by hand."""

from collections.abc import Iterable, Sequence
from datetime import date

from rodedraad.checking import Case, check
from rodedraad.checking.rule import Remark, Rule
from rodedraad.model.document import Deadline, Document, Element, Organisation, Span, StatusJudgement, Value
from rodedraad.model.findings import Finding
from rodedraad.model.terms import By, DocumentKind, Kind, Phase, Reporting, Side, Status
from rodedraad.model.threads import Threads

TOWN = Organisation(code="GM9999", name="Voorbeeldstad")


def element(
    identity: str, text: str, kind: Kind = Kind.ACTIVITY, phase: Phase | None = Phase.PLAN, **more: object
) -> Element:
    """An element on a stretch of text of its own, which its id decides."""
    start = int.from_bytes(identity.encode()[-3:]) * 1000
    more.setdefault("spans", (Span(source=0, start=start, end=start + len(text)),))
    return Element(id=identity, kind=kind, phase=phase, text=text, **more)  # type: ignore[arg-type]


def goal(identity: str, text: str = "Inwoners doen mee.", **more: object) -> Element:
    return element(identity, text, Kind.GOAL, **more)


def result(identity: str, text: str, *answers: str, kind: Kind = Kind.ACTIVITY, **more: object) -> Element:
    return element(identity, text, kind, Phase.ACTUAL, answers=answers, **more)


def heading(identity: str, text: str, kind: Kind = Kind.SECTION, **more: object) -> Element:
    return element(identity, text, kind, None, **more)


def indicator(identity: str, text: str, phase: Phase = Phase.PLAN, **more: object) -> Element:
    return element(identity, text, Kind.INDICATOR, phase, **more)


def value(number: float | None, period: str | None = None, side: Side = Side.VALUE, **more: object) -> Value:
    more.setdefault("missing", "n.b." if number is None else None)
    return Value(name="aantal", side=side, raw=str(number), value=number, period=period, **more)  # type: ignore[arg-type]


def judged(status: Status, by: By = By.SYMBOL, evidence: Sequence[Span] = ()) -> StatusJudgement:
    return StatusJudgement(value=status, by=by, evidence=tuple(evidence))


def deadline(start: date, end: date, text: str) -> Deadline:
    return Deadline(start=start, end=end, text=text, evidence=Span(source=0, start=0, end=len(text)))


def budget(*elements: Element, year: int = 2024, identity: str | None = None, **more: object) -> Document:
    name = identity or f"begroting-{year}"
    return _document(name, DocumentKind.BEGROTING, year, date(year - 1, 11, 9), elements, **more)


def report(
    *elements: Element, year: int = 2024, reporting: Reporting | None = Reporting.FULL, **more: object
) -> Document:
    made = (f"jaarstukken-{year}", DocumentKind.JAARSTUKKEN, year, date(year + 1, 6, 24), elements)
    return _document(*made, reporting=reporting, **more)


def _document(
    identity: str, kind: DocumentKind, year: int, adopted: date, elements: Iterable[Element], **more: object
) -> Document:
    title = f"{kind.value.capitalize()} {year}"
    return Document(
        id=identity,
        organisation=TOWN,
        kind=kind,
        year=year,
        title=title,
        adopted=adopted,
        elements=tuple(elements),
        **more,  # type: ignore[arg-type]
    )


def remarks(rule: type[Rule], *documents: Document, threads: Threads | None = None) -> list[Remark]:
    return list(rule().check(Case(documents, threads or Threads())))


def about(rule: type[Rule], *documents: Document, threads: Threads | None = None) -> list[str | None]:
    """The elements that a rule speaks about."""
    return [remark.subject.element for remark in remarks(rule, *documents, threads=threads)]


def found(*documents: Document, threads: Threads | None = None) -> list[Finding]:
    return list(check(documents, threads or Threads()).findings)
