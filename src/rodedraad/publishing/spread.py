"""The files of a site in parts that do not wait for each other, and where the parts are made."""

from collections.abc import Callable, Iterable, Iterator, Sequence

File = tuple[str, bytes]
Part = Callable[[], Iterable[File]]
Spread = Callable[[Sequence[Part]], Iterator[File]]


def one_by_one(parts: Sequence[Part]) -> Iterator[File]:
    """Yield the files of all parts, made one after the other in this process."""
    for part in parts:
        yield from part()
