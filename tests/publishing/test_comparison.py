"""Two documents side by side: what was kept, reworded, moved, not found again, and new."""

import csv
import io

import pytest
from lxml import html
from msgspec.structs import replace

from rodedraad.model.terms import Reporting
from rodedraad.publishing import addresses
from rodedraad.publishing.comparing import Comparing, Group, Pair, pairs
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.publish import publish
from rodedraad.publishing.views.common import Pages


@pytest.fixture(scope="module")
def compared(build):
    pages = Pages(Lookup(build))
    comparing = Comparing(pages.lookup, pages.tallies)
    return {(one.older.id, one.newer.id): comparing.compared(one) for one in pairs(build.documents)}


def bare(word: str) -> str:
    return word.strip(".,;:")


def ids(rows, group: Group) -> set[str]:
    return {one.was.element if one.was else one.now[0].element for one in rows if one.group is group}


def test_a_budget_is_laid_beside_its_report_and_the_budget_before(build):
    named = {(one.older.id, one.newer.id) for one in pairs(build.documents)}
    assert {("begroting-2023", "begroting-2024"), ("begroting-2024", "jaarstukken-2024")} <= named
    for one in pairs(build.documents):
        assert one.older.organisation == one.newer.organisation
        assert (one.older.adopted, one.older.id) < (one.newer.adopted, one.newer.id)


def test_the_order_in_which_documents_come_does_not_matter(build):
    assert pairs(build.documents) == pairs(reversed(build.documents))


def test_every_counted_promise_of_both_documents_stands_in_one_group(build, compared):
    tallies = Pages(Lookup(build)).tallies.documents
    for (older, newer), rows in compared.items():
        assert sum(one.group is not Group.NEW for one in rows) == tallies[older].total
        assert len({one.was or one.now for one in rows}) == len(rows)
        counted = {entry.promise for _, group in tallies[newer].groups for entry in group}
        assert {one.now[0] for one in rows if one.group is Group.NEW} <= counted


def test_words_decide_between_kept_and_reworded(build, compared):
    lookup = Lookup(build)
    seen = set()
    for rows in compared.values():
        for one in rows:
            if one.group in {Group.KEPT, Group.REWORDED} and len(one.now) == 1:
                was, now = (lookup.elements[at].text.lower().split() for at in (one.was, one.now[0]))
                assert one.group is Group.KEPT or was != now
                assert one.group is Group.REWORDED or [*map(bare, was)] == [*map(bare, now)]
                seen.add(one.group)
    assert seen == {Group.KEPT, Group.REWORDED}


def test_what_no_thread_holds_in_both_is_gone_or_new(build, compared):
    rows = compared["begroting-2023", "begroting-2024"]
    lookup = Lookup(build)
    for one in rows:
        shared = {at.document for thread in lookup.threads_of(one.was or one.now[0]) for at in thread.members}
        both = {"begroting-2023", "begroting-2024"} <= shared
        assert both == (one.group not in {Group.GONE, Group.NEW})
    assert ids(rows, Group.GONE)
    assert ids(rows, Group.NEW)


def moved_to(build, element: str, parent: str):
    documents = []
    for document in build.documents:
        elements = tuple(
            replace(one, parent=parent) if (document.id, one.id) == ("jaarstukken-2024", element) else one
            for one in document.elements
        )
        documents.append(replace(document, elements=elements))
    return replace(build, documents=tuple(documents))


def group_of(build, element: str) -> Group:
    pages = Pages(Lookup(build))
    documents = {one.id: one for one in build.documents}
    pair = Pair(older=documents["begroting-2024"], newer=documents["jaarstukken-2024"])
    rows = Comparing(pages.lookup, pages.tallies).compared(pair)
    return next(one.group for one in rows if one.was and one.was.element == element)


def test_a_promise_under_another_theme_has_moved_but_not_one_told_more_closely(build):
    (thread,) = [
        one
        for one in build.threads.threads
        if {"begroting-2024", "jaarstukken-2024"} <= {at.document for at in one.members}
        and any((at.document, at.element) == ("begroting-2024", "a2") for at in one.members)
    ]
    now = next(at.element for at in thread.members if at.document == "jaarstukken-2024")
    before = group_of(build, "a2")
    assert before in {Group.KEPT, Group.REWORDED}
    assert group_of(moved_to(build, now, "werk"), "a2") is Group.MOVED
    assert group_of(moved_to(build, now, "prog"), "a2") is before


def test_the_page_shows_as_many_rows_as_it_counts_and_exports_them(files, compared):
    for (older, newer), rows in compared.items():
        name = addresses.comparison(older, newer)
        tree = html.document_fromstring(files[f"site/{name}"].decode())
        shown = tree.xpath("//main//tbody/tr")
        assert len(shown) == len(rows)
        for link in tree.xpath("//nav[@class='rd-filter']//a"):
            found = tree.xpath(f"//section[@aria-labelledby='{link.get('href')[1:]}']//tbody/tr")
            assert len(found) == int(link.xpath("string(span)"))
        export = files[f"site/{addresses.beside(name, 'lijst.csv')}"].decode()
        assert len(list(csv.reader(io.StringIO(export)))) == 1 + sum(len(one.now) or 1 for one in rows)


def test_a_report_of_exceptions_says_so(build):
    documents = tuple(
        replace(one, reporting=Reporting.EXCEPTIONS) if one.id == "jaarstukken-2024" else one
        for one in build.documents
    )
    files = dict(publish(replace(build, documents=documents)))
    page = files[f"site/{addresses.comparison('begroting-2024', 'jaarstukken-2024')}"].decode()
    assert "meldt alleen wat afwijkt" in page
