import errno
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rodedraad.dossier import DossierError
from rodedraad.dossier.deciding import DecisionFile, Ruling
from rodedraad.dossier.decisions import read_decisions
from rodedraad.model.decisions import LinkDecision
from rodedraad.model.terms import Decision, Relation
from rodedraad.model.threads import Pointer
from tests.dossier.support import names_in

ON_DISK = settings(max_examples=40, deadline=None)  # how long a disk takes to write is its own affair
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BY_HAND = """# Besluiten van de werkgroep
[[status]]   # eerst dit
reason = "Het college besloot te stoppen."
document = "begroting-2023"
element = "a-1"
value = "stopped"

# tot hier
"""
PRELUDE = """
import resource, sys
from pathlib import Path
from rodedraad.dossier.deciding import DecisionFile, Ruling
from rodedraad.dossier.errors import DossierError
from rodedraad.model.decisions import LinkDecision
from rodedraad.model.terms import Decision
from rodedraad.model.threads import Pointer
def ruling(element):
    ends = (Pointer(document=name, element=element) for name in ("begroting-2023", "jaarstukken-2023"))
    return Ruling(decision=LinkDecision(from_=next(ends), to=next(ends), decision=Decision.CONFIRMED))
"""
DECIDE_FOR_EVER = """
file = DecisionFile(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    file.add([ruling(str(number)), ruling(f"{number}-b")])
    print(number, flush=True)
"""
TOO_LARGE = """
resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))
try:
    DecisionFile(Path(sys.argv[1])).add([ruling("a"), ruling("b")])
except DossierError as error:
    print(error)
"""


def ruling(element: str = "e-1", note: str = "", **more: object) -> Ruling:
    decision = LinkDecision(
        from_=Pointer(document="begroting-2023", element=element),
        to=Pointer(document="jaarstukken-2023", element=element),
        decision=Decision.CONFIRMED,
        **{"decided_at": AT, **more},  # type: ignore[arg-type]
    )
    return Ruling(decision=decision, note=note)


def written(root: Path) -> bytes:
    return (root / "decisions.toml").read_bytes()


def run(code: str, *arguments: object) -> list[str]:
    return [sys.executable, "-c", PRELUDE + code, *map(str, arguments)]


def test_a_decision_is_written_as_a_person_would_write_it(tmp_path: Path) -> None:
    DecisionFile(tmp_path).add([ruling(note="“Dit” → “dat”", role="adviseur P&C", relation=Relation.SPLITS)])
    assert written(tmp_path).decode() == (
        "# “Dit” → “dat”\n"
        "[[link]]\n"
        'from = { document = "begroting-2023", element = "e-1" }\n'
        'to = { document = "jaarstukken-2023", element = "e-1" }\n'
        'decision = "confirmed"\n'
        'relation = "splits"\n'
        'role = "adviseur P&C"\n'
        "decided_at = 2026-11-22T09:30:00+00:00\n"
    )
    assert names_in(tmp_path) == ["decisions.toml"]


def test_what_a_person_wrote_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_text(BY_HAND, encoding="utf-8")
    DecisionFile(tmp_path).add([ruling()])
    assert written(tmp_path).decode().startswith(f"{BY_HAND}\n[[link]]\n")
    decisions = read_decisions(tmp_path)
    assert (len(decisions.status), len(decisions.link)) == (1, 1)


@ON_DISK
@given(
    element=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    role=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    note=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_any_words_are_read_back_as_they_were_decided(
    tmp_path_factory: pytest.TempPathFactory, element: str, role: str, note: str
) -> None:
    root = tmp_path_factory.mktemp("dossier")
    one = ruling(element, note, role=role)
    DecisionFile(root).add([one, ruling("e-2")])
    assert read_decisions(root).link == (one.decision, ruling("e-2").decision)


@ON_DISK
@given(
    before=st.sampled_from([None, "", "\n", "# x", BY_HAND, BY_HAND.rstrip(), BY_HAND + "\n\n"]),
    ends=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
    counts=st.lists(st.integers(1, 3), min_size=1, max_size=3),
)
def test_what_is_taken_back_leaves_the_file_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, before: str | None, ends: str, mark: str, counts: list[int]
) -> None:
    root = tmp_path_factory.mktemp("dossier")
    path = root / "decisions.toml"
    if before is not None:
        path.write_bytes((mark + before.replace("\n", ends)).encode())
    stood, file = [], DecisionFile(root)
    steps = []
    for count in counts:
        stood.append(path.read_bytes() if path.exists() else None)
        steps.append(file.add([ruling(str(number)) for number in range(count)]))
    assert len(read_decisions(root).link) == sum(counts)
    for step, old in zip(reversed(steps), reversed(stood), strict=True):
        file.take_back(step)
        assert (path.read_bytes() if path.exists() else None) == old


def test_the_line_ends_of_the_file_are_kept(tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_bytes(BY_HAND.replace("\n", "\r\n").encode())
    DecisionFile(tmp_path).add([ruling(note="woorden")])
    assert written(tmp_path).count(b"\n") == written(tmp_path).count(b"\r\n")
    assert len(read_decisions(tmp_path).link) == 1


def test_what_was_added_after_a_decision_stays_when_it_is_taken_back(tmp_path: Path) -> None:
    file = DecisionFile(tmp_path)
    step = file.add([ruling("e-1")])
    file.add([ruling("e-2")])
    file.take_back(step)
    assert [one.from_.element for one in read_decisions(tmp_path).link] == ["e-2"]


def test_a_decision_that_was_changed_by_hand_is_not_taken_back(tmp_path: Path) -> None:
    file = DecisionFile(tmp_path)
    step = file.add([ruling()])
    changed = written(tmp_path).replace(b"confirmed", b"rejected")
    (tmp_path / "decisions.toml").write_bytes(changed)
    with pytest.raises(DossierError, match="staat hier niet meer zoals het is geschreven"):
        file.take_back(step)
    assert written(tmp_path) == changed


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("link = []\n", "Schrijf elk besluit als een tabel"),
        ("[[link]]\nkleur = 1\n", "decisions.toml, regel 2: onbekende sleutel"),
        ("[[link\n", "decisions.toml, regel 1"),
        (b"\xff\xfe", "geen UTF-8"),
    ],
)
def test_a_file_with_mistakes_is_left_alone(tmp_path: Path, content: str | bytes, says: str) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "decisions.toml").write_bytes(data)
    with pytest.raises(DossierError, match=says):
        DecisionFile(tmp_path).add([ruling()])
    assert written(tmp_path) == data
    assert names_in(tmp_path) == ["decisions.toml"]


@pytest.mark.parametrize(
    ("number", "says"), [(errno.ENOSPC, "de schijf is vol"), (errno.EIO, "kan niet worden geschreven")]
)
@pytest.mark.parametrize("first", [True, False])
def test_when_the_disk_refuses_what_stood_there_stays(
    tmp_path: Path, number: int, says: str, first: bool
) -> None:
    def half(file: BinaryIO, data: bytes) -> None:
        file.write(data[: len(data) // 2])
        raise OSError(number, os.strerror(number))

    if not first:
        (tmp_path / "decisions.toml").write_text(BY_HAND, encoding="utf-8")
    with pytest.raises(DossierError, match=f"{says}.*Wat er stond, staat er nog"):
        DecisionFile(tmp_path, half).add([ruling()])
    assert names_in(tmp_path) == ([] if first else ["decisions.toml"])
    assert first or written(tmp_path) == BY_HAND.encode()


def test_a_system_that_refuses_the_bytes_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_text(BY_HAND, encoding="utf-8")
    told = subprocess.run(run(TOO_LARGE, tmp_path), capture_output=True, text=True, check=True).stdout
    assert "kan niet worden geschreven" in told
    assert written(tmp_path) == BY_HAND.encode()
    assert names_in(tmp_path) == ["decisions.toml"]


@pytest.mark.parametrize("moment", range(5))
def test_killed_at_any_moment_no_decision_that_was_answered_is_lost(tmp_path: Path, moment: int) -> None:
    (tmp_path / "decisions.toml").write_text(BY_HAND, encoding="utf-8")
    with subprocess.Popen(run(DECIDE_FOR_EVER, tmp_path, 10**6), stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.01 + 0.02 * moment)
        process.send_signal(signal.SIGKILL)
        answered = 1 + len(process.stdout.read().splitlines())
    stands = len(read_decisions(tmp_path).link)
    assert stands in (2 * answered, 2 * answered + 2)
    assert written(tmp_path).startswith(BY_HAND.encode())
    DecisionFile(tmp_path).add([ruling("later")])
    assert names_in(tmp_path) == ["decisions.toml"]
    assert len(read_decisions(tmp_path).link) == stands + 1


def test_two_who_decide_at_once_lose_nothing(tmp_path: Path) -> None:
    both = [subprocess.Popen(run(DECIDE_FOR_EVER, tmp_path, 20), stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(30) for process in both] == [0, 0]
    assert len(read_decisions(tmp_path).link) == 2 * 2 * 20


def test_a_link_to_the_file_and_the_rights_of_the_file_are_kept(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    real, dossier = tmp_path / "elders" / "besluiten.toml", tmp_path / "dossier"
    real.write_text(BY_HAND, encoding="utf-8")
    real.chmod(0o640)
    dossier.mkdir()
    (dossier / "decisions.toml").symlink_to(real)
    DecisionFile(dossier).add([ruling()])
    assert (dossier / "decisions.toml").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert len(read_decisions(dossier).link) == 1
    assert names_in(real.parent) == ["besluiten.toml"]


def test_a_dossier_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="kan niet worden geschreven"):
        DecisionFile(tmp_path / "weg").add([ruling()])
