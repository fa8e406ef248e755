import gzip
import re

import cbor2
import pytest
from lxml import html
from msgspec import json
from msgspec.structs import replace

from rodedraad.model.build import Build
from rodedraad.model.terms import STRUCTURE
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.publish import publish
from rodedraad.publishing.search import files as search
from rodedraad.publishing.search import program
from rodedraad.publishing.search.compounds import CUT, Cutter
from rodedraad.publishing.search.index import index_files
from rodedraad.publishing.search.program import PagefindError, running
from rodedraad.publishing.search.record import Record
from rodedraad.publishing.search.records import records
from rodedraad.publishing.search.register import subjects
from rodedraad.publishing.search.scope import Scope
from rodedraad.publishing.search.settled import MARK
from rodedraad.publishing.search.views import letters_of
from rodedraad.publishing.views.common import Pages

INDEX = "site/zoeken/pagefind/"
MOST_COMPRESSED = 100_000


@pytest.fixture(scope="module")
def found(build: Build) -> tuple[Record, ...]:
    return records(Pages(Lookup(build)))


def record(text: str, title: str = "", address: str = "a") -> Record:
    return Record(
        address=address,
        title=title or text,
        text=text,
        kind="activiteit",
        scope=Scope(years=("2024",), documents=("Begroting 2024",)),
    )


def fragments(files: dict[str, bytes]) -> dict[str, dict]:
    held = [
        json.decode(gzip.decompress(content).removeprefix(MARK))
        for name, content in files.items()
        if "fragment/" in name
    ]
    return {one["url"]: one for one in held}


def indexed_words(files: dict[str, bytes]) -> set[str]:
    tables = [
        cbor2.loads(gzip.decompress(content).removeprefix(MARK))
        for name, content in files.items()
        if "index/" in name
    ]
    return {entry[0] for table in tables for entry in table[0]}


def test_everything_that_is_said_is_in_a_record(build, found):
    told = " ".join(" ".join(f"{one.title} {one.text}".casefold() for one in found).split())
    said = [
        " ".join(element.text.split()).casefold()
        for document in build.documents
        for element in document.elements
        if element.kind not in STRUCTURE
    ]
    assert len(said) > 40
    assert [text for text in said if text not in told] == []


def test_every_thread_finding_and_document_has_one_record_and_every_address_is_there(build, found, files):
    addresses = [one.address for one in found]
    assert len(addresses) == len(set(addresses))
    assert {f"draad/{one.id}/index.html" for one in build.threads.threads} <= set(addresses)
    assert len([one for one in addresses if one.startswith("bevinding/")]) == len(build.findings.findings)
    assert {f"document/{one.id}/index.html" for one in build.documents} <= set(addresses)
    for address in addresses:
        page, _, anchor = address.partition("#")
        assert f"site/{page}" in files
        assert not anchor or f'id="{anchor}"'.encode() in files[f"site/{page}"]


def test_every_page_over_documents_can_be_found(build, found, files):
    by_address = {one.address: one for one in found}
    lists = {one for one in by_address if by_address[one].kind == "overzicht"}
    assert {"risicos/index.html", "partners/index.html", "geld/index.html", "termijnen/index.html"} <= lists
    assert all(f"site/{one}" in files for one in lists)
    party = next(one for one in found if one.title == "Stichting Werkbrug")
    assert (party.kind, party.scope.documents) == ("partner", ("Begroting 2024, Veldermeer",))
    remits = {one for one in by_address if re.match(r"programma/[^/]+/", one)}
    assert {f"site/{one}" for one in remits} == {
        one for one in files if re.fullmatch(r"site/programma/[^/]+/index.html", one)
    }
    term = next(one for one in found if one.title == "BBV")
    assert term.kind == "begrip"
    assert "regels" in term.text


def test_words_of_ours_are_no_subjects_of_the_register(files):
    page = files["site/trefwoorden/index.html"].decode()
    assert "gemeentefonds" in " ".join(one["content"] for one in fragments(files).values()).replace(CUT, "")
    assert "gemeentefonds" not in page


def test_a_thread_says_its_status_and_a_record_the_organisation_where_there_are_more(found):
    thread = next(one for one in found if one.address == "draad/t-a1/index.html")
    assert thread.status == "te laat"
    assert thread.scope.years == ("2023", "2024")
    assert thread.scope.documents[0].endswith(", Veldermeer")


def test_the_same_records_give_the_same_bytes_whatever_the_order_of_the_threads(build, files):
    threads = build.threads.threads
    other = replace(build, threads=replace(build.threads, threads=(*threads[1::2], *threads[::-2])))
    assert sorted(one.id for one in other.threads.threads) == sorted(one.id for one in threads)
    again = {name: content for name, content in publish(other) if name.startswith("site/zoeken/")}
    first = {name: content for name, content in files.items() if name.startswith("site/zoeken/")}
    assert len(first) > 30
    assert list(again.items()) == list(first.items())


def test_pagefind_itself_gives_filters_in_another_order_each_time_and_they_are_settled():
    many = [replace(record(f"tekst {n}", address=f"a{n}"), status=f"s{n}") for n in range(12)]
    made = index_files(many)
    (table,) = [
        content
        for name, content in made.items()
        if name.startswith("filter/") and cbor2.loads(gzip.decompress(content)[len(MARK) :])[0] == "status"
    ]
    values = [value for value, _ in cbor2.loads(gzip.decompress(table)[len(MARK) :])[1]]
    assert values == sorted(one.status for one in many)
    assert all(index_files(many) == made for _ in range(3))


def test_the_index_names_the_files_it_has(files):
    own = {name.removeprefix(INDEX): content for name, content in files.items() if name.startswith(INDEX)}
    entry = json.decode(own["pagefind-entry.json"])["languages"]["nl"]
    listed = cbor2.loads(gzip.decompress(own[f"pagefind.{entry['hash']}.pf_meta"])[len(MARK) :])
    assert {f"filter/{one}.pf_filter" for _, one in listed[3]} == {n for n in own if n.startswith("filter/")}
    assert len(listed[1]) == entry["page_count"] == len(fragments(own))
    assert f"wasm.{entry['wasm']}.pagefind" in own


def test_no_screen_of_pagefind_is_published_and_what_a_page_loads_is_light(files):
    own = [name for name in files if name.startswith("site/zoeken/") and name.endswith((".js", ".css"))]
    assert own == [f"{INDEX}pagefind.js"]
    loaded = [f"{INDEX}pagefind.js", f"{INDEX}wasm.nl.pagefind", "site/static/search.js"]
    assert sum(len(gzip.compress(files[name])) for name in loaded) < MOST_COMPRESSED


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("doelgroepenvervoer", "doelgroepen^vervoer"),
        ("Leerlingenvervoer", "Leerlingen^vervoer"),
        ("vervoersregeling", "vervoers^regeling"),
        ("gezondheidszorg", "gezondheids^zorg"),
        ("vervoer", "vervoer"),
        ("leven", "leven"),
    ],
)
def test_a_compound_is_cut_where_one_part_is_known(word, cut):
    assert Cutter(["vervoer voor doelgroepen, een regeling", "zorg en gezondheid"]).cut(word) == cut


def test_a_cut_changes_nothing_that_is_read(found):
    cutter = Cutter(one.text for one in found)
    assert [one for one in found if cutter.cut(one.text).replace(CUT, "") != one.text.replace(CUT, " ")] == []
    assert cutter.cut("a^b") == "a b"


def test_a_part_of_a_compound_is_indexed_and_its_text_stays_whole():
    made = index_files(
        [record("Wij regelen het doelgroepenvervoer."), record("Vervoer voor ouderen.", address="b")]
    )
    assert {"vervoer", "doelgroep"} <= indexed_words(made)
    assert fragments(made)["a"]["content"].replace(CUT, "") == "Wij regelen het doelgroepenvervoer."


def test_parts_of_parts_and_other_words_for_the_same_are_indexed_beside_the_text():
    made = index_files(
        [record("jeugdgezondheidszorg, gezondheidszorg en zorg"), record("geldzorgen", address="b")]
    )
    held = fragments(made)
    assert "zorg" in held["a"]["meta"]["parts"].split()
    assert "schulden" in held["b"]["meta"]["related"].split()
    assert "schulden" not in held["b"]["content"]


def test_the_filters_of_a_record_are_in_the_index(files, found):
    held = fragments(files)
    for one in found:
        filters = held[one.address]["filters"]
        assert filters.get("jaar", []) == list(one.scope.years)
        assert filters["soort"] == [one.kind]
        assert filters.get("status", []) == ([one.status] if one.status else [])


def test_every_filter_of_the_page_offers_what_the_index_knows_and_nothing_else(files):
    page = html.fromstring(files["site/zoeken/index.html"].decode())
    offered = {
        one.get("name"): {option.get("value") for option in one.xpath("option[@value != '']")}
        for one in page.xpath("//select")
    }
    known: dict[str, set[str]] = {}
    for one in fragments(files).values():
        for name, values in one["filters"].items():
            known.setdefault(name, set()).update(values)
    assert offered == known


def test_the_search_box_of_every_page_asks_the_search_page(files):
    for name, content in files.items():
        if name.endswith(".html") and b'http-equiv="refresh"' not in content:
            (form,) = html.fromstring(content.decode()).xpath("//form[@role = 'search']")
            assert form.get("method") == "get", name
            assert form.get("action").endswith("zoeken/index.html"), name
            assert form.xpath(".//input[@name = 'q']"), name


def test_without_pagefind_there_is_a_register_and_the_page_says_so(build, monkeypatch):
    monkeypatch.setattr(program, "PACKAGE", "no_such_package")
    made = dict(publish(build))
    page = made["site/zoeken/index.html"].decode()
    assert "er is geen zoekindex bij gemaakt" in page
    assert "search.js" not in page
    assert "trefwoorden/b/index.html" in page
    assert not [name for name in made if "pagefind" in name or name.endswith("search.js")]


def test_an_error_of_pagefind_is_told():
    with running() as pagefind, pytest.raises(PagefindError, match="kon de zoekindex niet maken"):
        pagefind.ask("AddRecord", index_id=99, url="a", content="b", language="nl")


def test_a_pagefind_that_stops_is_told():
    with running() as pagefind:
        pagefind._to.close()
        pagefind._to = open("/dev/null", "wb")  # noqa: PTH123, SIM115 - what a program that stopped reads
        with pagefind._to, pytest.raises(PagefindError, match="stopte voordat"):
            pagefind.ask("NewIndex")


REGISTERED = [
    record("De Waardbus rijdt op verzoek van het college.", "Waardbus", "a"),
    record("Het leerlingenvervoer wordt beter. Vervoer is duur voor de leerlingen.", "Vervoer", "b"),
    record("Wij betalen het verfrist.", "Verfrist", "c"),
]


def test_the_register_names_things_and_no_verbs():
    words = {one.word: one for one in subjects(REGISTERED, Cutter(one.text for one in REGISTERED))}
    assert {"Waardbus", "college", "leerlingen", "leerlingenvervoer", "vervoer"} <= set(words)
    assert not {"verfrist", "betalen", "rijdt", "beter", "duur"} & set(words)
    assert words["vervoer"].wider == ("leerlingenvervoer",)
    assert [one.address for one in words["Waardbus"].records] == ["a"]


def test_a_word_that_stands_everywhere_tells_nothing_apart():
    many = [record(f"Dit is voor de bovenzaal, nummer {n}.", address=f"a{n}") for n in range(13)]
    assert "bovenzaal" in {one.word for one in subjects(many[:12], Cutter([]))}
    assert "bovenzaal" not in {one.word for one in subjects(many, Cutter([]))}


def test_letters_stand_from_a_to_z_with_accents_among_them():
    texts = [record("de één, de Étage, de zolder, de 3D-printer, de aula.")]
    letters = letters_of(subjects(texts, Cutter([])))
    assert [one.letter for one in letters] == sorted(one.letter for one in letters)
    assert [one.word for one in next(one for one in letters if one.letter == "A").words] == ["aula"]


def test_every_word_of_the_register_leads_somewhere_by_reading_alone(files):
    pages = {name: content for name, content in files.items() if re.match("site/trefwoorden/", name)}
    assert len(pages) > 5
    for name, content in pages.items():
        page = html.fromstring(content.decode())
        if name != "site/trefwoorden/index.html":
            words = page.xpath("//*[@class = 'rd-register__word']")
            assert words, name
            assert all(one.xpath(".//dd/a/@href") for one in words), name


def test_the_script_of_search_is_published_as_it_stands(files):
    assert files["site/static/search.js"] == search._script()
