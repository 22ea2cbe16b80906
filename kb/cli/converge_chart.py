"""A result of `kb converge` in, its chart in a file out: which chart it is, and the words on it."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from kb.cli.converge_request import Request, Result
from kb.convergence.charts import Spec, Words, draw, heat_map, line_chart, path_chart, point_map, rank_chart
from kb.convergence.countries import country_name
from kb.convergence.plane import plane
from kb.convergence.sigma import trend
from kb.convergence.tables import indicator_name, labels

_FEWEST_FOR_TREND = 5
_FEW = 3  # so many names go into a title


def draw_result(result: Result, found: Request, sign: str) -> None:
    title = str(result.about["title"])
    spec = _KINDS.get(title, _lines)(result, found, labels(found.lang)[sign])
    draw(spec, found.given["chart"], found.lang)


def _words(result: Result, found: Request, sign: str, x: str, y: str) -> Words:
    say = labels(found.lang)
    names = [country_name(c, found.lang) for c in result.about["countries"]]
    title = str(result.about["title"])
    everyone = ", ".join(names) if len(names) <= _FEW else say["n_countries"].format(n=len(names))
    # A pair is named on both sides; elsewhere the first country is the one that the title is about.
    first = names[0] if title in {"pair_title", "country_title"} else everyone
    shown = say[title].format(a=first, b=names[1] if len(names) > 1 else "", year=found.scope.years[-1])
    what = ", ".join(dict.fromkeys(_indicator_names(found)))
    subtitle = "; ".join(part for part in (_capital(what), sign) if part)
    sources = "; ".join(dict.fromkeys(found.sources))
    foot = [f"{say['method']}: {_method(result, found)}."]
    if title != "pair_title":
        foot.append(f"{say['countries']}: {', '.join(names)}.")
    if sources:
        foot.append(f"{say['source']}: {sources}.")
    return Words(shown, subtitle, x, y, tuple(foot), {"group": say["club"]})


def _indicator_names(found: Request) -> list[str]:
    own = {"memberships": ""}
    return [name for i in found.scope.indicators if (name := own.get(i, indicator_name(i, found.lang)))]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _method(result: Result, found: Request) -> str:
    say, about, options = labels(found.lang), result.about, found.options
    title = about["title"]
    if title == "sigma_title":
        return say["ols_trend"]
    if title == "beta_title":
        return say["beta_method"].format(errors=about["errors"])
    if title == "market_title":
        return say["market_method"].format(mean=say[about["mean"]])
    if title == "institutional_title":
        return say["institutional_method"].format(weight=f"{about['weight']:g}")
    if title == "index_title":
        weights = found.given["weights"] if found.given["weights"] in {"equal", "pca"} else "given"
        chosen = {name: say[key] for name, key in (
            ("normalise", found.given["scale"]), ("weights", weights), ("aggregate", found.given["aggregate"])
        )}  # fmt: skip
        return say["index_method"].format(**chosen)
    if title == "clubs_title":
        return say["clubs_method"]
    parts = [say[f"sd_{options.sd}"]]
    if title != "region_title":
        parts.insert(0, say[f"normalised_{options.normalise}"])
        parts.append(say["mean_of"].format(n=len(found.scope.among)))
    if title == "country_title":
        parts.append(say["country_inside" if options.inside else "country_outside"])
    if found.made is not None:
        parts.append(say["interpolated"])
    if title in {"pair_title", "country_title", "region_title"}:
        parts.append(say["ols_trend"])
    return "; ".join(parts)


def _lines(result: Result, found: Request, sign: str) -> Spec:
    say = labels(found.lang)
    axis = {
        "region_title": f"dispersion_{found.options.dispersion}", "market_title": "ties",
        "institutional_title": "depth",
    }.get(str(result.about["title"]), "distance")  # fmt: skip
    y = say[axis]
    if result.about["title"] == "sigma_title":
        y = _capital(say[f"sigma_{found.given.get('measure', 'sd_log')}"])
    rows = result.rows
    known = pd.Series({row["year"]: row["value"] for row in rows if row["value"] is not None}, dtype=float)
    with_band = result.about["title"] in {"pair_title", "country_title", "region_title"}
    if with_band and len(known) >= _FEWEST_FOR_TREND:
        line = trend(known)
        parts = {"trend": line.fitted, "low": line.low, "high": line.high}
        rows = [{**row, **{k: v.get(row["year"]) for k, v in parts.items()}} for row in rows]
    return line_chart(rows, _words(result, found, sign, say["year"], y))


def _heat(result: Result, found: Request, sign: str) -> Spec:
    say = labels(found.lang)
    last = found.scope.years[-1]
    rows = [
        {"a": country_name(row["a"], found.lang), "b": country_name(row["b"], found.lang), "value": row["value"]}
        for row in result.rows if row["year"] == last
    ]  # fmt: skip
    return heat_map(rows, _words(result, found, sign, "", _capital(say["deviations"])))


def _points(result: Result, found: Request, sign: str) -> Spec:
    say = labels(found.lang)
    last = found.scope.years[-1]
    rows = [row for row in result.rows if row["year"] == last and row["value"] is not None]
    values = np.array([[row[i] for i in found.scope.indicators] for row in rows], dtype=np.float64)
    axes = [_capital(indicator_name(i, found.lang)) for i in found.scope.indicators]
    if values.shape[1] != 2:
        values = plane(values)[0]
        axes = [f"{say['pca']} 1", f"{say['pca']} 2"]
    names = [country_name(row["country"], found.lang) for row in rows]
    drawn: list[dict[str, Any]] = [
        {"x": float(x), "y": float(y), "name": name, "centre": False}
        for (x, y), name in zip(values, names, strict=True)
    ]
    centre = values.mean(axis=0)
    drawn.append({"x": float(centre[0]), "y": float(centre[1]), "name": say["centre"], "centre": True})
    sides = [f"{_capital(axis)}, {say['deviations']}" for axis in axes]
    return point_map(drawn, _words(result, found, sign, *sides))


def _scatter(result: Result, found: Request, sign: str) -> Spec:
    say = labels(found.lang)
    points = result.about["points"]
    slope = result.rows[0]["value"]
    middle = points.mean()
    rows = [
        {
            "x": float(point["initial"]),
            "y": float(point["growth"]),
            "name": country_name(str(code), found.lang),
            "centre": False,
            "line": float(middle["growth"] + slope * (point["initial"] - middle["initial"])),
        }
        for code, point in points.iterrows()
    ]
    x = say["initial_log"].format(year=found.scope.years[0])
    return point_map(rows, _words(result, found, sign, x, say["growth"]))


def _paths(result: Result, found: Request, sign: str) -> Spec:
    say = labels(found.lang)
    clubs = result.about["clubs"]
    rows = []
    for country in clubs.paths.index:
        number = clubs.of(country)
        group = str(number) if number else say["diverging"]
        name = country_name(country, found.lang)
        rows += [
            {"year": int(year), "value": float(value), "name": name, "group": group}
            for year, value in clubs.paths.loc[country].items()
        ]
    return path_chart(rows, _words(result, found, sign, say["year"], say["relative_path"]))


def _ranks(result: Result, found: Request, sign: str) -> Spec:
    say = labels(found.lang)
    last = max(row["year"] for row in result.rows)
    rows = [
        {**row, "name": f"{country_name(row['a'], found.lang)} – {country_name(row['b'], found.lang)}"}
        for row in result.rows if row["year"] == last
    ]  # fmt: skip
    return rank_chart(rows, _words(result, found, sign, say["rank_axis"], ""))


_KINDS: Mapping[str, Callable[[Result, Request, str], Spec]] = {
    "pairs_title": _heat, "points_title": _points, "beta_title": _scatter, "clubs_title": _paths,
    "index_title": _ranks,
}  # fmt: skip
