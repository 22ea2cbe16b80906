"""A Russian day or month behind "three months later," and the date told before it in, its year out."""

from extract.dates.numbers import cardinal_at
from extract.dates.tokens import Tokens
from extract.dates.values import Piece

_REACH, _MONTHS, _YEAR, _DECADE = 5, 12, "year", "decade"


def year_behind_lapse(tokens: Tokens, piece: Piece, told: Piece) -> int | None:
    """ "Signed on 6 December 2024, took effect three months later, on 13 March": the first such day behind it.

    Of a lapse in years the one that is nearest to their end.
    """
    at = piece.first
    begun = next((k for k in range(at, max(0, at - _REACH), -1) if tokens[k].opens), max(0, at - _REACH))
    counted = range(begun, at)
    behind = tokens[at].lang == "ru" and tokens[at - 1].text == ","
    if not behind or told.year is None or not any(tokens[k].has("after_lead") for k in counted):
        return None
    unit = next((k for k in reversed(counted) if tokens[k].name("period")), 0)
    years = _years(tokens, unit) if tokens[unit].name("period") in {_YEAR, _DECADE} else 0
    if told.month is None or piece.month is None:
        return told.year + years
    if years:
        return told.year + years + _nearest(piece.month - told.month)
    later = (piece.month, piece.day or told.day or 0) > (told.month, told.day or 0)
    return told.year if later or (piece.day is None and piece.month == told.month) else told.year + 1


def _years(tokens: Tokens, unit: int) -> int:
    count = cardinal_at(tokens, unit - 1)
    number = count[0] if count is not None and count[1] == unit else 1
    return number * (10 if tokens[unit].name("period") == _DECADE else 1)


def _nearest(months: int) -> int:
    """Of "almost a year" and "a year and a bit" the year in which the month is nearest."""
    half = _MONTHS // 2
    return 1 if months < -half else -1 if months > half else 0
