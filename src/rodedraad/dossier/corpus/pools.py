"""Where the dossiers of a corpus are built: in this process, on all cores, or on a Dask cluster."""

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Any, Final

from rodedraad.dossier.corpus.records import Made, Task
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.pool import mind_the_parent

Work = Callable[[Task], Made]
Pool = Callable[[Work, Sequence[Task]], Generator[Made, None, None]]

WAITING: Final = 2
"""For every process so many dossiers wait: enough that none stands idle, and no more are held."""
DOSSIERS_A_PROCESS: Final = 24
"""After so many dossiers a process makes way for a fresh one, so that memory stays flat."""


def on_cores(workers: int | None = None) -> Pool:
    """Return a pool of so many processes, or one for every core; with one it is this process."""
    count = workers or os.cpu_count() or 1

    def run(work: Work, tasks: Sequence[Task]) -> Generator[Made, None, None]:
        if count == 1 or len(tasks) == 1:
            yield from map(work, tasks)
            return
        executor = ProcessPoolExecutor(
            count,
            mp_context=get_context("spawn"),
            initializer=mind_the_parent,
            max_tasks_per_child=DOSSIERS_A_PROCESS,
        )
        try:
            yield from _windowed(executor, work, tasks, count * WAITING)
        except BrokenProcessPool as error:
            problem = "een proces werd afgebroken, waarschijnlijk door te weinig geheugen"
            remedy = "Draai dezelfde opdracht opnieuw, met minder processen (--workers); wat af is, blijft."
            raise DossierError(Problem(file="corpus", problem=problem, remedy=remedy)) from error
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    return run


def _windowed(executor: ProcessPoolExecutor, work: Work, tasks: Sequence[Task], most: int) -> Iterator[Made]:
    """Yield what is ready, with no more than so many tasks handed out."""
    waiting = iter(tasks)
    running: set[Future[Made]] = {executor.submit(work, one) for one in islice(waiting, most)}
    while running:
        ready, running = wait(running, return_when=FIRST_COMPLETED)
        running |= {executor.submit(work, one) for one in islice(waiting, len(ready))}
        for future in ready:
            yield future.result()


def on_cluster(address: str) -> Pool:
    """Return a pool on the Dask cluster of a scheduler; its machines see the same folders as this one."""

    def run(work: Work, tasks: Sequence[Task]) -> Generator[Made, None, None]:
        client_of, as_completed = _distributed()
        try:
            client = client_of(address, timeout="20s")
        except (OSError, ValueError) as error:
            problem = "geen verbinding met de scheduler van Dask"
            remedy = "Controleer het adres van --scheduler, zoals tcp://10.0.0.5:8786."
            raise DossierError(Problem(file=address, problem=problem, remedy=remedy)) from error
        with client:
            futures = client.map(work, tasks, pure=False)
            try:
                for future in as_completed(futures):
                    yield future.result()
                    future.release()
            finally:
                client.cancel(futures)

    return run


def _distributed() -> tuple[Callable[..., Any], Callable[..., Any]]:
    try:
        from distributed import Client, as_completed  # noqa: PLC0415 - an extra that few install
    except ImportError as error:
        problem = "voor een cluster is Dask nodig, en dat is er niet"
        remedy = "Installeer rodedraad[cluster]."
        raise DossierError(Problem(file="--scheduler", problem=problem, remedy=remedy)) from error
    return Client, as_completed
