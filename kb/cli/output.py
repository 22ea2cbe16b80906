"""Rows in, a table, JSON or CSV on stdout out."""

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from kb.cli.headers import header

# Wide enough that nothing is cut where the reader is a file or a pipe.
_PIPE_WIDTH = 240


def print_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], form: str, answer: str = "") -> None:
    """The chosen columns of each row; JSON and CSV take all there are, since nobody has to fit them on a screen.

    The header of CSV is that of the named answer, so that a program finds the same columns where there are no rows.
    """
    if form == "json":
        click.echo(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=1))
    elif form == "csv":
        every = header(answer) if answer else list(rows[0]) if rows else columns
        click.echo(to_csv(rows, every), nl=False)
    else:
        _print_table(rows, columns)


def to_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(column) for column in columns] for row in rows)
    return target.getvalue()


def _print_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        # `Text`: what articles say is not markup.
        table.add_row(*(Text(_cell(row.get(column))) for column in columns))
    Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH).print(table)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return "".join(c if c.isprintable() else " " for c in text)


def note(message: str) -> None:
    """A line for the person, not for the next program."""
    click.echo(message, err=True)
