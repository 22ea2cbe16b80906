"""`kb graph`: a day, a period or nothing in, the relationship graph as a file or what it says of structure out."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from kb.cli.days import DAYS, in_order
from kb.cli.files import OutputFile, is_stdout, on_stdout
from kb.cli.options import db_option, lang_option
from kb.cli.output import note, print_rows
from kb.errors import TableError
from kb.model import today

# Format -> module and function that write it; loaded when asked for.
WRITERS = {
    "gexf": ("kb.export.gexf", "write_gexf"),
    "graphml": ("kb.export.graphml", "write_graphml"),
    "json": ("kb.export.node_link", "write_json"),
    "cytoscape": ("kb.export.cytoscape", "write_cytoscape"),
    "dot": ("kb.export.dot", "write_dot"),
    "csv": ("kb.export.csv_files", "write_csv"),
    "jsonld": ("kb.export.jsonld", "write_jsonld"),
    "ttl": ("kb.export.turtle", "write_turtle"),
}


TABLES = ("countries", "organizations", "nesting", "centrality", "overlap")
# Tables whose rows are of two bodies.
_COMPARED = ("organizations", "nesting", "overlap")
# Bodies whose overlap is counted where none are named.
_BODIES = ("cis", "csto", "eurasec", "eaeu", "sco", "caco", "union-state", "ces", "customs-union")
_FIRST_YEAR = 1992


@click.command()
@db_option
@lang_option
@click.option("--on", "day", type=DAYS, help="Only what holds on this date.")
@click.option("--from", "since", type=DAYS, help="Only what holds on or after this date.")
@click.option("--to", "until", type=DAYS, help="Only what holds on or before this date.")
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="gexf", show_default=True)
@click.option("-o", "--output", type=OutputFile(), help="The file of the graph; - for stdout.")
@click.option("--table", type=click.Choice(TABLES), help="Rows as CSV on stdout instead: members by shared bodies, "
              "bodies by shared members, which body lies within which, centrality with core and periphery, overlap "
              "of bodies on 1 January of each year.")  # fmt: skip
@click.option("--entity", "names", multiple=True,
              help="Only these and what is linked to them; with --table only among these bodies.")  # fmt: skip
def command(
    db: Path, lang: str, form: str, output: Path | None, table: str | None, names: tuple[str, ...], **days: Any
) -> None:
    """Who belonged to what, organs, succession and instruments; without dates the whole history with its spells."""
    from kb.graph import build_graph
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_body, resolve_entity
    from kb.store.reader.graph import graph_rows

    if output and is_stdout(output) and form == "csv":
        raise click.UsageError("csv makes two files, edges and nodes: give -o a name")
    if (output is None) == (table is None):
        raise click.UsageError("-o FILE writes the graph, --table NAME prints rows: give one of them")
    period = period_of(**days)
    with open_for_reading(db) as conn:
        bodies = [(resolve_body if table else resolve_entity)(conn, name) for name in names]
        graph = build_graph(graph_rows(conn), period, lang)
    if output:
        graph = around(graph, bodies) if bodies else graph
        _write(graph, form, output)
        note(f"{output}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")
    else:
        rows = table_rows(graph, str(table), bodies, period)
        print_rows(rows, (), "csv", str(table))


def _write(graph: Any, form: str, output: Path) -> None:
    if is_stdout(output):
        on_stdout(lambda file: writer(form)(graph, file))
    else:
        writer(form)(graph, output)


def around(graph: Any, entities: list[str]) -> Any:
    """These entities and everything that has an edge with one of them."""
    wanted = set(entities)
    kept = graph.edge_subgraph([e for e in graph.edges(keys=True) if wanted & {e[0], e[1]}]).copy()
    kept.add_nodes_from((node, graph.nodes[node]) for node in wanted if node in graph)
    return kept


def table_rows(graph: Any, table: str, bodies: list[str], period: tuple[str, str] | None) -> list[dict[str, Any]]:
    """The rows of one table, among the bodies named or all."""
    if table in _COMPARED and len(set(bodies)) == 1:
        raise TableError(f"{table} compares bodies: name two or more with --entity, or none")
    from kb import graph_measures as measures

    if table == "overlap":
        first, last = (int(day[:4]) for day in period) if period else (_FIRST_YEAR, int(today()[:4]))
        return measures.overlap_rows(graph, bodies or _BODIES, range(max(first, _FIRST_YEAR), last + 1))
    if bodies:
        graph = graph.edge_subgraph([e for e in graph.edges(keys=True) if e[1] in bodies])
    if table == "nesting":
        return measures.nesting_rows(graph)
    project = (
        measures.organizations_by_shared_members
        if table == "organizations" else measures.countries_by_shared_memberships
    )  # fmt: skip
    shared = project(graph)
    if table == "centrality":
        return measures.centrality_rows(shared)
    return [{"a": a, "b": b, **data} for a, b, data in sorted(shared.edges(data=True), key=lambda e: -e[2]["weight"])]


def period_of(
    day: tuple[str, str] | None, since: tuple[str, str] | None, until: tuple[str, str] | None
) -> tuple[str, str] | None:
    """First and last day of what was asked for; None for all of history."""
    if day and (since or until):
        raise click.UsageError("--on asks for one date: leave out --from and --to")
    if day or not (since or until):
        return day
    in_order(since and since[0], until and until[1])
    return (since[0] if since else "0001-01-01"), (until[1] if until else "9999-12-31")


def writer(form: str) -> Callable[[Any, Path], None]:
    module, name = WRITERS[form]
    found: Callable[[Any, Path], None] = getattr(import_module(module), name)
    return found
