"""What can be found of the pages over documents: programmes, portfolios, parties, terms, each list."""

from collections.abc import Iterator, Mapping
from typing import Final

from rodedraad.model.terms import Kind
from rodedraad.publishing import addresses
from rodedraad.publishing.glossary import Glossary
from rodedraad.publishing.remits import Remit
from rodedraad.publishing.search.record import Record
from rodedraad.publishing.search.scope import Scope, scope_of
from rodedraad.publishing.search.texts import joined
from rodedraad.publishing.views.common import Pages
from rodedraad.publishing.views.outline import HEADED, heading_of
from rodedraad.publishing.views.parties import named_parties
from rodedraad.publishing.words import word, words

LISTS: Final[Mapping[str, str]] = {
    "promises": addresses.PROMISES,
    "shifts": addresses.SHIFTS,
    "wording": addresses.WORDING,
    "deadlines": addresses.DEADLINES,
    "indicators": addresses.INDICATORS,
    "money": addresses.MONEY,
    "findings": addresses.FINDINGS,
    "remits": addresses.REMITS,
    "question_sheets": addresses.QUESTIONS,
    "comparisons": addresses.COMPARISONS,
    "glossary": addresses.GLOSSARY,
    "parties": addresses.PARTIES,
    "risks": addresses.RISKS,
    "coverage": addresses.COVERAGE,
    "about": addresses.ABOUT,
    "dictionary": addresses.DICTIONARY,
}
"""The pages that every site has, by the name of what they are for."""
NOWHERE: Final = Scope(years=(), documents=())


def overviews(pages: Pages) -> Iterator[Record]:
    """Yield a record for each programme, portfolio, party and term, and for each list."""
    yield from (_remit(pages, one) for one in pages.remits.all)
    yield from _parties(pages)
    yield from _terms(pages)
    yield from _lists()


def _remit(pages: Pages, remit: Remit) -> Record:
    lookup = pages.lookup
    members = sorted(remit.elements, key=lambda at: (lookup.position[at.document], at.element))
    headed = (lookup.elements[at] for at in members if lookup.elements[at].kind in HEADED)
    programme = word("kind", Kind.PROGRAMME.value)
    return Record(
        address=addresses.remit(remit.key),
        title=remit.name,
        text=joined((remit.organisation, *map(heading_of, headed))),
        kind=programme if remit.sort == "programma" else word("found", "portfolio"),
        scope=scope_of(lookup, remit.places),
        is_ours=True,
    )


def _parties(pages: Pages) -> Iterator[Record]:
    for named in named_parties(pages.lookup).values():
        newest = named[-1][1]
        yield Record(
            address=addresses.party(newest.name),
            title=newest.name,
            text=joined(reference.name for _, reference in named),
            kind=word("found", newest.kind),
            scope=scope_of(pages.lookup, [at for at, _ in named]),
            is_ours=True,
        )


def _terms(pages: Pages) -> Iterator[Record]:
    for one in Glossary(pages.lookup).entries:
        yield Record(
            address=f"{addresses.GLOSSARY}#{one.anchor}",
            title=one.word,
            text=joined((*one.forms, one.explanation, *(meaning.name for meaning in one.meanings))),
            kind=word("found", "term"),
            scope=NOWHERE,
            is_ours=True,
        )


def _lists() -> Iterator[Record]:
    told = words("page")
    for name, address in LISTS.items():
        yield Record(
            address=address,
            title=told[name].word,
            text=told[name].explanation,
            kind=word("found", "overview"),
            scope=NOWHERE,
            is_ours=True,
        )
