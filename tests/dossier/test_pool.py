import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rodedraad.dossier import DossierError
from rodedraad.dossier.pool import SMALLEST, as_ready, pays

WAITS = """
import os, signal, sys
from rodedraad.dossier.pool import SMALLEST, as_ready

def wait(number):
    print(f"{number}", flush=True)
    signal.pause()

if __name__ == "__main__":
    list(as_ready(wait, [1, 2], [SMALLEST] * 2))
"""


def end(number: int) -> int:
    if number == 2:
        os._exit(1)
    return number


@pytest.mark.parametrize("size", [0, SMALLEST])
def test_each_task_has_its_own_result(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert dict(as_ready(abs, [-3, 1, -2], [size] * 3)) == {0: 3, 1: 1, 2: 2}


def test_a_process_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with pytest.raises(DossierError, match="waarschijnlijk door te weinig geheugen"):
        list(as_ready(end, [1, 2, 3], [SMALLEST] * 3))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_the_one_that_started_it(tmp_path: Path, number: signal.Signals) -> None:
    program = tmp_path / "program.py"
    program.write_text(WAITS, encoding="utf-8")
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline().strip() in {"1", "2"}
        process.send_signal(number)
        process.wait(10)
        process.communicate(timeout=20)  # ends only when nobody holds the other end of the pipe


def test_more_processes_pay_only_for_large_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert pays([SMALLEST // 2] * 2)
    assert not pays([SMALLEST])
    assert not pays([1_000] * 100)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert not pays([SMALLEST] * 2)
