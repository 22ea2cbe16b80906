"""Files and a registry in, a database out: what is new is extracted, what is known kept, what is gone taken out."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from corpus.readers.registry import find_files
from kb.consolidate import consolidate
from kb.engine import run
from kb.errors import DocumentError, TableError
from kb.extraction import Task, attempt_file, find_tasks, pipeline_hash, stumbles_of
from kb.judged import synced_judgements
from kb.judgements import effective, judged_claims, merges, resolved
from kb.model import Issue, Registry, today
from kb.registry.load import load_registry
from kb.store.database import building, rebuilding
from kb.store.indexes import create_indexes, drop_indexes
from kb.store.judgements import apply_merges, claim_keys
from kb.store.writer import (
    Extracted,
    delete_documents,
    forget_issues,
    issue_paths,
    known_documents,
    save_document,
    save_issues,
)
from kb.store.writer_events import load_claims, mark_copies, save_consolidated
from kb.store.writer_registry import registry_ids_in_use, save_registry, tidy_entities

Progress = Callable[[int, int, str], None]
# From so many new documents on, or from twice what is there, indexes cost more to keep than to make again.
_MANY = 200


@dataclass(frozen=True, slots=True)
class Options:
    """`exact`: the database shall hold these files and no others. `engine`: empty, `dask`, `tcp://…`."""

    db: Path
    paths: tuple[Path, ...] = ()
    registry_dirs: tuple[Path, ...] = ()
    exact: bool = True
    workers: int = 2
    engine: str = ""


@dataclass(slots=True)
class Report:
    """Names of files, as the database knows them."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    failed: list[Issue] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Plan:
    todo: list[Task]
    gone: list[str]
    clashes: list[Issue]


def shipped_articles() -> Path:
    """The corpus that comes with the project."""
    return Path(str(resources.files("corpus").joinpath("articles")))


def build(options: Options, progress: Progress = lambda done, total, name: None) -> Report:
    """Brings the database to what the files say. An interrupted run is gone on with by the next one."""
    registry = load_registry(*options.registry_dirs)
    pipeline = pipeline_hash(options.registry_dirs)
    tasks = list(find_tasks(find_files(options.paths or (shipped_articles(),)), options.registry_dirs))
    if not tasks:
        raise TableError("no files there to read")
    report = Report()
    with building(options.db) as conn:
        save_registry(conn, registry)
        plan = _plan(conn, tasks, pipeline, options.exact, report)
        delete_documents(conn, plan.gone)
        _clear_issues(conn, tasks, options.exact, report.kept)
        _record(conn, report, plan.clashes)
        _extract(conn, plan, options, pipeline, report, progress)
        _finish(conn, registry, options.db)
    return report


def reconsolidate(db: Path, registry_dirs: Sequence[Path] = ()) -> None:
    """Puts events, memberships and conflicts together anew; documents are not read again."""
    if not db.is_file():
        raise TableError(f"{db}: no such database: 'kb build' makes one")
    registry = load_registry(*registry_dirs)
    with rebuilding(db) as conn:
        left = [entity_id for entity_id in registry_ids_in_use(conn) if entity_id not in registry.entities]
        if left:
            raise TableError(f"{db}: read with another registry, which knew {left[0]!r}: run 'kb build'")
        save_registry(conn, registry)
        _finish(conn, registry, db)


def _plan(conn: sqlite3.Connection, tasks: Sequence[Task], pipeline: str, exact: bool, report: Report) -> _Plan:
    known, seen = known_documents(conn), dict[str, Task]()
    plan = _Plan([], [], [])
    for task in tasks:
        first = seen.setdefault(task.name, task)
        if first is not task:
            if first.file.resolve() != task.file.resolve():
                plan.clashes.append(
                    Issue(task.name, "find", f"{task.file} and {first.file} would have one name", today())
                )
            continue
        there = known.get(task.name)
        if there and (there.sha256, there.sidecar_sha256, there.pipeline) == (
            task.sha256,
            task.sidecar_sha256,
            pipeline,
        ):
            report.kept.append(task.name)
            continue
        plan.todo.append(task)
        (report.replaced if there else report.added).append(task.name)
    gone = sorted(known.keys() - seen.keys()) if exact else []
    report.removed.extend(gone)
    plan.gone.extend([*gone, *report.replaced])
    return plan


def _clear_issues(conn: sqlite3.Connection, tasks: Sequence[Task], exact: bool, kept: Sequence[str]) -> None:
    """Issues of files that are tried again now, or that nobody asks for any more; not of what is kept as it is."""
    names = issue_paths(conn) if exact else [task.name for task in tasks]
    forget_issues(conn, sorted({*names} - {*kept}))


def _record(conn: sqlite3.Connection, report: Report, issues: Sequence[Issue]) -> None:
    save_issues(conn, issues)
    report.failed.extend(issues)


def _extract(
    conn: sqlite3.Connection, plan: _Plan, options: Options, pipeline: str, report: Report, progress: Progress
) -> None:
    """Workers read and extract; this process alone writes."""
    if len(plan.todo) >= max(_MANY, 2 * len(report.kept)):
        drop_indexes(conn)
    total = len(plan.todo)
    for number, (task, outcome) in enumerate(run(plan.todo, attempt_file, options.workers, options.engine), start=1):
        issue = outcome if isinstance(outcome, Issue) else _store(conn, outcome, pipeline)
        if issue:
            _record(conn, report, [issue])
            for names in (report.added, report.replaced):
                if task.name in names:
                    names.remove(task.name)
        elif isinstance(outcome, Extracted):
            _record(conn, report, list(stumbles_of(outcome.document, outcome.findings)))
        progress(number, total, task.name)


def _store(conn: sqlite3.Connection, item: Extracted, pipeline: str) -> Issue | None:
    try:
        save_document(conn, item, pipeline)
    except DocumentError as error:
        return Issue(error.path, error.stage, error.reason, today())
    return None


def _finish(conn: sqlite3.Connection, registry: Registry, db: Path) -> None:
    create_indexes(conn)
    tidy_entities(conn)
    mark_copies(conn)
    standing = effective(synced_judgements(db))
    merged = merges(standing)
    apply_merges(conn, {old: (resolved(merged, old), j.at[:10], j.why) for old, j in merged.items()})
    claims = judged_claims(load_claims(conn), claim_keys(conn), standing)
    save_consolidated(conn, consolidate(claims, registry))
