from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.build import build
from rodedraad.dossier.store import read_build
from rodedraad.model.codec import FORMATS, FormatError, Record, from_json, to_json
from rodedraad.model.document import Document
from rodedraad.model.findings import Findings
from rodedraad.model.threads import Threads
from tests.dossier.support import write_dossier

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)  # JSON has no others
st.register_type_strategy(float, NUMBERS)


def in_its_format(record: Record) -> Record:
    return structs.replace(record, format=FORMATS[type(record)])


RECORDS = st.one_of(*(st.from_type(kind).map(in_its_format) for kind in (Document, Threads, Findings)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier")


def test_a_build_is_read_back_as_it_was_made(folder: Path) -> None:
    made = build(load(folder)).build
    assert read_build(folder / "build") == made


@pytest.mark.parametrize("name", ["manifest.json", "threads.json", "documents/begroting-2023.json"])
def test_a_file_of_another_version_is_told(folder: Path, name: str) -> None:
    build(load(folder))
    path = folder / "build" / name
    path.write_bytes(path.read_bytes().replace(b'/1"', b'/9"', 1))
    with pytest.raises(DossierError, match=f"{name}: niet in de vorm die deze versie leest"):
        read_build(folder / "build")


def test_a_text_that_is_gone_is_told(folder: Path) -> None:
    build(load(folder))
    (folder / "build" / "texts" / "begroting-2023" / "1.txt").unlink()
    with pytest.raises(DossierError, match="bestaat niet"):
        read_build(folder / "build")


def test_a_folder_that_is_no_build_is_told(folder: Path) -> None:
    with pytest.raises(DossierError, match="hier staat geen build"):
        read_build(folder)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(RECORDS)
def test_a_record_is_the_same_after_writing_and_reading(record: Document | Threads | Findings) -> None:
    record_type = type(record)
    data = to_json(record)
    assert from_json(data, record_type, "x") == record
    assert to_json(from_json(data, record_type, "x")) == data


@given(st.binary())
def test_what_is_no_record_is_refused_with_the_name_of_the_file(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"threads\.json"):
        from_json(data, Threads, "threads.json")
