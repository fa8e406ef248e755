"""The example as a newcomer finds it: its page of stories, its files, and what the program makes of them."""

import re

from rodedraad.dossier import load
from rodedraad.dossier.records import Dossier
from rodedraad.model.terms import DocumentKind, Reporting
from tests.example.stories import STORIES, Told
from tests.support.builds import EXAMPLE

NUMBER = {"een": 1, "twee": 2, "drie": 3}
FORM = {
    ".txt": "platte tekst",
    ".md": "Markdown",
    ".docx": "Word",
    ".odt": "ODT",
    ".pdf": "PDF",
    ".html": "webpagina",
}


def table() -> dict[str, tuple[str, str]]:
    """Return of each document that the page names when it was adopted and in what form it is."""
    page = (EXAMPLE / "VERHAAL.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d\d-\d\d-\d{4}) \| (\w+ \d{4}) \|[^|]+\| ([^|]+) \|$", page, re.MULTILINE)
    return {name: (adopted, form) for adopted, name, form in rows}


def dossier() -> Dossier:
    return load(EXAMPLE)


def test_the_page_of_stories_names_every_document_with_its_date() -> None:
    frames = [one.frame for one in dossier().documents]
    dates = {one.title.lower(): f"{one.adopted:%d-%m-%Y}" for one in frames}
    assert {name: adopted for name, (adopted, _) in table().items()} == dates


def test_the_page_of_stories_says_in_what_form_a_document_is() -> None:
    named = table()
    for one in dossier().documents:
        suffixes = {source.path.suffix for source in one.sources}
        assert len(suffixes) == 1
        form = named[one.frame.title.lower()][1]
        assert FORM[suffixes.pop()] in form.replace("webpagina's", "webpagina")
        assert len(one.sources) == NUMBER.get(form.split()[0], 1)


def test_the_page_of_stories_speaks_of_every_document_that_a_story_quotes() -> None:
    quoted = {quote["document"] for story in STORIES for quote in story["quote"]}
    assert quoted == {one.frame.id for one in dossier().documents}


def test_every_format_and_every_kind_of_document_is_there() -> None:
    documents = dossier().documents
    assert {source.path.suffix for one in documents for source in one.sources} == set(FORM)
    assert {one.frame.kind for one in documents} == set(DocumentKind)
    assert len(documents) >= 8


def test_every_source_is_read_in_its_own_format(told: Told) -> None:
    kinds = {source.media_type for one in told.build.documents for source in one.sources}
    assert len(kinds) == len(FORM)
    assert told.build.manifest.failed == ()


def test_a_report_of_exceptions_is_told_from_a_full_one(told: Told) -> None:
    for one in told.build.documents:
        if one.kind is DocumentKind.TUSSENRAPPORTAGE:
            assert one.reporting is Reporting.EXCEPTIONS
        if one.kind is DocumentKind.JAARSTUKKEN:
            assert one.reporting is not Reporting.EXCEPTIONS


def test_every_organisation_of_the_example_is_invented(told: Told) -> None:
    assert [one.code for one in told.build.dossier.organisations] == ["GM9901"]
