"""`kb converge pair|country|region|pairs|points`: countries and choices in, distances by year out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from kb.cli.converge_options import distance_options, region_options
from kb.cli.converge_region import region_asked

if TYPE_CHECKING:
    import pandas as pd

    from kb.cli.converge_request import Request


@click.command()
@click.argument("a")
@click.argument("b")
@distance_options
def pair(a: str, b: str, **given: Any) -> None:
    """The distance of two countries, year by year; a fall means convergence."""
    from kb.cli.converge_request import request
    from kb.convergence.countries import country_code
    from kb.convergence.distances import pair_distance

    first, second = country_code(a), country_code(b)
    found = request(given, (first, second))
    values = pair_distance(found.panel, found.scope, found.options, first, second)
    key = ("pair", min(first, second), max(first, second))
    _out(found, key, values.to_frame(), {"title": "pair_title", "countries": (first, second)})


@click.command()
@click.argument("a")
@click.option("--region", required=True, metavar="A,B,…", help="Countries, 'neighbours', or a body (--on-membership).")
@click.option(
    "--inside/--outside", default=True, show_default=True, help="Whether the country is part of its region's mean."
)
@region_options
@distance_options
def country(a: str, region: str, **given: Any) -> None:
    """The distance of a country to the mean point of its region; a fall means convergence."""
    from kb.cli.converge_request import request
    from kb.convergence.countries import country_code
    from kb.convergence.distances import country_distance, region_of

    code = country_code(a)
    asked = region_asked(region, given, code)
    found = request(
        {**given, "years": asked.years or given["years"]},
        tuple(dict.fromkeys((code, *asked.everyone))), {"inside": given["inside"]},
    )  # fmt: skip
    scope, options = found.scope, found.options

    def measure(inside: tuple[str, ...]) -> "pd.DataFrame":
        return country_distance(found.panel, scope, options, code, inside).to_frame("value")

    table = asked.table(scope.years, measure)
    key = ("country", code, asked.body or ",".join(region_of(code, asked.everyone, options)))
    _out(found, key, table, {"title": "country_title", "countries": (code, *asked.everyone)})


@click.command()
@click.argument("region")
@click.option(
    "--dispersion", type=click.Choice(["cv", "points", "log"]), default="cv", show_default=True,
    help="Moduli of coefficients of variation, deviations in points, or deviations of logs.",
)  # fmt: skip
@click.option(
    "--near-zero", type=click.FloatRange(0), default=0.5, show_default=True,
    help="Flag a mean smaller than this share of its deviation.",
)  # fmt: skip
@region_options
@distance_options
def region(region: str, **given: Any) -> None:
    """How far the countries of a region are spread, the mean over indicators; a fall means convergence."""
    from kb.cli.converge_request import request
    from kb.convergence.distances import region_dispersion

    asked = region_asked(region, given)
    # Nothing outside the region touches it, so the region is its own base.
    found = request(
        {**given, "years": asked.years or given["years"], "among": ",".join(asked.everyone)},
        asked.everyone, {name: given[name] for name in ("dispersion", "near_zero")},
    )  # fmt: skip
    scope, options = found.scope, found.options
    table = asked.table(scope.years, lambda inside: region_dispersion(found.panel, scope, options, inside))
    key = ("region", asked.body or ",".join(asked.everyone), "")
    _out(found, key, table, {"title": "region_title", "countries": asked.everyone})


def _out(found: "Request", key: tuple[str, str, str], table: "pd.DataFrame", about: Mapping[str, Any]) -> None:
    """Rows with year and value first; a column `made` where values were interpolated."""
    from kb.cli.converge_request import Result, emit, made_years, rows_of_table, yearly

    rows = rows_of_table(table)
    if found.made is not None:
        made = made_years(found, about["countries"])
        rows = [{**row, "made": "interpolated" if row["year"] in made else ""} for row in rows]
    said = found.said(*(name for name in ("on_membership", "member_for") if name in found.given))
    emit(
        Result(rows, tuple(rows[0]), {key: yearly(table["value"])}, said, {**about, "made": found.made is not None}),
        found,
    )


@click.command()
@distance_options
def pairs(**given: Any) -> None:
    """Distances of all pairs of --among, year by year; the chart is a heat map of the last year."""
    from kb.cli.converge_request import Result, emit, request, yearly
    from kb.convergence.distances import pair_distances, pairs_of

    found = request(given, ())
    table = pair_distances(found.panel, found.scope, found.options, found.scope.among)
    every = {pair: yearly(table[pair]) for pair in pairs_of(found.scope.among)}
    rows = [
        {"year": year, "value": every[pair][t][1], "a": pair[0], "b": pair[1]}
        for t, year in enumerate(found.scope.years) for pair in every
    ]  # fmt: skip
    series = {("pair", min(pair), max(pair)): values for pair, values in every.items()}
    about = {"title": "pairs_title", "countries": found.scope.among}
    emit(Result(rows, ("year", "value", "a", "b"), series, found.said(), about), found)


@click.command()
@distance_options
def points(**given: Any) -> None:
    """Countries as points: their normalised indicators by year, and how far each is from the mean point."""
    from kb.cli.converge_request import Result, emit, number, request
    from kb.convergence.distances import distances_to_centre, normalised

    found = request(given, ())
    z = normalised(found.panel, found.scope, found.options, found.scope.among)
    apart = distances_to_centre(z)
    rows = [
        {
            "year": year, "value": number(float(apart[t, n])), "country": country,
            **{k: number(float(v)) for k, v in zip(z.indicators, z.values[t, n], strict=True)},
        }
        for t, year in enumerate(z.years) for n, country in enumerate(z.countries)
    ]  # fmt: skip
    about = {"title": "points_title", "countries": found.scope.among}
    emit(Result(rows, ("year", "value", "country", *z.indicators), {}, {}, about), found, "closer_is_convergence")
