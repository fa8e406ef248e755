"""Every address that was public keeps working: after an edit, a rename, a join, and when what it named is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from msgspec import structs

from rodedraad.dossier import load
from rodedraad.dossier.build import build
from rodedraad.dossier.former import former_of
from rodedraad.dossier.freeze import freeze, merged
from rodedraad.dossier.verifying import verify
from rodedraad.model.build import Build
from rodedraad.model.identities import Identities
from rodedraad.model.threads import Threads
from rodedraad.publishing.publish import publish
from tests.dossier.support import BUDGET, REPORT, files_in, write_dossier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier that was built and made public."""
    folder = write_dossier(tmp_path / "dossier")
    build(load(folder))
    freeze(load(folder))
    return folder


def public(made: Build) -> Iterator[str]:
    """The addresses of promises, goals, indicators, programmes and findings, those that there may be."""
    for document in made.documents:
        yield f"document/{document.id}/index.html"
        for element in document.elements:
            yield f"document/{document.id}/index.html#e-{element.id}"
            yield f"document/{document.id}/onderdeel/{element.id}/index.html"
    for thread in made.threads.threads:
        yield f"draad/{thread.id}/index.html"
    for finding in made.findings.findings:
        yield f"bevinding/{finding.id}/index.html"


def broken(folder: Path, addresses: list[str]) -> list[str]:
    """The addresses that the site no longer answers; an anchor counts that was on its page before."""
    site = files_in(folder / "build" / "site")
    missing = []
    for address in addresses:
        page, _, anchor = address.partition("#")
        there = page in site and (not anchor or html.fromstring(site[page]).xpath("//*[@id=$a]", a=anchor))
        if not there:
            missing.append(address)
    return missing


def known(folder: Path) -> list[str]:
    made = build(load(folder)).build
    found = list(public(made))
    return [one for one in found if one not in broken(folder, found)]


def edit(folder: Path, name: str, text: str) -> None:
    (folder / "pages" / name).write_text(text, encoding="utf-8")


def test_an_edit_breaks_no_address(folder: Path) -> None:
    before = known(folder)
    assert len([one for one in before if one.startswith("draad/")]) > 1
    edit(
        folder,
        "begroting-2023.txt",
        BUDGET.replace("het plan voor mantelzorg", "het plan voor de mantelzorg"),
    )
    build(load(folder))
    assert broken(folder, before) == []


def test_a_renamed_programme_and_another_title_break_no_address(folder: Path) -> None:
    before = known(folder)
    edit(folder, "begroting-2023.txt", BUDGET.replace("Programma Zorg", "Programma Zorg en welzijn"))
    toml = folder / "dossier.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace("Begroting 2023", "Programmabegroting 2023"),
        encoding="utf-8",
    )
    build(load(folder))
    assert broken(folder, before) == []


def test_what_is_taken_out_leaves_a_page_that_says_so_without_its_words(folder: Path) -> None:
    before = known(folder)
    edit(folder, "begroting-2023.txt", "Programma Jeugd\n")
    edit(folder, "jaarstukken-2023.html", REPORT.split("<table>")[0])
    made = build(load(folder)).build
    assert broken(folder, before) == []
    assert made.former.threads
    gone = made.former.threads[0].id
    page = (folder / "build" / "site" / "draad" / gone / "index.html").read_text(encoding="utf-8")
    assert "Deze rode draad is er niet meer" in page
    assert 'http-equiv="refresh"' not in page
    everything = b"".join(files_in(folder / "build").values())
    assert b"buurtkamer" not in everything


def test_a_document_that_leaves_the_dossier_leaves_its_addresses(folder: Path) -> None:
    before = [one for one in known(folder) if "#" not in one]
    toml = folder / "dossier.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").split('\n[[document]]\nid = "jaarstukken')[0], encoding="utf-8"
    )
    made = build(load(folder)).build
    assert made.former.documents == ("jaarstukken-2023",)
    assert broken(folder, before) == []


def test_a_thread_that_was_joined_leads_to_the_one_it_lives_on_in(folder: Path) -> None:
    made = build(load(folder)).build
    first, second, *others = made.threads.threads
    joined = structs.replace(first, members=(*first.members, *second.members), aliases=(second.id,))
    threads = structs.replace(
        made.threads, threads=(joined, *others), shifts=(), changes=(), links=(), dropped=()
    )
    files = dict(publish(structs.replace(made, threads=threads)))
    page = html.fromstring(files[f"site/draad/{second.id}/index.html"])
    target = f"../../draad/{first.id}/index.html"
    assert page.xpath("//link[@rel='canonical']/@href") == [target]
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={target}"]
    assert page.xpath("//main//a/@href") == [target]


def test_a_finding_that_was_mended_keeps_its_address(folder: Path) -> None:
    frozen = load(folder).identities
    made = build(load(folder)).build
    assert made.findings.findings
    mended = structs.replace(made, findings=structs.replace(made.findings, findings=()))
    former = former_of(frozen, mended)
    assert {one.id for one in former.findings} == {one.id for one in made.findings.findings}
    files = dict(publish(structs.replace(mended, former=former)))
    for one in former.findings:
        assert b"Deze bevinding is er niet meer" in files[f"site/bevinding/{one.id}/index.html"]
    assert merged(frozen, mended).findings == frozen.findings


def test_nothing_is_former_in_what_was_just_frozen_or_never_was(folder: Path) -> None:
    made = build(load(folder)).build
    assert not made.former.any
    assert not former_of(Identities(), structs.replace(made, threads=Threads())).any
    assert "former.json" not in files_in(folder / "build")


def test_a_build_with_former_addresses_is_proved(folder: Path) -> None:
    edit(folder, "begroting-2023.txt", "Programma Jeugd\n")
    assert build(load(folder)).build.former.any
    assert verify(folder, load(folder)).holds
    assert verify(folder / "build" / "site").holds
