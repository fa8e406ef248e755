from pathlib import Path

import pytest
from msgspec import structs

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.build import build
from rodedraad.dossier.freeze import freeze, merged
from rodedraad.model.build import Build
from rodedraad.model.identities import Identities
from rodedraad.model.threads import Pointer, Thread, Threads
from tests.dossier.support import names_in, write_dossier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_dossier(tmp_path / "dossier")
    build(load(folder))
    return folder


def ids(made: Build) -> set[tuple[str, str]]:
    return {(document.id, element.id) for document in made.documents for element in document.elements}


def test_freezing_writes_the_ids_of_the_build_and_nothing_else(folder: Path) -> None:
    frozen = freeze(load(folder))
    made = build(load(folder)).build
    assert {(identity.document, identity.id) for identity in frozen.elements} == ids(made)
    assert {thread.id for thread in frozen.threads} == {thread.id for thread in made.threads.threads}
    assert load(folder).identities == frozen
    assert names_in(folder) == ["build", "dossier.toml", "identities.json", "pages"]


def test_freezing_again_changes_nothing(folder: Path) -> None:
    freeze(load(folder))
    before = (folder / "identities.json").read_bytes()
    build(load(folder))
    freeze(load(folder))
    assert (folder / "identities.json").read_bytes() == before


def test_an_edited_text_keeps_its_id_once_it_is_frozen(folder: Path) -> None:
    frozen = freeze(load(folder))
    source = folder / "pages" / "begroting-2023.txt"
    old = "We actualiseren het plan voor mantelzorg."
    (identity,) = [one.id for one in frozen.elements if one.text == old and one.document == "begroting-2023"]
    edited = source.read_text(encoding="utf-8").replace(old, "We actualiseren het plan voor de mantelzorg.")
    source.write_text(edited, encoding="utf-8")
    made = build(load(folder)).build
    texts = {element.id: element.text for element in made.documents[0].elements}
    assert texts[identity] == "We actualiseren het plan voor de mantelzorg."


def test_an_id_that_is_gone_from_the_build_stays_public(folder: Path) -> None:
    before = freeze(load(folder))
    (folder / "pages" / "begroting-2023.txt").write_text("Programma Jeugd\n", encoding="utf-8")
    build(load(folder))
    after = freeze(load(folder))
    assert {one.id for one in before.elements} <= {one.id for one in after.elements}
    kept = {one.id for one in after.threads} | {alias for one in after.threads for alias in one.aliases}
    assert {one.id for one in before.threads} <= kept


def test_a_thread_that_was_joined_to_another_lives_on_as_its_alias(folder: Path) -> None:
    made = build(load(folder)).build
    members = (Pointer(document="begroting-2023", element="e1"),)
    first = structs.replace(
        made,
        threads=Threads(threads=tuple(Thread(id=one, title=one, members=members) for one in ("t1", "t2"))),
    )
    joined = structs.replace(
        made, threads=Threads(threads=(Thread(id="t1", title="t1", members=members, aliases=("t2",)),))
    )
    frozen = merged(merged(merged(Identities(), first), joined), joined)
    assert [(thread.id, thread.aliases) for thread in frozen.threads] == [("t1", ("t2",))]
    lost = structs.replace(joined, threads=Threads())
    assert merged(frozen, lost).threads == frozen.threads


def test_freezing_without_a_build_or_a_place_to_write_is_told(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "dossier")
    with pytest.raises(DossierError, match="hier staat geen build"):
        freeze(load(folder))
    dossier = load(folder)
    out = tmp_path / "out"
    build(dossier, out)
    (folder / "identities.json").mkdir()
    with pytest.raises(DossierError, match=r"identities\.json: kan niet worden geschreven"):
        freeze(dossier, out)
    assert names_in(folder) == ["dossier.toml", "identities.json", "pages"]
