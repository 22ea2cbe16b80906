"""Spells of membership in, lanes of bars on an axis of years out; on a narrow sheet names stand above their bars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kb.web.sheets import WIDE, Sheet, shortened
from kb.web.year_axis import Axis, year_axis, year_of

Row = Mapping[str, Any]
_MOST_LANES = 60
_FIRST_YEAR = 1945
LANE, LABELS = 22, 300
_ACROSS, _NARROW_ACROSS = 640, 304
_NARROW_LANE, _NARROW_LEFT = 34, 14
_LETTER, _GAP = 8.3, 18  # of a name beside its lane


@dataclass(frozen=True, slots=True)
class Bar:
    """`x` to `end` holds for certain; from `left` to `x`, and from `end` to `right`, it may hold."""

    row: Row
    left: float
    x: float
    end: float
    right: float
    lasts: bool


@dataclass(frozen=True, slots=True)
class Lane:
    other_id: str
    other: str
    short: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    axis: Axis
    lanes: tuple[Lane, ...]
    statuses: tuple[str, ...]
    left_out: int
    sheet: Sheet
    lane: int
    labels: int


def spells_picture(rows: Sequence[Row], today: str, sheet: Sheet = WIDE) -> Picture | None:
    """None where nothing has a date; members before others, then by first day."""
    dated = [row for row in rows if row["start_earliest"] or row["start_latest"] or row["end_earliest"]]
    if not dated:
        return None
    first = min(year_of(_first(row)) for row in dated)
    axis = year_axis(max(int(first), _FIRST_YEAR), year_of(today), _NARROW_ACROSS if sheet.narrow else _ACROSS)
    others: dict[str, list[Row]] = {}
    for row in dated:
        others.setdefault(str(row["other_id"]), []).append(row)
    lanes = [_lane(key, found, axis, today) for key, found in others.items()]
    statuses = tuple(dict.fromkeys(str(row["status"]) for row in dated))
    shown = tuple(lanes[:_MOST_LANES])
    longest = max(len(lane.short) for lane in shown)
    labels = _NARROW_LEFT if sheet.narrow else min(LABELS, round(longest * _LETTER) + _GAP)
    lane = _NARROW_LANE if sheet.narrow else LANE
    return Picture(axis, shown, statuses, len(lanes) - len(shown), sheet, lane, labels)


def _first(row: Row) -> str:
    return str(row["start_earliest"] or row["start_latest"] or row["end_earliest"])


def _lane(other_id: str, rows: Sequence[Row], axis: Axis, today: str) -> Lane:
    name = str(rows[0]["other"])
    return Lane(other_id, name, shortened(name), tuple(_bar(row, axis, today) for row in rows))


def _bar(row: Row, axis: Axis, today: str) -> Bar:
    lasts = not (row["end_earliest"] or row["end_latest"])
    left = axis.x(_first(row))
    right = axis.x(today if lasts else str(row["end_latest"] or row["end_earliest"]))
    start = axis.x(str(row["start_latest"] or _first(row)))
    end = right if lasts else axis.x(str(row["end_earliest"] or row["end_latest"]))
    return Bar(row, left, min(start, right), max(end, min(start, right)), max(right, left + 2), lasts)


def holding(rows: Sequence[Row], day: str) -> list[Row]:
    """The spells that hold on a day, or may."""
    return [
        row for row in rows
        if (row["start_earliest"] or "") <= day and (row["end_latest"] or row["end_earliest"] or "9999") > day
    ]  # fmt: skip
