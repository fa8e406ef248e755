"""The path of each element on the way through a tree, as XPath writes it."""

_ALONE = frozenset({"html", "head", "body", "main"})
_DEEPEST = 100  # paths of what nests deeper would together take more room than the page itself


class Trail:
    """Knows the path of every element that is open."""

    def __init__(self) -> None:
        self._paths = [""]
        self._counts: list[dict[str, int]] = [{}]

    def enter(self, tag: str) -> str:
        """The path of the element that opens now; of a very deep one that of an ancestor."""
        number = self._counts[-1].get(tag, 0) + 1
        self._counts[-1][tag] = number
        path = self._paths[-1]
        if len(self._paths) <= _DEEPEST:
            path += f"/{tag}" if tag in _ALONE else f"/{tag}[{number}]"
        self._paths.append(path)
        self._counts.append({})
        return path

    def leave(self) -> None:
        """The element that opened last and was not left closes."""
        self._paths.pop()
        self._counts.pop()
