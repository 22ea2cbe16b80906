"""Where the work is done: tasks in, outcomes out as they come, from processes of this machine or from Dask.

A worker that dies takes nothing with it: what was under way is tried again alone, and the document that kills its
worker a second time is set aside.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from itertools import islice
from typing import Any

from kb.errors import TableError
from kb.extraction import Task
from kb.model import Issue, today
from kb.store.writer import Extracted

Outcome = Extracted | Issue
Work = Callable[[Task], Outcome]
_AHEAD = 3  # tasks a worker has waiting: enough to be busy, few enough to keep memory small
_BATCH = 50  # Dask takes about 8 ms a task
_LOOK, _PATIENCE = 10, 2  # seconds after which a silent cluster is asked for its workers, and how often
_KILLED = "its worker process was killed while reading it (out of memory?)"


def run(tasks: Sequence[Task], work: Work, workers: int, engine: str = "") -> Iterator[tuple[Task, Outcome]]:
    """Every task once, in the order in which they are done. `engine`: empty, `dask` or the address of a scheduler."""
    return _run_dask(tasks, work, workers, engine) if engine else _run_local(tasks, work, workers)


def _run_local(tasks: Sequence[Task], work: Work, workers: int) -> Iterator[tuple[Task, Outcome]]:
    waiting = deque(tasks)
    while waiting:
        lost: list[Task] = []
        with _pool(min(workers, len(waiting))) as pool:
            yield from _drain(pool, waiting, work, lost, workers * _AHEAD)
        for task in lost:
            yield task, _alone(task, work)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Not fork: models and database connections of the parent do not survive it.
    return ProcessPoolExecutor(max(workers, 1), multiprocessing.get_context("spawn"), _start_worker)


def _start_worker() -> None:
    """Runs before numpy is imported, which reads the setting once. Workers are as many as cores: one thread each."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _watch_parent()


def _watch_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()

    def leave() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=leave, daemon=True).start()


def _drain(
    pool: ProcessPoolExecutor, waiting: deque[Task], work: Work, lost: list[Task], ahead: int
) -> Iterator[tuple[Task, Outcome]]:
    """Works through `waiting` until it is empty or the pool is broken; `lost` takes what was under way then."""
    running: dict[Future[Outcome], Task] = {}
    while waiting or running:
        while waiting and len(running) < ahead and not lost:
            task = waiting.popleft()
            try:
                running[pool.submit(work, task)] = task
            except BrokenProcessPool:
                lost.append(task)
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            task = running.pop(future)
            if isinstance(future.exception(), BrokenProcessPool):
                lost.append(task)
            else:
                yield task, _outcome(task, future.exception(), future)


def _alone(task: Task, work: Work) -> Outcome:
    with _pool(1) as pool:
        future = pool.submit(work, task)
        return _outcome(task, future.exception(), future)


def _outcome(task: Task, error: BaseException | None, future: "Future[Outcome]") -> Outcome:
    return future.result() if error is None else _failure(task, error)


def _failure(task: Task, error: BaseException) -> Issue:
    """A wrong table stops the run; anything else is a fault with one document."""
    if isinstance(error, TableError):
        raise error
    return Issue(task.name, "extract", _KILLED if _is_killed(error) else f"{type(error).__name__}: {error}", today())


def _is_killed(error: BaseException) -> bool:
    return isinstance(error, BrokenProcessPool) or type(error).__name__ == "KilledWorker"


def _run_dask(tasks: Sequence[Task], work: Work, workers: int, engine: str) -> Iterator[tuple[Task, Outcome]]:
    try:
        dask: Any = import_module("dask.distributed")
    except ImportError as exc:
        raise TableError("--engine needs the extra 'distributed': pip install eurasia-kb[distributed]") from exc
    local = engine == "dask"
    where = (
        dask.LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None)
        if local
        else engine
    )
    with dask.Client(where) as client:
        running = {client.submit(_do_batch, batch, work, pure=False): batch for batch in _batches(tasks)}
        lost: list[Task] = []
        for future, outcomes, error in _as_they_end(client, dask.wait, set(running), local):
            batch = running.pop(future)
            if error is None:
                yield from zip(batch, outcomes, strict=True)
            elif len(batch) == 1 and not _is_killed(error):
                yield batch[0], _failure(batch[0], error)
            else:
                lost += batch
        # One of them is the poison. One at a time: what shares a worker with it would be suspected as well.
        while lost:
            again = client.submit(_do_batch, lost[:1], work, pure=False)
            ended = list(_as_they_end(client, dask.wait, {again}, local))
            if not ended:
                break
            task, (_, outcomes, error) = lost.pop(0), ended[0]
            yield task, outcomes[0] if error is None else _failure(task, error)
    left = [*lost, *(task for batch in running.values() for task in batch)]
    yield from _run_local(left, work, workers)


def _as_they_end(
    client: Any, wait_for: Callable[..., Any], waiting: set[Any], local: bool
) -> Iterator[tuple[Any, list[Outcome], BaseException | None]]:
    """Until all have ended, or no worker is left of a local cluster: the future, its outcomes and its error.

    Dask gives up a worker whose successor is slow to start (`lost-worker-timeout`) or dies too soon, and starts no
    other. To a scheduler elsewhere workers may be added by hand: there we wait. What has ended is waited for again
    when the worker that kept its outcomes dies before they are fetched.
    """
    silent = 0
    while waiting and silent < _PATIENCE:
        try:
            for future in wait_for(waiting, timeout=_LOOK, return_when="FIRST_COMPLETED").done:
                error = future.exception(timeout=_LOOK)
                outcomes = [] if error else future.result(timeout=_LOOK)
                waiting, silent = waiting - {future}, 0
                yield future, outcomes, error
        except TimeoutError:
            alone = local and not client.scheduler_info()["workers"]
            silent = silent + 1 if alone else 0


def _do_batch(batch: Sequence[Task], work: Work) -> list[Outcome]:
    return [work(task) for task in batch]


def _batches(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    rest = iter(tasks)
    while batch := list(islice(rest, _BATCH)):
        yield batch
