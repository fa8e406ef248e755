import hashlib
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rodedraad.dossier import DossierError, load, pool
from rodedraad.dossier.build import build
from rodedraad.dossier.progress import Stage, Step
from rodedraad.dossier.store import read_build
from rodedraad.model.codec import FORMATS
from rodedraad.model.schemas import schemas
from tests.dossier.support import BUDGET, DOCUMENTS, document_table, files_in, names_in, write_dossier

KILL_AT = """
import os, signal, sys
from pathlib import Path
from rodedraad.dossier import load
from rodedraad.dossier.build import build
steps = iter(range(int(sys.argv[2])))
def progress(step):
    if next(steps, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
build(load(Path(sys.argv[1])), progress=progress)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier")


def test_a_build_holds_what_the_design_says_and_leaves_the_dossier_alone(folder: Path) -> None:
    before = files_in(folder)
    report = build(load(folder))
    made = files_in(folder / "build")
    for identity in DOCUMENTS:
        names = (f"documents/{identity}.json", f"texts/{identity}/1.txt", f"texts/{identity}/1.places.json")
        assert set(names) <= set(made)
    assert {"threads.json", "findings.json", "manifest.json", "site/index.html"} <= set(made)
    assert any(name.startswith("data/") for name in made)
    assert made["texts/begroting-2023/1.txt"] == BUDGET.encode()
    assert {name: data for name, data in files_in(folder).items() if not name.startswith("build/")} == before
    assert report.out == folder / "build"
    assert len(report.build.threads.shifts) == 1


def test_the_files_follow_their_schemas(folder: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    build(load(folder))
    checked = 0
    for name, data in files_in(folder / "build").items():
        content = json.loads(data) if name.endswith(".json") and not name.startswith(("site", "data")) else {}
        if content.get("format") in FORMATS.values():
            jsonschema.validate(content, schemas()[content["format"]])
            checked += 1
    assert checked == 7


def test_two_builds_of_the_same_dossier_are_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    build(load(folder), tmp_path / "one")
    build(load(folder), tmp_path / "two")
    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_a_build_with_more_processes_is_the_same_bytes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(load(folder), tmp_path / "one")
    monkeypatch.setattr(pool, "FEWEST", 2)
    monkeypatch.setattr(pool, "SMALLEST", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    build(load(folder), tmp_path / "two")
    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_one_changed_source_changes_only_what_depends_on_it(folder: Path, tmp_path: Path) -> None:
    build(load(folder), tmp_path / "one")
    source = folder / "pages" / "jaarstukken-2023.html"
    stamp = source.stat().st_mtime
    source.write_text(source.read_text(encoding="utf-8") + "<p>De kosten vielen mee.</p>", encoding="utf-8")
    os.utime(source, (stamp, stamp))
    build(load(folder), tmp_path / "two")
    one, two = files_in(tmp_path / "one"), files_in(tmp_path / "two")
    changed = {name for name in one.keys() | two.keys() if one.get(name) != two.get(name)}
    assert {"documents/jaarstukken-2023.json", "texts/jaarstukken-2023/1.txt", "manifest.json"} <= changed
    assert not [name for name in changed if name.startswith(("documents/begroting", "texts/begroting"))]


def test_stages_one_by_one_make_the_same_as_all_at_once(folder: Path, tmp_path: Path) -> None:
    whole, steps = tmp_path / "whole", tmp_path / "steps"
    build(load(folder), whole)
    for stage in Stage:
        build(load(folder), steps, only=[stage])
    assert files_in(steps) == files_in(whole)


def test_a_stage_leaves_out_what_later_stages_made(folder: Path) -> None:
    build(load(folder))
    build(load(folder), only=[Stage.LINK])
    names = set(files_in(folder / "build"))
    assert "threads.json" in names
    assert "findings.json" not in names
    assert not [name for name in names if name.startswith(("site/", "data/"))]


def test_stages_with_a_gap_or_without_a_build_are_refused(folder: Path) -> None:
    with pytest.raises(DossierError, match="ontbreekt link, check"):
        build(load(folder), only=[Stage.IMPORT, Stage.PUBLISH])
    with pytest.raises(DossierError, match="hier staat geen build"):
        build(load(folder), only=[Stage.CHECK])
    assert not (folder / "build").exists()


def broken(folder: Path) -> None:
    (folder / "pages" / "leeg.txt").write_bytes(b"")
    with (folder / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write(document_table("leeg", "begroting", 2024, "pages/leeg.txt"))


def test_a_document_that_cannot_be_read_stops_the_build_and_what_was_built_stays(folder: Path) -> None:
    build(load(folder))
    before = files_in(folder / "build")
    broken(folder)
    with pytest.raises(DossierError, match=r"pages/leeg\.txt"):
        build(load(folder))
    assert files_in(folder / "build") == before


def test_going_on_builds_the_other_documents_and_names_the_one_left_out(folder: Path) -> None:
    broken(folder)
    made = build(load(folder), keep_going=True).build
    assert [document.id for document in made.documents] == list(DOCUMENTS)
    (failed,) = made.manifest.failed
    assert failed.document == "leeg"
    assert "pages/leeg.txt" in failed.problem
    assert read_build(folder / "build").manifest.failed == made.manifest.failed


def test_going_on_without_a_single_document_is_no_build(folder: Path) -> None:
    for source in (folder / "pages").iterdir():
        source.write_bytes(b"")
    with pytest.raises(DossierError):
        build(load(folder), keep_going=True)
    assert not (folder / "build").exists()


def test_a_source_that_vanishes_before_it_is_read_is_told(folder: Path) -> None:
    loaded = load(folder)
    (folder / "pages" / "begroting-2023.txt").unlink()
    with pytest.raises(DossierError, match=r"pages/begroting-2023\.txt: bestaat niet"):
        build(loaded)


@pytest.mark.parametrize("steps", [0, 1, 3, 5, 8])
def test_a_build_that_is_killed_leaves_the_last_one_whole(folder: Path, steps: int) -> None:
    build(load(folder))
    before = files_in(folder / "build")
    (folder / "pages" / "begroting-2023.txt").write_text("Programma Jeugd\n", encoding="utf-8")
    killed = subprocess.run([sys.executable, "-c", KILL_AT, folder, str(steps)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert files_in(folder / "build") == before
    build(load(folder))
    assert names_in(folder) == ["build", "dossier.toml", "pages"]


def test_stopping_leaves_nothing_behind(folder: Path) -> None:
    def stop(step: Step) -> None:
        if step.stage is Stage.PUBLISH:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(load(folder), progress=stop)
    assert names_in(folder) == ["dossier.toml", "pages"]


@pytest.mark.parametrize("stage", Stage)
def test_stopping_leaves_the_last_build_whole(folder: Path, stage: Stage) -> None:
    def stop(step: Step) -> None:
        if step.stage is stage:
            raise KeyboardInterrupt

    build(load(folder))
    before = files_in(folder / "build")
    (folder / "pages" / "begroting-2023.txt").write_text("Programma Jeugd\n", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        build(load(folder), progress=stop)
    assert files_in(folder / "build") == before
    assert names_in(folder) == ["build", "dossier.toml", "pages"]


@pytest.mark.parametrize("name", ["pages", "."])
def test_a_folder_that_holds_something_else_is_refused(folder: Path, name: str) -> None:
    before = files_in(folder)
    with pytest.raises(DossierError, match="niet leeg en niet door Rode Draad gemaakt"):
        build(load(folder), folder / name)
    assert files_in(folder) == before


def test_a_file_and_a_build_that_holds_a_source_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="is een bestand, geen map"):
        build(load(folder), folder / "dossier.toml")
    out = tmp_path / "out"
    build(load(folder), out)
    (out / "bron.txt").write_text(BUDGET, encoding="utf-8")
    extra = document_table("c", "begroting", 2024, "../out/bron.txt")
    with pytest.raises(DossierError, match=r"bevat een bron van het dossier \(bron\.txt\)"):
        build(load(write_dossier(tmp_path / "other", extra)), out)
    assert (out / "bron.txt").exists()


def test_an_empty_folder_and_a_broken_build_may_be_built_in(folder: Path) -> None:
    (folder / "build").mkdir()
    build(load(folder))
    (folder / "build" / "threads.json").unlink()
    build(load(folder))
    assert (folder / "build" / "threads.json").exists()


def test_the_stamp_is_that_of_the_newest_input_or_the_one_that_is_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for path in folder.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    os.utime(folder / "dossier.toml", (1_700_000_500, 1_700_000_500))
    assert build(load(folder)).build.manifest.stamp == datetime(2023, 11, 14, 22, 21, 40, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build(load(folder)).build.manifest.stamp == datetime(1970, 1, 2, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gisteren")
    with pytest.raises(DossierError, match="SOURCE_DATE_EPOCH"):
        build(load(folder))


def test_nothing_of_where_it_was_built_is_in_the_build(folder: Path, tmp_path: Path) -> None:
    build(load(folder))
    assert not [name for name, data in files_in(folder / "build").items() if str(tmp_path).encode() in data]


def test_the_manifest_names_every_input_and_every_file_with_its_digest(folder: Path) -> None:
    (folder / "cijfers.csv").write_text("a;b\n", encoding="utf-8")
    with (folder / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[figures]]\nsource = "iv3/2023"\nfile = "cijfers.csv"\n')
    manifest = build(load(folder)).build.manifest
    sources = [f"pages/{name}" for _, _, name, _ in DOCUMENTS.values()]
    assert [one.name for one in manifest.inputs] == sorted(["cijfers.csv", "dossier.toml", *sources])
    assert {one.name: one.sha256 for one in manifest.inputs} == {
        one.name: hashlib.sha256((folder / one.name).read_bytes()).hexdigest() for one in manifest.inputs
    }
    made = {name for name in files_in(folder / "build") if not name.endswith("manifest.json")}
    assert {one.name for one in (*manifest.files, *manifest.outputs)} == made
    assert manifest.figures == ("iv3/2023",)
    assert {digest.name for digest in manifest.files} >= {"threads.json", "findings.json"}
    assert len(manifest.digest) == 64


def test_the_pages_of_the_reference_are_built(built_reference: Path) -> None:
    made = read_build(built_reference)
    assert len(made.documents) == 5
    assert made.manifest.figures == ("cbs/85067NED", "iv3/2024/begroting")
