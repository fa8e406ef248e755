import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec import structs

from benchmarks.linking import dossier
from rodedraad.dossier import DossierError, kept_scores, load
from rodedraad.dossier.build import build
from rodedraad.dossier.kept_scores import KeptScores
from rodedraad.linking import every_two, link
from rodedraad.linking.timeline import in_order
from rodedraad.model.codec import to_json
from rodedraad.model.decisions import Decisions, LinkDecision
from rodedraad.model.document import Document
from rodedraad.model.terms import Decision
from tests.dossier.support import files_in, write_dossier
from tests.support.concepts import Concepts

DOCUMENTS = list(in_order(dossier(300)[:6]))
DAMAGE = {
    "empty": lambda data: data[:0],
    "cut off": lambda data: data[: len(data) // 2],
    "one byte other": lambda data: data[:-2000] + bytes([data[-2000] ^ 1]) + data[-1999:],
    "no archive": lambda data: data[::-1],
    "a list alone": lambda data: _list(len(data)),
}


def _list(size: int) -> bytes:
    file = io.BytesIO()
    np.save(file, np.zeros(size))
    return file.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".build.scores"


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the documents that were compared with older ones."""
    found: list[int] = []
    reckon = every_two._Compared.with_older

    def watched(self: every_two._Compared, newer: int) -> object:
        found.append(newer)
        return reckon(self, newer)

    monkeypatch.setattr(every_two._Compared, "with_older", watched)
    return found


def linked(documents: list[Document], folder: Path, **more: object) -> bytes:
    kept = KeptScores(folder)
    made = to_json(link(documents, kept=kept, **more))  # type: ignore[arg-type]
    kept.clear()
    return made


def reworded(one: Document) -> Document:
    first, *rest = one.elements
    return structs.replace(one, elements=(structs.replace(first, text=f"{first.text} anders"), *rest))


def test_what_was_kept_makes_the_same_links(folder, compared):
    fresh = to_json(link(DOCUMENTS))
    assert linked(DOCUMENTS, folder) == fresh
    compared.clear()
    assert linked(DOCUMENTS, folder) == fresh
    assert compared == []


def test_a_document_that_is_added_is_compared_alone(folder, compared):
    linked(DOCUMENTS[:5], folder)
    compared.clear()
    made = linked(DOCUMENTS, folder)
    assert compared == [5]
    assert made == to_json(link(DOCUMENTS))


def test_a_text_that_changes_counts_for_its_document_and_the_newer_ones(folder, compared):
    linked(DOCUMENTS, folder)
    compared.clear()
    other = [*DOCUMENTS[:3], reworded(DOCUMENTS[3]), *DOCUMENTS[4:]]
    made = linked(other, folder)
    assert sorted(compared) == [3, 4, 5]
    assert made == to_json(link(other))


def test_what_a_person_decides_counts(folder, compared):
    made = link(DOCUMENTS)
    linked(DOCUMENTS, folder)
    compared.clear()
    rejected = next(one for one in made.links if one.decision is Decision.AUTO)
    absent = DOCUMENTS[0].elements[0], DOCUMENTS[3].elements[-1]
    decisions = Decisions(
        link=(
            LinkDecision(from_=rejected.from_, to=rejected.to, decision=Decision.REJECTED),
            LinkDecision(
                from_=structs.replace(rejected.from_, document=DOCUMENTS[0].id, element=absent[0].id),
                to=structs.replace(rejected.to, document=DOCUMENTS[3].id, element=absent[1].id),
                decision=Decision.CONFIRMED,
            ),
        )
    )
    decided = linked(DOCUMENTS, folder, decisions=decisions)
    assert 3 in compared
    assert len(compared) <= 2
    assert decided == to_json(link(DOCUMENTS, decisions)) != to_json(made)


def test_another_model_counts(folder):
    linked(DOCUMENTS, folder)
    assert linked(DOCUMENTS, folder, semantics=Concepts()) == to_json(link(DOCUMENTS, semantics=Concepts()))
    assert linked(DOCUMENTS, folder, semantics=Concepts()) == to_json(link(DOCUMENTS, semantics=Concepts()))


@pytest.mark.parametrize("harm", DAMAGE.values(), ids=DAMAGE)
def test_a_file_that_is_broken_is_not_used(folder, compared, harm):
    linked(DOCUMENTS, folder)
    compared.clear()
    for file in files(folder):
        file.write_bytes(harm(file.read_bytes()))
    made = linked(DOCUMENTS, folder)
    assert sorted(compared) == [1, 2, 3, 4, 5]
    assert made == to_json(link(DOCUMENTS))
    compared.clear()
    linked(DOCUMENTS, folder)
    assert compared == []


def test_a_file_under_the_name_of_another_is_not_used(folder):
    linked(DOCUMENTS, folder)
    one, other, *_ = files(folder)
    one.write_bytes(other.read_bytes())
    assert linked(DOCUMENTS, folder) == to_json(link(DOCUMENTS))


def test_what_is_no_longer_asked_is_removed(folder):
    linked(DOCUMENTS, folder)
    (folder / ".half.npz.rodedraad-1234").write_bytes(b"half")
    linked(DOCUMENTS[:3], folder)
    assert len(list(folder.iterdir())) == 2


def test_a_build_of_many_elements_keeps_and_makes_the_same(tmp_path, compared, monkeypatch):
    dossier_folder = write_dossier(tmp_path / "dossier")
    build(load(dossier_folder))
    first = files_in(dossier_folder / "build")
    assert not (dossier_folder / ".build.scores").exists()
    monkeypatch.setattr(kept_scores, "FEWEST_ELEMENTS", 1)
    build(load(dossier_folder))
    assert any((dossier_folder / ".build.scores").iterdir())
    compared.clear()
    build(load(dossier_folder))
    assert compared == []
    assert files_in(dossier_folder / "build") == first


def test_a_folder_that_cannot_be_written_is_told(folder):
    folder.write_text("a file")
    with pytest.raises(DossierError, match=r"\.build\.scores"):
        linked(DOCUMENTS, folder)


def files(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.glob("*.npz")))
