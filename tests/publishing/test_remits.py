"""Programmes and portfolios through the years, and the questions that can be asked about them."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from rodedraad.checking.catalogue import RULES
from rodedraad.model.document import Reference
from rodedraad.model.findings import Subject
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.publish import publish
from rodedraad.publishing.questions import MOST, askings
from rodedraad.publishing.views.common import Pages
from tests.support.build_fixture import build_by_hand

ROLE = "wethouder Zorg en Welzijn"


@cache
def pages_by_hand() -> Pages:
    return Pages(Lookup(build_by_hand()))


def with_holder(build, document: str, role: str = ROLE):
    """The build with a role on the first text under the first theme of a document."""
    found = next(one for one in build.documents if one.id == document)
    theme = next(one.id for one in found.elements if one.kind is Kind.THEME)
    at = next(
        number
        for number, one in enumerate(found.elements)
        if one.parent == theme and one.spans and one.kind is not Kind.THEME
    )
    element = found.elements[at]
    ref = Reference(kind="person-role", name=role, evidence=element.spans[0])
    elements = (*found.elements[:at], replace(element, refs=(*element.refs, ref)), *found.elements[at + 1 :])
    documents = tuple(replace(one, elements=elements) if one is found else one for one in build.documents)
    return replace(build, documents=documents)


@pytest.fixture(scope="module")
def held(build):
    return with_holder(build, "begroting-2024")


@pytest.fixture(scope="module")
def held_pages(held) -> Pages:
    return Pages(Lookup(held))


def tree(files: dict[str, bytes], name: str) -> html.HtmlElement:
    return html.document_fromstring(files[f"site/{name}"].decode())


def test_a_programme_is_the_same_under_its_name_in_every_year(pages):
    named = {(one.organisation, one.name): one for one in pages.remits.programmes}
    sociaal = named["Veldermeer", "Programma Sociaal domein"]
    assert len({at.document for at in sociaal.places}) > 1
    assert all(pages.lookup.elements[at].kind is Kind.PROGRAMME for at in sociaal.places)


def test_every_promise_that_is_counted_stands_in_one_programme(pages):
    for at in pages.tallies.counted:
        assert sum(one.sort == "programma" for one in pages.remits.of(at)) == 1, at


def test_the_years_of_a_sole_programme_add_up_to_the_years_of_the_organisation(pages):
    by_organisation = {}
    for one in pages.remits.programmes:
        by_organisation.setdefault(one.organisation, []).append(one)
    for tally in pages.tallies.years.values():
        own = by_organisation[tally.organisation]
        found = [t.total for one in own for t in pages.tallies.remits[one.key] if t.year == tally.year]
        assert sum(found) == tally.total


def test_a_portfolio_holds_what_stands_under_the_theme_of_its_line_and_nothing_else(held_pages):
    (portfolio,) = held_pages.remits.portfolios
    assert portfolio.name == ROLE
    (place,) = portfolio.places
    below = {Pointer(document=place.document, element=one.id) for one in held_pages.lookup.below(place)}
    assert portfolio.elements == below | {place}
    assert place.document == "begroting-2024"
    assert set(portfolio.without) == {
        one.id
        for one in held_pages.lookup.build.documents
        if one.organisation.name == "Veldermeer" and one.year == 2024 and one.id != "begroting-2024"
    }


def test_a_role_without_what_it_answers_for_is_no_portfolio(build):
    for role in ("wethouder", "gemeenteraad", "portefeuillehouder"):
        assert Pages(Lookup(with_holder(build, "begroting-2024", role))).remits.portfolios == ()


def test_a_deeper_line_goes_before_the_one_above_it(held):
    document = next(one for one in held.documents if one.id == "begroting-2024")
    at = next(n for n, one in enumerate(document.elements) if one.id == "prog")
    other = "wethouder Financiën"
    heading = document.elements[at + 1]
    line = replace(
        heading,
        id="regel",
        kind=Kind.NARRATIVE,
        parent="prog",
        refs=(Reference(kind="person-role", name=other, evidence=heading.spans[0]),),
    )
    elements = (*document.elements[: at + 1], line, *document.elements[at + 1 :])
    documents = tuple(
        replace(document, elements=elements) if one is document else one for one in held.documents
    )
    pages = Pages(Lookup(replace(held, documents=documents)))
    upper, lower = (
        next(one for one in pages.remits.portfolios if one.name == name) for name in (other, ROLE)
    )
    assert upper.elements & lower.elements == set()
    assert Pointer(document="begroting-2024", element="prog") in upper.elements


def test_every_count_of_a_programme_or_portfolio_leads_to_as_many_promises(held):
    files = dict(publish(held))
    pages = [name for name in files if re.fullmatch(r"site/programma/[^/]+/index.html", name)]
    assert len(pages) >= 3
    links = 0
    for name in pages:
        for link in html.document_fromstring(files[name].decode()).xpath(
            "//tbody//a[contains(@href, 'beloften')]"
        ):
            target = tree(files, link.get("href").replace("../", ""))
            assert len(target.xpath("//main//tbody/tr")) == int(link.text_content().split()[0])
            links += 1
    assert links > 5


def test_the_rules_that_are_asked_about_exist():
    assert set(askings()) <= {rule.code for rule in RULES}
    for one in askings().values():
        assert "?" in one.question
        assert one.reason.endswith(".")


def test_at_most_five_questions_none_twice_about_a_thread(pages):
    chosen = pages.questions.about(frozenset(pages.lookup.elements))
    assert 0 < len(chosen) <= MOST
    threads = [
        thread.id
        for one in chosen
        for thread in pages.lookup.threads_of(
            Pointer(document=one.finding.subject.document, element=one.finding.subject.element)
        )
    ]
    assert len(threads) == len(set(threads))


def asked_of(build, *rules: str) -> list[str]:
    """The rules of the questions, where each of some promises has one finding of a rule."""
    elements = [
        (thread.members[0], rule)
        for thread, rule in zip(
            [one for one in build.threads.threads if one.members[0].document == "begroting-2024"],
            rules,
            strict=False,
        )
    ]
    assert len(elements) == len(rules)
    findings = tuple(
        replace(
            build.findings.findings[0],
            id=f"f-{number}",
            rule=rule,
            subject=Subject(document=at.document, element=at.element),
            others=(),
            reply=None,
        )
        for number, (at, rule) in enumerate(elements)
    )
    pages = Pages(Lookup(replace(build, findings=replace(build.findings, findings=findings))))
    return [one.finding.rule for one in pages.questions.about(frozenset(pages.lookup.elements))]


def test_the_kinds_take_turns_and_the_most_pressing_comes_first(build):
    dropped, late, figure = "promise-dropped", "deadline-shifted", "indicator-without-value"
    assert asked_of(build, figure, late, late, dropped, dropped, dropped) == [
        dropped,
        late,
        figure,
        dropped,
        late,
    ]
    assert asked_of(build, late, dropped) == [dropped, late]
    assert asked_of(build, "page-twice") == []


@given(st.data())
def test_only_what_belongs_to_the_elements_is_asked(data):
    pages = pages_by_hand()
    elements = data.draw(st.frozensets(st.sampled_from(sorted(pages.lookup.elements))))
    for one in pages.questions.about(elements):
        subject = one.finding.subject
        assert Pointer(document=subject.document, element=subject.element) in elements


def test_what_was_answered_is_asked_last(build):
    before = Pages(Lookup(build)).questions
    first = before.about(frozenset(Lookup(build).elements))[0].finding
    findings = tuple(
        replace(one, reply="Dat staat in de raadsbrief.") if one.id == first.id else one
        for one in build.findings.findings
    )
    after = Pages(Lookup(replace(build, findings=replace(build.findings, findings=findings))))
    chosen = [one.finding for one in after.questions.about(frozenset(after.lookup.elements))]
    replied = [bool(one.reply) for one in chosen]
    assert replied == sorted(replied)
    assert chosen[0].id != first.id


def test_a_question_shows_its_quote_its_place_and_why(files):
    sheet = tree(files, "vragen/GM9901/index.html")
    items = sheet.xpath("//li[@class='rd-questions__item']")
    assert items
    for item in items:
        assert item.xpath(".//blockquote//footer//a[contains(@href, 'bron/')]")
        assert "Waarom deze vraag:" in item.text_content()
        assert item.xpath(".//a[contains(@href, 'bevindingen/')]")
