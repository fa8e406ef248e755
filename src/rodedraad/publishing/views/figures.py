"""Indicators and money of a document: what was aimed at, and what it became."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.document import Document, Element, Value
from rodedraad.model.terms import Kind, MoneyPhase, Side
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.chart import shares
from rodedraad.publishing.indicators import indicator_id
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.money import SIDES, money_programmes
from rodedraad.publishing.shown import euro_short
from rodedraad.publishing.views.common import Place, place_of_element, text_of
from rodedraad.publishing.views.facts import UNKNOWN, value_words


class IndicatorRow(Struct, frozen=True, kw_only=True):
    """One indicator in one document: whether a value is known, a target is set and a source is named.

    Where a place is kept for the value of the document's own year, that one has to be known.
    """

    name: str
    href: str
    organisation: str
    document: str
    year: int
    baseline: str
    target: str
    value: str
    unit: str
    known: bool
    aimed: bool
    sourced: bool
    place: Place | None


class MoneyRow(Struct, frozen=True, kw_only=True):
    """Budget beside actual of one line of money; lengths on one scale; `href` leads to all its years."""

    name: str
    year: int
    href: str
    what: str
    budget: str
    actual: str
    budget_length: str
    actual_length: str
    place: Place | None


def indicator_rows(lookup: Lookup, document: Document) -> tuple[IndicatorRow, ...]:
    """Return the indicators of a document in reading order, each with what its results report."""
    return tuple(
        row
        for one in document.elements
        if _leads(lookup, document, one)
        for row in _rows(lookup, document, one)
    )


def _leads(lookup: Lookup, document: Document, element: Element) -> bool:
    """Return whether an indicator element stands for itself, and is no answer to another one."""
    if element.kind is not Kind.INDICATOR:
        return False
    answered = (lookup.elements[Pointer(document=document.id, element=one)] for one in element.answers)
    return not any(one.kind is Kind.INDICATOR for one in answered)


def _rows(lookup: Lookup, document: Document, element: Element) -> Iterator[IndicatorRow]:
    pointer = Pointer(document=document.id, element=element.id)
    answers = [one for one in lookup.answers(pointer) if one.kind is Kind.INDICATOR]
    values = [value for one in (element, *answers) for value in one.values]
    if not values:
        yield _in_words(lookup, pointer, [text_of(one) for one in answers])
    for name, group in grouped(values, lambda value: value.name).items():
        yield _row(lookup, pointer, name or element.text, list(group))


def _row(lookup: Lookup, pointer: Pointer, name: str, values: list[Value]) -> IndicatorRow:
    document = lookup.document(pointer.document)
    measured = [value for value in values if value.side is Side.VALUE]
    own = [value for value in measured if str(document.year) in (value.period or "")]
    return IndicatorRow(
        name=name.strip() or text_of(lookup.elements[pointer]),
        href=addresses.indicator(indicator_id(lookup, pointer)),
        organisation=document.organisation.name,
        document=document.title,
        year=document.year,
        baseline=_words(values, Side.BASELINE),
        target=_words(values, Side.TARGET),
        value=_words(values, Side.VALUE),
        unit=next((value.unit for value in values if value.unit), ""),
        known=any(value.value is not None or value.words for value in own or measured),
        aimed=any(value.side is Side.TARGET and value.missing is None for value in values),
        sourced=any(value.source for value in values),
        place=place_of_element(lookup, pointer),
    )


def _in_words(lookup: Lookup, pointer: Pointer, reported: list[str]) -> IndicatorRow:
    """Return an indicator without a value that could be read as one: what is said of it, in words."""
    row = _row(lookup, pointer, lookup.elements[pointer].text, [])
    said = "; ".join(reported)
    return replace(row, baseline="", target="", value=said or say(UNKNOWN), known=bool(said))


def _words(values: Iterable[Value], side: Side) -> str:
    words = [_bare(value) + _period(value) for value in values if value.side is side]
    return "; ".join(dict.fromkeys(words)) or say(UNKNOWN)


def _bare(value: Value) -> str:
    """Return a value without its unit, which stands beside the name; a percentage keeps its sign."""
    sign = "%" if value.unit and value.unit.startswith("%") else None
    return value_words(replace(value, unit=sign))


def _period(value: Value) -> str:
    return f" ({value.period})" if value.period else ""


def money_rows(lookup: Lookup, document: Document) -> tuple[MoneyRow, ...]:
    """Return the lines of money that have a budget and an actual for the document's year, never summed."""
    found = [
        (programme.key, line.name, what, budget, actual)
        for programme in money_programmes(lookup, (document,))
        for line in programme.lines
        for what in SIDES
        if (budget := line.budget(what, document.year))
        and (actual := line.settled(what, document.year, MoneyPhase.EXECUTED))
    ]
    lengths = shares([one.value or 0.0 for *_, budget, actual in found for one in (budget, actual)])
    return tuple(
        MoneyRow(
            name=name,
            year=document.year,
            href=addresses.money(document.organisation.code, key),
            what=what,
            budget=euro_short(budget.value or 0.0),
            actual=euro_short(actual.value or 0.0),
            budget_length=lengths[2 * number],
            actual_length=lengths[2 * number + 1],
            place=actual.place,
        )
        for number, (key, name, what, budget, actual) in enumerate(found)
    )
