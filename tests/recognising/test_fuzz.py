"""Files changed at random, for so long as they are given: whatever comes of it is read, or refused in one line.

`FUZZ_SECONDS` says how long each reader is tried (60 where it is not set), `FUZZ_SEED` with what chance.  An
input that breaks a guarantee is kept in `.cache/fuzz/` under the name that the failure shows.
"""

import hashlib
import os
import random
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from time import monotonic, process_time
from zipfile import BadZipFile, ZipFile, is_zipfile

import pytest

from tests.reading.broken import BROKEN
from tests.reading.test_hardness import damaged, samples
from tests.reading.word import repacked
from tests.recognising.forms import FORMS
from tests.recognising.test_any_input import PAGES, understood

KEPT = Path(".cache") / "fuzz"
SLOWEST = 15
"""Seconds of the processor that one small file may take."""
LARGEST = 200_000
PIECES = [
    piece.encode()
    for piece in (
        "<table>", "</table>", "<tr>", "<td rowspan=9>", "<td colspan=0>", "<li>", "<ul>", "</div>", "<h2>", "<!--",
        "<![CDATA[", "&#0;", "<pre>", "<svg>", "\n\n", "\n# ", "\n- ", "\n1. ", "|", "\n|-|-|\n", "```", "\u2028",
        "\u202e", "\u0301", "\u00a0", "• ", "1.", "1.1 ", "€ 1.200 ", "2022", "n.b.", "Status", "Groen", "Doel 1",
        "Wat gaan we daarvoor doen?", "Indicator", "Lasten", " obj", "endstream", " 0 R", "<<", ">>", "BT", "Td ", "Tj",
        '="-1"', '="99999999"', "<w:p>", "</w:tc>", "<text:p>", "w:val", "table:number-columns-repeated",
    )
]  # fmt: skip


def seeds(name: str) -> list[bytes]:
    """Whole files and broken ones to begin with, none too large to be changed often."""
    found = [
        FORMS[f"pagina.{name[2:]}"](PAGES),
        *(made() for what, made in BROKEN[name].items() if "mega" not in what),
    ]
    found += [data for other, data in samples() if other == name]
    return [data for data in found if len(data) < LARGEST]


def changed(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """The file with a few of its bytes changed; of a package one part, so that the damage reaches its XML."""
    if not is_zipfile(BytesIO(data)) or chance.random() < 0.1:
        return _spliced(data, chance, others)

    def change(parts: dict[str, bytes]) -> None:
        texts = [part for part in parts if part.endswith(".xml")] or list(parts)
        main = [part for part in texts if part in {"word/document.xml", "content.xml"}]
        part = chance.choice(main if main and chance.random() < 0.7 else texts)
        parts[part] = _spliced(parts[part], chance, [b"<w:p/>"])

    try:
        return repacked(data, change)
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        OSError,
        RuntimeError,
        ValueError,
    ):  # a seed that is broken as a package
        return _spliced(data, chance, others)


def _spliced(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    made = bytearray(data or b"x")
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(made) + 1)
        match chance.randrange(5):
            case 0:
                made[place:place] = chance.choice(PIECES) * chance.choice([1, 1, 1, 2, 40])
            case 1:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                made[place:place] = other[start : start + chance.randint(1, 400)]
            case 2:
                start = chance.randrange(len(made) + 1)
                made[place:place] = made[start : start + chance.randint(1, 200)] * chance.choice([1, 2, 20])
            case 3:
                piece = chance.choice(PIECES)
                made[place : place + len(piece)] = piece
            case _:
                made = bytearray(damaged(bytes(made), chance)) if made else bytearray(b"x")
    return bytes(made[:LARGEST])


def tried(data: bytes, name: str) -> None:
    """Fails where a file breaks a guarantee or takes too long, and keeps it."""
    start = process_time()
    try:
        understood(data, name)
        assert process_time() - start < SLOWEST, "it takes too long"
    except BaseException as error:
        kept = KEPT / f"{hashlib.sha256(data).hexdigest()[:12]}{name[1:]}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(data)
        error.add_note(f"kept as {kept}")
        raise


def run(name: str, goes_on: Callable[[int], bool], seed: int) -> int:
    """How many changed files were tried; what is read teaches what to change next."""
    chance = random.Random(seed)  # noqa: S311 no secret
    pool = seeds(name)
    count = 0
    while goes_on(count):
        data = changed(chance.choice(pool), chance, pool)
        tried(data, name)
        if chance.random() < 0.05:
            pool.append(data)
        count += 1
    return count


@pytest.mark.parametrize("name", BROKEN)
def test_a_few_changed_files(name: str) -> None:
    assert run(name, lambda count: count < 3, seed=1) == 3


@pytest.mark.slow
@pytest.mark.parametrize("name", BROKEN)
def test_changed_files_for_as_long_as_is_given(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    end = monotonic() + float(os.environ.get("FUZZ_SECONDS", "60"))
    seed = int(os.environ.get("FUZZ_SEED", "0")) or random.SystemRandom().randrange(1, 1 << 32)
    record_property("seed", seed)
    assert run(name, lambda count: not count or monotonic() < end, seed), f"seed {seed}"


@pytest.mark.parametrize(
    "path", sorted(KEPT.glob("*")) or [None], ids=lambda path: path.name if path else "none"
)
def test_what_was_kept_is_mended(path: Path | None) -> None:
    if path is not None:
        tried(path.read_bytes(), f"a{path.suffix}")


def test_a_package_is_changed_within_its_parts() -> None:
    chance = random.Random(3)  # noqa: S311 no secret
    data = FORMS["pagina.odt"](PAGES)
    whole = [is_zipfile(BytesIO(changed(data, chance, [data]))) for _ in range(20)]
    assert whole.count(True) > 15
    with ZipFile(BytesIO(data)) as package:
        assert "content.xml" in package.namelist()
