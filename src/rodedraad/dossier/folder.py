"""A folder that is written beside its place and then put there at once, whole or not at all."""

import fcntl
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from rodedraad.dossier.atomic import fresh_prefix, not_written
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.swap import restore, swap

Write = Callable[[Path, bytes], None]

_AT_ONCE = 16  # a file system writes what many wait for in one go: ten times faster than one by one


def write_file(path: Path, data: bytes) -> None:
    """Write a new file."""
    path.write_bytes(data)


def replace_folder(target: Path, files: Iterable[tuple[str, bytes]], write: Write = write_file) -> None:
    """Put a folder with these files at `target`; the old one stays until the new one is whole and on disk.

    Raises:
        DossierError: the disk is full, or the system does not let us write.
    """
    with _told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(target)
        fresh = target.with_name(f"{fresh_prefix(target)}{secrets.token_hex(4)}")
        fresh.mkdir()
    with _ours(fresh):
        made = {fresh}
        for name, data in files:
            with _told(target):
                _put(fresh / name, data, made, write)
        with _told(target):
            _settle(fresh)
            swap(fresh, target)


def _put(path: Path, data: bytes, made: set[Path], write: Write) -> None:
    if path.parent not in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        made.add(path.parent)
    write(path, data)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Turn what the system refuses into a problem; what makes the files keeps errors of its own."""
    try:
        yield
    except OSError as error:
        raise DossierError(_cannot_write(target, error)) from error


def _settle(folder: Path) -> None:
    """Wait until the folder and all that is in it are on disk."""
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(_to_disk, [*folder.rglob("*"), folder]):
            pass


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _ours(folder: Path) -> Iterator[None]:
    """Hold a folder while we live, and remove what stands there in the end."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _remove_leftovers(target: Path) -> None:
    """Remove what builds that were killed left beside the target; a build that still runs keeps its own."""
    restore(target)
    for folder in sorted(target.parent.glob(f"{fresh_prefix(target)}*")):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        except BlockingIOError:
            continue
        finally:
            os.close(descriptor)


def _cannot_write(target: Path, error: OSError) -> Problem:
    rights = "Controleer de rechten of kies een andere map met --out."
    return not_written(str(target), error, "Maak ruimte vrij en bouw opnieuw.", rights)
