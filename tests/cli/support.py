"""Running the commands as a person does."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from rodedraad.cli.main import run


class Told(NamedTuple):
    """What a command wrote and its exit code."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs commands within the test and returns what they told."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured

    def __call__(self, *arguments: object) -> Told:
        self._captured.readouterr()
        code = run([str(argument) for argument in arguments])
        return Told(code, *self._captured.readouterr())


def lines(text: str) -> Sequence[str]:
    return [line for line in text.splitlines() if line.strip()]
