"""Real builds that a whole test run shares, made by whichever test process asks for one first."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "lindewaard"


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all processes of this run write in: each has its own one below it."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def built_once(dossier: Path, out: Path) -> Path:
    """Return the folder of a build of the dossier by the command; the others wait while one process builds."""
    with out.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            command = [sys.executable, "-W", "error", "-m", "rodedraad", "build", dossier, "--out", out]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return out
