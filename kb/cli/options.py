"""Options that several commands share, each written once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kb.model import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "json", "csv")
_WORKERS = 2  # each holds the models of the languages it meets, up to 1 GB


def db_option(function: F) -> F:
    return click.option(
        "--db", type=click.Path(dir_okay=False, path_type=Path), default="kb.db", show_default=True, envvar="KB_DB",
        help="The database file.",
    )(function)  # fmt: skip


def format_option(function: F) -> F:
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How rows are printed."
    )(function)


def lang_option(function: F) -> F:
    return click.option(
        "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, envvar="KB_LANG",
        help="Language of names in the output.",
    )(function)  # fmt: skip


def registry_option(function: F) -> F:
    return click.option(
        "--registry", "registry_dirs", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="A directory with entities and facts of your own; may be given several times.",
    )(function)  # fmt: skip


def work_options(function: F) -> F:
    """What long work takes: how many processes, which engine, how much is said."""
    for option in (
        click.option("--verbose", "-v", is_flag=True, help="Name every file."),
        click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors."),
        click.option("--engine", default="", metavar="dask|tcp://…", help="Use Dask: a local cluster or a scheduler."),
        click.option(
            "--workers", type=click.IntRange(1), default=_WORKERS, show_default=True, help="Worker processes."
        ),
        registry_option,
        db_option,
    ):
        function = option(function)
    return function
