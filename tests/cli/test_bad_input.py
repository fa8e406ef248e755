"""Bad input through the command: one clear line, nothing half-written, and what was built before stays."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from lxml import html

from rodedraad.dossier.store import read_build
from tests.cli.support import Terminal, lines
from tests.dossier.support import document_table, files_in, names_in
from tests.reading.print import pdf, picture
from tests.reading.test_hardness import zipped
from tests.reading.word import made

ODT = b"application/vnd.oasis.opendocument.text"


def _word() -> bytes:
    def fill(document: Document) -> None:
        document.add_paragraph("We openen een buurthuis.")

    return made(fill)


def _print() -> bytes:
    return pdf(lambda sheet: sheet.say("We openen een buurthuis.", 70, 100))


def _scan() -> bytes:
    return pdf(lambda sheet: picture(sheet.canvas))


@cache
def _bomb(part: str) -> bytes:
    """A small package that unpacks to far more than it should."""
    return zipped(
        {"mimetype": ODT, part: bytes(120 << 20)} if part == "content.xml" else {part: bytes(120 << 20)}
    )


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "leeg.txt": (bytes, "leeg"),
    "wit.md": (lambda: b" \n\n ", "leeg"),
    "scan.pdf": (_scan, "dit is een scan"),
    "geheim.pdf": (lambda: pdf(lambda sheet: sheet.say("x", 70, 100), encrypt="slot"), "versleuteld"),
    "half.pdf": (lambda: _print()[:-400], "bestand"),
    "half.docx": (lambda: _word()[:-900], "beschadigd of niet volledig"),
    "half.html": (lambda: b"<!doctype html><html><body><p>We openen een buurthuis.</p><di", "breekt"),
    "naam.txt": (_print, "de inhoud is PDF"),
    "naam.pdf": (_word, "de inhoud is DOCX"),
    "bom.docx": (lambda: _bomb("word/document.xml"), "onredelijk groot"),
    "bom.odt": (lambda: _bomb("content.xml"), "onredelijk groot"),
    "diep.html": (lambda: b"<!doctype html><html>" + b"<div>" * 10_000 + b"diep", "genest"),
    "plaat.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "afbeelding"),
}


@pytest.fixture
def broken(folder: Path, request: pytest.FixtureRequest) -> Path:
    """A dossier with a third document that cannot be read."""
    name: str = request.param
    (folder / "pages" / name).write_bytes(BAD[name][0]())
    with (folder / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write(document_table("slecht", "begroting", 2024, f"pages/{name}"))
    return folder


@pytest.mark.parametrize(("broken", "name"), [(name, name) for name in BAD], indirect=["broken"])
def test_what_cannot_be_read_is_one_line_with_file_and_remedy(
    terminal: Terminal, broken: Path, name: str
) -> None:
    told = terminal("build", broken)
    assert (told.code, told.out) == (2, "")
    (line,) = lines(told.err)
    assert line.startswith(f"Fout: pages/{name}")
    assert BAD[name][1] in line
    assert line.count(". ") >= 1, "the problem, then what to do"
    assert names_in(broken) == ["dossier.toml", "pages"]


@pytest.mark.parametrize(("broken", "name"), [(name, name) for name in BAD], indirect=["broken"])
def test_going_on_builds_the_others_and_names_it(terminal: Terminal, broken: Path, name: str) -> None:
    told = terminal("build", broken, "--keep-going")
    assert told.code == 2
    made_of = read_build(broken / "build")
    assert [one.id for one in made_of.documents] == ["begroting-2023", "jaarstukken-2023"]
    (failed,) = made_of.manifest.failed
    assert failed.document == "slecht"
    assert f"pages/{name}" in failed.problem
    assert (broken / "build" / "site" / "index.html").is_file()


@pytest.mark.parametrize(
    ("extra", "says"),
    [
        (document_table("begroting-2023", "begroting", 2024, "pages/begroting-2023.txt"), "begroting-2023"),
        (document_table("c", "begrotin", 2024, "pages/begroting-2023.txt"), 'Bedoelde u "begroting"?'),
        (document_table("c", "begroting", 2024, "pages/weg.txt"), "weg.txt"),
        ("\n[[document]\n", "dossier.toml, regel"),
        ('\n[[document]]\nid = "c"\nkleur = "rood"\n', "kleur"),
    ],
)
def test_a_mistake_in_the_dossier_leaves_what_was_built(
    terminal: Terminal, folder: Path, extra: str, says: str
) -> None:
    assert terminal("build", folder).code == 0
    before = files_in(folder / "build")
    with (folder / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write(extra)
    told = terminal("build", folder)
    assert (told.code, told.out) == (2, "")
    assert all(line.startswith("Fout: dossier.toml, regel") for line in lines(told.err))
    assert says in told.err
    assert files_in(folder / "build") == before


def test_what_windows_wrote_is_read(terminal: Terminal, folder: Path) -> None:
    source = folder / "pages" / "begroting-2023.txt"
    text = source.read_text(encoding="utf-8").replace("buurtkamer", "café van € 5")
    source.write_bytes(text.encode("cp1252"))
    assert terminal("build", folder).code == 0
    (budget,) = [one for one in read_build(folder / "build").documents if one.id == "begroting-2023"]
    assert any("een café van € 5 in het oude postkantoor" in one.text for one in budget.elements)


# --- text that tries to be markup ------------------------------------------------------------------------

SCRIPT = "<script>alert(1)</script>"
NASTY = {
    "pages/begroting-2023.txt": f"""Programma Zorg {SCRIPT}

Wat gaan we daarvoor doen?

• We openen {SCRIPT} een buurtkamer <img src=x onerror=alert(2)> in het oude postkantoor.
• We actualiseren het plan </li></ul><style>*{{display:none}}</style> voor [mantelzorg](javascript:alert(3)).
""",
    "pages/jaarstukken-2023.html": """<!doctype html><title>Jaarstukken</title><h1>Programma Zorg</h1>
<h2>Wat hebben we daarvoor gedaan?</h2>
<ul><li>De buurtkamer is <a href="javascript:alert(4)" onclick="alert(5)">geopend</a>.<script>alert(6)</script></li>
<li>&lt;script&gt;alert(7)&lt;/script&gt; Het plan is geactualiseerd. <iframe src="https://example.org"></iframe></li></ul>
""",
}


OUR_SCRIPTS = "//script[not(contains(@src, 'static/'))][not(@type='application/ld+json')]"
"""Every script but the files of the site itself and the blocks of data, which nothing runs."""


def test_text_of_a_source_never_becomes_markup(terminal: Terminal, folder: Path) -> None:
    for name, text in NASTY.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert terminal("build", folder).code == 0
    pages = sorted((folder / "build" / "site").rglob("*.html"))
    words = ""
    for page in pages:
        tree = html.document_fromstring(page.read_bytes().decode())
        assert tree.xpath(f"{OUR_SCRIPTS} | //style | //iframe | //img | //@style") == []
        assert tree.xpath("//@*[starts-with(name(), 'on')]") == []
        assert [one for one in tree.xpath("//@href") if one.startswith("javascript")] == []
        words += str(tree.text_content())
    assert SCRIPT in words, "what the source says is still shown, as text"
