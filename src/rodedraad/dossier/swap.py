"""Two folders exchanged in one step of the file system."""

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_OLD = "-old"


def swap(fresh: Path, target: Path) -> None:
    """Put `fresh` at `target`; what stood at `target`, if anything, stands at `fresh` afterwards.

    On Linux and macOS there is no moment at which nothing stands at `target`.
    """
    if not target.exists() or not _exchanged(fresh, target):
        _renamed(fresh, target)
    _settle(target.parent)


def restore(target: Path) -> None:
    """Put the old folder back if a swap in steps was cut off between them."""
    if not target.exists():
        for old in sorted(target.parent.glob(f".{target.name}.*{_OLD}"))[:1]:
            old.rename(target)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False when the system or the file system cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, _RENAME_SWAP) == 0)
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
    except AttributeError:
        return False


def _renamed(fresh: Path, target: Path) -> None:
    """Do the same in three steps; `restore` mends what is cut off."""
    old = fresh.with_name(f"{fresh.name}{_OLD}")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    if old.exists():
        old.rename(fresh)


def _settle(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
