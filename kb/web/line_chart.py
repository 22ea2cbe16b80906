"""Yearly series in, lines, marks and names at their places on two axes out; a gap stays a gap."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kb.web.sheets import WIDE, Sheet

LETTER = 7.2  # width of a letter of a name beside a line
LINE = 17  # height of a name
_NUMBER = 14  # and of a number instead of it
COLOURS = 8
_TICKS = 5
_YEAR_APART = 70  # pixels from one year below the axis to the next

Series = Mapping[str, Sequence[tuple[int, float | None]]]


def line_chart(series: Series, groups: Mapping[str, str] | None = None, sheet: Sheet = WIDE) -> dict[str, Any] | None:
    """None where no series has a value. Heights begin at zero: distances are never below it.

    With `groups` (name -> group) lines of a group share their colour, and heights begin where the values do.
    On a narrow sheet lines end in a number, and `key` has the names to the numbers.
    """
    years = sorted({year for values in series.values() for year, _ in values})
    known = [v for values in series.values() for _, v in values if v is not None]
    if not known:
        return None
    ticks = ticks_of(min(known) if groups else 0.0, max(known))
    first, last = years[0], max(years[-1], years[0] + 1)
    low, high = ticks[0], ticks[-1]

    def place(year: int, value: float) -> tuple[float, float]:
        height = (value - low) / (high - low) * sheet.height
        return round((year - first) / (last - first) * sheet.width, 1), round(sheet.height - height, 1)

    colours = _colours(series, groups)
    lines = [
        {"name": name, "path": _path(values, place), "colour": colours[name],
         "points": [(*place(year, v), year, v) for year, v in values if v is not None]}
        for name, values in series.items()
    ]  # fmt: skip
    named = _named(lines, sheet)
    step = max(math.ceil((last - first) / (sheet.width // _YEAR_APART)), 1)
    return {
        "lines": [line for line in lines if line["points"]], "sheet": sheet, "key": named if sheet.narrow else [],
        "left": 34 if sheet.narrow else 52,
        "right": 32 if sheet.narrow else max(34 + LETTER * max(map(len, series)), 150),
        "across": [(place(year, 0)[0], year) for year in range(first, last + 1, step)],
        "up": [(place(first, tick)[1], tick) for tick in ticks],
        "legend": sorted({(groups[name], colours[name]) for name in series}) if groups else [],
    }  # fmt: skip


def _colours(series: Series, groups: Mapping[str, str] | None) -> dict[str, int]:
    order = sorted({groups[name] for name in series}) if groups else list(series)
    return {name: order.index(groups[name] if groups else name) % COLOURS + 1 for name in series}


def _named(lines: Sequence[dict[str, Any]], sheet: Sheet) -> list[dict[str, Any]]:
    """Lines from the top to the bottom of their ends; names stand beside these, as far apart as they must."""
    drawn = sorted((line for line in lines if line["points"]), key=lambda line: float(line["points"][-1][1]))
    below, apart = -math.inf, _NUMBER if sheet.narrow else LINE
    for number, line in enumerate(drawn, 1):
        line["label"] = str(number) if sheet.narrow else f"● {line['name']}"
        below = line["name_y"] = max(float(line["points"][-1][1]), below + apart)
    # What was pushed out at the bottom pushes the others back up.
    above = float(max(sheet.height, len(drawn) * apart))
    for line in reversed(drawn):
        above = line["name_y"] = round(min(line["name_y"], above), 1)
        above -= apart
    return drawn


def _path(values: Sequence[tuple[int, float | None]], place: Callable[[int, float], tuple[float, float]]) -> str:
    parts, drawing = [], False
    for year, value in values:
        if value is None:
            drawing = False
            continue
        x, y = place(year, value)
        parts.append(f"{'L' if drawing else 'M'}{x} {y}")
        drawing = True
    return "".join(parts)


def ticks_of(low: float, high: float) -> list[float]:
    """Round numbers from just below the lowest value to just above the highest, two and more."""
    width = high - low or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(width / _TICKS))
    step = next(power * f for f in (1, 2, 5, 10) if width / (power * f) <= _TICKS)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(n * step, 10) for n in range(first, max(last, first + 1) + 1)]
