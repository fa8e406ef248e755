"""Work over many documents, in more processes where that pays."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from typing import TypeVar

from rodedraad.dossier.errors import DossierError, Problem

Task = TypeVar("Task")
Result = TypeVar("Result")

FEWEST = 2
SMALLEST = 1_500_000
"""Fewer bytes are read sooner than a second process has started."""


def pays(sizes: Sequence[int]) -> bool:
    """Return whether starting processes costs less than it saves, for inputs of these sizes in bytes.

    A process that was started for its share of the work starts no others.
    """
    alone = parent_process() is None and (os.cpu_count() or 1) > 1
    return alone and len(sizes) >= FEWEST and sum(sizes) >= SMALLEST


def as_ready(
    work: Callable[[Task], Result], tasks: Sequence[Task], sizes: Sequence[int]
) -> Iterator[tuple[int, Result]]:
    """Yield the place of each task with its result, as soon as it is ready.

    In more processes the largest tasks go first, so that none is left to run alone at the end.  When the
    caller stops early, so do the processes.
    """
    if not pays(sizes):
        yield from enumerate(map(work, tasks))
        return
    context = get_context("spawn")
    executor = ProcessPoolExecutor(mp_context=context, initializer=mind_the_parent)
    largest_first = sorted(range(len(tasks)), key=sizes.__getitem__, reverse=True)
    try:
        places = {executor.submit(work, tasks[place]): place for place in largest_first}
        for future in as_completed(places):
            yield places.pop(future), future.result()
    except BrokenProcessPool as error:
        problem = "een proces werd afgebroken, waarschijnlijk door te weinig geheugen"
        remedy = "Maak geheugen vrij, of bouw met minder documenten tegelijk."
        raise DossierError(Problem(file="documenten", problem=problem, remedy=remedy)) from error
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def mind_the_parent() -> None:
    """End this process quietly on Ctrl-C, and when the process that started it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
