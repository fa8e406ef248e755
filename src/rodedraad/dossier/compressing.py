"""Files in smaller forms beside them, for a server that sends what a browser can take."""

import os
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import PurePosixPath
from typing import Final

import brotli
from msgspec import Struct

from rodedraad.publishing.spread import File

TEXTS: Final = frozenset(
    {
        ".atom",
        ".css",
        ".csv",
        ".html",
        ".js",
        ".json",
        ".jsonld",
        ".svg",
        ".txt",
        ".wasm",
        ".webmanifest",
        ".xml",
    }
)
"""Kinds of files that get smaller; pictures, fonts, Parquet and PDF are compressed in themselves."""
SMALLEST: Final = 256
"""Below so many bytes the head of an answer weighs more than what is won."""

_GZIP: Final = 31
"""For zlib: the largest window, with the head and tail of gzip (RFC 1952)."""
_OS: Final = 9
"""Where the head of gzip names the system it was made on."""
_UNKNOWN: Final = 255
_QUALITY: Final = 9
"""Of brotli: 10 and 11 win a tenth in size at most and take from twelve to a hundred times as long."""
_AHEAD: Final = 8


def gzipped(data: bytes) -> bytes:
    """Return the data as gzip without a name, a time or a system: the same data gives the same bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _GZIP)
    made = bytearray(packer.compress(data) + packer.flush())
    made[_OS] = _UNKNOWN
    return bytes(made)


def brotlied(data: bytes) -> bytes:
    """Return the data as brotli (RFC 7932); the same data gives the same bytes."""
    return bytes(brotli.compress(data, quality=_QUALITY))


def gunzipped(data: bytes) -> bytes:
    """Return what gzip holds; raises ValueError where it is broken or holds anything after its end."""
    unpacker = zlib.decompressobj(_GZIP)
    try:
        found = unpacker.decompress(data)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("not one whole gzip member")
    return found


def unbrotlied(data: bytes) -> bytes:
    """Return what brotli holds; raises ValueError where it is broken."""
    try:
        return bytes(brotli.decompress(data))
    except brotli.error as error:
        raise ValueError(str(error)) from error


class Form(Struct, frozen=True):
    """A smaller form of a file: how its name ends, how HTTP calls it, and the way there and back."""

    ending: str
    coding: str
    pack: Callable[[bytes], bytes]
    unpack: Callable[[bytes], bytes]


FORMS: Final = (Form(".br", "br", brotlied, unbrotlied), Form(".gz", "gzip", gzipped, gunzipped))
"""The forms, the smallest first."""


def with_compressed(files: Iterable[File], below: str) -> Iterator[File]:
    """Yield the files, and after each one whose name starts with `below` its smaller forms; on all cores.

    A form that is no smaller than the file is left out.
    """
    workers = os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[Future[list[File]]] = deque()
        for name, data in files:
            yield name, data
            if name.startswith(below) and _is_worth_it(name, data):
                waiting.append(pool.submit(_forms, name, data))
            while len(waiting) > workers * _AHEAD:
                yield from waiting.popleft().result()
        for made in waiting:
            yield from made.result()


def plain_name(name: str) -> str | None:
    """Return the name of the file that a name is a smaller form of, if it is one."""
    path = PurePosixPath(name)
    is_form = path.suffix in {form.ending for form in FORMS} and PurePosixPath(path.stem).suffix in TEXTS
    return name.removesuffix(path.suffix) if is_form else None


def _is_worth_it(name: str, data: bytes) -> bool:
    return len(data) >= SMALLEST and PurePosixPath(name).suffix in TEXTS


def _forms(name: str, data: bytes) -> list[File]:
    made = ((name + form.ending, form.pack(data)) for form in FORMS)
    return [file for file in made if len(file[1]) < len(data)]
