"""How far long work is, on stderr, and what came of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from kb.build import Progress, Report
from kb.cli.output import note


@contextmanager
def shown_progress(quiet: bool, verbose: bool) -> Iterator[Progress]:
    """A bar on a terminal, a line for every file with `--verbose`, nothing otherwise."""
    if verbose and not quiet:
        yield lambda done, total, name: note(f"{done}/{total} {name}")
    elif quiet or not sys.stderr.isatty():
        yield lambda done, total, name: None
    else:
        with _bar() as progress:
            yield progress


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("extracting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, name: bar.update(task, completed=done, total=total)


def say_report(report: Report, quiet: bool) -> int:
    """Names every failure; how many there were is the last line. Returns the exit code."""
    if not quiet:
        counts = {
            "added": report.added,
            "replaced": report.replaced,
            "unchanged": report.kept,
            "removed": report.removed,
        }
        note(", ".join(f"{len(names)} {word}" for word, names in counts.items()))
    for issue in sorted(report.failed, key=lambda issue: issue.path):
        note(f"{issue.path}: {issue.message}")
    if report.failed:
        note(f"{len(report.failed)} failed")
    return 1 if report.failed else 0
