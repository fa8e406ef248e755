"""What texts mean as vectors, where a model that tells it is at hand; without one nothing is told."""

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np

from rodedraad.linking.sparse import Floats


class Semantics(Protocol):
    """Tells what texts mean: texts that say the same in other words have vectors in about one direction."""

    @property
    def model(self) -> str | None:
        """The name and version of what makes the vectors, or None where there are none."""

    def vectors(self, texts: Sequence[str]) -> Floats | None:
        """Return a row of length one for each text, the same for the same text, or None."""


class Untold:
    """Tells nothing of what texts mean."""

    @property
    def model(self) -> None:
        """No model."""
        return

    def vectors(self, texts: Sequence[str]) -> None:  # noqa: ARG002
        """Return nothing."""
        return


UNTOLD: Final = Untold()


def by_element(semantics: Semantics, texts: Sequence[str]) -> Floats | None:
    """Return the vector of each text in order; a text that comes more than once is asked once."""
    if not texts:
        return None
    rows = {text: row for row, text in enumerate(dict.fromkeys(texts))}
    found = semantics.vectors(list(rows))
    return None if found is None else np.asarray(found[[rows[text] for text in texts]])
