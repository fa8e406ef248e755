"""The parts of a large site made on all cores, by processes that share what is known of the build."""

import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from typing import Final

from rodedraad.dossier.pool import mind_the_parent
from rodedraad.model.build import Build
from rodedraad.publishing.spread import File, Part, Spread, one_by_one

FEWEST_THREADS: Final = 1_000
"""The pages of fewer threads are made before other processes have started."""
AHEAD: Final = 3
"""For every process so many parts are handed out: none stands idle, and few files wait in memory."""

_parts: list[Part] = []


def spread_for(build: Build) -> Spread:
    """Return where the pages of a build are made: on all cores where that pays, else in this process.

    Processes are forked, so that nothing has to be read or reckoned again; where other threads run in this
    process, which a fork would break off, and where the system cannot fork, there is one.
    """
    large = len(build.threads.threads) >= FEWEST_THREADS
    alone = parent_process() is None and threading.active_count() == 1
    forks = "fork" in get_all_start_methods() and (os.cpu_count() or 1) > 1
    return on_all_cores if large and alone and forks else one_by_one


def on_all_cores(parts: Sequence[Part]) -> Iterator[File]:
    """Yield the files of all parts in their order, made in as many processes as there are cores.

    Where a process is lost, for want of memory for instance, this one makes what is left.
    """
    left = deque(parts)
    try:
        for files in _made_elsewhere(parts):
            left.popleft()
            yield from files
    except BrokenProcessPool:
        yield from one_by_one(left)


def _made_elsewhere(parts: Sequence[Part]) -> Iterator[list[File]]:
    count = os.cpu_count() or 1
    executor = ProcessPoolExecutor(count, get_context("fork"), _take_up, (list(parts),))
    waiting = iter(range(len(parts)))
    running: deque[Future[list[File]]] = deque()
    try:
        running.extend(executor.submit(_make, place) for place in islice(waiting, count * AHEAD))
        while running:
            yield running.popleft().result()
            running.extend(executor.submit(_make, place) for place in islice(waiting, 1))
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _take_up(parts: list[Part]) -> None:
    mind_the_parent()
    _parts[:] = parts


def _make(place: int) -> list[File]:
    return list(_parts[place]())
