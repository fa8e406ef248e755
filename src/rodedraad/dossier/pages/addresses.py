"""Which page of a document an address means: addresses of a site, files on a disk."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

Parts = tuple[str, ...]

_KEPT = 20_000  # addresses: the menu of a site comes back on each of its pages
_PAGE_SUFFIX = re.compile(r"\.(?:x?html?|aspx?|php|txt|md|markdown)\Z")
_OTHER_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{1,4}\Z")
_FOLDER_PAGE = frozenset({"index", "default"})
_IDENTITY = re.compile(r"[a-z]\d{2,}")
"""A part of a path that stands for one page by itself, such as p1719."""


class Landing(NamedTuple):
    """Where an address leads: a page of the document, or none; `inside` tells that it should be one."""

    page: int | None = None
    inside: bool = False


class _Address(NamedTuple):
    host: str
    parts: Parts
    is_relative: bool
    is_page: bool


def parts_of(path: str) -> Parts:
    """Return the parts of a path that tell pages apart: folders and name, without suffix or index."""
    parts = [part for part in unquote(path).casefold().split("/") if part not in ("", ".")]
    if parts:
        parts[-1] = _PAGE_SUFFIX.sub("", parts[-1])
    return tuple(parts[:-1] if parts and parts[-1] in _FOLDER_PAGE else parts)


class Addresses:
    """Finds the page that an address means by the end of its path, for a site is seldom saved whole."""

    def __init__(self, names: Sequence[str], stated: Sequence[str | None] = ()) -> None:
        """Know the pages by the paths of their files, and by the addresses that they state."""
        self._folders = [PurePosixPath(name.casefold()).parts[:-1] for name in names]
        self._root = _common(self._folders)
        full = [parts_of(name) for name in names]
        self.inside_root = [parts[len(self._root) :] for parts in full]
        self._exact = {parts: page for page, parts in reversed(list(enumerate(full)))}
        self._by_end = _unique((end, page) for page, parts in enumerate(full) for end in _ends(parts))
        self._by_inside = _unique((parts, page) for page, parts in enumerate(self.inside_root) if parts)
        self._by_identity = _unique(
            (part, page) for page, parts in enumerate(full) for part in parts if _IDENTITY.fullmatch(part)
        )
        self._stated: dict[tuple[str, Parts], int] = {}
        self._prefixes: Counter[Parts] = Counter()
        self._hosts = {""}
        self._named: Counter[str] = Counter()
        self._learn_stated(stated)

    def learn(self, targets: Iterable[str]) -> None:
        """Take in where the pages of the document stand on their site, from links to them."""
        for target, count in Counter(targets).items():
            address = _address(target)
            if address is None or address.is_relative:
                continue
            found, length = self._by_path(address.parts)
            if found is not None:
                self._prefixes[address.parts[: len(address.parts) - length]] += count
                self._named[address.host] += count

    def of(self, target: str, page: int) -> Landing:
        """Return where a link on a page leads."""
        address = _address(target)
        if address is None or not address.is_page:
            return Landing()
        if address.is_relative:
            return self._relative(address, page)
        if address.host not in self._hosts and address.host != self._most_named():
            return Landing()
        stated = self._stated.get((address.host, address.parts))
        found = stated if stated is not None else self._by_path(address.parts)[0]
        return Landing(found, found is not None or self._is_inside(address))

    def _most_named(self) -> str:
        return max(self._named, key=lambda host: self._named[host], default="")

    def _learn_stated(self, stated: Sequence[str | None]) -> None:
        for page, target in enumerate(stated):
            address = _address(target) if target else None
            if address is not None and not address.is_relative:
                self._stated.setdefault((address.host, address.parts), page)
                self._hosts.add(address.host)

    def _relative(self, address: _Address, page: int) -> Landing:
        """A saved page counts from its folder; as it stood on the site, perhaps from the one above."""
        folder = self._folders[page]
        for base in (folder, folder[:-1]):
            parts = _joined(base, address.parts)
            if parts is not None and parts in self._exact:
                return Landing(self._exact[parts], inside=True)
        parts = _joined(folder, address.parts)
        if parts is None or parts[: len(self._root)] != self._root:
            return Landing()
        return Landing(None, inside=True)

    def _by_path(self, parts: Parts) -> tuple[int | None, int]:
        """Return the page whose path ends as this one does, and how much of the end they share."""
        if not parts:
            return None, 0
        if parts in self._by_end:
            return self._by_end[parts], len(parts)
        for length in range(len(parts), 0, -1):
            if parts[-length:] in self._by_inside:
                return self._by_inside[parts[-length:]], length
        known = next((part for part in parts if part in self._by_identity), None)
        return (None, 0) if known is None else (self._by_identity[known], len(parts) - parts.index(known))

    def _is_inside(self, address: _Address) -> bool:
        if not self._prefixes:
            return False
        prefix = self._prefixes.most_common(1)[0][0]
        return len(address.parts) > len(prefix) and address.parts[: len(prefix)] == prefix


@lru_cache(maxsize=_KEPT)
def _address(target: str) -> _Address | None:
    try:
        url = urlsplit(target.strip())
    except ValueError:
        return None
    if url.scheme not in ("", "http", "https", "file") or not (url.path or url.netloc):
        return None
    return _Address(
        host=(url.hostname or "").removeprefix("www."),
        parts=parts_of(url.path),
        is_relative=not url.netloc and not url.path.startswith("/"),
        is_page=_is_page(url),
    )


def _is_page(url: SplitResult) -> bool:
    name = url.path.casefold().rsplit("/", 1)[-1]
    return bool(_PAGE_SUFFIX.search(name)) or not _OTHER_SUFFIX.search(name)


def _joined(folder: Parts, parts: Parts) -> Parts | None:
    """Return the path from a folder, or None where it leads out of all that is known."""
    found = list(folder)
    for part in parts:
        if part != "..":
            found.append(part)
        elif found and found[-1] != "..":
            found.pop()
        else:
            return None
    return tuple(found)


def _common(folders: Sequence[Parts]) -> Parts:
    first, last = (min(folders), max(folders)) if folders else ((), ())
    shared = next((at for at, part in enumerate(first) if at >= len(last) or part != last[at]), len(first))
    return first[:shared]


def _ends(parts: Parts) -> Iterable[Parts]:
    return (parts[start:] for start in range(len(parts)))


def _unique(pairs: Iterable[tuple[Parts, int]] | Iterable[tuple[str, int]]) -> dict[Parts | str, int]:
    """Return the pages by what is said of them, without what is said of several."""
    found: dict[Parts | str, set[int]] = defaultdict(set)
    for key, page in pairs:
        found[key].add(page)
    return {key: pages.pop() for key, pages in found.items() if len(pages) == 1}
