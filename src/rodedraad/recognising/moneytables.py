"""The amounts of all tables of a document: a table that is bare is read by what the others tell."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from rodedraad.model.document import Amount
from rodedraad.model.terms import MoneyPhase
from rodedraad.recognising.amounts import amounts_of
from rodedraad.recognising.entries import Known
from rodedraad.recognising.money import find_money
from rodedraad.recognising.numbers import read_figure
from rodedraad.recognising.phases import When
from rodedraad.recognising.sheets import Sheet

_SIDES: Final = frozenset({"lasten", "baten"})
_THOUSAND: Final = 1e3
_TELLING: Final = 10.0
"""Smaller amounts meet others by chance."""
_FEWEST: Final = 2
_NAMED: Final = {"resultaat": "saldo"}


def amounts_of_tables(
    sheets: Sequence[Sheet], when: When, texts: Iterable[str] = ()
) -> dict[int, tuple[Amount, ...]]:
    """Return, by place, the amounts of all rows of money of a document.

    A table without a unit is in thousands where `texts` name several of its amounts a thousandfold.
    """
    if any(sheet.of_money and sheet.note.scale is None for sheet in sheets):
        named = {abs(money.euro) for text in texts for money in find_money(text)}
        sheets = [_scaled(sheet, named) for sheet in sheets]
    found = {place: amounts_of(sheet, when) for place, sheet in enumerate(sheets) if sheet.of_money}
    telling = {place for place, own in found.items() if _whats(own) >= _SIDES}
    known = _known(amount for place in telling for own in found[place].values() for amount in own)
    amounts: dict[int, tuple[Amount, ...]] = {}
    for place, own in found.items():
        bare = known and place not in telling
        amounts.update(amounts_of(sheets[place], when, known) if bare else own)
    return amounts


def _scaled(sheet: Sheet, named: AbstractSet[float]) -> Sheet:
    if not sheet.of_money or sheet.note.scale is not None:
        return sheet
    cells = (read_figure(cell.text) for line in sheet.lines for _, cell in line.figures if cell.text)
    sizes = {abs(one.value) for one in cells if one is not None and one.value and one.unit is None}
    telling = {size for size in sizes if size >= _TELLING}
    thousandfold = len({size for size in telling if size * _THOUSAND in named})
    if thousandfold < _FEWEST or thousandfold <= len(telling & named):
        return sheet
    return sheet._replace(note=sheet.note._replace(scale=_THOUSAND))


def _whats(found: Mapping[int, Sequence[Amount]]) -> set[str]:
    return {amount.what for own in found.values() for amount in own}


def _known(amounts: Iterable[Amount]) -> Known:
    """Return what an amount of a stage, year and size is; a size of two sorts is left out.

    A saldo that no reserves change is the result too: it is called saldo.
    """
    found: dict[tuple[MoneyPhase, int | None, float], set[tuple[str, float]]] = {}
    for amount in amounts:
        if amount.value:
            sign = 1.0 if amount.value > 0 else -1.0
            key = (amount.phase, amount.year, abs(amount.value))
            found.setdefault(key, set()).add((_NAMED.get(amount.what, amount.what), sign))
    return {key: next(iter(told)) for key, told in found.items() if len(told) == 1}
