"""The parts of a site made by several processes."""

import os
from datetime import UTC, datetime
from functools import partial

import pytest

from rodedraad.dossier.forking import FEWEST_THREADS, on_all_cores, spread_for
from rodedraad.model.build import Build, DossierInfo, Manifest
from rodedraad.model.findings import Findings
from rodedraad.model.threads import Thread, Threads
from rodedraad.publishing.spread import File, one_by_one

STAMP = datetime(2024, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def files(number: int) -> list[File]:
    return [(f"{number}-{at}.html", f"{number} {at}".encode() * 1000) for at in range(number % 4)]


def test_all_cores_give_the_files_of_one_in_the_same_order() -> None:
    parts = [partial(files, number) for number in range(50)]
    assert list(on_all_cores(parts)) == list(one_by_one(parts))


def test_what_a_part_needs_is_there_without_being_sent() -> None:
    known = {"a": lambda: b"what cannot be pickled"}
    assert list(on_all_cores([lambda: [("a", known["a"]())]])) == [("a", b"what cannot be pickled")]


def test_when_a_process_is_lost_this_one_makes_what_is_left() -> None:
    here = os.getpid()

    def fatal() -> list[File]:
        if os.getpid() != here:
            os._exit(9)
        return [("fatal.html", b"made here")]

    parts = [partial(files, number) for number in range(9)]
    made = list(on_all_cores([*parts, fatal, *parts]))
    assert made == list(one_by_one([*parts, fatal, *parts]))


def test_a_fault_in_a_part_is_told() -> None:
    def wrong() -> list[File]:
        raise ValueError("deze bladzijde klopt niet")

    with pytest.raises(ValueError, match="klopt niet"):
        list(on_all_cores([partial(files, 3), wrong]))


def test_a_reader_that_stops_early_leaves_no_process_behind() -> None:
    parts = on_all_cores([partial(files, 3) for _ in range(200)])
    next(parts)
    parts.close()


def test_a_small_site_is_made_in_this_process() -> None:
    assert spread_for(_build(FEWEST_THREADS - 1)) is one_by_one


def _build(count: int) -> Build:
    info = DossierInfo(title="Sociaal domein")
    threads = tuple(Thread(id=f"t{number}", title="t", members=()) for number in range(count))
    return Build(
        dossier=info,
        documents=(),
        texts={},
        threads=Threads(threads=threads),
        findings=Findings(),
        manifest=Manifest(dossier=info, version="0", stamp=STAMP),
    )
