"""`kb converge market|institutional|index`: flows and memberships in, ties and a consolidated index out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.cli.converge_options import distance_options, figure_options, listed, output_options

if TYPE_CHECKING:
    import pandas as pd

    from kb.cli.converge_request import Request
    from kb.convergence.market import Flows

_RISE = "rise_is_integration"
_BLOCKS = ("convergence", "institutional", "market")


@click.command()
@click.argument("countries", nargs=-1)
@click.option(
    "--flows", "flows_file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV with origin, destination, year, indicator, unit, value; by default the migrants that ship.",
)  # fmt: skip
@click.option("--flow", metavar="ID", help="Which indicator of that file; by default its first.")
@click.option("--per", default="population", show_default=True, help="Size of a country: an indicator, or 'total'.")
@click.option(
    "--mean", type=click.Choice(["geometric", "harmonic", "minimum", "arithmetic"]), default="geometric",
    show_default=True, help="Mean of both sides; all but the last score one-sided dependence lower.",
)  # fmt: skip
@click.option(
    "--measure", type=click.Choice(["ties", "intensity", "introversion"]), default="ties", show_default=True,
    help="Ties in per cent of size, trade intensity, or symmetric introversion of --among.",
)  # fmt: skip
@click.option(
    "--unreported", type=click.Choice(["gap", "zero"]), default="gap", show_default=True,
    help="A pair that the table of flows does not name is unknown, or nothing.",
)  # fmt: skip
@figure_options
def market(countries: tuple[str, ...], **given: Any) -> None:
    """Ties of markets: of two COUNTRIES, of one with --among, or within --among. A rise means closer ties."""
    from kb.cli.converge_request import rows_of_table
    from kb.convergence.countries import country_codes

    named = country_codes(countries)
    found, flows, per = market_request(named, given)
    values = _market_values(found, flows, per, named)
    rows = rows_of_table(values.to_frame("value"))
    said = {name: given[name] for name in ("unreported", "mean", "per")}
    said |= {"flow": found.scope.indicators[0], "among": list(found.scope.among)}
    about = {"title": "market_title", "countries": named or found.scope.among, "mean": given["mean"]}
    _emit_block(found, f"market-{given['measure']}", (named, rows, values, said, about))


def market_request(named: Sequence[str], given: Mapping[str, Any]) -> "tuple[Request, Flows, pd.DataFrame | None]":
    import numpy as np

    from kb.cli.converge_options import years_of
    from kb.cli.converge_request import Request, load_records
    from kb.cli.output import note
    from kb.convergence.bilateral import read_flows, shipped_flows
    from kb.convergence.countries import country_codes
    from kb.convergence.distances import Options, Scope
    from kb.convergence.market import WORLD, flows_of
    from kb.convergence.panel import panel_of
    from kb.convergence.tables import sources

    path = given["flows_file"]
    table = read_flows(path.read_text(encoding="utf-8-sig"), path.name) if path else shipped_flows()
    indicator = given["flow"] or str(table["indicator"].iloc[0])
    there = sorted({*table["origin"], *table["destination"]} - {WORLD})
    among = tuple(sorted({*country_codes(given["among"] or ""), *named})) if given["among"] else tuple(there)
    wanted = years_of(given["years"])
    of_flow = table[table["indicator"] == indicator]
    years = tuple(sorted(year for year in {*of_flow["year"]} if wanted is None or year in wanted))
    listing = tuple(there) if given["measure"] != "ties" else tuple(sorted({*among, *named}))
    flows = flows_of(table, indicator, listing, years, given["unreported"])
    unknown = int(np.isnan(flows.mutual).sum() / 2)
    if unknown:
        note(f"{unknown} pairs and years are not in the table of flows: --unreported zero takes them for nothing")
    panel = panel_of([r for r in load_records(given) if r.indicator == given["per"]])
    scope = Scope((indicator,), years, among)
    source = path.name if path else sources()["undesa-2020"]
    return Request(panel, scope, Options(), {**given, "missing": "gap"}, sources=(source,)), flows, panel


def _market_values(
    found: "Request", flows: "Flows", panel: "pd.DataFrame | None", named: Sequence[str]
) -> "pd.Series[float]":
    from kb.convergence.market import group_ties, intensity, introversion, pair_ties, within_ties
    from kb.convergence.panel import cube_of
    from kb.errors import TableError

    measure, mean, per = (found.given[name] for name in ("measure", "mean", "per"))
    if measure == "introversion":
        return introversion(flows, found.scope.among)
    if measure == "intensity":
        if len(named) != 2:
            raise TableError("intensity is of two countries: name them")
        table = intensity(flows)
        return table[tuple(sorted(named))]
    if per == "total" or panel is None:
        sizes = flows.totals
    else:
        sizes = cube_of(panel, (per,), flows.countries, flows.years).values[:, :, 0]
    if len(named) == 2:
        return pair_ties(flows, sizes, mean)[tuple(sorted(named))]
    if named:
        return group_ties(flows, sizes, named[0], found.scope.among, mean)
    return within_ties(flows, sizes, mean)


@click.command()
@click.argument("countries", nargs=-1)
@click.option("--among", metavar="A,B,…", help="The group; by default the twelve post-Soviet states and China.")
@click.option("--years", default="1992-2024", show_default=True, metavar="1992-2019", help="First and last year.")
@click.option("--bodies", default="", metavar="ID,…", help="Only these bodies.")
@click.option(
    "--instrument-weight", type=click.FloatRange(0), default=0.25, show_default=True,
    help="What a shared instrument in force weighs beside a shared body without a stage.",
)  # fmt: skip
@click.option(
    "--stage-weights", metavar="stage-fta=3,…", help="Weights of stages in place of those that ship.", default=""
)
@click.option(
    "--member-for", type=click.Choice(["any", "whole", "end"]), default="end", show_default=True,
    help="Member on some day of the year, on every day, or on its last.",
)  # fmt: skip
@output_options
def institutional(countries: tuple[str, ...], **given: Any) -> None:
    """Shared memberships and instruments, weighted by stage, from the knowledge base; a rise means closer ties."""
    from kb.cli.converge_request import rows_of_table
    from kb.convergence.countries import country_codes
    from kb.convergence.institutional import with_group, within

    named = country_codes(countries)
    found, depth = institutional_depth(given, named)
    if len(named) == 2:
        values = depth[named] if named in depth.columns else depth[named[::-1]]
    else:
        values = with_group(depth, named[0]) if named else within(depth)
    said = {name: given[name] for name in ("bodies", "instrument_weight", "member_for", "stage_weights")}
    said["among"] = list(found.scope.among)
    about = {"title": "institutional_title", "countries": named or found.scope.among,
             "weight": given["instrument_weight"]}  # fmt: skip
    rows = rows_of_table(values.to_frame("value"))
    _emit_block(found, "institutional", (named, rows, values, said, about))


def institutional_depth(given: Mapping[str, Any], named: Sequence[str]) -> "tuple[Request, pd.DataFrame]":
    """All pairs of --among by year, from the database."""
    import pandas as pd

    from kb.cli.converge_options import years_of
    from kb.cli.converge_request import Request
    from kb.convergence.countries import country_codes
    from kb.convergence.distances import Options, Scope
    from kb.convergence.institutional import DepthOptions, Institutions, pair_depth, stage_weights
    from kb.convergence.tables import labels, shipped_indicators
    from kb.store.database import open_for_reading
    from kb.store.reader.indicators import country_spells, instrument_parties, stages_reached

    group = country_codes(given["among"] or "") or {r.country for r in shipped_indicators()}
    among = tuple(named) if len(named) == 2 else tuple(sorted({*group, *named}))
    years = years_of(given["years"]) or ()
    with open_for_reading(given["db"]) as conn:
        known = Institutions(country_spells(conn), stages_reached(conn), instrument_parties(conn))
    weights = {**stage_weights(), **numbers(given.get("stage_weights", ""))}
    options = DepthOptions(
        listed(given.get("bodies", "")), member_for=given.get("member_for", "end"),
        instrument_weight=given.get("instrument_weight", 0.25), weights=weights,
    )  # fmt: skip
    scope = Scope(("memberships",), years, among)
    request = Request(pd.DataFrame(), scope, Options(), given, sources=(labels(given["lang"])["knowledge_base"],))
    return request, pair_depth(known, among, years, options)


def numbers(text: str) -> dict[str, float]:
    try:
        return {name.strip(): float(value) for name, _, value in (p.partition("=") for p in listed(text))}
    except ValueError as exc:
        raise click.BadParameter(f"{text!r}: write name=number, …") from exc


def _emit_block(found: "Request", measure: str, parts: tuple[Any, ...]) -> None:
    from kb.cli.converge_request import Result, emit, yearly

    named, rows, values, said, about = parts
    sides = tuple(sorted(named)) if len(named) == 2 else (*named, ",".join(found.scope.among), "")[:2]
    emit(Result(rows, ("year", "value"), {(measure, *sides): yearly(values)}, said, about), found, _RISE)


@click.command()
@click.option(
    "--blocks", default="convergence,institutional", show_default=True, metavar="B,…",
    help="Of convergence, institutional, market; or ids of indicators, of which more means more integrated.",
)  # fmt: skip
@click.option(
    "--scale", type=click.Choice(["minmax", "zscore", "rank"]), default="minmax", show_default=True,
    help="How blocks are made comparable.",
)  # fmt: skip
@click.option(
    "--base", type=click.Choice(["years", "year"]), default="years", show_default=True,
    help="Least and most of minmax: over all years asked for, or within each.",
)  # fmt: skip
@click.option("--weights", default="equal", show_default=True, metavar="equal|pca|block=0.5,…", help="Of the blocks.")
@click.option(
    "--aggregate", type=click.Choice(["arithmetic", "geometric"]), default="arithmetic", show_default=True,
    help="A geometric mean lets no block make up for another.",
)  # fmt: skip
@click.option("--draws", type=click.IntRange(0), default=1000, show_default=True, help="Monte Carlo draws; 0 for none.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the draws.")
@distance_options
def index(blocks: str, **given: Any) -> None:
    """A consolidated index of pairs by year, with ranks, and how they change with the choices."""
    from kb.cli.converge_index import index_rows
    from kb.cli.converge_request import Result, emit
    from kb.errors import TableError

    wanted = listed(blocks)
    unknown = set(wanted) - set(_BLOCKS)
    if unknown or not wanted:
        raise TableError(f"blocks are {', '.join(_BLOCKS)}; not {', '.join(sorted(unknown)) or 'none'}")
    found, rows = index_rows(wanted, given)
    series: dict[tuple[str, str, str], list[tuple[int, float | None]]] = {}
    for row in rows:
        series.setdefault(("index", row["a"], row["b"]), []).append((row["year"], row["value"]))
    said = found.said("scale", "base", "weights", "aggregate") | {"blocks": list(wanted)}
    about = {"title": "index_title", "countries": found.scope.among}
    emit(Result(rows, tuple(rows[0]), series, said, about), found, "higher_is_integrated")
