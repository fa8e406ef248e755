"""The program that makes the index: Pagefind, asked over its own pipes; nothing is put on disk.

Its Python package is not used: it waits a tenth of a second for every answer, and fails on large ones.
"""

import base64
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from subprocess import PIPE, Popen
from typing import IO, Any, Final

from msgspec import Struct, json

PACKAGE: Final = "pagefind_bin"
END: Final = b","
CHUNK: Final = 1 << 20


class PagefindError(RuntimeError):
    """Pagefind did not do what was asked; the message says what it answered."""


class Request(Struct, frozen=True, kw_only=True):
    """What Pagefind is asked: a kind of its own, and what belongs to it."""

    kind: str
    payload: Mapping[str, object]


class Pagefind:
    """A Pagefind that runs: what is asked is answered in order."""

    def __init__(self, to: IO[bytes], answers: IO[bytes]) -> None:
        self._to, self._answers = to, answers
        self._held = b""

    def ask(self, kind: str, **payload: object) -> dict[str, Any]:
        """Return the answer to one request.

        Raises:
            PagefindError: the answer is an error, or there is none.
        """
        (answer,) = self.ask_all([Request(kind=kind, payload=payload)])
        return answer

    def ask_all(self, requests: Sequence[Request]) -> list[dict[str, Any]]:
        """Return the answers to many requests, which are sent on while the first are answered.

        Raises:
            PagefindError: an answer is an error, or there is none.
        """
        with ThreadPoolExecutor(max_workers=1) as pool:
            sent = pool.submit(self._send, requests)
            answers = [self._answer() for _ in requests]
            sent.result()
        wrong = next((one for one in answers if one["type"] == "Error"), None)
        if wrong:
            raise PagefindError(f"Pagefind kon de zoekindex niet maken: {wrong.get('message')}")
        return answers

    def _send(self, requests: Sequence[Request]) -> None:
        for number, one in enumerate(requests):
            message = {"message_id": number, "payload": {"type": one.kind, **one.payload}}
            self._to.write(base64.b64encode(json.encode(message)) + END)
        self._to.flush()

    def _answer(self) -> dict[str, Any]:
        parts = [self._held]
        while END not in parts[-1]:
            part = os.read(self._answers.fileno(), CHUNK)
            if not part:
                raise PagefindError("Pagefind stopte voordat de zoekindex klaar was")
            parts.append(part)
        last, _, self._held = parts.pop().partition(END)
        answer: dict[str, Any] = json.decode(base64.b64decode(b"".join((*parts, last))))["payload"]
        return answer


def is_installed() -> bool:
    """Return whether Pagefind is there to be run."""
    return find_spec(PACKAGE) is not None


@contextmanager
def running() -> Iterator[Pagefind]:
    """Give a Pagefind that runs, and end it."""
    from pagefind_bin import get_executable  # noqa: PLC0415 - a site without search is made without it

    command = [str(get_executable()), "--service"]
    with Popen(command, stdin=PIPE, stdout=PIPE) as process:  # noqa: S603 - the program of the package
        if process.stdin is None or process.stdout is None:
            raise PagefindError("Pagefind heeft geen leidingen om mee te praten")
        try:
            yield Pagefind(process.stdin, process.stdout)
        finally:
            process.terminate()
