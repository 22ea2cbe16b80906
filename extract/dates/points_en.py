"""Tokens in, English days that another date or a feast names out: `the 20th of that month`, `New Year's Day 1984`."""

from dataclasses import replace

from extract.dates.days import day_of_year_at
from extract.dates.moments import HERE
from extract.dates.numbers import after_suffix, day_at, ordinal_at
from extract.dates.relative import relative_year_at
from extract.dates.tokens import Tokens
from extract.dates.values import Piece

_SAID = frozenset({"the", "that", "this"})
_SAME = frozenset({"same", "very"})
_BEFORE_DAY = frozenset({"on", "from", "since", "until", "by"})
_CLOSING = frozenset({"", ".", ",", ";", ":", ")", "!", "?", "—", "–"})
# What opens a clause behind "on the 2nd", and capitals that an ordinal counts.
_OPENING = frozenset({"a", "an", "the", "it", "they", "he", "she", "its", "their", "both", "came"})
_COUNTED = (
    "anniv",
    "congress",
    "summit",
    "session",
    "party",
    "meeting",
    "plen",
    "council",
    "parallel",
    "army",
    "century",
)
_OUT = frozenset({"out", "over", "up", "ended", "done"})
_FEASTS = {"day": (1, 1, 1), "eve": (12, 31, 0)}
_ENDS = {"first": (1, 1), "last": (12, 31), "1st": (1, 1)}
_FEAST = ("New", "Year")
_MONTH, _DAY, _LAST = "month", "day", "last"


def english_day_at(tokens: Tokens, i: int) -> Piece | None:
    """A day that starts here and takes its month or year from elsewhere."""
    if tokens[i].lang != "en":
        return None
    named = _feast(tokens, i) or _end_of_year(tokens, i) or _day_of_month(tokens, i) or _bare_day(tokens, i)
    return named or _year_out(tokens, i)


def opens_feast(text: str, after: str) -> bool:
    """Whether "New Year" begins there."""
    return (text, after) == _FEAST


def _feast(tokens: Tokens, i: int) -> Piece | None:
    """ "New Year's Day 1984", "New Year's Eve of that year"; without a year the next one."""
    if not opens_feast(tokens[i].text, tokens[i + 1].text) or tokens[i + 2].text not in {"'", "’"}:
        return None
    named = _FEASTS.get(tokens[i + 4].text.lower()) if tokens[i + 3].text == "s" else None
    if named is None:
        return None
    month, day, side = named
    at = i + 5
    at += tokens[at].text in {"of", ",", "in"} and (
        tokens[at + 1].is_year or relative_year_at(tokens, at + 1) is not None
    )
    return _in_year(tokens, i, at, month, day) or Piece(
        i, i + 5, month=month, day=day, shift=("month_of", side, "text")
    )


def _in_year(tokens: Tokens, i: int, at: int, month: int, day: int) -> Piece | None:
    if tokens[at].is_year:
        return Piece(i, at + 1, year=tokens[at].num, month=month, day=day)
    at += tokens[at].has("article")
    year = relative_year_at(tokens, at)
    return None if year is None else replace(year, first=i, month=month, day=day)


def _end_of_year(tokens: Tokens, i: int) -> Piece | None:
    """ "The first day of 2015", "the last day of the following year", "the first day of May 2004"."""
    ends = _ENDS.get(tokens[i].text.lower())
    if ends is None or tokens[i + 1].text != _DAY or tokens[i + 2].text not in {"of", "in"}:
        return None
    at = i + 3
    if tokens[i].text.lower() != _LAST and tokens[at].has(_MONTH):
        month = day_of_year_at(tokens, at)
        behind = month.last if month is not None and month.day is None else at
        if month is None or behind == at:
            return None
        year = tokens[behind].num if tokens[behind].is_year else None
        return Piece(i, behind + (year is not None), year=year, month=month.month, day=1)
    return _in_year(tokens, i, at, *ends)


def _day_of_month(tokens: Tokens, i: int) -> Piece | None:
    """ "The 20th of the same month", "the eleventh of that month"."""
    day = day_at(tokens, i) or ordinal_at(tokens, i)
    if day is None or not 1 <= day[0] <= 31 or tokens[day[1]].text != "of" or tokens[day[1] + 1].text not in _SAID:
        return None
    at = day[1] + 2
    while tokens[at].text in _SAME:
        at += 1
    if tokens[at].text != _MONTH:
        return None
    return Piece(i, at + 1, shift=("day_of", day[0], "text"))


def _bare_day(tokens: Tokens, i: int) -> Piece | None:
    """ "…, by the second on the 9th": a day of the month that was named last, where nothing follows that it counts."""
    if not tokens[i].is_number or tokens[i - 1].text != "the" or tokens[i - 2].text.lower() not in _BEFORE_DAY:
        return None
    end = after_suffix(tokens, i + 1, "day_suffix")
    if not 1 <= tokens[i].num <= 31 or end == i + 1 or not _closes(tokens, end):
        return None
    return Piece(i, end, shift=("day_of", tokens[i].num, "text"))


def _closes(tokens: Tokens, end: int) -> bool:
    """A mark or a new subject follows: "on the 2nd Georgia left", but not "on the 10th Anniversary"."""
    text = tokens[end].text
    named = text[:1].isupper() and not tokens[end].has(_MONTH) and not text.lower().startswith(_COUNTED)
    return text in _CLOSING or text in _OPENING or named


def _year_out(tokens: Tokens, i: int) -> Piece | None:
    """ "Before the year was out", "before that month was over": the one in hand."""
    pointed = tokens[i - 1].text in _SAID and tokens[i - 2].text.lower() == "before"
    unit = tokens[i].name("period") if pointed and tokens[i].text in {"year", _MONTH} else ""
    at = i + 1 + (tokens[i + 1].text in {"was", "is", "had", "has"})
    return Piece(i, at + 1, shift=(unit, 0, HERE)) if unit and tokens[at].text in _OUT else None
