"""A weekday of a report in, what it tells out: the year of the day beside it, and whether it is yet to come."""

import datetime

from extract.dates.tokens import Tokens
from extract.dates.values import Piece, is_valid

_HALF_YEAR = 183
_STOPS = frozenset({",", ";", ":", "–", "—", ""})
_WILL = frozenset({"will", "shall"})


def year_of_weekday(tokens: Tokens, piece: Piece, now: Piece) -> int | None:
    """ "Last Friday, 10 October", "on Friday, October 10": of the years around the report the one that fits."""
    weekday = _weekday_before(tokens, piece.first)
    if weekday is None or piece.day is None or None in {now.year, now.month, now.day}:
        return None
    report = datetime.date(now.year or 0, now.month or 0, now.day or 0)
    days = (_day(piece, report.year + n) for n in (-1, 0, 1))
    near = [d for d in days if d and d.weekday() == weekday and abs((d - report).days) <= _HALF_YEAR]
    return near[0].year if near else None


def _weekday_before(tokens: Tokens, first: int) -> int | None:
    """The weekday right before the day, or before its comma."""
    at = first - 1
    at -= at > 0 and tokens[at].text in {",", "("}
    return tokens[at].number("weekday") if at >= 0 else None


def _day(piece: Piece, year: int) -> datetime.date | None:
    day = Piece(0, 0, year=year, month=piece.month, day=piece.day)
    return datetime.date(year, piece.month or 0, piece.day or 0) if is_valid(day) else None


def promised(tokens: Tokens, first: int) -> bool:
    """ "Will leave on Friday": English, and nobody who "said on Friday" so stands between."""
    for k in range(first - 1, -1, -1):
        if tokens[k].text in _STOPS or tokens[k].has("saying"):
            return False
        if tokens[k].lang == "en" and tokens[k].text in _WILL:
            return True
        if tokens[k].opens:
            return False
    return False
