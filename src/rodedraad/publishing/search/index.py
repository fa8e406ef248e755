"""The index of the records, as the files that search in the browser reads."""

import base64
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from rodedraad.linking.meanings import meanings, wordings
from rodedraad.linking.tokens import WORD, stop_words
from rodedraad.model.stems import stem
from rodedraad.publishing.search.compounds import Cutter
from rodedraad.publishing.search.program import Request, running
from rodedraad.publishing.search.record import Record
from rodedraad.publishing.search.settled import settled

LANGUAGE: Final = "nl"
FEW: Final = 2
"""A word that stands in more meanings than this says too little of each."""
PROGRAM: Final = ("pagefind.js", "pagefind-entry.json", f"wasm.{LANGUAGE}.pagefind")
PARTS: Final = (f"pagefind.{LANGUAGE}_", "filter/", "fragment/", "index/")


def index_files(records: Sequence[Record]) -> dict[str, bytes]:
    """Return the files of the index by name, without Pagefind's own screens and its worker.

    The same records in the same order give the same bytes.
    """
    cutter = Cutter(f"{one.title} {one.text}" for one in records)
    with running() as pagefind:
        index = pagefind.ask("NewIndex", config={"keep_index_url": True, "force_language": LANGUAGE})[
            "index_id"
        ]
        pagefind.ask_all([_request(index, one, cutter) for one in records])
        files = pagefind.ask("GetFiles", index_id=index)["files"]
    made = {file["path"]: base64.b64decode(file["content"]) for file in files}
    return settled({name: content for name, content in made.items() if name.startswith((*PROGRAM, *PARTS))})


def _request(index: int, record: Record, cutter: Cutter) -> Request:
    payload = {
        "index_id": index,
        "url": record.address,
        "content": cutter.cut(record.text),
        "language": LANGUAGE,
        "meta": _meta(record, cutter),
        "filters": filters_of(record),
        "sort": None,
    }
    return Request(kind="AddRecord", payload=payload)


def _meta(record: Record, cutter: Cutter) -> dict[str, str]:
    """Return the title, the parts of parts of compounds, and other words for what is meant."""
    said = f"{record.title} {record.text}"
    meta = {
        "title": cutter.cut(record.title),
        "parts": " ".join(cutter.within(said)),
        "related": " ".join(_related(said)),
    }
    return {name: words for name, words in meta.items() if words}


def _related(text: str) -> list[str]:
    """Return other words for what a text means; what stands in many meanings says too little."""
    known = wordings()
    words = {word for name in meanings(text) for word in WORD.findall(" ".join(known[name]).lower())}
    return sorted(word for word in words if word not in stop_words() and _spread()[stem(word)] <= FEW)


@cache
def _spread() -> Counter[str]:
    """Return in how many meanings each stem stands: by itself, or if it never does, in an expression."""
    alone, among = Counter[str](), Counter[str]()
    for expressions in wordings().values():
        read = [tuple(stem(word) for word in WORD.findall(one.lower())) for one in expressions]
        alone.update({one[0] for one in read if len(one) == 1})
        among.update({word for one in read for word in one})
    return Counter({**among, **alone})


def filters_of(record: Record) -> Mapping[str, Sequence[str]]:
    """Return what a record is filtered by, by the name of the filter in an address."""
    found = {
        "jaar": record.scope.years,
        "document": record.scope.documents,
        "programma": record.scope.programmes,
        "soort": (record.kind,),
        "status": (record.status,) if record.status else (),
    }
    return {name: values for name, values in found.items() if values}
