"""`kb converge sigma|beta|clubs`: levels of one indicator in, tests of convergence out."""

from collections.abc import Mapping
from typing import Any

import click

from kb.cli.converge_options import figure_options

_LEVELS = "gdp_per_capita_constant_2015_usd"

_one_indicator = click.option(
    "--indicators", default=_LEVELS, show_default=True, metavar="I", help="The indicator whose levels are looked at."
)


def _levels(given: Mapping[str, Any]) -> Any:
    """The request and a table of levels: rows countries, columns years."""
    from kb.cli.converge_request import request
    from kb.convergence.logt import wide

    plain = {"normalise": "pooled", "sd": given.get("sd", "population"), "constant": "zero", "transform": "none"}
    found = request({**given, **plain}, ())
    return found, wide(found.panel, found.scope.indicators[0], found.scope.among, found.scope.years)


@click.command()
@_one_indicator
@click.option(
    "--measure", type=click.Choice(["sd_log", "cv"]), default="sd_log", show_default=True,
    help="Standard deviation of logs, or coefficient of variation: which of the two is column value.",
)  # fmt: skip
@click.option(
    "--sd", type=click.Choice(["population", "sample"]), default="population", show_default=True,
    help="Divide by n or by n - 1.",
)  # fmt: skip
@click.option("--lags", type=click.IntRange(0), help="Lags of the Newey-West errors; by default by the usual rule.")
@figure_options
def sigma(measure: str, lags: int | None, **given: Any) -> None:
    """Does the spread of levels fall? By year, with a trend test and a test of the first and last year."""
    from kb.cli.converge_request import Result, emit, rows_of_table, yearly
    from kb.cli.output import note
    from kb.convergence.sigma import dispersion, trend, two_years

    found, levels = _levels(given)
    table = dispersion(levels, found.options.ddof)
    line = trend(table[measure], lags)
    table.insert(0, "value", table[measure])
    table["trend"], table["low"], table["high"] = line.fitted, line.low, line.high
    rows = rows_of_table(table)
    key = (f"sigma-{measure}", ",".join(found.scope.among), "")
    said = {"among": list(found.scope.among), "sd": given["sd"], "missing": given["missing"]}
    about = {"title": "sigma_title", "countries": found.scope.among}
    emit(Result(rows, tuple(rows[0]), {key: yearly(table["value"])}, said, about), found)
    verdict = "falls" if line.slope < 0 else "rises"
    note(f"trend: {line.slope:+.5f} a year, t = {line.t:.2f}, p = {line.p:.4f}, {line.lags} lags: it {verdict}")
    first, last = found.scope.years[0], found.scope.years[-1]
    test = two_years(levels, first, last)
    note(
        f"{first} and {last}: variance of logs {test.ratio:.3f} to 1; Pitman-Morgan t = {test.pitman_t:.2f}, "
        f"p = {test.pitman_p:.4f}; Carree-Klomp chi2 = {test.lr:.2f}, p = {test.lr_p:.4f}"
    )


@click.command()
@_one_indicator
@click.option("--controls", default="", metavar="I,J", help="Indicators held constant, by their mean over the years.")
@click.option(
    "--errors", type=click.Choice(["HC1", "HC3", "nonrobust"]), default="HC1", show_default=True,
    help="Standard errors robust to unequal variances, or plain.",
)  # fmt: skip
@figure_options
def beta(controls: str, errors: str, **given: Any) -> None:
    """Do poorer countries grow faster? Absolute, or conditional with --controls; speed and half-life both ways."""
    from kb.cli.converge_options import listed
    from kb.cli.converge_request import Result, emit, load_records
    from kb.convergence.beta import beta as regression
    from kb.convergence.beta import half_life
    from kb.convergence.panel import panel_of

    found, levels = _levels(given)
    extra, years = None, found.scope.years
    if controls:
        wanted = listed(controls)
        panel = panel_of([r for r in load_records(given) if r.indicator in wanted and r.year in years])
        extra = panel.groupby("country").mean().reindex(index=levels.index, columns=list(wanted))
    result = regression(levels, years[0], years[-1], extra, errors)
    row: dict[str, Any] = {
        "year": years[-1], "value": result.b, "error": result.error, "t": result.t, "p": result.p,
        "r_squared": result.r_squared, "n": result.n, "first_year": years[0],
        "speed_exact": result.speed_exact, "half_life_exact": half_life(result.speed_exact),
        "speed_linear": result.speed_linear, "half_life_linear": half_life(result.speed_linear),
        **{f"control_{name}": value for name, value in result.controls.items()},
    }  # fmt: skip
    key = ("beta", ",".join(found.scope.among), "")
    said = {"among": list(found.scope.among), "controls": list(listed(controls)), "errors": errors,
            "first_year": years[0], "missing": given["missing"]}  # fmt: skip
    about = {"title": "beta_title", "countries": found.scope.among, "points": result.points, "errors": errors}
    emit(Result([row], tuple(row), {key: [(years[-1], result.b)]}, said, about), found, "below_zero_is_convergence")


@click.command()
@_one_indicator
@click.option("--trim", type=click.FloatRange(0.05, 0.9), default=1 / 3, help="Share of first years left out (1/3).")
@click.option(
    "--smoothing", type=click.FloatRange(0), default=400, show_default=True,
    help="Of the Hodrick-Prescott filter of logs; 0 for none.",
)  # fmt: skip
@click.option("--sieve", type=float, default=0, show_default=True, help="The t above which a country joins a core.")
@click.option("--merge/--no-merge", default=True, show_default=True, help="Join clubs that converge together.")
@figure_options
def clubs(trim: float, smoothing: float, sieve: float, merge: bool, **given: Any) -> None:
    """Which countries converge to one path? The log t test and clubs of Phillips and Sul."""
    from kb.cli.converge_request import Result, emit
    from kb.cli.output import note
    from kb.convergence.clubs import ClubOptions, find_clubs
    from kb.convergence.countries import country_name

    found, levels = _levels(given)
    result = find_clubs(levels, ClubOptions(trim, smoothing, sieve, merge=merge))
    note(f"all {len(levels)}: b = {result.everyone.b:.3f}, t = {result.everyone.t:.1f} (below -1.65: no convergence)")
    year = found.scope.years[-1]
    rows = []
    for country in sorted(found.scope.among, key=lambda c: (result.of(c) or 99, c)):
        number = result.of(country)
        test = result.clubs[number - 1].test if number else None
        rows.append({
            "year": year, "value": number, "country": country, "name": country_name(country, found.lang),
            "b": test.b if test else None, "t": test.t if test else None,
            "relative_level": float(result.paths.loc[country, year]),
        })  # fmt: skip
    said = {"among": list(found.scope.among), "first_year": found.scope.years[0], "merge": merge,
            "missing": given["missing"], "sieve": sieve, "smoothing": smoothing, "trim": trim}  # fmt: skip
    series: dict[tuple[str, str, str], list[tuple[int, float | None]]] = {
        ("club", country, ""): [(year, float(result.of(country)))] for country in found.scope.among
    }
    about = {"title": "clubs_title", "countries": found.scope.among, "clubs": result}
    emit(Result(rows, tuple(rows[0]), series, said, about), found, "same_club_converges")
