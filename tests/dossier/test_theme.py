"""The table [theme] of a dossier: its files are checked before anything is built."""

from pathlib import Path

import pytest

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.build import build
from rodedraad.dossier.store import read_manifest
from tests.dossier.support import ORGANISATION, document_table

THEME = '[theme]\ntokens = "stijl.css"\nlogo = "logo.svg"\nlogo_text = "Gemeente Veldermeer"\n'
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
TOKENS = ":root { --rd-thread: #005a9c; }"


def dossier(folder: Path, theme: str = THEME, tokens: str = TOKENS, logo: str = LOGO) -> Path:
    (folder / "a.txt").write_text("Zorg", encoding="utf-8")
    (folder / "stijl.css").write_text(tokens, encoding="utf-8")
    (folder / "logo.svg").write_text(logo, encoding="utf-8")
    toml = ORGANISATION + document_table("a", "begroting", 2023, "a.txt") + theme
    (folder / "dossier.toml").write_text(toml, encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(DossierError) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_site_has_the_look_that_the_dossier_asks_for(tmp_path: Path) -> None:
    made = load(dossier(tmp_path))
    out = tmp_path / "uit"
    build(made, out)
    page = (out / "site" / "index.html").read_text("utf-8")
    assert '<link rel="stylesheet" href="static/gemeente.css">' in page
    assert 'src="static/logo.svg" alt="Gemeente Veldermeer"' in page
    assert "--rd-thread: #005a9c;" in (out / "site" / "static" / "gemeente.css").read_text("utf-8")
    assert (out / "site" / "static" / "logo.svg").read_text("utf-8") == LOGO
    assert {"stijl.css", "logo.svg"} <= {one.name for one in read_manifest(out).inputs}


def test_a_site_without_a_theme_names_none(tmp_path: Path) -> None:
    made = load(dossier(tmp_path, theme=""))
    out = tmp_path / "uit"
    build(made, out)
    assert "gemeente.css" not in (out / "site" / "index.html").read_text("utf-8")
    assert not (out / "site" / "static" / "logo.svg").exists()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"tokens": "body { color: red; }"},
            "stijl.css, regel 1: “body” hoort niet in een bestand met ontwerpwaarden",
        ),
        (
            {"tokens": ":root { --rd-thread: #ffee00; }"},
            "stijl.css: op lichte schermen is het contrast van --rd-thread op",
        ),
        (
            {"logo": LOGO.replace("<path", "<script/><path")},
            "logo.svg, regel 1: het logo heeft een onderdeel “script”",
        ),
        ({"theme": THEME.replace("stijl", "weg")}, "weg.css: bestaat niet."),
        ({"theme": '[theme]\nlogo = "logo.svg"\n'}, 'bij "logo" ontbreekt "logo_text"'),
        ({"theme": '[theme]\ntoken = "stijl.css"\n'}, 'onbekende sleutel "token". Bedoelde u "tokens"?'),
    ],
)
def test_what_is_wrong_with_a_theme_is_told(tmp_path: Path, change: dict[str, str], expected: str) -> None:
    (problem,) = problems(dossier(tmp_path, **change))
    assert expected in problem


def test_a_theme_is_told_beside_what_else_is_wrong(tmp_path: Path) -> None:
    folder = dossier(tmp_path, tokens="@import 'x';")
    (folder / "decisions.toml").write_text("[", encoding="utf-8")
    assert len(problems(folder)) == 2


def test_tokens_that_are_no_utf_8_are_told(tmp_path: Path) -> None:
    folder = dossier(tmp_path)
    (folder / "stijl.css").write_bytes(b"\xff\xfe")
    assert "stijl.css: geen UTF-8" in problems(folder)[0]
