"""What the judged texts mean, told by the model of the extra `semantic`; remembered, for it takes its time."""

from pathlib import Path
from typing import Final

from rodedraad.dossier.e5 import E5
from rodedraad.dossier.remembered import Remembered
from rodedraad.linking.semantics import Semantics

FILE: Final = Path(".cache") / "semantic.npy"


def remembered() -> Semantics:
    """Return the model, with what it told before; raises ImportError where it is not installed."""
    return Remembered(E5(), FILE)
