"""What Pagefind writes in the order of a hash table, put in order: the same records, the same bytes.

An index has one table of filters a filter, and one list that names those tables; both are CBOR after
a mark, compressed, and named after their content.  What a browser reads of them stays the same.
"""

import gzip
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

import cbor2
from msgspec import json

MARK: Final = b"pagefind_dcd"
ENTRY: Final = "pagefind-entry.json"
FILTERS: Final = 3
"""The place in the list of an index of the names of its filters, each with the name of its table."""
HASH: Final = 10


def settled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index with its filters in order, and everything named after what it holds."""
    made = dict(files)
    renamed: dict[str, str] = {}
    for name in [one for one in files if one.startswith("filter/")]:
        title, values = _read(made.pop(name))
        content = _written([title, sorted(values)])
        old = name.removeprefix("filter/").partition(".")[0]
        renamed[old] = _named(old, content)
        made[f"filter/{renamed[old]}.pf_filter"] = content
    entry = json.decode(made[ENTRY])
    for language in entry["languages"].values():
        language["hash"] = _settle_list(made, language["hash"], renamed)
    made[ENTRY] = json.encode(entry)
    return dict(sorted(made.items()))


def _settle_list(made: dict[str, bytes], old: str, renamed: Mapping[str, str]) -> str:
    """Put the list of one language in order under its new name, and return that name."""
    listed = _read(made.pop(f"pagefind.{old}.pf_meta"))
    listed[FILTERS] = sorted([title, renamed[table]] for title, table in listed[FILTERS])
    content = _written(listed)
    new = _named(old, content)
    made[f"pagefind.{new}.pf_meta"] = content
    return new


def _named(old: str, content: bytes) -> str:
    return f"{old.partition('_')[0]}_{sha256(content).hexdigest()[:HASH]}"


def _read(content: bytes) -> Any:  # noqa: ANN401 - CBOR holds what it holds
    return cbor2.loads(gzip.decompress(content).removeprefix(MARK))


def _written(value: object) -> bytes:
    return gzip.compress(MARK + cbor2.dumps(value), mtime=0)
