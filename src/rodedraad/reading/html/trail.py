"""The path of each element on the way through a tree, as XPath writes it."""

_ALONE = frozenset({"html", "head", "body", "main"})
_DEEPEST = 100  # paths of what nests deeper would together take more room than the page itself


class Trail:
    """Knows the path of every element that is open; a path is written only when it is asked for."""

    def __init__(self) -> None:
        self._steps: list[str] = []  # of each open element its tag and place among those of its tag
        self._counts: list[dict[str, int] | None] = [None]  # of each open element its children so far
        self._written = [""]  # the paths of the outermost open elements

    def enter(self, tag: str) -> None:
        """An element opens."""
        counts = self._counts[-1]
        if counts is None:
            counts = self._counts[-1] = {}
        number = counts[tag] = counts.get(tag, 0) + 1
        self._steps.append(tag if tag in _ALONE else f"{tag}[{number}]")
        self._counts.append(None)

    def leave(self) -> None:
        """The element that opened last and was not left closes."""
        self._steps.pop()
        self._counts.pop()
        if len(self._written) > len(self._steps) + 1:
            self._written.pop()

    def path(self) -> str:
        """The path of the innermost open element; of a very deep one that of an ancestor."""
        for step in self._steps[len(self._written) - 1 : _DEEPEST]:
            self._written.append(f"{self._written[-1]}/{step}")
        return self._written[-1]
