"""Amounts that do not add up to the total or the saldo that stands under them."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.ledgers import Column, Entry, Ledger, ledgers
from rodedraad.checking.rule import Remark, Rule, about, pointers, quotes
from rodedraad.checking.wording import euro
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Severity

_SIDES: Final = ("lasten", "baten")
_FEWEST: Final = 2


class _Sum(NamedTuple):
    """A row that sums up others: in some columns it does, in these it is off by so much."""

    total: Entry
    parts: tuple[Entry, ...]
    off: Mapping[Column, float]


class SumsDiffer(Rule):
    """A total or saldo that its rows add up to in one column, and not in another."""

    code = "sums-differ"
    title = "Bedragen tellen niet op"
    severity = Severity.QUESTION
    basis = grounds.CHECKABLE
    explanation = (
        "In een tabel tellen de bedragen in de ene kolom op tot het totaal of saldo eronder, en in een "
        "andere kolom niet. Verschillen door afronding tellen niet mee."
    )
    remedy = "Controleer de bedragen in deze kolom, of vermeld welke regel er niet bij staat."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each total or saldo that is off."""
        for document in case.documents:
            for ledger in ledgers(document):
                for found in (*_totals(ledger), *_balances(ledger)):
                    if found.off:
                        yield _remark(document, found)


def _totals(ledger: Ledger) -> Iterator[_Sum]:
    parts: list[Entry] = []
    for entry in ledger.entries:
        if entry.what not in _SIDES:
            continue
        if not entry.is_total:
            parts.append(entry)
            continue
        own = tuple(part for part in parts if part.what == entry.what)
        parts = [part for part in parts if part.what != entry.what]
        if len(own) >= _FEWEST:
            sums = {column: sum(part.amounts.get(column, 0.0) for part in own) for column in entry.amounts}
            yield from _proven(entry, own, sums, ledger.tolerance)


def _balances(ledger: Ledger) -> Iterator[_Sum]:
    """Yield each saldo against the last lasten and baten before it."""
    last: dict[str, Entry] = {}
    for entry in ledger.entries:
        if entry.what in _SIDES:
            last[entry.what] = entry
        elif entry.what == "saldo" and len(last) == len(_SIDES):
            lasten, baten = (last[side].amounts for side in _SIDES)
            sums = {
                column: baten[column] - lasten[column]
                for column in entry.amounts
                if column in baten and column in lasten
            }
            yield from _proven(entry, tuple(last.values()), sums, ledger.tolerance)
            last = {}


def _proven(
    total: Entry, parts: tuple[Entry, ...], sums: Mapping[Column, float], tolerance: float
) -> Iterator[_Sum]:
    """Yield a sum that is right in some column: only then is it clear what it sums up."""
    off = {column: total.amounts[column] - own for column, own in sums.items()}
    wrong = {column: gap for column, gap in off.items() if abs(gap) > tolerance}
    if len(wrong) < len(off):
        yield _Sum(total, parts, wrong)


def _remark(document: Document, found: _Sum) -> Remark:
    (phase, year), gap = next(iter(found.off.items()))
    element = _holding(found.total, (phase, year))
    which = f"‘{found.total.name}’ ({year or 'zonder jaar'})"
    others = [one for part in found.parts for one in part.elements]
    return Remark(
        subject=about(document, element),
        message=f"{which} verschilt {euro(abs(gap))} van de som van de regels erboven.",
        evidence=quotes(document, element.spans),
        others=pointers(document, others),
        key=f"{phase}-{year}",
    )


def _holding(entry: Entry, column: Column) -> Element:
    return next(
        element
        for element in entry.elements
        if any((one.phase, one.year) == column and one.what == entry.what for one in element.amounts)
    )
