"""Rows of a result and words in, a Vega-Lite specification out, ready to print with its source and method lines."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import vl_convert

from kb.errors import TableError

Spec = dict[str, Any]
Rows = Sequence[Mapping[str, Any]]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_FONT = "DejaVu Sans, Liberation Sans, Arial, sans-serif"
_WIDTH, _HEIGHT = 620, 320
_BLUE, _GREY = "#1f5a99", "#666666"
# Okabe and Ito (2008): told apart by colour-blind readers too, and in print.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#777777")
_LETTER = 5.4  # width of a letter of the lines below a chart
_FOOT_HEIGHT = 14
_PNG_SCALE = 2.5  # about 240 dots an inch at the width of a page


@dataclass(frozen=True, slots=True)
class Words:
    """Everything written on a chart. `foot` are the source and method lines."""

    title: str
    subtitle: str = ""
    x: str = ""
    y: str = ""
    foot: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


def line_chart(rows: Rows, words: Words) -> Spec:
    """Rows with year and value; with trend, low, high a band is drawn; `made` points are hollow."""
    x = _years(words)
    y = {"field": "value", "type": "quantitative", "title": words.y, "scale": {"zero": True}}
    layers: list[Spec] = []
    if rows and "trend" in rows[0]:
        layers += [
            {"mark": {"type": "area", "opacity": 0.15, "color": _BLUE},
             "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}}},
            {"mark": {"type": "line", "strokeDash": [5, 4], "color": _GREY, "strokeWidth": 1.2},
             "encoding": {"x": x, "y": {**y, "field": "trend"}}},
        ]  # fmt: skip
    layers.append({"mark": {"type": "line", "color": _BLUE, "strokeWidth": 2}, "encoding": {"x": x, "y": y}})
    hollow = {"condition": {"test": "datum.made", "value": "white"}, "value": _BLUE}
    layers.append({
        "mark": {"type": "point", "filled": True, "size": 34, "stroke": _BLUE, "strokeWidth": 1.4},
        "encoding": {"x": x, "y": y, "fill": hollow},
    })  # fmt: skip
    return _page({"layer": layers, "width": _WIDTH, "height": _HEIGHT}, rows, words)


def _years(words: Words) -> Spec:
    axis = {"format": "d", "tickMinStep": 1, "labelFlush": False}
    scale = {"zero": False, "nice": False}
    return {"field": "year", "type": "quantitative", "title": words.x, "axis": axis, "scale": scale}


def heat_map(rows: Rows, words: Words) -> Spec:
    """Rows with `a`, `b`, `value`: each pair once, below the diagonal; light is close."""
    names = sorted({str(row[side]) for row in rows for side in ("a", "b")})
    placed = [{**row, "a": max(row["a"], row["b"]), "b": min(row["a"], row["b"])} for row in rows]
    encoding = {
        "y": {"field": "a", "type": "nominal", "sort": names, "title": None},
        "x": {"field": "b", "type": "nominal", "sort": names, "title": None, "axis": {"labelAngle": -45}},
    }
    known = [row["value"] for row in rows if row["value"] is not None]
    middle = (min(known) + max(known)) / 2 if known else 0
    ink = {"condition": {"test": f"datum.value > {middle}", "value": "white"}, "value": "black"}
    colour = {"field": "value", "type": "quantitative", "title": words.y, "scale": {"scheme": "blues"},
              "legend": {"orient": "right", "titleLimit": 200}}  # fmt: skip
    layers = [
        {"mark": "rect", "encoding": {**encoding, "color": colour}},
        {"mark": {"type": "text", "fontSize": 10},
         "encoding": {**encoding, "text": {"field": "value", "format": ".1f"}, "color": ink}},
    ]  # fmt: skip
    side = max(30 * (len(names) - 1), 160)
    return _page({"layer": layers, "width": side, "height": side}, placed, words)


def point_map(rows: Rows, words: Words) -> Spec:
    """Rows with x, y, name, and `centre` on the one that is the mean point."""
    encoding = {
        "x": {"field": "x", "type": "quantitative", "title": words.x, "scale": {"zero": False, "padding": 30}},
        "y": {"field": "y", "type": "quantitative", "title": words.y, "scale": {"zero": False, "padding": 20}},
    }
    shape = {"condition": {"test": "datum.centre", "value": "cross"}, "value": "circle"}
    ink = {"condition": {"test": "datum.centre", "value": "#D55E00"}, "value": _BLUE}
    layers: list[Spec] = [
        {"mark": {"type": "point", "filled": True, "size": 70},
         "encoding": {**encoding, "shape": shape, "color": ink}},
        {"mark": {"type": "text", "align": "left", "dx": 7, "dy": -6, "fontSize": 10},
         "encoding": {**encoding, "y": {**encoding["y"], "field": "label_at"}, "text": {"field": "name"}}},
    ]  # fmt: skip
    if rows and "line" in rows[0]:
        line = {**encoding, "y": {**encoding["y"], "field": "line"}}
        layers.insert(0, {"mark": {"type": "line", "strokeDash": [5, 4], "color": _GREY}, "encoding": line})
    return _page({"layer": layers, "width": _WIDTH, "height": int(_HEIGHT * 1.25)}, _clear(rows), words)


def _clear(rows: Rows) -> list[dict[str, Any]]:
    """A place for each name where it lies on no other: pushed down until it is free."""
    wide, high = (max(float(r[side]) for r in rows) - min(float(r[side]) for r in rows) for side in ("x", "y"))
    taken: list[tuple[float, float]] = []
    for row in sorted(rows, key=lambda row: -float(row["y"])):
        at = float(row["y"])
        while any(abs(at - y) < high * 0.035 and abs(float(row["x"]) - x) < wide * 0.17 for x, y in taken):
            at -= high * 0.01
        taken.append((float(row["x"]), at))
    order = sorted(rows, key=lambda row: -float(row["y"]))
    return [{**row, "label_at": at} for row, (_, at) in zip(order, taken, strict=True)]


def path_chart(rows: Rows, words: Words) -> Spec:
    """Rows with year, value, name and group: one line a name, coloured by group, named at its end."""
    groups = sorted({str(row["group"]) for row in rows})
    encoding = {
        "x": _years(words),
        "y": {"field": "value", "type": "quantitative", "title": words.y, "scale": {"zero": False}},
        "color": {"field": "group", "type": "nominal", "title": words.extra.get("group", ""),
                  "scale": {"domain": groups, "range": [_COLOURS[n % len(_COLOURS)] for n in range(len(groups))]}},
    }  # fmt: skip
    last = max(row["year"] for row in rows)
    layers = [
        {"mark": {"type": "line", "strokeWidth": 1.8}, "encoding": {**encoding, "detail": {"field": "name"}}},
        {"transform": [{"filter": f"datum.year == {last}"}], "mark": {"type": "text", "align": "left", "dx": 4,
                                                                     "fontSize": 9},
         "encoding": {**encoding, "y": {**encoding["y"], "field": "label_at"}, "text": {"field": "name"}}},
    ]  # fmt: skip
    return _page({"layer": layers, "width": _WIDTH, "height": int(_HEIGHT * 1.35)}, _apart(rows, last), words)


def _apart(rows: Rows, last: int) -> list[dict[str, Any]]:
    """Room between the names at the end of the lines, which would lie on each other."""
    values = [row["value"] for row in rows]
    step = (max(values) - min(values)) / 32
    ends = sorted((row for row in rows if row["year"] == last), key=lambda row: -float(row["value"]))
    at: dict[str, float] = {}
    above = float("inf")
    for row in ends:
        above = min(float(row["value"]), above - step)
        at[str(row["name"])] = above
    return [{**row, "label_at": at.get(str(row["name"]), row["value"])} for row in rows]


def rank_chart(rows: Rows, words: Words) -> Spec:
    """Rows with name, rank, rank_low, rank_high: a point and the range in which the rank moves."""
    order = [str(row["name"]) for row in sorted(rows, key=lambda row: row["rank"])]
    y = {"field": "name", "type": "nominal", "sort": order, "title": None, "axis": {"labelLimit": 260}}
    x = {"field": "rank", "type": "quantitative", "title": words.x, "scale": {"zero": False},
         "axis": {"tickMinStep": 1, "format": "d"}}  # fmt: skip
    layers: list[Spec] = []
    if rows and "rank_low" in rows[0]:
        ends = {"x": {**x, "field": "rank_low"}, "x2": {"field": "rank_high"}}
        layers.append({"mark": {"type": "rule", "color": _BLUE, "strokeWidth": 2}, "encoding": {"y": y, **ends}})
    layers.append({"mark": {"type": "point", "filled": True, "size": 60, "color": _BLUE}, "encoding": {"y": y, "x": x}})
    return _page({"layer": layers, "width": _WIDTH - 160, "height": {"step": 18}}, rows, words)


def _page(view: Spec, rows: Rows, words: Words) -> Spec:
    """The view under its title, with source and method lines below."""
    width = view["width"]
    foot = [line for text in words.foot for line in textwrap.wrap(text, int(width / _LETTER))]
    title = {"text": words.title, "subtitle": words.subtitle, "anchor": "start", "fontSize": 15, "subtitleFontSize": 11,
             "subtitleColor": _GREY, "offset": 12}  # fmt: skip
    below = {
        "data": {"values": [{"line": line, "n": n} for n, line in enumerate(foot)]},
        "mark": {"type": "text", "align": "left", "fontSize": 9, "color": _GREY, "x": 0},
        "encoding": {"y": {"field": "n", "type": "ordinal", "axis": None}, "text": {"field": "line"}},
        "width": width, "height": _FOOT_HEIGHT * max(len(foot), 1), "view": {"stroke": None},
    }  # fmt: skip
    return {
        "$schema": _SCHEMA, "title": title, "padding": 14, "background": "white",
        "vconcat": [{**view, "data": {"values": [dict(row) for row in rows]}}, below],
        "config": {"font": _FONT, "axis": {"labelFontSize": 10, "titleFontSize": 11, "gridColor": "#e5e5e5"},
                   "concat": {"spacing": 10}, "legend": {"labelFontSize": 10, "titleFontSize": 10}},
    }  # fmt: skip


def draw(spec: Spec, path: Path, lang: str) -> None:
    """SVG or PNG by the file's ending; decimal commas where the language writes them."""
    # The library has no Kazakh locale; Kazakh writes numbers as Russian does.
    locale: Literal["en-US", "ru-RU"] = "en-US" if lang == "en" else "ru-RU"
    if path.suffix.lower() == ".svg":
        path.write_text(vl_convert.vegalite_to_svg(spec, format_locale=locale), encoding="utf-8")
    elif path.suffix.lower() == ".png":
        path.write_bytes(vl_convert.vegalite_to_png(spec, scale=_PNG_SCALE, format_locale=locale))
    else:
        raise TableError(f"{path}: charts are .svg or .png")
