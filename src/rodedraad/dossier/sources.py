"""From what dossier.toml calls a source to the files it means."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.dossier.natural import Key, natural
from rodedraad.dossier.pages.addresses import Addresses
from rodedraad.dossier.pages.sitemap import is_sitemap
from rodedraad.dossier.records import SourceFile
from rodedraad.dossier.words import words_of
from rodedraad.model.text import MenuLink
from rodedraad.reading import sitemap_of

_WILD = re.compile(r"[*?\[]")


class Sources(Struct, frozen=True, kw_only=True):
    """The files that one entry of dossier.toml means, and the maps of their site."""

    files: tuple[SourceFile, ...] = ()
    maps: tuple[SourceFile, ...] = ()


def expand(root: Path, pattern: str) -> list[SourceFile]:
    """Return the files that a file name, folder or pattern means, in natural order.

    Hidden files in a folder do not count.  The list is empty when there is no such file.
    """
    return [SourceFile(name=_name(root, pattern, path), path=path) for path in _files(root, pattern)]


def sources_of(root: Path, pattern: str, entry: int) -> Sources:
    """Return the files to read for an entry of dossier.toml: a file, folder, pattern or sitemap.

    A sitemap means the files beside and below it that it names, in its order.  In a folder or pattern a
    sitemap is no page, and what pages are only drawn with is left out.

    Raises:
        ReadingError, OSError: the sitemap cannot be read.
    """
    found = [replace(file, entry=entry) for file in expand(root, pattern)]
    if (root / pattern).is_file():
        return _mapped(root, found[0]) if is_sitemap(found[0].name) else Sources(files=tuple(found))
    maps = tuple(file for file in found if is_sitemap(file.name))
    pages = (file for file in found if not is_sitemap(file.name) and not _is_asset(file.name))
    return Sources(files=tuple(replace(file, free=True) for file in pages), maps=maps)


def _mapped(root: Path, sitemap: SourceFile) -> Sources:
    """Return the files that a sitemap names; one that names other sitemaps means theirs too."""
    around = expand(root, str(Path(os.path.relpath(sitemap.path, root)).parent))
    pages = [file for file in around if not is_sitemap(file.name) and not _is_asset(file.name)]
    maps = (sitemap, *_others_named(sitemap, around))
    return Sources(files=tuple(_named_in_order(maps, pages, sitemap.entry)), maps=maps)


def _others_named(sitemap: SourceFile, around: Sequence[SourceFile]) -> Iterator[SourceFile]:
    named = [link.target for link in _lines(sitemap)]
    for file in around:
        is_other = file.path != sitemap.path and is_sitemap(file.name)
        if is_other and any(target.endswith(f"/{file.path.name}") for target in named):
            yield file


def _named_in_order(
    maps: Sequence[SourceFile], pages: Sequence[SourceFile], entry: int
) -> Iterator[SourceFile]:
    addresses = Addresses([page.name for page in pages])
    targets = [link.target for one in maps for link in _lines(one)]
    addresses.learn(targets)
    landings = (addresses.of(target, 0).page for target in targets)
    for place in dict.fromkeys(place for place in landings if place is not None):
        yield replace(pages[place], entry=entry)


def _lines(sitemap: SourceFile) -> tuple[MenuLink, ...]:
    return sitemap_of(sitemap.path.read_bytes(), sitemap.name)


def _is_asset(name: str) -> bool:
    return name.casefold().endswith(tuple(words_of("asset")))


def _files(root: Path, pattern: str) -> list[Path]:
    path = root / pattern
    if path.is_file():
        return [path]
    if path.is_dir():
        return sorted(_visible(path), key=_by_name)
    return sorted(_matching(root, pattern), key=_by_name) if _WILD.search(pattern) else []


def _by_name(path: Path) -> Key:
    return natural(path.as_posix())


def _visible(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in inside):
            yield path


def _matching(root: Path, pattern: str) -> Iterator[Path]:
    """Yield the files that match, walking down from the part of the pattern without wildcards."""
    parts = Path(pattern).parts
    plain = next(index for index, part in enumerate(parts) if _WILD.search(part))
    base = root.joinpath(*parts[:plain])
    return (path for path in base.glob("/".join(parts[plain:])) if path.is_file())


def _name(root: Path, pattern: str, path: Path) -> str:
    """Return the path within the dossier; of an absolute one only the name, for it becomes public."""
    if Path(pattern).is_absolute():
        return path.name
    return Path(os.path.relpath(path, root)).as_posix()
