from pathlib import Path

import pytest

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.build import build
from rodedraad.dossier.progress import Stage
from rodedraad.dossier.store import read_build
from tests.dossier.support import files_in, write_dossier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier")


def test_a_preview_stands_beside_the_public_build(folder: Path) -> None:
    public = build(load(folder)).out
    before = files_in(public)
    preview = build(load(folder, preview=True)).out
    assert preview == folder / "preview"
    assert files_in(public) == before
    assert read_build(preview).manifest.preview is True
    assert read_build(public).manifest.preview is not True
    assert b"Voorinzage" in (preview / "site/index.html").read_bytes()


def test_a_preview_never_takes_the_place_of_a_public_build(folder: Path) -> None:
    public = build(load(folder)).out
    before = files_in(public)
    with pytest.raises(DossierError, match=r"openbare build.*preview"):
        build(load(folder, preview=True), public)
    assert files_in(public) == before


def test_publishing_a_preview_goes_on_from_what_was_built(folder: Path) -> None:
    build(load(folder))
    preview = build(load(folder, preview=True), only=[Stage.PUBLISH]).out
    assert files_in(preview) == files_in(build(load(folder, preview=True)).out)


def test_without_a_public_build_a_preview_goes_on_from_itself(folder: Path) -> None:
    whole = files_in(build(load(folder, preview=True)).out)
    again = build(load(folder, preview=True), only=[Stage.CHECK, Stage.PUBLISH]).out
    assert files_in(again) == whole
    assert not (folder / "build").exists()


def test_a_preview_that_was_published_is_replaced_by_a_public_build_only_when_asked(folder: Path) -> None:
    preview = build(load(folder, preview=True)).out
    before = files_in(preview)
    build(load(folder))
    assert files_in(preview) == before
