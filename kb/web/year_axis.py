"""ISO days in, positions on a drawn axis of years out."""

import datetime
from dataclasses import dataclass

WIDTH = 960
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS = 12
# Pixels that a year, and a day in words, take below an axis.
_YEAR, _DAY = 35, 105
_A_MONTH, _TWO_YEARS = 31, 732  # days


@dataclass(frozen=True, slots=True)
class Axis:
    first: float
    last: float
    width: int
    ticks: tuple[int, ...]

    def x(self, day: str) -> float:
        """Pixels from the left; days outside stand on the edge."""
        share = (year_of(day) - self.first) / (self.last - self.first)
        return round(min(max(share, 0.0), 1.0) * self.width, 1)


def year_of(day: str) -> float:
    """`2014-07-02` is 2014.5."""
    date = datetime.date.fromisoformat(day)
    return date.year + (date.timetuple().tm_yday - 1) / 366


def close_axis(low: str, high: str, width: int) -> tuple[Axis, list[str]]:
    """An axis that keeps two days apart however near they are, and its ticks: years, months or days in EDTF."""
    first, last = datetime.date.fromisoformat(low), datetime.date.fromisoformat(high)
    days = (last - first).days
    if days >= _TWO_YEARS:
        axis = year_axis(first.year, last.year + 1, width)
        return axis, [str(year) for year in axis.ticks]
    pad = datetime.timedelta(days=max(days // 6, 2))
    ends = [year_of(str(first - pad)), year_of(str(last + pad))]
    inside = [first - pad + datetime.timedelta(days=n) for n in range(days + 2 * pad.days + 1)]
    ticks = [str(day) for day in inside] if days < _A_MONTH else [f"{day:%Y-%m}" for day in inside if day.day == 1]
    return Axis(ends[0], ends[1], width, ()), ticks[:: -(-len(ticks) // max(width // _DAY, 1))]


def year_axis(first: float, last: float, width: int = WIDTH) -> Axis:
    """An axis over these years with ticks at round years: a dozen, or as many as there is room for."""
    last = max(last, first + 1)
    most = min(width // _YEAR, _MOST_TICKS)
    step = next((s for s in _STEPS if (last - first) / s <= most), _STEPS[-1])
    start = int(-(-first // step) * step)
    return Axis(first, last, width, tuple(range(start, int(last) + 1, step)))
