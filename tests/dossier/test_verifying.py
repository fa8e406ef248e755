import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.build import build
from rodedraad.dossier.compressing import gzipped
from rodedraad.dossier.progress import Stage
from rodedraad.dossier.verifying import verify
from tests.dossier.support import files_in, write_dossier

MANIFESTS = {"manifest.json", "data/manifest.json", "site/data/manifest.json"}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with a build that nothing is wrong with; a test that changes it puts it back."""
    folder = write_dossier(tmp_path_factory.mktemp("bewijs") / "dossier")
    build(load(folder), compress=True)
    return folder


@pytest.fixture(scope="module")
def made(dossier: Path) -> Path:
    return dossier / "build"


@pytest.fixture(scope="module")
def names(made: Path) -> list[str]:
    return sorted(files_in(made))


@contextmanager
def holding(path: Path, data: bytes) -> Iterator[None]:
    """A file that holds something else for a while."""
    before = path.read_bytes()
    path.write_bytes(data)
    try:
        yield
    finally:
        path.write_bytes(before)


def test_a_build_its_dossier_and_its_site_alone_are_proved(dossier: Path, made: Path, tmp_path: Path) -> None:
    alone = Path(shutil.copytree(made / "site", tmp_path / "website"))
    for place, is_site in ((made, False), (dossier, False), (dossier / "dossier.toml", False), (alone, True)):
        proof = verify(place, load(dossier))
        assert proof.holds
        assert proof.is_site is is_site
        assert proof.remade is not None
        assert proof.inputs is not None
        assert proof.inputs.checked == 3
        assert proof.files.checked == len(files_in(proof.place))
        assert proof.tools == ()


def test_every_file_but_the_smaller_forms_and_the_manifest_is_made_again(
    made: Path, names: list[str]
) -> None:
    proof = verify(made)
    canonical = {name for name in names if name.startswith(("documents/", "texts/"))}
    apart = {*canonical, "threads.json", "findings.json", *MANIFESTS}
    assert proof.remade is not None
    assert proof.remade.checked == len(
        [name for name in names if name not in apart and name[-3:] not in {".br", ".gz"}]
    )


@pytest.mark.no_cover
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_byte_changed_anywhere_is_found(made: Path, names: list[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(names))
    content = (made / name).read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda value: value != content[at]))
    with holding(made / name, content[:at] + bytes([other]) + content[at + 1 :]):
        try:
            proof = verify(made)
        except DossierError:
            assert name == "manifest.json"
        else:
            assert not proof.holds
            assert name in MANIFESTS or name in proof.files.changed


@pytest.mark.parametrize("alone", [False, True])
def test_a_missing_file_and_a_file_too_many_are_named(made: Path, tmp_path: Path, alone: bool) -> None:
    place = Path(shutil.copytree(made, tmp_path / "build"))
    (place / "site" / "over" / "index.html").unlink()
    (place / "site" / "over" / "meer.html").write_text("erbij", encoding="utf-8")
    proof = verify(place / "site" if alone else place)
    assert proof.files.missing == ("site/over/index.html",)
    assert proof.files.extra == ("site/over/meer.html",)
    assert proof.remade is not None
    assert proof.remade.missing == ("site/over/index.html",)
    assert not proof.holds


def test_a_page_forged_with_its_digest_in_the_manifest_does_not_follow_from_the_export(
    made: Path, tmp_path: Path
) -> None:
    place = Path(shutil.copytree(made, tmp_path / "build"))
    page = place / "site" / "index.html"
    forged = page.read_bytes().replace(b"Rode draad", b"Rode draak", 1)
    was, now = (hashlib.sha256(data).hexdigest() for data in (page.read_bytes(), forged))
    page.write_bytes(forged)
    for path in (place / name for name in MANIFESTS):
        path.write_text(path.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
    proof = verify(place)
    assert not proof.files.any
    assert proof.remade is not None
    assert proof.remade.changed == ("site/index.html",)


def test_a_smaller_form_must_hold_its_file(made: Path) -> None:
    packed = made / "site" / "index.html.gz"
    for other in (gzipped(b"iets anders"), packed.read_bytes() + b"\0", b"geen gzip"):
        with holding(packed, other):
            proof = verify(made)
        assert proof.files.changed == ("site/index.html.gz",)
        assert proof.remade is not None
        assert proof.remade.changed == ("site/index.html.gz",)


def test_nothing_follows_from_an_export_that_was_changed(made: Path) -> None:
    threads = made / "threads.json"
    with holding(threads, threads.read_bytes().replace(b'"auto"', b'"confirmed"')):
        proof = verify(made)
    assert proof.files.changed == ("threads.json",)
    assert proof.remade is None
    assert not proof.holds


def test_an_input_that_changed_since_is_named(dossier: Path, made: Path) -> None:
    toml = dossier / "dossier.toml"
    with holding(toml, toml.read_bytes() + b"\n# later\n"):
        proof = verify(made, load(dossier))
    assert proof.inputs is not None
    assert proof.inputs.changed == ("dossier.toml",)
    (dossier / "decisions.toml").write_text("", encoding="utf-8")
    try:
        proof = verify(made, load(dossier))
    finally:
        (dossier / "decisions.toml").unlink()
    assert proof.inputs is not None
    assert proof.inputs.extra == ("decisions.toml",)


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (b'"digest": "', b'"digest": "0', "het controlegetal past niet"),
        (b'"version": "0', b'"version": "99', "gemaakt met Rode Draad 99"),
        (b'"rodedraad-manifest/1"', b'"anders/1"', "niet in de vorm die deze versie leest"),
        (b"{", b"", "niet in de vorm die deze versie leest"),
    ],
)
def test_a_broken_manifest_proves_nothing(made: Path, was: bytes, now: bytes, told: str) -> None:
    path = made / "manifest.json"
    content = path.read_bytes()
    position = content.rfind(was) if was.startswith(b'"version') else content.find(was)
    with (
        holding(path, content[:position] + now + content[position + len(was) :]),
        pytest.raises(DossierError, match=told),
    ):
        verify(made)


def test_where_there_is_no_site_there_is_nothing_to_prove(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="hier staat geen build en geen website"):
        verify(tmp_path)
    folder = write_dossier(tmp_path / "dossier")
    build(load(folder), only=(Stage.IMPORT,))
    with pytest.raises(DossierError, match="deze build heeft nog geen website"):
        verify(folder)


def test_a_stage_of_its_own_makes_a_manifest_that_proves_the_whole(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "dossier")
    build(load(folder))
    toml = folder / "dossier.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"Proef"', '"Nieuwe titel"'), encoding="utf-8")
    build(load(folder), only=(Stage.PUBLISH,))
    proof = verify(folder, load(folder))
    assert proof.holds
    assert proof.manifest.dossier.title == "Nieuwe titel"
