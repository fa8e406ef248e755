"""Work over many documents, in more processes where that pays, with the results in order."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from typing import TypeVar

from rodedraad.dossier.errors import DossierError, Problem

Task = TypeVar("Task")
Result = TypeVar("Result")

FEWEST = 4
SMALLEST = 500_000


def pays(sizes: Sequence[int]) -> bool:
    """Return whether starting processes costs less than it saves, for inputs of these sizes in bytes."""
    return len(sizes) >= FEWEST and sum(sizes) >= SMALLEST and (os.cpu_count() or 1) > 1


def in_order(work: Callable[[Task], Result], tasks: Sequence[Task], *, parallel: bool) -> Iterator[Result]:
    """Yield the results in the order of the tasks; when the caller stops early, so do the processes."""
    if not parallel:
        yield from map(work, tasks)
        return
    context = get_context("spawn")
    executor = ProcessPoolExecutor(mp_context=context, initializer=_mind_the_parent)
    try:
        yield from executor.map(work, tasks)
    except BrokenProcessPool as error:
        problem = "een proces werd afgebroken, waarschijnlijk door te weinig geheugen"
        remedy = "Maak geheugen vrij, of bouw met minder documenten tegelijk."
        raise DossierError(Problem(file="documenten", problem=problem, remedy=remedy)) from error
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _mind_the_parent() -> None:
    """End this process quietly on Ctrl-C, and when the process that started it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
