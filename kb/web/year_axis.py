"""ISO days in, positions on a drawn axis of years out."""

import datetime
from dataclasses import dataclass

WIDTH = 960
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS = 12


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


def year_axis(first: float, last: float, width: int = WIDTH) -> Axis:
    """An axis over these years with at most a dozen ticks at round years."""
    last = max(last, first + 1)
    step = next((s for s in _STEPS if (last - first) / s <= _MOST_TICKS), _STEPS[-1])
    start = int(-(-first // step) * step)
    return Axis(first, last, width, tuple(range(start, int(last) + 1, step)))
