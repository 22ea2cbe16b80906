"""Dates as intervals: whether two statements of a date agree, and which of them says more."""

import datetime
from dataclasses import dataclass

from kb.edtf_bounds import bounds
from kb.model import STATE_CLAIMS

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


def begun(kind: str, edtf: str | None) -> Interval | None:
    """When a claim of a type says that something began: of an act any day of the interval, of a state its first."""
    return interval(first_of(edtf) if kind in STATE_CLAIMS else edtf)


def first_of(edtf: str | None) -> str | None:
    """The same of a date that is known to be of a state: the left side of `X/Y` too, none of `../Y`."""
    said = held(edtf)
    if said is None:
        return None
    return said.start.edtf if said.start else None if said.end else edtf


@dataclass(frozen=True, slots=True)
class Held:
    """What the date of a state says: `X/..` from when, `../Y` until when, `X/Y` between when, `X` only that it held.

    `since` and `until`: it tells when the state began or ended. "From 2005 to 2008" may speak of those years alone.
    """

    start: Interval | None
    end: Interval | None
    span: Interval
    since: bool = False
    until: bool = False


def held(edtf: str | None) -> Held | None:
    """None where there is no date or none that can be placed."""
    span = interval(edtf)
    if span is None or edtf is None:
        return None
    left, slash, right = edtf.partition("/")
    if not slash:
        return Held(None, None, span)
    start, end = interval(left), interval(right)
    return Held(start, end, span, end is None, start is None)


def at_once(a: Held | None, b: Held | None) -> bool:
    """Whether two statements may be of one spell, which has one beginning and one end."""
    if a is None or b is None:
        return True
    if a.since and b.since and a.start and b.start and not overlap(a.start, b.start):
        return False
    if a.end and b.end and not overlap(a.end, b.end):
        return False
    return overlap(a.span, b.span) and _begun(a, b) and _begun(b, a)


def _begun(whole: Held, part: Held) -> bool:
    """What began on some day did not hold before it."""
    first, other = whole.start, part.start
    return not (whole.since and first and other and _before(other.latest, first.earliest))


def both_said(a: Held | None, b: Held | None) -> Held | None:
    """What two statements of one spell say together."""
    if a is None or b is None:
        return a or b
    if not (a.start or a.end or b.start or b.end):
        return min(a, b, key=lambda h: h.span.width)
    starts = [h.start for h in (a, b) if h.since and h.start] or [h.start for h in (a, b) if h.start]
    ends = [h.end for h in (a, b) if h.end]
    start, end = min(starts, key=_width, default=None), min(ends, key=_width, default=None)
    span = Interval("", start.earliest if start else None, end.latest if end else None)
    return Held(start, end, span, a.since or b.since, a.until or b.until)


def _width(date: Interval) -> int:
    return date.width


def overlap(a: Interval, b: Interval) -> bool:
    """Whether some day lies in both; an imprecise date agrees with a precise one inside it."""
    return not (_before(a.latest, b.earliest) or _before(b.latest, a.earliest))


def _before(last: str | None, first: str | None) -> bool:
    return last is not None and first is not None and last < first
