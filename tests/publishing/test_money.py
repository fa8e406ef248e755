"""Lines of money on a page."""

from msgspec import structs

from rodedraad.model.build import Build
from rodedraad.model.document import Amount, Element, Span
from rodedraad.model.terms import Kind, MoneyPhase, Phase
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.figures import money_rows

WHERE = Span(source=0, start=0, end=1)


def amount(phase: MoneyPhase, year: int) -> Amount:
    return Amount(what="lasten", phase=phase, year=year, value=1_000_000.0, raw="1.000", evidence=WHERE)


def test_money_is_named_by_its_theme_and_not_by_the_question_above_it(build: Build) -> None:
    document = build.documents[-1]
    amounts = tuple(amount(one, document.year) for one in (MoneyPhase.APPROVED, MoneyPhase.EXECUTED))
    added = (
        Element(id="t", kind=Kind.THEME, text="Jeugd"),
        Element(id="s", kind=Kind.SECTION, text="Wat heeft het gekost?", parent="t"),
        Element(
            id="c",
            kind=Kind.COST,
            phase=Phase.ACTUAL,
            text="Lasten",
            parent="s",
            amounts=amounts,
            spans=(WHERE,),
        ),
    )
    told = structs.replace(document, elements=(*document.elements, *added))
    lookup = Lookup(structs.replace(build, documents=(*build.documents[:-1], told)))
    assert money_rows(lookup, told)[-1].name == "Jeugd"
