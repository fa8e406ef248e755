import errno
import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rodedraad.dossier import DossierError, swap
from rodedraad.dossier.folder import replace_folder, write_file
from tests.dossier.support import files_in, names_in

OLD = {"manifest.json": b"old", "site/index.html": b"<p>old"}
NEW = {"manifest.json": b"new", "site/index.html": b"<p>new", "data/promises.csv": b"id\n"}

REPLACE_FOR_EVER = """
import sys
from pathlib import Path
from rodedraad.dossier.folder import replace_folder
versions = [{f"{part}/{n}.txt": version * 50 for part in ("a", "b") for n in range(20)} for version in (b"x", b"y")]
print("ready", flush=True)
while True:
    for files in versions:
        replace_folder(Path(sys.argv[1]), files.items())
"""
TOO_LARGE = """
import resource, sys
from pathlib import Path
from rodedraad.dossier.errors import DossierError
from rodedraad.dossier.folder import replace_folder
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    replace_folder(Path(sys.argv[1]), [("a.txt", b"x"), ("b.txt", b"x" * 2000)])
except DossierError as error:
    print(error)
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "build"
    replace_folder(folder, OLD.items())
    return folder


def test_a_folder_is_made_with_its_parents_and_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "build"
    replace_folder(folder, OLD.items())
    assert files_in(folder) == OLD
    replace_folder(folder, NEW.items())
    assert files_in(folder) == NEW
    assert names_in(folder.parent) == ["build"]


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "de schijf is vol"), (errno.EACCES, "kan niet worden geschreven")]
)
def test_when_writing_fails_the_old_one_stays_and_nothing_else(
    target: Path, place: int, number: int, said: str
) -> None:
    files = iter(range(len(NEW)))

    def write(path: Path, data: bytes) -> None:
        if next(files) == place:
            raise OSError(number, os.strerror(number))
        write_file(path, data)

    with pytest.raises(DossierError, match=f"{said}.*Wat er stond, staat er nog"):
        replace_folder(target, NEW.items(), write)
    assert files_in(target) == OLD
    assert names_in(target.parent) == ["build"]


def test_a_file_that_the_system_refuses_leaves_the_old_one(target: Path) -> None:
    command = [sys.executable, "-c", TOO_LARGE, target]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "kan niet worden geschreven" in told
    assert files_in(target) == OLD


@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError, FileNotFoundError])
def test_when_the_files_cannot_be_made_their_own_error_comes_out(
    target: Path, error: type[BaseException]
) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "manifest.json", b"new"
        raise error

    with pytest.raises(error):
        replace_folder(target, files())
    assert files_in(target) == OLD
    assert names_in(target.parent) == ["build"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DossierError, match="kan niet worden geschreven"):
        replace_folder(tmp_path / "file" / "build", NEW.items())


@pytest.mark.parametrize("moment", range(6))
def test_killed_at_any_moment_a_whole_folder_stands_there(tmp_path: Path, moment: int) -> None:
    target = tmp_path / "build"
    replace_folder(target, [("a/0.txt", b"x" * 50)])
    command = [sys.executable, "-c", REPLACE_FOR_EVER, target]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.01 + 0.03 * moment)
        process.send_signal(signal.SIGKILL)
    found = files_in(target)
    assert len(found) in (1, 40)
    assert len(set(found.values())) == 1
    replace_folder(target, NEW.items())
    assert names_in(tmp_path) == ["build"]
    assert files_in(target) == NEW


def test_what_a_killed_build_left_is_removed_but_not_what_another_still_writes(target: Path) -> None:
    dead, alive = target.with_name(".build.rodedraad-dead"), target.with_name(".build.rodedraad-live")
    for folder in (dead, alive):
        folder.mkdir()
        (folder / "half.txt").write_bytes(b"half")
    lock = os.open(alive, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_SH)
    replace_folder(target, NEW.items())
    os.close(lock)
    assert not dead.exists()
    assert files_in(alive) == {"half.txt": b"half"}


def no_exchange(_: Path, __: Path) -> bool:
    return False


def test_without_an_exchange_in_one_step_the_folder_is_replaced_too(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchanged", no_exchange)
    replace_folder(target, NEW.items())
    assert files_in(target) == NEW
    assert names_in(target.parent) == ["build"]


def test_an_exchange_that_was_cut_off_between_its_steps_is_mended(target: Path) -> None:
    target.rename(target.with_name(".build.rodedraad-1234-old"))
    swap.restore(target)
    assert files_in(target) == OLD
    swap.restore(target)
    assert files_in(target) == OLD


def test_an_exchange_is_one_step_where_the_system_can(target: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    exchanged: Callable[[Path, Path], bool] = swap._exchanged
    if not exchanged(other, target):
        pytest.skip("this file system cannot exchange two folders")
    assert files_in(other) == OLD
    assert files_in(target) == {}
