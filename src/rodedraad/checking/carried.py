"""The same amounts in two documents: rows of money of the same name, side, year and phase of the budget."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from rodedraad.checking.ledgers import Column, Entry, Ledger, ledgers
from rodedraad.linking.scope import plain
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind

Key: TypeAlias = tuple[str, str, str]


class Row(NamedTuple):
    """A row of money, and how far its amounts may be off by rounding."""

    entry: Entry
    tolerance: float


class Pair(NamedTuple):
    """An amount in an older and a newer document, with the rows that hold them."""

    column: Column
    then: Row
    now: Row

    @property
    def was(self) -> float:
        """The amount in the older document."""
        return self.then.entry.amounts[self.column]

    @property
    def became(self) -> float:
        """The amount in the newer document."""
        return self.now.entry.amounts[self.column]

    @property
    def gap(self) -> float:
        """How much the newer amount is above the older one."""
        return self.became - self.was

    @property
    def differs(self) -> bool:
        """Whether the amounts differ beyond rounding."""
        return abs(self.gap) > max(self.then.tolerance, self.now.tolerance)


def rows(document: Document) -> Mapping[Key, Row]:
    """Return the rows of money by programme, name and side; none of a name that stands there twice."""
    places = _programmes(document)
    found: dict[Key, list[Row]] = defaultdict(list)
    for ledger in ledgers(document):
        for entry in ledger.entries:
            name = plain(entry.name)
            if name and not _is_double(entry):
                found[places[entry.elements[0].id], name, entry.what].append(Row(entry, ledger.tolerance))
    return {key: own[0] for key, own in found.items() if len(own) == 1}


def _is_double(entry: Entry) -> bool:
    """Whether a row gives more than one amount for a column: nobody says which one counts."""
    amounts = [one for element in entry.elements for one in element.amounts]
    return sum(one.what == entry.what and one.value is not None for one in amounts) > len(entry.amounts)


def _programmes(document: Document) -> dict[str, str]:
    """Return the programme that each element stands in, by plain name; nothing where in none."""
    names: dict[str, str] = {}
    for element in document.elements:
        above = names.get(element.parent or "", "")
        names[element.id] = plain(element.text) if element.kind is Kind.PROGRAMME else above
    return names


def carried(then: Mapping[Key, Row], now: Mapping[Key, Row]) -> dict[Column, tuple[Pair, ...]]:
    """Return what both documents give, by year and phase; amounts without a year are of no year."""
    found: dict[Column, list[Pair]] = defaultdict(list)
    for key in then.keys() & now.keys():
        for column in then[key].entry.amounts.keys() & now[key].entry.amounts.keys():
            if column[1] is not None:
                found[column].append(Pair(column, then[key], now[key]))
    return {column: tuple(sorted(own, key=_order)) for column, own in sorted(found.items(), key=_turn)}


def _order(pair: Pair) -> tuple[float, str, str]:
    return -abs(pair.gap), pair.now.entry.name, pair.now.entry.what


def _turn(item: tuple[Column, list[Pair]]) -> tuple[int, str]:
    (phase, year), _ = item
    return year or 0, phase.value


def explaining(pair: Pair, document: Document) -> Iterator[tuple[Element, str]]:
    """Yield the rows of a document that are as large as a difference: what they are called may explain it."""
    for ledger in ledgers(document):
        yield from _as_large(pair, ledger)


def _as_large(pair: Pair, ledger: Ledger) -> Iterator[tuple[Element, str]]:
    for entry in ledger.entries:
        same = entry.what == pair.now.entry.what and entry.elements != pair.now.entry.elements
        if same and any(
            abs(abs(one) - abs(pair.gap)) <= ledger.tolerance and column[1] == pair.column[1]
            for column, one in entry.amounts.items()
        ):
            yield entry.elements[0], entry.name
