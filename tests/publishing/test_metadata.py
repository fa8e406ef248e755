"""What every page says of itself to machines."""

import json
from html import unescape
from importlib import resources

import pytest
from lxml import html
from msgspec.structs import replace

from rodedraad.model.terms import DocumentKind
from rodedraad.publishing.metadata import canonical, categories
from rodedraad.publishing.publish import publish
from rodedraad.publishing.words import words
from tests.support.build_fixture import NASTY

ADDRESS = "https://rodedraad.example.org/lindewaard"


@pytest.fixture(scope="module")
def addressed(build) -> dict[str, html.HtmlElement]:
    files = publish(replace(build, dossier=replace(build.dossier, address=ADDRESS)))
    return {
        name.removeprefix("site/"): html.document_fromstring(content.decode())
        for name, content in files
        if name.startswith("site/") and name.endswith(".html")
    }


def linked(tree: html.HtmlElement) -> dict:
    (script,) = tree.xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


def test_every_page_says_in_a_sentence_of_its_own_kind_what_it_is(addressed):
    for name, tree in addressed.items():
        (said,) = tree.xpath("//meta[@name='description']/@content")
        assert 20 < len(said) < 330, (name, said)
        assert said.endswith((".", "?")), (name, said)
        assert tree.xpath("//meta[@property='og:description']/@content") == [said]
    assert (
        len({tree.xpath("string(//meta[@name='description']/@content)") for tree in addressed.values()}) > 40
    )


def test_the_title_is_the_same_wherever_it_is_told(addressed):
    for name, tree in addressed.items():
        title = tree.xpath("string(//title)").removesuffix(" · Sociaal domein")
        assert tree.xpath("string(//meta[@property='og:title']/@content)") == title, name
        assert " ".join(linked(tree)["name"].split()) == " ".join(title.split()), name


def test_a_page_names_its_address_once_the_dossier_says_where_the_site_stands(addressed, files):
    for name, tree in addressed.items():
        if tree.xpath("//meta[@http-equiv='refresh']"):
            continue
        own = f"{ADDRESS}/{name.removesuffix('index.html')}"
        assert tree.xpath("//link[@rel='canonical']/@href") == [own]
        assert tree.xpath("//meta[@property='og:url']/@content") == [own]
        assert linked(tree)["url"] == own
    plain = html.document_fromstring(files["site/index.html"].decode())
    assert plain.xpath("//link[@rel='canonical']/@href") == ["index.html"]
    assert "url" not in linked(plain)


def test_what_was_joined_names_the_address_that_holds_it_now(addressed):
    moved = [tree for tree in addressed.values() if tree.xpath("//meta[@http-equiv='refresh']")]
    assert moved
    for tree in moved:
        (target,) = tree.xpath("//main//a/@href")
        (told,) = tree.xpath("//link[@rel='canonical']/@href")
        assert told == f"{ADDRESS}/{target.replace('../', '').removesuffix('index.html')}"


def test_a_preview_names_no_address(build):
    dossier = replace(build.dossier, address=ADDRESS)
    files = dict(publish(replace(build, dossier=dossier, manifest=replace(build.manifest, preview=True))))
    assert b'rel="canonical"' not in files["site/index.html"]


def test_a_document_is_a_report_of_its_organisation_with_its_category(addressed, build):
    for document in build.documents:
        report = linked(addressed[f"document/{document.id}/index.html"])["mainEntity"]
        assert report["@type"] == "Report"
        assert report["datePublished"] == document.adopted.isoformat()
        assert report["publisher"][0]["name"] == document.organisation.name
        assert report["publisher"][0]["identifier"]["value"] == document.organisation.code
        assert report["about"]["@id"] == categories()[document.kind.value].uri
        (meta,) = addressed[f"document/{document.id}/index.html"].xpath(
            "//meta[@name='dcterms.type']/@content"
        )
        assert meta == report["about"]["@id"]


def test_every_kind_of_document_has_a_category():
    assert set(categories()) == {one.value for one in DocumentKind}


def test_no_text_of_a_document_breaks_out_of_the_description(addressed):
    for tree in addressed.values():
        for script in tree.xpath("//script[@type='application/ld+json']"):
            assert "<" not in script.text
    named = [linked(tree)["name"] for tree in addressed.values()]
    assert any(NASTY.split("<")[0] in unescape(one) for one in named)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("index.html", f"{ADDRESS}/"),
        ("draad/x/index.html", f"{ADDRESS}/draad/x/"),
        ("a.xml", f"{ADDRESS}/a.xml"),
    ],
)
def test_an_address_ends_in_its_folder(page, expected):
    assert canonical(ADDRESS, page) == expected


def test_every_template_of_a_page_has_a_description():
    folder = resources.files("rodedraad.publishing") / "templates"
    pages = {
        one.name.removesuffix(".html")
        for one in folder.iterdir()
        if '{% extends "base.html" %}' in one.read_text(encoding="utf-8")
    }
    own = {
        name
        for name in pages
        if "{% block description %}" in (folder / f"{name}.html").read_text(encoding="utf-8")
    }
    assert pages - own == set(words("page"))
