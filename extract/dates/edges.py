"""Tokens in, the first or last day or month of something out: `первый день 2007 года`, `2015 жылдың бірінші күні`."""

import calendar
from dataclasses import replace

from extract.dates.days import month_at
from extract.dates.relative import relative_year_at
from extract.dates.tokens import Tokens
from extract.dates.values import Piece
from extract.dates.years import year_at

_LANG, _KAZAKH, _DECEMBER = "ru", "kk", 12


def edge_at(tokens: Tokens, i: int) -> Piece | None:
    """Russian only: a day of a month, a day or month of a year; in Kazakh the first day of a year."""
    token = tokens[i]
    if token.lang == _KAZAKH:
        return _opening_day(tokens, i)
    first = token.number("ordinal") == 1
    if token.lang != _LANG or not (first or token.has("last")):
        return None
    unit = tokens[i + 1].name("period")
    if unit not in {"day", "month"}:
        return None
    month = month_at(tokens, i + 2) if unit == "day" else None
    if month is not None:
        return _edge_of_month(month, i, first) if month.day is None and month.dated else None
    year = year_at(tokens, i + 2) or relative_year_at(tokens, i + 2)
    if year is None or year.decade is not None or tokens[i + 2].has("period"):
        return None
    day = None if unit == "month" else 1 if first else 31
    return replace(year, first=i, month=1 if first else _DECEMBER, day=day, weak=False)


def _opening_day(tokens: Tokens, i: int) -> Piece | None:
    """`2015 жылдың алғашқы күні`, `келесі жылдың бірінші күнінен`."""
    year = year_at(tokens, i) if tokens[i].is_year else relative_year_at(tokens, i)
    if year is None or year.decade is not None:
        return None
    nth, unit = tokens[year.last], tokens[year.last + 1]
    first = nth.has("first") or nth.number("ordinal") == 1
    return replace(year, last=year.last + 2, month=1, day=1, weak=False) if first and unit.has("day_name") else None


def _edge_of_month(month: Piece, i: int, first: bool) -> Piece:
    last = calendar.monthrange(month.year or 2000, month.month or 1)[1]
    return replace(month, first=i, day=1 if first else last, weak=False)
