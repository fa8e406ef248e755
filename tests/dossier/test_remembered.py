import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.dossier import DossierError, remembered
from rodedraad.dossier.remembered import Remembered
from tests.support.concepts import Concepts

TEXTS = [f"tekst {number} over een schuld" for number in range(40)]

KILLED = """
import os, signal, sys
from pathlib import Path
from rodedraad.dossier import remembered
from tests.support.concepts import Concepts
remembered.SAVED_AFTER = 16
def told(done, total):
    if done > 32:
        os.kill(os.getpid(), signal.SIGKILL)
remembered.Remembered(Concepts(), Path(sys.argv[1]), told).vectors([f"tekst {n} over een schuld" for n in range(40)])
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".build.semantic.npy"


class Stopped(Concepts):
    """Is stopped by a person after a number of texts."""

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        if len(self.asked) >= 32:
            raise KeyboardInterrupt
        return super().vectors(texts)


def test_a_vector_is_the_same_whether_reckoned_or_remembered(file: Path) -> None:
    first = Remembered(Concepts(), file).vectors(TEXTS)
    model = Concepts()
    assert np.array_equal(Remembered(model, file).vectors(TEXTS), first)
    assert model.asked == []
    assert np.allclose(np.linalg.norm(first, axis=1), 1)
    assert np.allclose(first, Concepts().vectors(TEXTS), atol=1e-3)


def test_only_what_is_new_is_reckoned_and_told(file: Path) -> None:
    Remembered(Concepts(), file).vectors(TEXTS)
    model, told = Concepts(), list[tuple[int, int]]()
    Remembered(model, file, lambda done, total: told.append((done, total))).vectors([*TEXTS, "nieuw", "ook"])
    assert model.asked == ["nieuw", "ook"]
    assert told == [(2, 2)]


def test_what_another_model_told_does_not_count(file: Path) -> None:
    Remembered(Concepts("begrippen 1"), file).vectors(TEXTS)
    other = Concepts("begrippen 2")
    Remembered(other, file).vectors(TEXTS)
    assert other.asked == TEXTS


@pytest.mark.parametrize("data", [b"", b"geen vectoren", b"\x93NUMPY\x01\x00"])
def test_a_broken_file_counts_as_none_and_is_made_again(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    model = Concepts()
    Remembered(model, file).vectors(TEXTS[:3])
    assert model.asked == TEXTS[:3]
    again = Concepts()
    Remembered(again, file).vectors(TEXTS[:3])
    assert again.asked == []


def test_a_file_cut_short_counts_as_none(file: Path) -> None:
    Remembered(Concepts(), file).vectors(TEXTS)
    file.write_bytes(file.read_bytes()[:-7])
    model = Concepts()
    Remembered(model, file).vectors(TEXTS)
    assert model.asked == TEXTS


def test_another_table_of_numbers_counts_as_none(file: Path) -> None:
    with file.open("wb") as opened:
        np.save(opened, np.arange(6))
    assert Remembered(Concepts(), file).vectors(TEXTS[:2]).shape == (2, 6)


def test_what_was_asked_longest_ago_is_forgotten_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 4)
    Remembered(Concepts(), file).vectors(TEXTS[:3])
    Remembered(Concepts(), file).vectors([TEXTS[0], "nieuw", "ook"])
    model = Concepts()
    Remembered(model, file).vectors([TEXTS[0], TEXTS[1], TEXTS[2], "nieuw", "ook"])
    assert model.asked == [TEXTS[1]]


def test_what_was_reckoned_is_kept_when_a_person_stops_it(file: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        Remembered(Stopped(), file).vectors(TEXTS)
    model = Concepts()
    Remembered(model, file).vectors(TEXTS)
    assert model.asked == TEXTS[32:]


def test_what_was_saved_is_kept_when_it_is_killed(file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(file)],
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == -signal.SIGKILL
    model = Concepts()
    Remembered(model, file).vectors(TEXTS)
    assert model.asked == TEXTS[32:]
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_place_that_cannot_hold_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "bezet").write_bytes(b"")
    with pytest.raises(DossierError, match="kan niet worden geschreven"):
        Remembered(Concepts(), tmp_path / "bezet" / "vectoren.npy").vectors(TEXTS)


@given(asked=st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=6), min_size=1, max_size=4))
def test_whatever_was_asked_before_the_rows_belong_to_the_texts(
    asked: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("kept") / "vectoren.npy"
    for texts in asked:
        rows = Remembered(Concepts(), file).vectors(texts)
        assert np.allclose(rows, Concepts().vectors(texts), atol=1e-3)
