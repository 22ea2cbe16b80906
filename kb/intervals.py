"""Dates as intervals: whether two statements of a date agree, and which of them says more."""

import datetime
from dataclasses import dataclass

from kb.edtf_bounds import bounds

_FAR = 10**7


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day it may mean, None where open; `since` marks a state that lasts from its first day on."""

    edtf: str
    earliest: str | None
    latest: str | None

    @property
    def width(self) -> int:
        """Days it spans; an open side counts as very long."""
        if self.earliest is None or self.latest is None:
            return _FAR
        return (datetime.date.fromisoformat(self.latest) - datetime.date.fromisoformat(self.earliest)).days + 1


def interval(edtf: str | None) -> Interval | None:
    """None where there is no date or none that can be placed."""
    if not edtf:
        return None
    earliest, latest = bounds(edtf)
    return Interval(edtf, earliest, latest) if earliest or latest else None


def start_of(edtf: str | None) -> str | None:
    """The date at which a state begins: the left side of `X/..`, the whole of anything else."""
    if not edtf:
        return None
    left, slash, right = edtf.partition("/")
    return left if slash and right in {"", ".."} else edtf


def overlap(a: Interval, b: Interval) -> bool:
    """Whether some day lies in both; an imprecise date agrees with a precise one inside it."""
    return not (_before(a.latest, b.earliest) or _before(b.latest, a.earliest))


def _before(last: str | None, first: str | None) -> bool:
    return last is not None and first is not None and last < first
