"""An answer about convergence in, what its picture and its table show out."""

from collections.abc import Mapping, Sequence
from typing import Any

from kb.convergence.countries import country_name
from kb.convergence.tables import indicator_name, labels
from kb.web.asking import Answer, Values
from kb.web.line_chart import line_chart
from kb.web.plane_chart import heat_map, point_map, rank_ladder
from kb.web.sheets import SHEETS
from kb.web.visit import Visit

_HEAT_FROM = 9  # lines; more have no colours of their own
_NONE: dict[str, Any] = {"chart": None, "heat": None, "points": None, "ladder": None, "lines": {}, "by_year": []}


def pictures(visit: Visit, kind: str, found: Answer | None) -> dict[str, Any]:
    """One picture, the others None, on both sheets; `lines` has names in the reader's language."""
    if found is None:
        return _NONE
    series = {_named(name, visit): values for name, values in found.series.items()}
    shown = {**_NONE, "lines": series, "by_year": _by_year(series)}
    if kind == "points":
        return {**shown, "points": _points(visit, found)}
    if kind == "index":
        ranked = [{**row, "name": _pair(row, visit.lang)} for row in found.rows]
        return {**shown, "ladder": [rank_ladder(ranked, sheet) for sheet in SHEETS]}
    if kind == "heat" or (kind == "pairs" and len(series) >= _HEAT_FROM):
        return {**shown, "heat": [heat_map(series, sheet) for sheet in SHEETS]}
    groups = {name: _club(group, visit.lang) for name, group in found.groups.items()}
    drawn = [line_chart(series, groups or None, sheet) for sheet in SHEETS]
    return {**shown, "chart": drawn if drawn[0] else None}


def _named(name: str, visit: Visit) -> str:
    """A series without a name is that of the region; one of two codes is a pair."""
    a, _, b = name.partition(" ")
    if len(a) == len(b) == 2 and name.islower():
        return f"{country_name(a, visit.lang)} – {country_name(b, visit.lang)}"
    return name or visit.t("convergence.the_region")


def _pair(row: Mapping[str, Any], lang: str) -> str:
    return f"{country_name(row['a'], lang)} – {country_name(row['b'], lang)}"


def _club(group: str, lang: str) -> str:
    say = labels(lang)
    return f"{say['club']} {group}" if group else say["diverging"]


def _by_year(series: Mapping[str, Values]) -> list[tuple[tuple[int, float | None], ...]]:
    return list(zip(*series.values(), strict=True)) if series else []


def _points(visit: Visit, found: Answer) -> list[dict[str, Any]]:
    """The points, the mean point among them, and the names of the axes."""
    say = labels(visit.lang)
    middle = found.about["centre"]
    centre = {"name": say["centre"], "centre": True, **middle, "x0": middle["x"], "y0": middle["y"]}
    points = [*({**row, "centre": False} for row in found.rows), centre]
    axes = _axes(visit, found.scope.indicators, found.about["shares"])
    return [{**point_map(points, sheet), "axes": axes} for sheet in SHEETS]


def _axes(visit: Visit, indicators: Sequence[str], shares: Sequence[float]) -> list[str]:
    if shares:
        return [visit.t("convergence.component", n=n, share=round(100 * share)) for n, share in enumerate(shares, 1)]
    say = labels(visit.lang)
    names = [f"{indicator_name(i, visit.lang)}, {say['deviations']}" for i in indicators]
    return [name[:1].upper() + name[1:] for name in [*names, ""][:2]]
