import io
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rodedraad.dossier.decisions import read_decisions
from tests.cli.support import Terminal, Told
from tests.support.children import started
from tests.support.reviewing import CARERS, GARDEN, LETTER, PROMISED, copy_of

AT_A_TERMINAL = """
import fcntl, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from rodedraad.cli import main
main()
"""


@pytest.fixture
def folder(tmp_path: Path, to_review: Path) -> Path:
    return copy_of(to_review, tmp_path / "dossier")


class Typist:
    """Runs `review` with keys from a file, as a person types them."""

    def __init__(self, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._terminal, self._patch, self._folder = terminal, monkeypatch, folder

    def __call__(self, keys: str, *options: object, columns: int = 110) -> Told:
        self._patch.setattr(sys, "stdin", io.StringIO(keys))
        self._patch.setenv("COLUMNS", str(columns))
        return self._terminal("review", self._folder, *options)


@pytest.fixture
def typed(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Typist:
    return Typist(terminal, monkeypatch, folder)


def decided(folder: Path) -> list[str]:
    return [one.decision.value for one in read_decisions(folder).link]


def test_both_texts_stand_side_by_side_with_what_is_common_marked(typed: Typist) -> None:
    told = typed("q")
    assert (told.code, told.err) == (0, "")
    rows = [line.split(" │ ") for line in told.out.splitlines() if " │ " in line]
    assert [side.strip() for side in rows[0]] == ["Eerder: Begroting 2023", "Later: Jaarstukken 2023"]
    text = ["".join(row[side].strip() + " " for row in rows) for side in (0, 1)]
    assert "Inwoners wonen langer thuis. › regel 9" in text[0]
    assert "*in het oude postkantoor.*" in text[0]
    assert "De *buurtkamer in het oude postkantoor* ging open in mei." in text[1]
    assert all(len(line) <= 110 for line in told.out.splitlines() if "[b]" not in line)


def test_the_reasons_are_a_list_of_what_made_it_more_and_less_sure(typed: Typist) -> None:
    told = typed("").out
    assert "Kans dat dit bij elkaar hoort: 91% (doet verslag). Waarom:" in told
    assert re.search(r"begin +−7,1  zomaar twee onderdelen", told)
    assert re.search(r"veel zekerder +\+9,4  dezelfde woorden", told)
    assert re.search(r"minder zeker +−1,2  staan onder een ander thema", told)


def test_a_narrow_screen_puts_one_text_under_the_other(typed: Typist) -> None:
    told = typed("q", columns=60).out
    assert " │ " not in told
    assert told.index("Eerder: Begroting") < told.index("Later: Jaarstukken")


def test_each_key_is_an_answer(typed: Typist, folder: Path) -> None:
    told = typed("baoq", "--role", "adviseur P&C")
    assert [word for word in ("Bevestigd.", "Afgewezen.", "Overgeslagen.") if word not in told.out] == []
    assert decided(folder) == ["confirmed", "rejected"]
    assert {one.role for one in read_decisions(folder).link} == {"adviseur P&C"}
    assert "2 vragen beantwoord (1 bevestigd, 1 afgewezen), 1 overgeslagen; nog 1 verband open." in told.out
    assert f"Draai `rodedraad build {folder}` om te zien wat het uitmaakt." in told.out


def test_an_answer_is_taken_back(typed: Typist, folder: Path) -> None:
    told = typed("battq")
    assert told.out.count("Het laatste antwoord is teruggenomen.") == 2
    assert not (folder / "decisions.toml").exists()
    assert "Er is niets om terug te nemen." in typed("t").out


def test_another_is_chosen_from_the_candidates(typed: Typist, folder: Path) -> None:
    told = typed("k1q")
    assert f"  1  (62%) activiteit, regel 6: {GARDEN}" in told.out
    assert decided(folder) == ["rejected", "confirmed"]


def test_another_is_searched_for(typed: Typist, folder: Path) -> None:
    told = typed("k/brief\n1q")
    assert f": {LETTER}" in told.out
    assert decided(folder) == ["rejected", "confirmed"]


@pytest.mark.parametrize("keys", ["k2", "k0", "kx", "k", "s1\n", "s\n", "s1 9\n", "s1 x\n", "s1 1\n", "?"])
def test_a_key_that_says_nothing_decides_nothing(typed: Typist, folder: Path, keys: str) -> None:
    assert typed(keys).code == 0
    assert decided(folder) == []


def test_nothing_found_is_said(typed: Typist) -> None:
    assert "Niets gevonden in dit document." in typed("k/olifant\nq").out


def test_a_promise_is_split_also_with_what_was_searched(typed: Typist, folder: Path) -> None:
    told = typed("s/brief\n1, 3\nq")
    assert "Gesplitst: 2 verbanden bevestigd." in told.out
    assert decided(folder) == ["confirmed", "confirmed"]


def test_when_all_is_answered_it_says_so(typed: Typist) -> None:
    told = typed("bbbb")
    assert "Er is niets meer te beoordelen in deze keuze." in told.out
    assert "Er is niets meer te beoordelen" in typed("").out


def test_only_what_is_wanted_is_asked(typed: Typist) -> None:
    told = typed("ooo", "--between", "0,5", "0.6", "--document", "jaarstukken-2023", "--programme", "zorg")
    assert CARERS.split()[1] in told.out
    assert "nog 1 verband open" in told.out
    assert PROMISED.split()[-1] not in told.out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--between", "0.1", "2"], '--between kan niet "2" zijn; geef een kans van 0 tot en met 1'),
        (["--between", "half", "1"], '--between kan niet "half" zijn'),
        (["--role", "jan@voorbeeldstad.nl"], "--role kan niet"),
        (["--role", " "], "--role kan niet"),
        (["--document", "begroting-2032"], 'Bedoelde u "begroting-2023"?'),
        (["--programme", "Sport"], "Kies uit: Programma Zorg"),
        (["--out", "weg"], "hier staat geen build"),
    ],
)
def test_a_mistake_is_one_dutch_line(typed: Typist, folder: Path, options: list[str], says: str) -> None:
    told = typed("b", *options)
    assert told.code == 2
    (line,) = told.err.splitlines()
    assert line.startswith("Fout: ")
    assert says in line
    assert decided(folder) == []


def test_a_file_that_cannot_be_written_is_told_and_the_question_asked_again(
    typed: Typist, folder: Path
) -> None:
    (folder / "decisions.toml").write_text("link = []\n", encoding="utf-8")
    told = typed("bq")
    assert told.code == 0
    assert told.err.startswith("Fout: decisions.toml: hierin staat `link = [...]`")
    assert told.out.count("Eerder: Begroting 2023") == 2
    assert (folder / "decisions.toml").read_text(encoding="utf-8") == "link = []\n"


class Keyboard:
    """A real terminal with a program in it: what it shows can be waited for, and keys pressed."""

    def __init__(self, folder: Path) -> None:
        self.process, self._end = _started(folder)
        self._shown = b""

    def wait_for(self, words: str) -> str:
        while words not in (shown := self._shown.decode(errors="replace")):
            ready, _, _ = select.select([self._end], [], [], 30)
            assert ready, f"not shown: {words}; shown: {shown}"
            try:
                self._shown += os.read(self._end, 1 << 16)
            except OSError as error:
                raise AssertionError(f"ended before {words}; shown: {shown}") from error
        before, found, after = shown.partition(words)
        self._shown = after.encode()
        return before + found

    def press(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._end)


def _started(folder: Path) -> tuple["subprocess.Popen[bytes]", int]:
    mine, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": "120", "TERM": "xterm"}
    process = started(
        [sys.executable, "-c", AT_A_TERMINAL, "review", folder],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    return process, mine


@pytest.fixture
def keyboard(folder: Path) -> Iterator[Keyboard]:
    opened = Keyboard(folder)
    yield opened
    opened.close()


def test_in_a_real_terminal_one_key_is_enough_and_is_on_disk_at_once(
    keyboard: Keyboard, folder: Path
) -> None:
    shown = keyboard.wait_for("[q] stoppen")
    assert "\x1b[1m\x1b[4m" in shown
    keyboard.press("b")
    keyboard.wait_for("Bevestigd.")
    assert decided(folder) == ["confirmed"]
    keyboard.wait_for("[q] stoppen")
    keyboard.press("k")
    keyboard.wait_for("een andere toets om terug te gaan.")
    keyboard.press("/")
    keyboard.wait_for("Zoek: ")
    keyboard.press("tuin\n")
    keyboard.wait_for("een andere toets om terug te gaan.")
    keyboard.press("1")
    keyboard.wait_for("Een andere bevestigd")
    keyboard.wait_for("[q] stoppen")
    keyboard.press("t")
    keyboard.wait_for("teruggenomen")
    assert decided(folder) == ["confirmed"]
    keyboard.wait_for("[q] stoppen")
    keyboard.press("q")
    keyboard.wait_for("Draai `rodedraad build")
    assert keyboard.process.wait(10) == 0


@pytest.mark.parametrize("keys", ["\x1b", "\x04"], ids=["escape", "ctrl-d"])
def test_in_a_real_terminal_it_stops_at_once(keyboard: Keyboard, keys: str) -> None:
    keyboard.wait_for("[q] stoppen")
    keyboard.press(keys)
    assert keyboard.process.wait(10) == 0


def test_ctrl_c_ends_with_code_130_and_keeps_what_was_answered(keyboard: Keyboard, folder: Path) -> None:
    keyboard.wait_for("[q] stoppen")
    keyboard.press("b")
    keyboard.wait_for("Bevestigd.")
    keyboard.wait_for("[q] stoppen")
    keyboard.press("\x03")
    keyboard.wait_for("Gestopt.")
    assert keyboard.process.wait(10) == 130
    assert decided(folder) == ["confirmed"]


def test_killed_between_two_keys_what_was_answered_stands(keyboard: Keyboard, folder: Path) -> None:
    keyboard.wait_for("[q] stoppen")
    keyboard.press("a")
    keyboard.wait_for("Afgewezen.")
    keyboard.process.send_signal(signal.SIGKILL)
    keyboard.process.wait()
    assert decided(folder) == ["rejected"]


def test_what_is_typed_ahead_is_kept_and_an_arrow_is_one_key_that_does_nothing(
    keyboard: Keyboard, folder: Path
) -> None:
    keyboard.wait_for("[q] stoppen")
    keyboard.press("\x1b[A")
    keyboard.wait_for("Deze toets doet niets.")
    keyboard.press("baoq")
    keyboard.wait_for("Draai `rodedraad build")
    assert keyboard.process.wait(10) == 0
    assert decided(folder) == ["confirmed", "rejected"]
