"""Feeds as RFC 4287 asks for them."""

import re
from datetime import date, datetime

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec import structs

from rodedraad.publishing.feeds.atom import Entry, Feed, atom_bytes
from rodedraad.publishing.publish import publish
from rodedraad.publishing.words import word

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ADDRESS = "https://draad.example/rd"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture(scope="module")
def feeds(files) -> dict[str, etree._Element]:
    return {name: etree.fromstring(data) for name, data in files.items() if name.endswith(".atom")}


def texts(element: etree._Element, path: str) -> list[str]:
    return [str(one) for one in element.xpath(path, namespaces=ATOM)]


def one_of_each(element: etree._Element, *names: str) -> bool:
    return all(len(element.xpath(f"a:{name}", namespaces=ATOM)) == 1 for name in names)


def test_there_is_a_feed_of_the_dossier_and_of_every_thread(feeds, build):
    assert set(feeds) == {"site/nieuw.atom"} | {
        f"site/draad/{thread.id}/nieuw.atom" for thread in build.threads.threads
    }


def test_every_feed_and_entry_has_what_the_standard_asks(feeds):
    for name, feed in feeds.items():
        assert feed.tag == "{http://www.w3.org/2005/Atom}feed", name
        assert one_of_each(feed, "id", "title", "updated"), name
        assert texts(feed, "a:author/a:name/text()"), name
        entries = feed.xpath("a:entry", namespaces=ATOM)
        assert entries, name
        assert all(one_of_each(entry, "id", "title", "updated", "summary") for entry in entries), name
        assert all(text.strip() for text in texts(feed, "//a:title/text() | //a:id/text()")), name
        assert all(texts(entry, "a:link[@rel='alternate']/@href") for entry in entries), name


def test_ids_are_unique_in_a_feed_and_are_whole_addresses_of_something(feeds):
    for name, feed in feeds.items():
        ids = texts(feed, "//a:id/text()")
        assert len(ids) == len(set(ids)), name
        assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one) for one in ids)
    firsts = [texts(feed, "a:id/text()")[0] for feed in feeds.values()]
    assert len(firsts) == len(set(firsts))


def test_dates_are_those_of_documents_and_the_newest_comes_first(feeds, build):
    adopted = {one.adopted for one in build.documents}
    for name, feed in feeds.items():
        moments = texts(feed, "a:entry/a:updated/text()")
        assert all(RFC3339.fullmatch(one) for one in moments), name
        assert {datetime.fromisoformat(one).date() for one in moments} <= adopted
        assert moments == sorted(moments, reverse=True)
        assert texts(feed, "a:updated/text()") == [moments[0]]


def test_every_link_leads_to_a_page_of_the_site(feeds, files):
    for name, feed in feeds.items():
        folder = name.rpartition("/")[0]
        for href in texts(feed, "//a:link/@href"):
            up, down = href.count("../"), href.replace("../", "")
            parts = folder.split("/")
            target = "/".join([*parts[: len(parts) - up], down])
            assert target in files, (name, href)


def test_the_dossier_tells_of_documents_statuses_shifts_and_findings(feeds, build):
    titles = texts(feeds["site/nieuw.atom"], "a:entry/a:title/text()")
    beginnings = {title.partition(":")[0] for title in titles}
    assert {
        "Nieuw document",
        "Verschoven",
        "Bevinding",
        word("outcome", "delayed").capitalize(),
    } <= beginnings
    assert len([one for one in titles if one.startswith("Nieuw document")]) == len(build.documents)
    assert len([one for one in titles if one.startswith("Bevinding")]) == len(build.findings.findings)


def test_a_thread_tells_what_each_document_says_and_what_moved(feeds):
    feed = feeds["site/draad/t-a1/nieuw.atom"]
    summaries = texts(feed, "a:entry/a:summary/text()")
    assert [one for one in summaries if "→" in one] == [
        "Jaarstukken 2024: 2e kwartaal 2024 → 1e kwartaal 2025",
        "Begroting 2024: 4e kwartaal 2023 → 2e kwartaal 2024",
    ]
    assert {one.partition(":")[0] for one in summaries} >= {"Begroting 2023", "Jaarstukken 2023"}


def test_ids_do_not_change_with_the_address_and_links_become_whole(build, feeds):
    dossier = structs.replace(build.dossier, address=ADDRESS)
    moved = {
        name: etree.fromstring(data)
        for name, data in publish(structs.replace(build, dossier=dossier))
        if name.endswith(".atom")
    }
    for name, feed in moved.items():
        assert texts(feed, "//a:id/text()") == texts(feeds[name], "//a:id/text()")
        assert texts(feed, "a:link[@rel='self']/@href") == [f"{ADDRESS}/{name.removeprefix('site/')}"]
        assert all(href.startswith(f"{ADDRESS}/") for href in texts(feed, "//a:link/@href"))


def test_every_page_names_the_feed_and_a_thread_its_own(files):
    for name in ("site/index.html", "site/draad/t-a1/index.html", "site/bevindingen/index.html"):
        page = lxml.html.fromstring(files[name])
        hrefs = page.xpath("//head/link[@rel='alternate'][@type='application/atom+xml']/@href")
        assert "../" * (name.count("/") - 1) + "nieuw.atom" in hrefs
    page = lxml.html.fromstring(files["site/draad/t-a1/index.html"])
    assert "../../draad/t-a1/nieuw.atom" in page.xpath("//head/link[@rel='alternate']/@href")


@given(st.text(), st.text())
def test_no_text_breaks_a_feed(title, summary):
    entry = Entry(key=("a",), day=date(2024, 1, 2), title=title, summary=summary, href="a/index.html")
    feed = Feed(key=("f",), title=title, author="A", page="index.html", file="nieuw.atom", entries=(entry,))
    read = etree.fromstring(atom_bytes(feed, None))
    assert len(read.xpath("a:entry", namespaces=ATOM)) == 1
    assert atom_bytes(feed, None) == atom_bytes(feed, None)


def test_a_finding_has_a_page_of_its_own(files, build):
    for finding in build.findings.findings:
        page = lxml.html.fromstring(files[f"site/bevinding/{finding.id}/index.html"])
        assert finding.message in " ".join(page.text_content().split())
        assert page.xpath("//link[@rel='canonical']/@href") == [f"../../bevinding/{finding.id}/index.html"]
