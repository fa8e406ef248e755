"""Builds of real pages: the same bytes twice, and a change that reaches no further than it must."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rodedraad.dossier import load
from rodedraad.dossier.build import build
from rodedraad.dossier.store import read_build
from rodedraad.linking.around import WORTH_FOLLOWING
from rodedraad.model.threads import Threads
from tests.dossier.support import files_in
from tests.support.builds import EXAMPLE

pytestmark = pytest.mark.no_cover

CHANGED = "lindewaard-tussenrapportage-2024"
SOURCE = "pages/tussenrapportage-2024.html"
WAS, NOW = "Gezinnen wachten nu gemiddeld tien weken", "Gezinnen wachten nu gemiddeld negen weken"

# Another place, order of hashing, time zone and locale: nothing of them may reach the bytes.
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}


def built_elsewhere(dossier: Path, out: Path) -> None:
    """Build in a process of its own, from another folder and in other circumstances."""
    program = "from rodedraad.cli import main; main()"
    command = [sys.executable, "-c", program, "build", str(dossier), "--out", str(out)]
    subprocess.run(command, cwd=out.parent, env={**os.environ, **ELSEWHERE}, check=True, capture_output=True)


def different(one: dict[str, bytes], two: dict[str, bytes]) -> set[str]:
    return {name for name in one.keys() | two.keys() if one.get(name) != two.get(name)}


def test_the_example_built_twice_is_the_same_bytes(built_example: Path, tmp_path: Path) -> None:
    built_elsewhere(EXAMPLE, tmp_path / "again")
    assert different(files_in(tmp_path / "again"), files_in(built_example)) == set()


def test_the_reference_built_twice_is_the_same_bytes(
    reference: Path, built_reference: Path, tmp_path: Path
) -> None:
    built_elsewhere(reference, tmp_path / "again")
    assert different(files_in(tmp_path / "again"), files_in(built_reference)) == set()


# --- one changed source ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the example with one word changed in one source, which is as old as it was."""
    folder = tmp_path_factory.mktemp("changed")
    shutil.copytree(EXAMPLE, folder / "dossier", ignore=shutil.ignore_patterns("build"))
    source = folder / "dossier" / SOURCE
    stamp, text = source.stat().st_mtime_ns, source.read_text(encoding="utf-8")
    assert text.count(WAS) == 1
    source.write_text(text.replace(WAS, NOW), encoding="utf-8")
    os.utime(source, ns=(stamp, stamp))
    return build(load(folder / "dossier"), folder / "build").out


@pytest.fixture(scope="module")
def changed(built_example: Path, rebuilt: Path) -> set[str]:
    """What differs between the two builds, but for the digest of its build that every page carries."""
    return different(_without_digest(built_example), _without_digest(rebuilt))


def _without_digest(folder: Path) -> dict[str, bytes]:
    digest = read_build(folder).manifest.digest.encode()
    return {
        name: data.replace(digest, b"").replace(digest[:12], b"") for name, data in files_in(folder).items()
    }


def test_a_changed_source_changes_its_own_document_and_text_alone(changed: set[str]) -> None:
    canonical = {name for name in changed if name.startswith(("documents/", "texts/"))}
    assert {f"documents/{CHANGED}.json", f"texts/{CHANGED}/1.txt"} <= canonical
    assert [name for name in canonical if CHANGED not in name] == []


def test_a_changed_source_changes_no_page_of_another_document(changed: set[str]) -> None:
    pages = {name for name in changed if name.startswith(("site/document/", "site/bron/"))}
    assert pages
    assert [name for name in pages if f"/{CHANGED}/" not in name] == []


def test_a_changed_source_changes_hardly_a_thread_further_than_one_remove(
    changed: set[str], built_example: Path, rebuilt: Path
) -> None:
    pages = {
        name.split("/")[2] for name in changed if name.startswith("site/draad/") and name.endswith(".html")
    }
    near = [_near(read_build(folder).threads) for folder in (built_example, rebuilt)]
    assert pages
    threads = read_build(built_example).threads.threads
    # what is offered is bounded for each element, so that an offer may give way to another further on
    assert len(pages - (near[0] | near[1])) <= len(threads) / 100


def _near(threads: Threads) -> set[str]:
    """Return the threads that the changed document is in, is linked to, or is linked to through a third."""
    pairs = [(link.from_, link.to) for link in threads.links]
    linked = {one for pair in pairs for one in pair if CHANGED in {two.document for two in pair}}
    followed = [(link.from_, link.to) for link in threads.links if link.score >= WORTH_FOLLOWING]
    beyond = linked | {one for pair in followed for one in pair if linked.intersection(pair)}
    return {one.id for one in threads.threads if beyond.intersection(one.members)} | {
        one.id for one in threads.threads if CHANGED in {member.document for member in one.members}
    }


def test_a_changed_source_leaves_most_of_the_site_as_it_was(changed: set[str], built_example: Path) -> None:
    pages = [name for name in files_in(built_example) if name.startswith("site/") and name.endswith(".html")]
    assert len(changed.intersection(pages)) <= len(pages) / 5
