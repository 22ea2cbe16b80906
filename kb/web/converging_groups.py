"""Countries as points of one year, or in clubs over all years: a panel and a question in, an `Answer` out."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from kb.convergence.clubs import find_clubs
from kb.convergence.countries import country_name
from kb.convergence.distances import distances_to_centre, normalised
from kb.convergence.logt import wide
from kb.convergence.panel import Floats, complete_countries
from kb.convergence.plane import plane
from kb.errors import FiguresError
from kb.web.asking import Answer, Question


def points_answer(panel: pd.DataFrame, empty: Answer, asked: Question, named: Sequence[str], lang: str) -> Answer:
    """Rows are points with their coordinates, their distance to the mean point, and where they stood in the first year.

    Up to two indicators are the axes themselves; more are laid on the plane that keeps most of the distances.
    """
    z = normalised(panel, empty.scope, asked.options, tuple(named))
    whole = [t for t, values in enumerate(z.values) if not np.isnan(values).any()]
    if not whole:
        raise FiguresError("no year in which {countries} have all of {indicators}", countries=tuple(named),
                           indicators=asked.indicators)  # fmt: skip
    first = whole[0]
    last = z.years.index(asked.year) if asked.year in z.years and z.years.index(asked.year) in whole else whole[-1]
    (was, now), shares = _laid_out(z.values[first], z.values[last])
    apart = distances_to_centre(z)[last]
    rows = [
        {"year": z.years[last], "value": float(apart[n]), "country": country, "name": country_name(country, lang),
         **{i: float(v) for i, v in zip(z.indicators, z.values[last, n], strict=True)},
         "x": float(now[n, 0]), "y": float(now[n, 1]), "x0": float(was[n, 0]), "y0": float(was[n, 1])}
        for n, country in enumerate(z.countries)
    ]  # fmt: skip
    about = {"year": z.years[last], "first": z.years[first], "shares": shares, "centre": _centre(now)}
    return replace(empty, rows=sorted(rows, key=lambda row: float(str(row["value"]))), about=about)


def _laid_out(was: Floats, now: Floats) -> tuple[tuple[Floats, Floats], list[float]]:
    """Both years on one plane, and what share of the differences each axis keeps; no shares where axes are as given."""
    if was.shape[1] == 1:
        flat = np.zeros((len(was), 1))
        return (np.hstack([was, flat]), np.hstack([now, flat])), []
    if was.shape[1] == 2:
        return (was, now), []
    both, shares = plane(np.vstack([was, now]))
    return (both[: len(was)], both[len(was) :]), [float(share) for share in shares]


def _centre(points: Floats) -> Mapping[str, float]:
    x, y = points.mean(axis=0)
    return {"x": float(x), "y": float(y)}


def clubs_answer(panel: pd.DataFrame, empty: Answer, asked: Question, named: Sequence[str], lang: str) -> Answer:
    """Series are levels relative to the mean of all; groups their clubs, empty for who converges with nobody."""
    scope = empty.scope
    there = complete_countries(panel, asked.indicators, scope.years)
    countries = tuple(c for c in named if c in there)
    found = find_clubs(wide(panel, asked.indicators[0], countries, scope.years))
    last = dict(zip(map(str, found.paths.index), found.paths.to_numpy()[:, -1], strict=True))
    order = sorted(countries, key=lambda c: (found.of(c) or math.inf, -last[c]))
    series: dict[str, list[tuple[int, float | None]]] = {}
    rows: list[dict[str, Any]] = []
    for country in order:
        number, name = found.of(country), country_name(country, lang)
        path = [float(value) for value in found.paths.loc[[country]].to_numpy()[0]]
        series[name] = list(zip(scope.years, path, strict=True))
        test = found.clubs[number - 1].test if number else None
        rows.append({
            "country": country, "name": name, "club": number, "b": test.b if test else None,
            "t": test.t if test else None, "relative_level": path[-1],
        })  # fmt: skip
    groups = {row["name"]: str(row["club"] or "") for row in rows}
    about = {"b": found.everyone.b, "t": found.everyone.t, "converges": found.everyone.converges}
    scope = replace(scope, among=countries)
    return replace(empty, scope=scope, series=series, groups=groups, rows=rows, about=about)
