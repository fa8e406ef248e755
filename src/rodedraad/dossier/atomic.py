"""A file that is put in place at once, whole and on disk, or not at all."""

import errno
import fcntl
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from typing import BinaryIO

from rodedraad.dossier.errors import DossierError, Problem

Write = Callable[[BinaryIO, bytes], object]


def write_all(file: BinaryIO, data: bytes) -> None:
    """Write the data to an open file."""
    file.write(data)


def replace_file(path: Path, data: bytes, write: Write = write_all) -> None:
    """Put a file with this data at `path`; until it is whole and on disk, what stood there stays.

    A link keeps leading to the file it leads to, and the file keeps its rights.

    Raises:
        DossierError: the disk is full, or the system does not let us write.
    """
    target = path.resolve()
    fresh = target.with_name(f"{fresh_prefix(target)}{secrets.token_hex(4)}")
    with told(path.name):
        try:
            _written(fresh, data, write)
            if target.exists():
                fresh.chmod(target.stat().st_mode)
            fresh.replace(target)
            _settle(target.parent)
        finally:
            fresh.unlink(missing_ok=True)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the folder of a file, so that one process at a time changes what stands in it.

    What a process that was killed left half written beside the file is removed.
    """
    target = path.resolve()
    with told(path.name):
        folder = os.open(target.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        for left in target.parent.glob(f"{escape(fresh_prefix(target))}*"):
            left.unlink(missing_ok=True)
        yield
    finally:
        os.close(folder)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what the system refuses about a file into a problem."""
    try:
        yield
    except OSError as error:
        room, rights = "Maak ruimte vrij en probeer het opnieuw.", "Controleer de plaats en de rechten."
        raise DossierError(not_written(name, error, room, rights)) from error


def _written(fresh: Path, data: bytes, write: Write) -> None:
    with fresh.open("xb") as file:
        write(file, data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def fresh_prefix(target: Path) -> str:
    """Return how the names begin of what is written beside a file or folder, to take its place."""
    return f".{target.name}.rodedraad-"


def not_written(name: str, error: OSError, room: str, rights: str) -> Problem:
    """Return what the system refuses: no room on the disk, or no right to write, each with its remedy."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    problem = "de schijf is vol" if full else f"kan niet worden geschreven ({error.strerror})"
    return Problem(
        file=name, problem=problem, remedy=f"{room if full else rights} Wat er stond, staat er nog."
    )
