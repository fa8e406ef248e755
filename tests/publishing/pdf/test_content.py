import re

import pytest
from msgspec.structs import replace

from rodedraad.model.terms import Kind, Phase, Printed
from rodedraad.model.theme import Theme, Token
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.pdf.pieces import document_print
from rodedraad.publishing.pdf.theme import look_of
from rodedraad.publishing.pdf.typeset import Typesetter
from rodedraad.publishing.publish import publish
from rodedraad.publishing.views.common import Pages
from tests.support.tagged import Tagged, letters

TOLD = {Kind.GOAL, Kind.ACTIVITY}


@pytest.mark.parametrize(("kind", "document"), [("report", "jaarstukken-2024"), ("budget", "begroting-2023")])
def test_every_promise_and_result_stands_in_it_in_reading_order(build, made, kind, document):
    (source,) = (one for one in build.documents if one.id == document)
    text, at = made[kind].letters, 0
    promises = [one for one in source.elements if one.phase is Phase.PLAN and one.kind in TOLD]
    assert len(promises) > 4
    for promise in promises:
        at = text.index(letters(promise.text), at)
        for result in (one for one in source.elements if promise.id in one.answers):
            at = text.index(letters(result.text), at)


def test_what_no_promise_was_found_for_stands_under_its_own_head(made):
    assert letters("Resultaten waarbij wij geen belofte vonden") in made["report"].letters


def test_every_outcome_stands_there_in_a_word_and_is_explained(made, pieces):
    text = made["report"].letters
    assert len(pieces["report"].outcomes) > 5
    for one in pieces["report"].outcomes:
        assert letters(f"{one.word}: {one.explanation}") in text


def test_the_cover_tells_what_it_was_made_from(build, made):
    first, last = made["report"].pages[0], made["report"].pages[-1]
    assert "Jaarstukken 2024" in first
    assert build.manifest.digest in first
    (source,) = next(one for one in build.documents if one.id == "jaarstukken-2024").sources
    assert source.sha256 in last


def test_pages_are_numbered_and_carry_the_name_of_the_document(made):
    _cover, *pages = made["report"].pages
    for number, page in enumerate(pages, start=2):
        assert f"bladzijde {number} van {len(pages) + 1}" in page
        assert "Veldermeer · Jaarstukken 2024" in page


def test_findings_stand_with_their_ground_and_what_to_do(build, made):
    text = made["report"].letters
    own = [one for one in build.findings.findings if one.subject.document == "jaarstukken-2024"]
    assert own
    for one in own:
        assert letters(one.message) in text
        assert letters(f"Grond: {one.basis}") in text
        assert letters(f"Wat te doen: {one.remedy}") in text


def test_a_thread_tells_old_and_new_words_and_the_deadline_that_moved(made):
    text = made["thread"].letters
    assert letters("elke wijk") in text
    assert letters("de wijken Noord en Zuid") in text
    assert (
        letters("Zachter verwoord (bereik): eerst “elke wijk” (Begroting 2023), nu “de wijken Noord en Zuid”")
        in text
    )
    assert letters("was 4e kwartaal 2023") in text
    assert letters("nu 2e kwartaal 2024") in text
    assert letters("De bouw begon later.") in text


def test_what_went_is_tagged_as_struck_and_what_came_as_underlined(made):
    decorations = {kind: [one.decoration for one in made[kind].tree.walk()] for kind in ("thread", "report")}
    assert {"/LineThrough", "/Underline"} <= set(decorations["thread"])
    assert "/LineThrough" not in decorations["report"]


def test_links_lead_to_pages_and_places_of_the_site(build, made, files):
    for kind, one in made.items():
        assert one.links, kind
        for link in one.links:
            page, _, anchor = link.removeprefix("../../").partition("#")
            content = files[f"site/{page}"].decode()
            assert not anchor or f'id="{anchor}"' in content, link


def test_without_an_address_of_the_site_there_are_no_links_out(build, pieces):
    data = Typesetter().pdf(pieces["report"], base=None, built=build.manifest.stamp)
    assert Tagged(data).links == []


def test_the_same_build_gives_the_same_bytes(build, pieces, made):
    for kind, one in pieces.items():
        again = Typesetter().pdf(one, base="../../", built=build.manifest.stamp)
        assert again == made[kind].data, kind


def test_a_preview_says_so_on_every_page(build):
    preview = replace(build, manifest=replace(build.manifest, preview=True))
    pages = Pages(Lookup(preview))
    made = document_print(pages, pages.lookup.document("begroting-2023"))
    told = Tagged(Typesetter().pdf(made, base=None, built=build.manifest.stamp)).pages
    assert all("Voorinzage, niet openbaar" in page for page in told)


@pytest.mark.parametrize("wanted", [(), (Printed.DOCUMENTS,), (Printed.DOCUMENTS, Printed.PROGRAMMES)])
def test_a_site_has_the_pdfs_that_its_dossier_asks_for_and_leads_to_each(build, wanted):
    asked = replace(build, dossier=replace(build.dossier, pdf=wanted))
    files = dict(publish(asked))
    made = {name for name in files if name.endswith(".pdf")}
    pages = {name: content.decode() for name, content in files.items() if name.endswith(".html")}
    linked = {
        "site/" + found.replace("../", "")
        for content in pages.values()
        for found in re.findall(r'href="([^"]+\.pdf)"', content)
    }
    documents = {f"site/{addresses.pdf(addresses.document(one.id))}" for one in build.documents}
    assert linked == made
    assert made >= documents if wanted else not made
    programmes = sum(
        one.kind in {Kind.PROGRAMME, Kind.THEME} for each in build.documents for one in each.elements
    )
    assert len(made - documents) == (programmes if Printed.PROGRAMMES in wanted else 0)
    assert all(files[name].startswith(b"%PDF-1.7") for name in made)


def test_a_theme_gives_its_colour_and_its_logo_with_the_text_that_stands_for_it(build, pieces, made):
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    theme = Theme(
        light=(Token(name="--rd-thread", value="rgb(0, 90, 156)"),),
        logo=logo,
        logo_text="Gemeente Veldermeer",
    )
    for kind in ("theme", "thread"):
        themed = Tagged(Typesetter(theme).pdf(pieces[kind], base=None, built=build.manifest.stamp))
        assert "Gemeente Veldermeer" in [one.alt for one in themed.tree.all("/Figure")]
        assert "Gemeente Veldermeer" not in [one.alt for one in made[kind].tree.all("/Figure")]
    colours = look_of(theme).colours
    assert colours["thread"] == "#005a9c"
    assert colours["ink"] == look_of(Theme()).colours["ink"]
