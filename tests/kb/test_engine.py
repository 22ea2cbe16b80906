"""Work in other processes: all outcomes come back, and a document that kills its worker takes nothing with it."""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.engine import run
from kb.errors import TableError
from kb.extraction import Task
from kb.model import Issue

# Worker processes import their work, and test modules cannot be imported by name.
WORK = """
import os
from kb.errors import TableError
from kb.model import Issue

def work(task):
    if task.name == "poison":
        os._exit(9)
    if task.name == "fault":
        raise ValueError("a fault of ours")
    if task.name == "table":
        raise TableError("a wrong table")
    return Issue(task.name, "read", "done", "")
"""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("work")
    (folder / "engine_work.py").write_text(WORK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        patch.setenv("PYTHONPATH", str(folder))
        yield importlib.import_module("engine_work").work


def tasks(names: str) -> list[Task]:
    return [Task(Path(name), Path(), name, "", "") for name in names.split()]


def outcomes(names: str, work: Any, workers: int = 2, engine: str = "") -> dict[str, str]:
    done = list(run(tasks(names), work, workers, engine))
    assert sorted(task.name for task, _ in done) == sorted(names.split())
    assert all(isinstance(outcome, Issue) for _, outcome in done)
    return {task.name: outcome.message for task, outcome in done if isinstance(outcome, Issue)}


def test_every_task_comes_back_once(work: Any) -> None:
    names = " ".join(f"d{i}" for i in range(25))
    assert set(outcomes(names, work).values()) == {"done"}


def test_a_killed_worker_costs_one_document(work: Any) -> None:
    found = outcomes("a b c poison d e f g h i j", work)
    assert "killed" in found.pop("poison")
    assert set(found.values()) == {"done"}


def test_a_fault_is_an_issue_of_its_document(work: Any) -> None:
    assert outcomes("a fault b", work, 1) == {"a": "done", "fault": "ValueError: a fault of ours", "b": "done"}


def test_a_wrong_table_stops_the_run(work: Any) -> None:
    with pytest.raises(TableError, match="a wrong table"):
        list(run(tasks("table"), work, 1))


IN_DASK = """
import json, sys
from pathlib import Path
from engine_work import work
from kb.engine import run
from kb.extraction import Task

if __name__ == "__main__":
    tasks = [Task(Path(name), Path(), name, "", "") for name in sys.argv[1:]]
    print(json.dumps({task.name: outcome.message for task, outcome in run(tasks, work, 1, "dask")}))
"""


IMPATIENT = {"DASK_DISTRIBUTED__DEPLOY__LOST_WORKER_TIMEOUT": "10ms"}


def printed(source: str, tmp_path: Path, names: str = "", **settings: str) -> Any:
    """In a process of its own: a cluster that loses workers must not take the tests with it."""
    pytest.importorskip("distributed")
    script = tmp_path / "in_dask.py"
    script.write_text(source, encoding="utf-8")
    command = [sys.executable, str(script), *names.split()]
    env = os.environ | settings
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env=env)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_dask_does_the_same(work: Any, tmp_path: Path) -> None:
    found = printed(IN_DASK, tmp_path, "a b poison c")
    assert "killed" in found.pop("poison")
    assert found == {"a": "done", "b": "done", "c": "done"}


def test_a_cluster_that_gave_up_its_only_worker_gets_another(work: Any, tmp_path: Path) -> None:
    """On a busy machine the successor of a killed worker is late, and Dask waits for it no longer than this."""
    found = printed(IN_DASK, tmp_path, "a poison b", **IMPATIENT)
    assert "killed" in found.pop("poison")
    assert found == {"a": "done", "b": "done"}


LATE_DEATH = """
import os, signal, time
from dask.distributed import Client, LocalCluster, wait
from kb.engine import _as_they_end

def then_kill(futures, **options):
    ended = wait(futures, **options)
    for future in ended.done:
        worker = future.result()
        cluster.scale(0)
        os.kill(worker, signal.SIGKILL)
        while future.status == "finished":
            time.sleep(0.1)
    return ended

if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        print(len(list(_as_they_end(client, then_kill, {client.submit(os.getpid)}, True))))
"""


def test_nobody_waits_for_outcomes_that_died_with_their_worker(tmp_path: Path) -> None:
    """Between the end of the task and the fetching of what it found: seen in one of some hundred runs."""
    assert printed(LATE_DEATH, tmp_path, **IMPATIENT) == 0
