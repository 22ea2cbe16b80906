"""`kb graph`: a day, a period or nothing in, the relationship graph as a file out."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from kb.cli.days import DAYS
from kb.cli.options import db_option, lang_option

# Format -> module and function that write it; loaded when asked for.
WRITERS = {
    "gexf": ("kb.export.gexf", "write_gexf"),
    "csv": ("kb.export.csv_files", "write_csv"),
}


@click.command()
@db_option
@lang_option
@click.option("--on", "day", type=DAYS, help="Only what holds on this date.")
@click.option("--from", "since", type=DAYS, help="Only what holds on or after this date.")
@click.option("--to", "until", type=DAYS, help="Only what holds on or before this date.")
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="gexf", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file.")
def command(db: Path, lang: str, form: str, output: Path, **days: tuple[str, str] | None) -> None:
    """Who belonged to what, organs, succession and instruments; without dates the whole history with its spells."""
    from kb.cli.output import note
    from kb.graph import build_graph
    from kb.store.database import open_for_reading
    from kb.store.reader.graph import graph_rows

    period = period_of(**days)
    with open_for_reading(db) as conn:
        graph = build_graph(graph_rows(conn), period, lang)
    writer(form)(graph, output)
    note(f"{output}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


def period_of(
    day: tuple[str, str] | None, since: tuple[str, str] | None, until: tuple[str, str] | None
) -> tuple[str, str] | None:
    """First and last day of what was asked for; None for all of history."""
    if day and (since or until):
        raise click.UsageError("--on asks for one date: leave out --from and --to")
    if day or not (since or until):
        return day
    return (since[0] if since else "0001-01-01"), (until[1] if until else "9999-12-31")


def writer(form: str) -> Callable[[Any, Path], None]:
    module, name = WRITERS[form]
    found: Callable[[Any, Path], None] = getattr(import_module(module), name)
    return found
