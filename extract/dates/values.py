"""What was read of one date (year, month, part of a century …) in, its EDTF string out."""

import calendar
from dataclasses import dataclass

# Two-digit years up to here belong to this century.
_PIVOT = 30


@dataclass(frozen=True, slots=True)
class Piece:
    """One date as read between tokens `first` and `last` (exclusive); what was not said is None.

    `sub` is a season, quarter or half by its EDTF code, `span` an interval that no single value says,
    `shift` a date counted from another one: (unit, number, from where), the last `text` or `now`, or `lapse` or `ago`
    where the time that lies between is said. What lies between `last` and `taken` was read, too, but is no part of the
    name (`12 August` of the same year).
    """

    first: int
    last: int
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    sub: int | None = None
    span: tuple[str, str] | None = None
    shift: tuple[str, int, str] | None = None
    taken: int = 0
    weak: bool = False
    about: bool = False

    @property
    def dated(self) -> bool:
        """True where the value stands by itself, without a year from elsewhere."""
        return any(value is not None for value in (self.century, self.decade, self.year, self.span))

    @property
    def day_only(self) -> bool:
        return self.day is not None and self.month is None

    @property
    def end(self) -> int:
        return max(self.last, self.taken)


def is_valid(piece: Piece) -> bool:
    """False for a thirteenth month or a 31 June."""
    if piece.day is None or piece.month is None:
        return True
    # A leap year stands in for an unknown one.
    return 1 <= piece.day <= calendar.monthrange(piece.year or 2000, piece.month)[1]


def edtf_of(piece: Piece) -> str:
    """The value; a piece with neither century, decade nor year gets an unknown year."""
    if piece.span is not None:
        return "/".join(piece.span)
    return _point(piece) + ("~" if piece.about else "")


def _point(piece: Piece) -> str:
    if piece.century is not None:
        return f"{piece.century - 1:02}XX"
    if piece.decade is not None:
        return f"{piece.decade:03}X"
    year = "XXXX" if piece.year is None else f"{piece.year:04}"
    if piece.sub is not None:
        return f"{year}-{piece.sub}"
    parts = [year, *(f"{value:02}" for value in (piece.month, piece.day) if value is not None)]
    return "-".join(parts)


def full_year(two_digits: int) -> int:
    return two_digits + (2000 if two_digits <= _PIVOT else 1900)


def part_of_century(century: int, number: int, parts: int) -> tuple[str, str]:
    """The second half of the twentieth century is 1950/1999: centuries are counted from their round year."""
    start = (century - 1) * 100
    edges = [start + round(100 * k / parts) for k in range(parts + 1)]
    return f"{edges[number - 1]:04}", f"{edges[number] - 1:04}"


def part_of_decade(decade: int, number: int, parts: int) -> tuple[str, str]:
    start = decade * 10
    size = 10 // parts
    return f"{start + (number - 1) * size:04}", f"{start + number * size - 1 + (10 % parts) * (number == parts):04}"
