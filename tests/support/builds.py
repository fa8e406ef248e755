"""Real builds that a whole test run shares, made by whichever test process asks for one first."""

import fcntl
import os
from pathlib import Path

import pytest

from rodedraad.dossier import load
from rodedraad.dossier.build import build

EXAMPLE = Path(__file__).parents[2] / "examples" / "lindewaard"


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all processes of this run write in: each has its own one below it."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def built_once(dossier: Path, out: Path) -> Path:
    """Return the folder of a build of the dossier; the others wait while one process builds."""
    with out.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            build(load(dossier), out)
    return out
