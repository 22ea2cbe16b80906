"""Points with names in, a map of them out; and ranks with their ranges as a ladder, pairs by year as a heat map."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from kb.web.line_chart import LETTER, LINE, Series, ticks_of
from kb.web.sheets import WIDE, Sheet

_STEP = 24  # height of a row of the ladder
# On a narrow sheet names stand above their ranges and cells, which have the whole width.
_NARROW_STEP, _NARROW_ROW, _NARROW_WHOLE = 36, 35, 340
_EDGE = 10  # half a year beside the first and the last cell
_CELL, _ROW, _HEAD = 23, 18, 44
_YEAR = 44  # room for a year above its cells
SHADES = 7
_DOT, _BESIDE = 6, 9  # half a point, and how far from its middle a name begins
# How far above or below its point a name may stand, the nearest first.
_LIFTS = (0, -10, 10, -18, 18, -27, 27, -36, 36, -48, 48, -60, 60)

Row = Mapping[str, Any]
Box = tuple[float, float, float, float]  # left, right, top, bottom


def point_map(rows: Sequence[Row], sheet: Sheet = WIDE) -> dict[str, Any]:
    """Rows with name, x, y, `centre` on the mean point, and x0, y0 where it stood in the first year.

    The axes hold the points as they stand now; the line to where they stood may end at the edge.
    """
    wide, high = sheet.width, int(sheet.height * 1.35)
    across, up = (ticks_of(*_ends([float(row[side]) for row in rows])) for side in ("x", "y"))

    def place(x: float, y: float) -> tuple[float, float]:
        return (round((x - across[0]) / (across[-1] - across[0]) * wide, 1),
                round(high - (y - up[0]) / (up[-1] - up[0]) * high, 1))  # fmt: skip

    points = [
        {"name": row["name"], "centre": row["centre"], "at": place(row["x"], row["y"]),
         "was": place(row["x0"], row["y0"]), "x": row["x"], "y": row["y"]}
        for row in rows
    ]  # fmt: skip
    _name(points, wide)
    return {
        "points": points, "sheet": sheet, "width": wide, "height": high,
        "across": [(place(tick, up[0])[0], tick) for tick in across],
        "up": [(place(across[0], tick)[1], tick) for tick in up],
    }  # fmt: skip


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """A little room on both sides, so that no point stands on the frame."""
    room = (max(values) - min(values)) * 0.04 or 0.5
    return min(values) - room, max(values) + room


def _name(points: Sequence[dict[str, Any]], across: int) -> None:
    """A name stands right or left of its point, or as near to it as is free of other points and names."""
    taken: list[Box] = [(x - _DOT, x + _DOT, y - _DOT, y + _DOT) for x, y in (point["at"] for point in points)]
    for point in sorted(points, key=lambda p: float(p["at"][1])):
        x, y = point["at"]
        wide = LETTER * len(point["name"])
        places = [(right, up, _box(x, y + up, wide, right)) for up in _LIFTS for right in (True, False)]
        inside = [place for place in places if _inside(place[2], across)]
        free = (place for place in inside if not any(_meet(place[2], box) for box in taken))
        right, up, box = next(free, (inside or places)[0])
        taken.append(box)
        point.update(
            name_x=round(x + (_BESIDE if right else -_BESIDE), 1), name_y=round(y + up + 4, 1),
            anchor="start" if right else "end", far=abs(up) > LINE,
        )  # fmt: skip


def _box(x: float, y: float, wide: float, right: bool) -> Box:
    start = x + _BESIDE if right else x - _BESIDE - wide
    return (start, start + wide, y - LINE / 2 + 1, y + LINE / 2 - 1)


def _inside(box: Box, across: int) -> bool:
    return box[0] > 0 and box[1] < across


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


def rank_ladder(rows: Sequence[Row], sheet: Sheet = WIDE) -> dict[str, Any]:
    """Rows with name, rank, rank_low, rank_high, best first: a mark each, and the range as a band."""
    last = max(len(rows), 2)
    left = 0 if sheet.narrow else round(LETTER * 1.1 * max(len(row["name"]) for row in rows) + 14)
    wide = _NARROW_WHOLE if sheet.narrow else sheet.width - left
    high = _NARROW_STEP if sheet.narrow else _STEP

    def place(rank: float) -> float:
        return round((rank - 1) / (last - 1) * (wide - 24) + 12, 1)

    steps = [
        {"name": row["name"], "y": (n + 1) * high - 12, "x": place(row["rank"]), "low": place(row["rank_low"]),
         "high": place(row["rank_high"]), "row": row}
        for n, row in enumerate(rows)
    ]  # fmt: skip
    every = max(-(-last // 12), 1)
    ticks = sorted({1, *range(every, last + 1, every)})
    return {"steps": steps, "sheet": sheet, "left": left, "width": wide, "height": len(rows) * high,
            "across": [(place(rank), rank) for rank in ticks]}  # fmt: skip


def heat_map(series: Series, sheet: Sheet = WIDE) -> dict[str, Any]:
    """Rows in the order of their last value, the closest first; the darker a cell, the farther apart."""
    rows = sorted(series.items(), key=lambda item: _last(item[1]))
    years = [year for year, _ in rows[0][1]]
    top = max((v for _, values in rows for _, v in values if v is not None), default=1.0) or 1.0
    wide, row = (_NARROW_WHOLE / len(years), _NARROW_ROW) if sheet.narrow else (_CELL, _ROW)
    cells = [
        {"x": round(c * wide, 1), "y": r * row + row - _ROW, "year": year, "value": v, "name": name,
         "shade": None if v is None else min(int(v / top * SHADES), SHADES - 1)}
        for r, (name, values) in enumerate(rows) for c, (year, v) in enumerate(values)
    ]  # fmt: skip
    every = math.ceil(_YEAR / wide) if sheet.narrow else 1
    size = (round(wide - (0 if sheet.narrow else 1), 1), _ROW - (5 if sheet.narrow else 1))
    areas = _areas(cells, size) if sheet.narrow else {}
    return {
        "cells": [] if areas else cells, "areas": areas, "cell": size, "sheet": sheet,
        "names": [(name, r * row + 13) for r, (name, _) in enumerate(rows)],
        "left": _EDGE if sheet.narrow else round(LETTER * max(len(name) for name, _ in rows) + 10),
        "right": _EDGE if sheet.narrow else 0,
        "years": [(int((c + 0.5) * wide), year) for c, year in enumerate(years)][::every],
        "width": round(len(years) * wide), "height": len(rows) * row, "head": 24 if sheet.narrow else _HEAD,
        "key": [(n, round(n * top / SHADES, 2), round((n + 1) * top / SHADES, 2)) for n in range(SHADES)],
    }  # fmt: skip


def _areas(cells: Sequence[Row], size: tuple[float, float]) -> dict[int | None, str]:
    """A path for each shade: a phone has no pointer to ask a cell with, and a second mark for each would weigh."""
    areas: dict[int | None, list[str]] = {}
    for cell in cells:
        areas.setdefault(cell["shade"], []).append(f"M{cell['x']} {cell['y']}h{size[0]}v{size[1]}h-{size[0]}z")
    return {shade: "".join(parts) for shade, parts in areas.items()}


def _last(values: Sequence[tuple[int, float | None]]) -> float:
    return next((v for _, v in reversed(values) if v is not None), float("inf"))
