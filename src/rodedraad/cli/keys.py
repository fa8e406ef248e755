"""Keys from a person at a terminal, or from a file that says which were pressed."""

import os
import select
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click

END: Final = ""
_ESCAPE: Final = b"\x1b"
_LINE_ENDS: Final = "\r\n"
_REST_COMES_WITHIN: Final = 0.02
"""An arrow key sends its characters at once; after this many seconds it was the escape key alone."""


class Keyboard:
    """Reads one key at a time, without the enter key, for as long as it is open.

    What is typed ahead is kept.  What does not come from a terminal is read character by character; line
    ends in it are no keys.
    """

    def __init__(self) -> None:
        self._typed = sys.stdin.isatty()

    @contextmanager
    def open(self) -> Iterator["Keyboard"]:
        """Let the terminal give every key at once, and leave it as it was."""
        if not self._typed:
            yield self
            return
        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
        tty.setcbreak(number, termios.TCSADRAIN)
        try:
            yield self
        finally:
            termios.tcsetattr(number, termios.TCSADRAIN, before)

    def key(self) -> str:
        """Return the key that is pressed, in lower case, or END where there is nothing more to read."""
        if self._typed:
            return _pressed(sys.stdin.fileno()).decode(errors="replace").lower()
        key = sys.stdin.read(1)
        while key and key in _LINE_ENDS:
            key = sys.stdin.read(1)
        return key.lower()

    def line(self, asked: str) -> str:
        """Ask for a line of words; nothing where there is no more to read."""
        with self._lines():
            click.echo(asked, nl=False)
            line = sys.stdin.readline().strip()
        if not self._typed:
            click.echo()
        return line

    @contextmanager
    def _lines(self) -> Iterator[None]:
        """Let the terminal show what is typed and give it by the line."""
        if not self._typed:
            yield
            return
        number = sys.stdin.fileno()
        keys = termios.tcgetattr(number)
        lines = list(keys)
        lines[3] |= termios.ICANON | termios.ECHO
        termios.tcsetattr(number, termios.TCSADRAIN, lines)
        try:
            yield
        finally:
            termios.tcsetattr(number, termios.TCSADRAIN, keys)


def _pressed(number: int) -> bytes:
    """Return the bytes of one key: a character, or all that an arrow or function key sends."""
    key = os.read(number, 1)
    while key and (key[:1] == _ESCAPE or key[0] > 0x7F) and _more(number):  # noqa: PLR2004 - above ASCII
        key += os.read(number, 1)
    return key


def _more(number: int) -> bool:
    return bool(select.select([number], [], [], _REST_COMES_WITHIN)[0])
