import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from benchmarks.country import sizes, write
from rodedraad.cli.main import run
from rodedraad.dossier.corpus import State, build_corpus
from rodedraad.dossier.corpus import work as working
from rodedraad.dossier.corpus.members import Member, members
from rodedraad.dossier.corpus.parquet import table
from rodedraad.dossier.corpus.pools import on_cluster, on_cores
from rodedraad.dossier.corpus.rows import Rows
from rodedraad.dossier.corpus.schema import COLUMNS
from rodedraad.dossier.errors import DossierError
from rodedraad.linking import link
from rodedraad.model.terms import ChangeKind, Effect
from rodedraad.model.threads import Change, Threads, Worded
from tests.support.children import started

TOWNS = 3
ELEMENTS = 260
YEARS = (2014, 2015)
HERE = on_cores(1)


@pytest.fixture(scope="session")
def country(tmp_path_factory):
    folder = tmp_path_factory.mktemp("country")
    for number in range(1, TOWNS + 1):
        write(folder, number, seed=1, elements=ELEMENTS, years=YEARS)
    return folder


@pytest.fixture(scope="session")
def built(country, tmp_path_factory):
    out = tmp_path_factory.mktemp("built") / "out"
    build_corpus(country, out, HERE)
    return out


@pytest.fixture
def corpus(country, tmp_path):
    return Path(shutil.copytree(country, tmp_path / "corpus"))


def files(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()
    }


def rows(out: Path, town: str, name: str) -> list[dict]:
    return pq.read_table(out / "parts" / town / f"{name}.parquet").to_pylist()


def test_every_table_has_the_columns_that_are_documented(built):
    page = (Path(__file__).parents[3] / "docs" / "corpus.md").read_text(encoding="utf-8")
    for name, columns in COLUMNS.items():
        found = pq.read_schema(built / "parts" / "GM9001" / f"{name}.parquet")
        assert found.names == list(columns)
        for column in columns:
            assert f"`{column}`" in page, f"{name}.{column} is not in docs/corpus.md"


def test_the_tables_hold_what_linking_says(country, built):
    documents = Member(country / "GM9001").documents()
    threads = link(documents)
    assert [
        (one["from_element"], one["to_element"], one["score"]) for one in rows(built, "GM9001", "links")
    ] == [(one.from_.element, one.to.element, one.score) for one in threads.links]
    members_ = [
        (one.id, member.document, member.element) for one in threads.threads for member in one.members
    ]
    told = [(one["thread"], one["document"], one["element"]) for one in rows(built, "GM9001", "threads")]
    assert sorted(told) == sorted(members_)
    assert len(rows(built, "GM9001", "elements")) == sum(len(one.elements) for one in documents)
    assert len(rows(built, "GM9001", "dropped")) == len(threads.dropped)
    assert len(rows(built, "GM9001", "shifts")) == len(threads.shifts)


def test_a_change_of_wording_is_a_row_with_both_sides(country):
    older, newer = Member(country / "GM9001").documents()[:2]
    was = Worded(document=older.id, element="p0t0g0a0", words="realiseren", sentence="We realiseren dit.")
    now = Worded(document=newer.id, element="p0t0g0a1", words="onderzoeken", sentence="We onderzoeken dit.")
    change = Change(thread="rd-1", what=ChangeKind.COMMITMENT, effect=Effect.WEAKER, was=was, now=now)
    made = table("changes", Rows([older, newer], Threads(changes=(change,))).changes())
    assert [tuple(row.values()) for row in made.to_pylist()] == [
        (
            "GM9001", "rd-1", "commitment", "weaker",
            older.id, "p0t0g0a0", "realiseren", "We realiseren dit.",
            newer.id, "p0t0g0a1", "onderzoeken", "We onderzoeken dit.",
        )
    ]  # fmt: skip


def test_the_summary_adds_up(built):
    summary = json.loads((built / "summary.json").read_bytes())
    assert summary["complete"] is True
    assert summary["dossiers"] == TOWNS
    towns = [path.name for path in (built / "parts").iterdir()]
    for name, count in summary["rows"].items():
        assert count == sum(len(rows(built, town, name)) for town in towns)
    promises = sum(
        one["promises"]
        for town in towns
        for one in rows(built, town, "balance")
        if one["counted"] == "promise"
    )
    assert promises == sum(summary["outcomes"].values()) > 0


def test_in_more_processes_the_same_bytes_are_made(country, built, tmp_path):
    report = build_corpus(country, tmp_path / "out", on_cores(2))
    assert report.kept == 0
    assert files(tmp_path / "out") == files(built)


def test_on_a_cluster_the_same_bytes_are_made(country, built, tmp_path):
    distributed = pytest.importorskip("distributed", reason="the extra rodedraad[cluster] is not installed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None, protocol="tcp://"
    ) as cluster:
        build_corpus(country, tmp_path / "out", on_cluster(cluster.scheduler_address))
    assert files(tmp_path / "out") == files(built)


def test_a_scheduler_that_is_not_there_is_said(country, tmp_path):
    pytest.importorskip("distributed", reason="the extra rodedraad[cluster] is not installed")
    with pytest.raises(DossierError, match="geen verbinding"):
        build_corpus(country, tmp_path / "out", on_cluster("nergens"))


def test_what_is_ready_is_kept_and_what_changed_is_made_again(corpus, built, tmp_path):
    out = Path(shutil.copytree(built, tmp_path / "out"))
    path = next((corpus / "GM9002" / "documents").glob("*jaarstukken-2015.json"))
    path.write_text(path.read_text(encoding="utf-8").replace(" we ", " wij "), encoding="utf-8")
    seen = {}
    report = build_corpus(corpus, out, HERE, lambda made, _: seen.update({made.name: made.state}))
    assert seen == {"GM9001": State.KEPT, "GM9002": State.MADE, "GM9003": State.KEPT}
    assert report.kept == TOWNS - 1
    fresh = tmp_path / "fresh"
    build_corpus(corpus, fresh, HERE)
    assert files(out) == files(fresh) != files(built)


def test_a_bad_dossier_is_named_and_stops_no_other(corpus, tmp_path, capsys):
    bad = next((corpus / "GM9002" / "documents").glob("*.json"))
    bad.write_text("{", encoding="utf-8")
    out = tmp_path / "out"
    assert run(["corpus", "build", str(corpus), "--out", str(out), "--workers", "1"]) == 2
    told = capsys.readouterr()
    assert f"Overgeslagen: GM9002: {bad.name}" in told.err
    assert "2 dossiers" in told.out
    summary = json.loads((out / "summary.json").read_bytes())
    assert [one["dossier"] for one in summary["failed"]] == ["GM9002"]
    assert sorted(path.name for path in (out / "parts").iterdir()) == ["GM9001", "GM9003"]


def test_a_full_disk_stops_the_run_and_leaves_whole_dossiers_only(country, tmp_path, monkeypatch):
    wrote = []

    def full(path: Path, data: bytes) -> None:
        wrote.append(path)
        if len(wrote) > 12:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        path.write_bytes(data)

    real = working.replace_folder
    monkeypatch.setattr(working, "replace_folder", lambda target, made: real(target, made, full))
    out = tmp_path / "out"
    with pytest.raises(DossierError, match="de schijf is vol"):
        build_corpus(country, out, HERE)
    assert [path.name for path in (out / "parts").iterdir()] == ["GM9001"]
    assert (out / "parts" / "GM9001" / "done.json").exists()
    assert json.loads((out / "summary.json").read_bytes())["complete"] is False


def test_a_run_that_is_stopped_goes_on_from_there(country, built, tmp_path):
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "rodedraad",
        "corpus",
        "build",
        str(country),
        "--out",
        str(out),
        "--workers",
        "1",
    ]
    with started(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        while not (out / "parts" / "GM9001" / "done.json").exists() and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "Gestopt" in told
    for part in (out / "parts").glob("[!.]*"):
        assert (part / "done.json").exists()
    report = build_corpus(country, out, HERE)
    assert report.kept >= 1
    assert files(out) == files(built)


def test_what_is_no_longer_in_the_corpus_goes(corpus, built, tmp_path):
    out = Path(shutil.copytree(built, tmp_path / "out"))
    shutil.rmtree(corpus / "GM9003")
    report = build_corpus(corpus, out, HERE)
    assert report.summary.dossiers == TOWNS - 1
    assert not (out / "parts" / "GM9003").exists()


def test_a_folder_of_something_else_is_refused(country, tmp_path):
    (tmp_path / "brief.txt").write_text("x", encoding="utf-8")
    with pytest.raises(DossierError, match="niet leeg"):
        build_corpus(country, tmp_path, HERE)
    with pytest.raises(DossierError, match="bevat het corpus"):
        build_corpus(country, country, HERE)
    with pytest.raises(DossierError, match="geen dossiers"):
        members(tmp_path)


def test_a_dossier_with_sources_is_read_recognised_and_linked(tmp_path):
    own = tmp_path / "corpus" / "lindewaard"
    own.mkdir(parents=True)
    (own / "p.md").write_text(
        "# Jeugd\n\n## Wat willen we bereiken?\n\nMeer jeugd sport.\n\n## Wat gaan we doen?\n\n- We openen een hal.\n",
        encoding="utf-8",
    )
    (own / "dossier.toml").write_text(
        '[dossier]\ntitle = "Proef"\n\n[[organisation]]\ncode = "GM9999"\nname = "Lindewaard"\n\n'
        '[[document]]\nid = "b21"\norganisation = "GM9999"\nkind = "begroting"\nyear = 2021\n'
        'title = "Begroting 2021"\nsources = ["p.md"]\n',
        encoding="utf-8",
    )
    out = tmp_path / "out"
    report = build_corpus(own.parent, out, HERE)
    assert report.summary.dossiers == 1
    assert "We openen een hal." in [one["text"] for one in rows(out, "lindewaard", "elements")]


@pytest.mark.parametrize("workers", ["0", "-1", "x", "9999"])
def test_a_number_of_processes_that_cannot_be_is_refused(workers, tmp_path, capsys):
    assert run(["corpus", "build", str(tmp_path), "--out", str(tmp_path / "o"), "--workers", workers]) == 2
    assert "1 tot en met 1024" in capsys.readouterr().err


def test_workers_and_a_scheduler_exclude_each_other(tmp_path, capsys):
    told = ["--workers", "2", "--scheduler", "tcp://localhost:1"]
    assert run(["corpus", "build", str(tmp_path), "--out", str(tmp_path / "o"), *told]) == 2
    assert "niet allebei" in capsys.readouterr().err


def test_the_same_seed_gives_the_same_country_and_another_gives_another(country, tmp_path):
    for seed, folder in ((1, tmp_path / "same"), (2, tmp_path / "other")):
        write(folder, 1, seed=seed, elements=ELEMENTS, years=YEARS)
    assert files(tmp_path / "same" / "GM9001") == files(country / "GM9001")
    assert files(tmp_path / "other" / "GM9001") != files(country / "GM9001")


def test_a_country_has_the_size_that_is_asked():
    assert sum(sizes(342, 3_000_000, 1)) == pytest.approx(3_000_000, rel=0.001)


def test_the_reasons_of_a_link_stand_beside_it(country, built):
    links = link(Member(country / "GM9001").documents()).links
    told = [
        [(one["what"], one["weight"], one["text"]) for one in row["evidence"]]
        for row in rows(built, "GM9001", "links")
    ]
    assert told == [[(one.what, one.weight, one.text) for one in row.evidence] for row in links]
