"""What stands around a promise: its indicators, money, risks, planning and partners."""

from collections.abc import Iterable

from msgspec import Struct

from rodedraad.model.document import Amount, Element, Value
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer, Thread
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.shown import euro, number
from rodedraad.publishing.views.common import Place, place_of, place_of_element, text_of
from rodedraad.publishing.words import word

UNKNOWN = "niet bekend"
"""What is said of a figure that is not known, in Dutch."""


class Fact(Struct, frozen=True, kw_only=True):
    """One figure or line that belongs to a promise, with its document and place."""

    what: str
    value: str
    document: str
    place: Place | None


class Facts(Struct, frozen=True, kw_only=True):
    """All that stands around a promise."""

    indicators: tuple[Fact, ...]
    money: tuple[Fact, ...]
    risks: tuple[Fact, ...]
    planning: tuple[Fact, ...]
    partners: tuple[Fact, ...]


def facts_of(lookup: Lookup, thread: Thread) -> Facts:
    """Return what stands at or under the members of a thread."""
    around = list(_around(lookup, thread))
    return Facts(
        indicators=_indicators(lookup, around),
        money=tuple(fact for at, one in around for fact in _amounts(lookup, at, one)),
        risks=_lines(lookup, around, Kind.RISK),
        planning=_lines(lookup, around, Kind.PLANNING),
        partners=tuple(fact for at, one in around for fact in _partners(lookup, at, one)),
    )


def _around(lookup: Lookup, thread: Thread) -> Iterable[tuple[Pointer, Element]]:
    seen: dict[Pointer, Element] = {}
    for member in thread.members:
        own = lookup.elements[member]
        for one in (own, *lookup.answers(member), *_particulars(lookup, member, own)):
            seen.setdefault(Pointer(document=member.document, element=one.id), one)
    return seen.items()


def _particulars(lookup: Lookup, member: Pointer, own: Element) -> Iterable[Element]:
    """Return what is under a promise itself; the activities under a goal have threads of their own."""
    return lookup.below(member) if own.kind is not Kind.GOAL else lookup.children(member)


def _indicators(lookup: Lookup, around: list[tuple[Pointer, Element]]) -> tuple[Fact, ...]:
    """Return the values, oldest period first; the name is told where there is more than one."""
    found = [(at, value) for at, one in around for value in one.values]
    several = len({value.name for _, value in found}) > 1
    ordered = sorted(found, key=lambda entry: (entry[1].name, entry[1].period or ""))
    return tuple(_value(lookup, at, value, named=several) for at, value in ordered)


def _value(lookup: Lookup, at: Pointer, value: Value, *, named: bool) -> Fact:
    what = f"{word('side', value.side.value)}{_when(value)}"
    return Fact(
        what=f"{value.name} ({what})" if named else what,
        value=value_words(value),
        document=lookup.document(at.document).title,
        place=place_of(lookup, at.document, value.evidence)
        if value.evidence
        else place_of_element(lookup, at),
    )


def _when(value: Value) -> str:
    return f", {value.period}" if value.period else ""


def value_words(value: Value) -> str:
    """Return a value of an indicator; a value that is missing is not a zero."""
    if value.value is not None:
        return number(value.value) + (f" {value.unit}" if value.unit and value.unit != "aantal" else "")
    return value.words or say(UNKNOWN)


def _amounts(lookup: Lookup, at: Pointer, element: Element) -> Iterable[Fact]:
    for amount in element.amounts:
        yield Fact(
            what=f"{say(amount.what)}, {word('money-phase', amount.phase.value)} {amount.year or ''}".strip(),
            value=amount_words(amount),
            document=lookup.document(at.document).title,
            place=place_of(lookup, at.document, amount.evidence)
            if amount.evidence
            else place_of_element(lookup, at),
        )


def amount_words(amount: Amount) -> str:
    """Return an amount in euro; an amount that is not known is not a zero."""
    return say(UNKNOWN) if amount.value is None else euro(amount.value)


def _lines(lookup: Lookup, around: list[tuple[Pointer, Element]], kind: Kind) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            what=text_of(one),
            value="",
            document=lookup.document(at.document).title,
            place=place_of_element(lookup, at),
        )
        for at, one in around
        if one.kind is kind
    )


def _partners(lookup: Lookup, at: Pointer, element: Element) -> Iterable[Fact]:
    for ref in element.refs:
        if ref.kind == "organisation":
            yield Fact(
                what=ref.name,
                value="",
                document=lookup.document(at.document).title,
                place=place_of(lookup, at.document, ref.evidence),
            )
