"""Yearly series in, lines and marks at their places on two axes out; a gap stays a gap."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

WIDTH, HEIGHT = 760, 320
_TICKS = 5
_MOST_YEARS = 10

Series = Mapping[str, Sequence[tuple[int, float | None]]]


def line_chart(series: Series) -> dict[str, Any] | None:
    """None where no series has a value. Heights begin at zero: distances are never below it."""
    years = sorted({year for values in series.values() for year, _ in values})
    top = max((v for values in series.values() for _, v in values if v is not None), default=None)
    if top is None:
        return None
    ticks = _ticks(top)
    first, last, high = years[0], max(years[-1], years[0] + 1), ticks[-1] or 1.0

    def place(year: int, value: float) -> tuple[float, float]:
        return round((year - first) / (last - first) * WIDTH, 1), round(HEIGHT - value / high * HEIGHT, 1)

    lines = []
    for n, (name, values) in enumerate(series.items()):
        points = [(*place(year, v), year, v) for year, v in values if v is not None]
        lines.append({"name": name, "path": _path(values, place), "points": points, "colour": n % 8 + 1,
                      "dash": n // 8})  # fmt: skip
    step = max(math.ceil((last - first) / _MOST_YEARS), 1)
    return {
        "lines": lines, "width": WIDTH, "height": HEIGHT,
        "across": [(place(year, 0)[0], year) for year in range(first, last + 1, step)],
        "up": [(place(first, tick)[1], tick) for tick in ticks],
    }  # fmt: skip


def _path(values: Sequence[tuple[int, float | None]], place: Any) -> str:
    parts, drawing = [], False
    for year, value in values:
        if value is None:
            drawing = False
            continue
        x, y = place(year, value)
        parts.append(f"{'L' if drawing else 'M'}{x} {y}")
        drawing = True
    return "".join(parts)


def _ticks(top: float) -> list[float]:
    """Round numbers from zero to just above the highest value."""
    if top <= 0:
        return [0.0, 1.0]
    power = 10.0 ** math.floor(math.log10(top / _TICKS))
    step = next(power * f for f in (1, 2, 5, 10) if top / (power * f) <= _TICKS)
    return [round(n * step, 10) for n in range(math.ceil(top / step) + 1)]
