"""The balance of a document: one bar, its parts with their lists, and the same as a table."""

from msgspec import Struct

from rodedraad.model.document import Document
from rodedraad.publishing import addresses
from rodedraad.publishing.chart import Segment, segments
from rodedraad.publishing.dutch import counted
from rodedraad.publishing.tally import Tally, tally_of
from rodedraad.publishing.views.common import Pages
from rodedraad.publishing.words import word, words

MANY = {
    "goal": "doelen",
    "planning": "planningen",
    "indicator": "indicatoren",
    "cost": "bedragen",
    "risk": "risico's",
    "partner": "vormen van samenwerking",
}
WHY_NOT = {
    "goal": "hun activiteiten tellen al mee",
    "planning": "een planning hoort bij een belofte die al meetelt",
    "indicator": "een indicator meet een belofte, hij is er geen; zie de lijst van indicatoren",
    "cost": "geld staat in een eigen overzicht",
    "risk": "een risico is geen belofte",
}


class Part(Struct, frozen=True, kw_only=True):
    """One outcome in a balance."""

    key: str
    word: str
    explanation: str
    count: int
    href: str
    segment: Segment


class LeftOut(Struct, frozen=True, kw_only=True):
    """What a balance does not count, and why."""

    count: str
    why: str


class BalanceView(Struct, frozen=True, kw_only=True):
    """A balance as shown."""

    total: int
    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]


def balance_view(pages: Pages, document: Document) -> BalanceView:
    """Return the balance of a document."""
    tally = tally_of(pages.lookup, pages.fates, document)
    sizes = [len(group) for _, group in tally.promises]
    bar = segments(sizes)
    return BalanceView(
        total=tally.total,
        parts=tuple(_part(document, key, size, at) for (key, _), size, at in zip(tally.promises, sizes, bar, strict=True)),
        left_out=_left_out(tally),
    )


def _part(document: Document, key: str, count: int, segment: Segment) -> Part:
    return Part(
        key=key,
        word=word("outcome", key),
        explanation=words("outcome")[key].explanation,
        count=count,
        href=addresses.outcome(document.id, key),
        segment=segment,
    )


def _left_out(tally: Tally) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(
            count=counted(count, word("kind", kind), MANY.get(kind, word("kind", kind))),
            why=WHY_NOT.get(kind, "dit is geen belofte"),
        )
        for kind, count in tally.left_out
    )
