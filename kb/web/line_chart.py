"""Yearly series in, lines, marks and names at their places on two axes out; a gap stays a gap."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

WIDTH, HEIGHT = 760, 340
LETTER = 7.2  # width of a letter of a name beside a line
LINE = 17  # height of a name
COLOURS = 8
_TICKS = 5
_MOST_YEARS = 10

Series = Mapping[str, Sequence[tuple[int, float | None]]]


def line_chart(series: Series, groups: Mapping[str, str] | None = None) -> dict[str, Any] | None:
    """None where no series has a value. Heights begin at zero: distances are never below it.

    With `groups` (name -> group) lines of a group share their colour, and heights begin where the values do.
    """
    years = sorted({year for values in series.values() for year, _ in values})
    known = [v for values in series.values() for _, v in values if v is not None]
    if not known:
        return None
    ticks = ticks_of(min(known) if groups else 0.0, max(known))
    first, last = years[0], max(years[-1], years[0] + 1)
    low, high = ticks[0], ticks[-1]

    def place(year: int, value: float) -> tuple[float, float]:
        height = (value - low) / (high - low) * HEIGHT
        return round((year - first) / (last - first) * WIDTH, 1), round(HEIGHT - height, 1)

    colours = _colours(series, groups)
    lines = [
        {"name": name, "path": _path(values, place), "colour": colours[name],
         "points": [(*place(year, v), year, v) for year, v in values if v is not None]}
        for name, values in series.items()
    ]  # fmt: skip
    _name(lines)
    step = max(math.ceil((last - first) / _MOST_YEARS), 1)
    return {
        "lines": lines, "width": WIDTH, "height": HEIGHT, "right": 34 + LETTER * max(map(len, series)),
        "across": [(place(year, 0)[0], year) for year in range(first, last + 1, step)],
        "up": [(place(first, tick)[1], tick) for tick in ticks],
        "legend": sorted({(groups[name], colours[name]) for name in series}) if groups else [],
    }  # fmt: skip


def _colours(series: Series, groups: Mapping[str, str] | None) -> dict[str, int]:
    order = sorted({groups[name] for name in series}) if groups else list(series)
    return {name: order.index(groups[name] if groups else name) % COLOURS + 1 for name in series}


def _name(lines: Sequence[dict[str, Any]]) -> None:
    """Names stand beside the ends of their lines, as far apart as they must."""
    drawn = sorted((line for line in lines if line["points"]), key=lambda line: float(line["points"][-1][1]))
    below = -math.inf
    for line in drawn:
        below = line["name_y"] = max(float(line["points"][-1][1]), below + LINE)
    # What was pushed out at the bottom pushes the others back up.
    above = float(max(HEIGHT, len(drawn) * LINE))
    for line in reversed(drawn):
        above = line["name_y"] = round(min(line["name_y"], above), 1)
        above -= LINE


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
