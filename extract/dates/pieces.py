"""Tokens in, the one date that starts at a place out, whatever its kind."""

from collections.abc import Mapping
from dataclasses import replace

from extract.dates.days import day_in_hand, day_month_at, day_of_year_at, month_at
from extract.dates.edges import edge_at
from extract.dates.numbers import day_at
from extract.dates.periods import behind_year, century_at, decade_or_year_at, part_at, season_at, share_first_at
from extract.dates.points_en import english_day_at
from extract.dates.relative import relative_at, relative_year_at
from extract.dates.short import short_day_at
from extract.dates.tokens import LINE, Tokens
from extract.dates.values import Piece
from extract.dates.years import year_word

_PLAIN_FROM, _PLAIN_TO = 1900, 2100
_OF_YEAR = frozenset({"года", "г"})
_BEFORE_ENTRY = frozenset({"", ".", "•", "*", "(", ";"})


def piece_at(tokens: Tokens, i: int, runs: Mapping[int, Piece]) -> Piece | None:
    """The date that starts here, read as far as it goes."""
    if i in runs:
        return _numeric_with_year_word(tokens, runs[i])
    return (
        english_day_at(tokens, i)
        or share_first_at(tokens, i)
        or edge_at(tokens, i)
        or part_at(tokens, i)
        or century_at(tokens, i)
        or season_at(tokens, i)
        or day_month_at(tokens, i)
        or _year_first(tokens, i)
        or month_at(tokens, i)
        or day_in_hand(tokens, i)
        or relative_at(tokens, i)
        or short_day_at(tokens, i)
    )


def _numeric_with_year_word(tokens: Tokens, piece: Piece) -> Piece:
    word = year_word(tokens, piece.last)
    return replace(piece, last=word[0]) if word is not None and not word[1] else piece


def _year_first(tokens: Tokens, i: int) -> Piece | None:
    """A year, and what stands behind it where the year comes first: `2000 жылғы 10 қазанда`, `2015 жылдың соңында`."""
    year = decade_or_year_at(tokens, i) or relative_year_at(tokens, i)
    if year is None:
        return None
    entry = _entry_of_chronicle(tokens, year)
    year = _bare_kk(tokens, year)
    if year.weak or entry is not None:
        return entry or year
    at = year.last
    if tokens[at].opens or (tokens[at - 1].lang != "kk" and not tokens[at - 1].text.startswith("год")):
        return year  # A year that heads the lines below it stands alone.
    if year.decade is not None:
        return replace(year, last=at + 1) if tokens[at].has("part") and tokens[at].lang == "kk" else year
    inner = day_of_year_at(tokens, at) or _first_of_days(tokens, at)
    if inner is not None and inner.day is None and tokens[i].has("this_year") and _is_season_of_play(tokens, at):
        return year
    if inner is not None and (inner.day or tokens[at].lang == "kk"):
        last = inner.last + (inner.day is None and tokens[inner.last].has("part"))
        # What only points at a year is no part of the name of a day, сол жылдың 24 қазанында, but of a Kazakh month.
        apart = tokens[at].lang != "kk" or (inner.day is not None and year.shift is not None and not year.shift[1])
        first = inner.first if year.shift is not None and apart else year.first
        return replace(year, first=first, month=inner.month, day=inner.day, last=last)
    return behind_year(tokens, year) if tokens[at].lang == "kk" else year


def _bare_kk(tokens: Tokens, year: Piece) -> Piece:
    """`2025 қаңтар`, `2024 басында`: four digits are a year where a Kazakh month or vague part stands behind them."""
    behind = tokens[year.last]
    month = behind.has("month") and not behind.has("month_short")
    named = behind.lang == "kk" and (month or behind.has("part") or behind.has("season")) and year.decade is None
    plain = year.weak and named and _PLAIN_FROM <= (year.year or 0) < _PLAIN_TO
    return replace(year, weak=False) if plain else year


def _entry_of_chronicle(tokens: Tokens, year: Piece) -> Piece | None:
    """`2000, 10 октября. Подписан договор`, `1996 жыл, маусым – …`: what opens with its year and day or month."""
    opens = tokens[year.first - 1].text in _BEFORE_ENTRY or tokens[year.first].gap == LINE
    opens = opens and tokens[year.last].text == ","
    inner = day_of_year_at(tokens, year.last + 1) if opens else None
    part = _part_of_year(tokens, year.last + 1) if opens and inner is None and year.year is not None else None
    if part is not None and _closes_entry(tokens, part.last):
        return replace(part, first=year.first, year=year.year)
    if inner is None or year.year is None or (inner.day is None and not _closes_entry(tokens, inner.last)):
        return None
    return replace(inner, first=year.first, year=year.year)


def _part_of_year(tokens: Tokens, i: int) -> Piece | None:
    """`1961, осень`, `1995, начало июня`, and `конец года`, which is the year."""
    season = tokens[i].number("season")
    if season is not None:
        return Piece(i, i + 1, sub=season)
    if not tokens[i].has("part"):
        return None
    month = day_of_year_at(tokens, i + 1)
    if month is not None and month.day is None:
        return month
    return Piece(i, i + 2) if tokens[i + 1].text in _OF_YEAR else None


def _closes_entry(tokens: Tokens, i: int) -> bool:
    return tokens[i].is_dash or tokens[i].text in {".", ":"}


def _first_of_days(tokens: Tokens, i: int) -> Piece | None:
    """The first day of `2015 жылғы 9-10 қазанда`: its month stands behind the second."""
    day = day_at(tokens, i)
    if day is None or not (tokens[day[1]].is_dash or tokens[day[1]].has("and")):
        return None
    second = day_of_year_at(tokens, day[1] + 1)
    if second is None or second.day is None or second.day <= day[0]:
        return None
    return Piece(i, day[1], month=second.month, day=day[0])


def _is_season_of_play(tokens: Tokens, i: int) -> bool:
    """`биылғы маусымда` is this season: behind "this year" a doubtful month needs its word."""
    return tokens[i].has("month_weak") and not tokens[i + 1].has("month_name")
