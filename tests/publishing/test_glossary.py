"""Abbreviations that a text explains, and words that are explained where they stand."""

import re
from functools import cache
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from rodedraad.model.abbreviations import explained, spells
from rodedraad.publishing.glossary import Explainer, Glossary
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.publish import publish
from tests.support.build_fixture import build_by_hand

WORDS = st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True)
SMALL = st.sampled_from(["voor", "en", "van", "de"])


@cache
def by_hand() -> Glossary:
    return Glossary(Lookup(build_by_hand()))


def told(text: str) -> list[tuple[str, str]]:
    return [(one.short, one.name) for one in explained(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Regionale Backoffice Lekstroom (RBL) koopt in.", [("RBL", "Regionale Backoffice Lekstroom")]),
        ("RBL: Regionale Backoffice Lekstroom", [("RBL", "Regionale Backoffice Lekstroom")]),
        ("CJG (Centrum voor Jeugd en Gezin)", [("CJG", "Centrum voor Jeugd en Gezin")]),
        ("Centrum voor Jeugd en Gezin (CJG)", [("CJG", "Centrum voor Jeugd en Gezin")]),
        ("de wet maatschappelijke ondersteuning (Wmo)", [("Wmo", "wet maatschappelijke ondersteuning")]),
        ("We doen het (PM) later.", []),
        ("LKS (loonkostensubsidie)", []),
        ("RBL: Regionale Backoffice", []),
        ("Let op: Er komt een brief.", []),
        ("Resultaat 2024 (R)", []),
    ],
)  # fmt: skip
def test_a_name_is_taken_only_where_its_letters_match(text, expected):
    assert told(text) == expected


@given(st.lists(st.one_of(WORDS, SMALL), min_size=2, max_size=6).filter(lambda words: words[0][0].isupper()))
def test_what_a_text_explains_is_found_in_both_orders(words):
    short = "".join(one[0] for one in words if one[0].isupper())
    name = " ".join(words)
    if not 2 <= len(short) <= 8:
        return
    assert any(
        one.short == short and spells(short, one.name.split()) for one in explained(f"x {name} ({short})")
    )
    assert any(
        one.short == short and spells(short, one.name.split()) for one in explained(f"{short}: {name}.")
    )


@given(st.text(alphabet=st.sampled_from("ABRabr ().:\n|wet"), max_size=60))
def test_the_letters_always_match_and_the_place_holds_both(text):
    for one in explained(text):
        assert spells(one.short, one.name.split())
        words = text[one.start : one.end]
        assert one.short in words
        assert all(part in words for part in one.name.split())


@pytest.fixture
def explained_build(build):
    """The build with a report that explains an abbreviation in its text."""
    texts = dict(build.texts)
    (extract, *others) = texts["jaarstukken-2024"]
    line = "De Regionale Backoffice Lekstroom (RBL) doet dit.\n"
    texts["jaarstukken-2024"] = (replace(extract, text=extract.text + line), *others)
    return replace(build, texts=texts)


def marked(build, *texts: str) -> list[str]:
    explain = Explainer(Glossary(Lookup(build)), "../")
    return [str(explain(one)) for one in texts]


def test_a_word_is_marked_once_a_page_and_leads_to_its_meaning(explained_build):
    first, second = marked(explained_build, "RBL & wij", "Nog eens RBL")
    assert first == (
        '<a class="rd-term" href="../begrippen/index.html#w-rbl">'
        '<abbr title="Regionale Backoffice Lekstroom">RBL</abbr></a> &amp; wij'
    )
    assert second == "Nog eens RBL"


def test_nothing_is_laid_over_other_words(explained_build):
    plain = ["RBLX en rbl", "de RBL-regeling", "Regionale Backoffice Lekstroom (RBL)", "wethouder <b>RB</b>"]
    for text, shown in zip(plain, (marked(explained_build, one)[0] for one in plain), strict=True):
        assert "rd-term" not in shown
        assert html.fromstring(f"<p>{shown}</p>").text_content() == text


def test_an_abbreviation_with_two_names_is_told_in_the_list_alone(explained_build):
    texts = dict(explained_build.texts)
    (extract, *others) = texts["begroting-2024"]
    texts["begroting-2024"] = (
        replace(extract, text=extract.text + "RBL: Regels Binnen Lekstroom\n"),
        *others,
    )
    two = replace(explained_build, texts=texts)
    (entry,) = [one for one in Glossary(Lookup(two)).entries if one.word == "RBL"]
    assert {one.name for one in entry.meanings} == {
        "Regels Binnen Lekstroom",
        "Regionale Backoffice Lekstroom",
    }
    assert marked(two, "RBL") == ["RBL"]


def test_words_in_a_menu_explain_nothing(explained_build):
    documents = tuple(
        replace(
            one,
            set_aside=tuple(replace(aside, start=0, end=10**6) for aside in one.set_aside),
        )
        for one in explained_build.documents
    )
    assert any(one.set_aside for one in documents if one.id == "jaarstukken-2024")
    found = Glossary(Lookup(replace(explained_build, documents=documents)))
    assert not [one for one in found.entries if one.word == "RBL"]


def test_the_page_names_the_line_that_says_so(explained_build):
    files = dict(publish(explained_build))
    page = html.document_fromstring(files["site/begrippen/index.html"].decode())
    (link,) = page.xpath("//div[@id='w-rbl']//a")
    name, _, anchor = link.get("href").removeprefix("../").partition("#")
    line = html.document_fromstring(files[f"site/{name}"].decode()).get_element_by_id(anchor)
    assert "Regionale Backoffice Lekstroom (RBL)" in line.text_content()


def test_every_term_has_a_meaning_a_source_and_one_form_each(build):
    entries = Glossary(Lookup(build)).entries
    forms = [form.casefold() for one in entries for form in one.forms]
    assert len(forms) == len(set(forms))
    for one in entries:
        assert one.meanings or (one.explanation.endswith(".") and one.source)


@given(st.text(max_size=80))
def test_marking_never_changes_the_words(text):
    shown = str(Explainer(by_hand(), "")(text))
    assert unescape(re.sub(r"<[^>]*>", "", shown)) == text
