from pathlib import Path

import pytest

from rodedraad.dossier import load
from rodedraad.dossier.build import build
from rodedraad.dossier.samples import SAMPLES
from tests.cli.support import Terminal
from tests.dossier.support import names_in, write_dossier


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_dossier(tmp_path_factory.mktemp("sample") / "dossier")
    build(load(folder))
    return folder


def test_a_sample_is_drawn_judged_and_read_back(terminal: Terminal, built: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    told = terminal("sample", built, "--size", 1000, "--seed", 3, "--out", file)
    assert (told.code, told.err) == (0, "")
    assert "die het programma zelf legde." in told.out
    assert "Meer waren er niet: dit zijn ze allemaal." in told.out
    assert f"rodedraad sample --read {file} DOSSIER" in told.out
    assert names_in(tmp_path) == ["x-codeboek.md", "x.csv"]
    unread = terminal("sample", "--read", file, built)
    assert (unread.code, unread.out) == (2, "")
    assert "er is nog geen enkel oordeel ingevuld" in unread.err
    file.write_bytes(file.read_bytes().replace(b";;;\r\n", b";fout;goed;\r\n"))
    told = terminal("sample", "--read", file, built)
    assert told.code == 0
    assert "Dat wijst op 100%, met 95% zekerheid tussen" in told.out
    assert "gelijk, Cohens kappa 0,00." in told.out
    assert f"Opgeslagen in {SAMPLES}; de volgende bouw zet het op de website." in told.out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--size", "0", "--out", "x.csv"], '--size kan niet "0" zijn; geef een heel getal van 1 of meer'),
        (["--size", "tien", "--out", "x.csv"], '--size kan niet "tien" zijn'),
        (["--seed", "-1", "--size", "3", "--out", "x.csv"], '--seed kan niet "-1" zijn'),
        (["--size", "3"], "geef --size en --out om te trekken, of alleen --read om terug te lezen"),
        ([], "geef --size en --out om te trekken"),
        (["--read", "weg.csv", "--size", "3"], "geef --size en --out om te trekken"),
        (["--read", "weg.csv"], "weg.csv: bestaat niet"),
        (["--size", "3", "--out", "x.csv", "--build", "weg"], "hier staat geen build"),
    ],
)
def test_a_mistake_is_one_dutch_line(
    terminal: Terminal,
    built: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    told = terminal("sample", built, *options)
    assert (told.code, told.out) == (2, "")
    (line,) = told.err.splitlines()
    assert line.startswith("Fout: ")
    assert says in line
    assert names_in(tmp_path) == []
