"""Which way something went according to a sentence, or should go according to a target."""

from rodedraad.checking.phrases import heard

DOWN, UNCLEAR, UP = -1, 0, 1


def direction(text: str) -> int:
    """Return `UP`, `DOWN`, or `UNCLEAR` where a text names neither or both."""
    return bool(heard("rise", text)) - bool(heard("fall", text))


def tells_outcome(text: str) -> bool:
    """Tell whether a sentence says that something rose, fell, stayed or was reached: no wish or doubt."""
    return heard("went", text) is not None and heard("wish", text) is None
