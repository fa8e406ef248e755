from pathlib import Path

import pytest

from tests.dossier.support import files_in
from tests.support.tagged import Tagged


@pytest.fixture
def built(terminal, folder) -> Path:
    assert terminal("build", folder, "-q").code == 0
    return folder


def test_without_a_choice_every_document_becomes_a_pdf(terminal, built, tmp_path):
    told = terminal("pdf", built, "--out", tmp_path / "papier")
    made = files_in(tmp_path / "papier")
    assert told.code == 0, told.err
    assert set(made) == {"document/begroting-2023.pdf", "document/jaarstukken-2023.pdf"}
    assert told.out.split() == [str(tmp_path / "papier" / name) for name in sorted(made)]
    assert "buurtkamer in het oude postkantoor" in " ".join(Tagged(made["document/begroting-2023.pdf"]).pages)


def test_one_programme_of_one_document_can_be_chosen(terminal, built, tmp_path):
    chosen = ("--programme", "Programma Zorg", "--document", "jaarstukken-2023")
    assert terminal("pdf", built, *chosen, "--out", tmp_path / "papier", "-q") == (0, "", "")
    (name,) = files_in(tmp_path / "papier")
    assert name.startswith("document/jaarstukken-2023/onderdeel/")


def test_a_thread_can_be_chosen(terminal, built, tmp_path):
    thread = next((built / "build" / "site" / "draad").iterdir()).name
    assert terminal("pdf", built, "--thread", thread, "--out", tmp_path / "papier").code == 0
    assert set(files_in(tmp_path / "papier")) == {f"draad/{thread}.pdf"}


@pytest.mark.parametrize(
    ("option", "name", "problem"),
    [
        ("--document", "begroting-2032", "begroting-2032: dit document staat niet in de build. Bedoelde u "),
        ("--programme", "Programma Zorgen", "dit programma of thema staat niet in de build. Bedoelde u "),
        ("--thread", "rd-niets", "rd-niets: deze rode draad staat niet in de build."),
    ],
)
def test_what_is_not_there_is_told_and_nothing_is_written(terminal, built, tmp_path, option, name, problem):
    told = terminal("pdf", built, option, name, "--out", tmp_path / "papier")
    assert told.code == 2
    assert problem in told.err
    assert not (tmp_path / "papier").exists()


def test_a_build_makes_the_pdfs_that_the_dossier_asks_for(terminal, folder):
    toml = folder / "dossier.toml"
    toml.write_text(toml.read_text().replace('title = "Proef"', 'title = "Proef"\npdf = ["documents"]', 1))
    assert terminal("build", folder, "-q").code == 0
    first = files_in(folder / "build")
    assert {name for name in first if name.endswith(".pdf")} == {
        "site/pdf/document/begroting-2023.pdf",
        "site/pdf/document/jaarstukken-2023.pdf",
    }
    assert terminal("publish", folder, "-q").code == 0
    assert files_in(folder / "build") == first


def test_a_pdf_that_cannot_be_made_accessible_fails_the_build_and_says_why(terminal, folder):
    toml = folder / "dossier.toml"
    toml.write_text(
        toml.read_text().replace(
            'title = "Proef"', 'title = "Proef"\nlanguage = "Nederlands"\npdf = ["documents"]', 1
        )
    )
    told = terminal("build", folder)
    assert told.code == 2
    assert "pdf/document/begroting-2023.pdf: de taal is geen taalcode" in told.err
    assert "Geef in dossier.toml een `language`" in told.err
    assert not (folder / "build").exists()


def test_an_unknown_wish_names_those_that_exist(terminal, folder):
    toml = folder / "dossier.toml"
    toml.write_text(toml.read_text().replace('title = "Proef"', 'title = "Proef"\npdf = ["alles"]', 1))
    told = terminal("build", folder)
    assert told.code == 2
    assert "alles" in told.err
    assert "documents" in told.err
