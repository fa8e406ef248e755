"""Amounts that a later document gives otherwise than the document that they were first in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rodedraad.checking import grounds
from rodedraad.checking.carried import Key, Pair, Row, carried, explaining, rows
from rodedraad.checking.case import Case
from rodedraad.checking.ledgers import Column
from rodedraad.checking.phrases import heard
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.wording import euro
from rodedraad.model.document import Document
from rodedraad.model.terms import MoneyPhase, Severity
from rodedraad.model.threads import Pointer

_NAMED: Final = 3
_THOUSAND: Final = 1000
_PHASES: Final = {
    MoneyPhase.PROPOSED: "voorgestelde begroting",
    MoneyPhase.APPROVED: "begroting",
    MoneyPhase.ADJUSTED: "begroting na wijziging",
    MoneyPhase.EXECUTED: "rekening",
}


class AmountsCarried(Rule):
    """Lasten, baten or saldo of the same row, year and phase differ between two documents.

    A column is laid beside that of the nearest document before it that has it.  That they are the same column
    is only clear where another row agrees; where all rows differ nothing is said.
    """

    code = "amounts-carried"
    title = "Bedrag anders overgenomen"
    severity = Severity.QUESTION
    basis = grounds.CONNECTED
    explanation = (
        "Een later document noemt voor dezelfde regel, hetzelfde jaar en dezelfde stand van de begroting een "
        "ander bedrag dan een eerder document. Andere regels van die kolom zijn wel gelijk. Verschillen door "
        "afronding tellen niet mee."
    )
    remedy = "Vermeld waardoor het bedrag veranderde, of herstel het."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each column of a document that differs."""
        before: dict[str, list[tuple[Document, Mapping[Key, Row]]]] = defaultdict(list)
        for document in case.documents:
            own = rows(document)
            seen: set[Column] = set()
            for older, then in reversed(before[document.organisation.code]):
                pairs = {column: one for column, one in carried(then, own).items() if column not in seen}
                seen |= pairs.keys()
                for column, found in pairs.items():
                    yield from _remarks(older, document, column, found)
            before[document.organisation.code].append((document, own))


def _remarks(older: Document, newer: Document, column: Column, pairs: Sequence[Pair]) -> Iterator[Remark]:
    off = [one for one in pairs if one.differs and not _in_thousands(one)]
    agree = [one for one in pairs if not one.differs and one.became]
    if not off or not agree:
        return
    phase, year = column
    steps = "; ".join(_told(one, newer) for one in off[:_NAMED])
    rest = f"; en {len(off) - _NAMED} andere" if len(off) > _NAMED else ""
    holding = off[0].now.entry.elements[0]
    yield Remark(
        subject=about(newer, holding),
        message=(
            f"{_PHASES[phase].capitalize()} {year}: {newer.title} noemt andere bedragen dan {older.title}. "
            f"{steps}{rest}."
        ),
        evidence=(
            *quotes(newer, holding.spans),
            *quotes(older, off[0].then.entry.elements[0].spans),
        ),
        others=(
            *(Pointer(document=newer.id, element=one.now.entry.elements[0].id) for one in off[1:]),
            *(Pointer(document=older.id, element=one.then.entry.elements[0].id) for one in off),
        ),
        key=f"{older.id}-{phase}-{year}",
    )


def _in_thousands(pair: Pair) -> bool:
    """Whether one of both is a thousand times the other: that is a unit, and no other amount."""
    low, high = sorted((abs(pair.was), abs(pair.became)))
    return low > 0 and abs(high / low - _THOUSAND) < 1


def _told(pair: Pair, newer: Document) -> str:
    """Return the way from one amount to the other; a row of a mutation that is as large explains it."""
    names = (name for _, name in explaining(pair, newer) if heard("mutation", name))
    why = next((f", zo groot als ‘{name}’" for name in names), "")
    sign = "+" if pair.gap > 0 else "−"
    return (
        f"‘{pair.now.entry.name}’, {pair.now.entry.what}: {euro(pair.was)} werd {euro(pair.became)} "
        f"({sign} {euro(abs(pair.gap))}{why})"
    )
