import io
import os
import pty
import sys
import termios
from collections.abc import Iterator
from threading import Thread

import pytest

from rodedraad.cli.keys import END, Keyboard


class Terminal:
    """A terminal of which this test is the person at the keys."""

    def __init__(self) -> None:
        self.mine, self.theirs = pty.openpty()

    def press(self, keys: bytes) -> None:
        os.write(self.mine, keys)

    def press_when_asked(self, keys: bytes) -> None:
        while not termios.tcgetattr(self.theirs)[3] & termios.ICANON:
            os.sched_yield()
        self.press(keys)

    def state(self) -> list[object]:
        return list(termios.tcgetattr(self.theirs))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    opened = Terminal()
    with open(opened.theirs, closefd=True) as stdin:  # noqa: PTH123 - a file by its number
        monkeypatch.setattr(sys, "stdin", stdin)
        yield opened
    os.close(opened.mine)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (b"b", ["b"]),
        (b"B", ["b"]),
        (b"ba", ["b", "a"]),
        (b"\x1b[Ab", ["\x1b[ab"]),
        ("é".encode(), ["é"]),
        (b"\n", ["\n"]),
        (b"\x04", ["\x04"]),
    ],
)
def test_keys_come_one_by_one_without_enter(terminal: Terminal, keys: bytes, expected: list[str]) -> None:
    with Keyboard().open() as keyboard:
        terminal.press(keys)
        assert [keyboard.key() for _ in expected] == expected


def test_the_escape_key_alone_does_not_wait_for_more(terminal: Terminal) -> None:
    with Keyboard().open() as keyboard:
        terminal.press(b"\x1b")
        assert keyboard.key() == "\x1b"


def test_a_line_is_typed_and_mended_as_everywhere(terminal: Terminal) -> None:
    with Keyboard().open() as keyboard:
        person = Thread(target=terminal.press_when_asked, args=(b"brieg\x7ff over zorg \n",))
        person.start()
        assert keyboard.line("Zoek: ") == "brief over zorg"
        person.join()
        terminal.press(b"b")
        assert keyboard.key() == "b"


def test_the_terminal_is_left_as_it_was_also_after_a_mistake(terminal: Terminal) -> None:
    before = terminal.state()

    def fail() -> None:
        with Keyboard().open():
            assert terminal.state() != before
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert terminal.state() == before


def test_keys_from_a_file_are_its_characters_without_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("b\r\nAwoorden\nq"))
    with Keyboard().open() as keyboard:
        assert [keyboard.key(), keyboard.key(), keyboard.line(""), keyboard.key()] == [
            "b",
            "a",
            "woorden",
            "q",
        ]
        assert (keyboard.key(), keyboard.line("")) == (END, "")
