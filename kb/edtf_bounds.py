"""An EDTF string in, the first and last ISO day it may mean out; None for an open or unknown side."""

import calendar
import re
from functools import lru_cache

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[~?%]?", re.ASCII)
# First and last month of the sub-year codes: seasons 21-32, quarters 33-36, four-month terms 37-39, halves 40-41.
_SPRING = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_CODES = {
    **{code + shift: months for code, months in _SPRING.items() for shift in (0, 4)},
    29: (9, 11),
    30: (12, 12),
    31: (3, 5),
    32: (6, 8),
    **{33 + k: (3 * k + 1, 3 * k + 3) for k in range(4)},
    **{37 + k: (4 * k + 1, 4 * k + 4) for k in range(3)},
    40: (1, 6),
    41: (7, 12),
}
_OPEN = frozenset({"", ".."})
Bounds = tuple[str | None, str | None]


@lru_cache(maxsize=50_000)
def bounds(edtf: str) -> Bounds:
    """`("2000-10-01", "2000-10-31")` for `2000-10`; (None, None) where the string is no EDTF this project writes."""
    low, slash, high = edtf.partition("/")
    if not slash:
        return _one(edtf)
    first = None if low in _OPEN else _one(low)[0]
    last = None if high in _OPEN else _one(high)[1]
    return first, last


def _one(edtf: str) -> Bounds:
    match = _DATE.fullmatch(edtf)
    if match is None or match[1] == "XXXX":
        return None, None
    first, last = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
    if first == 0 or match[2] in (None, "XX"):
        return (None, None) if first == 0 else (f"{first:04}-01-01", f"{last:04}-12-31")
    return _within(first, last, int(match[2]), match[3])


def _within(first: int, last: int, part: int, day: str | None) -> Bounds:
    start, end = _CODES.get(part, (part, part))
    if not 1 <= start <= 12:
        return None, None
    length = calendar.monthrange(last, end)[1]
    if day in (None, "XX"):
        return f"{first:04}-{start:02}-01", f"{last:04}-{end:02}-{length:02}"
    number = int(str(day))
    if part > 12 or not 1 <= number <= length:
        return None, None
    return f"{first:04}-{part:02}-{number:02}", f"{last:04}-{part:02}-{number:02}"
