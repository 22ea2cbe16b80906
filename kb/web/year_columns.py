"""Counts by year in, columns over an axis of years out: all of a year, and the part of them that is in force."""

from collections.abc import Iterable, Mapping
from typing import Any

from kb.web.sheets import WIDE, Sheet
from kb.web.year_axis import year_axis

Row = Mapping[str, Any]
_WIDE, _NARROW = 960, 312
_HEIGHT = 150
_MOST_TICKS = 5
_WIDEST = 26  # pixels of a column


def year_columns(counted: Iterable[Row], sheet: Sheet = WIDE) -> dict[str, Any] | None:
    """Rows with year, instruments and in_force; what has no year stands in no column. None where none has one."""
    rows = {int(row["year"]): row for row in counted if str(row["year"]).isdecimal()}
    if not rows:
        return None
    first, last = min(rows), max(rows)
    axis = year_axis(first, last + 1, _NARROW if sheet.narrow else _WIDE)
    most = max(row["instruments"] for row in rows.values())
    each = axis.width / (axis.last - axis.first)
    wide = min(each - (1 if each > 4 else 0), _WIDEST)
    columns = [
        {"year": year, "x": round((year - first) * each, 1), "row": row,
         "height": round(row["instruments"] / most * _HEIGHT, 1), "part": round(row["in_force"] / most * _HEIGHT, 1)}
        for year, row in sorted(rows.items())
    ]  # fmt: skip
    step = -(-most // _MOST_TICKS)
    ticks = [(n, round(_HEIGHT - n / most * _HEIGHT, 1)) for n in range(0, most + 1, step)]
    years = [(round((year - first + 0.5) * each, 1), year) for year in axis.ticks if year <= last]
    return {"columns": columns, "wide": round(wide, 1), "width": axis.width, "height": _HEIGHT, "up": ticks,
            "across": years, "sheet": sheet}  # fmt: skip
