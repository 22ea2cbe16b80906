"""Steps of bodies from stage to stage in, a lane each with bars over years out: the closer a stage, the higher its bar.

A stage lasts as long as its body; a bar ends where a closer one begins, so that the closest is what is seen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kb.edtf_bounds import bounds
from kb.stages import ORDER
from kb.web.sheets import WIDE, Sheet, shortened
from kb.web.year_axis import Axis, year_axis, year_of

Row = Mapping[str, Any]
_LANE, _NARROW_LANE = 26, 40  # pixels
_LOW, _STEP = 11, 1.8  # height of the bar of the first stage, and what each closer one adds
_ACROSS, _NARROW_ACROSS = 640, 304
_LABELS, _NARROW_LEFT = 300, 14
_LETTER, _GAP = 8.3, 18  # of a name beside its lane
_NUMBERED = 13  # a bar that is narrower has no room for the number of its stage


@dataclass(frozen=True, slots=True)
class Bar:
    """`rows` are the steps of one day, the closest last; `number` of its stage counts from 1, 0 where it has none."""

    rows: tuple[Row, ...]
    number: int
    x: float
    end: float
    top: float
    height: float
    lasts: bool
    has_room: bool


@dataclass(frozen=True, slots=True)
class Lane:
    body_id: str
    body: str
    short: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    axis: Axis
    lanes: tuple[Lane, ...]
    sheet: Sheet
    lane: int
    labels: int


def stage_number(stage_id: str | None) -> int:
    """From 1, the loosest, to 6; 0 for a stage that the literature has no place for."""
    return ORDER.index(stage_id) + 1 if stage_id in ORDER else 0


def bar_height(number: int) -> float:
    """Pixels of the bar of a stage, in the picture and in the words below it."""
    return round(_LOW + _STEP * max(number - 1, 0), 1)


def stage_picture(rows: Sequence[Row], today: str, sheet: Sheet = WIDE) -> Picture | None:
    """Bodies in the order of their first step; None where no step has a date."""
    dated = sorted((row for row in rows if bounds(row["since"] or "")[0]), key=_first_day)
    if not dated:
        return None
    axis = year_axis(int(year_of(_first_day(dated[0]))), year_of(today), _NARROW_ACROSS if sheet.narrow else _ACROSS)
    by_body: dict[str, list[Row]] = {}
    for row in dated:
        by_body.setdefault(str(row["body_id"]), []).append(row)
    lane = _NARROW_LANE if sheet.narrow else _LANE
    lanes = tuple(_lane(steps, axis, today) for steps in by_body.values())
    longest = max(len(one.short) for one in lanes)
    labels = _NARROW_LEFT if sheet.narrow else min(_LABELS, round(longest * _LETTER) + _GAP)
    return Picture(axis, lanes, sheet, lane, labels)


def _first_day(row: Row) -> str:
    return str(bounds(row["since"])[0])


def _lane(steps: Sequence[Row], axis: Axis, today: str) -> Lane:
    name = str(steps[0]["body"])
    days = [sorted(same, key=lambda row: stage_number(row["stage_id"])) for _, same in groupby(steps, key=_first_day)]
    bars = tuple(_bar(same, axis, today) for same in days)
    return Lane(str(steps[0]["body_id"]), name, shortened(name), bars)


def _bar(rows: Sequence[Row], axis: Axis, today: str) -> Bar:
    closest = rows[-1]
    number = stage_number(closest["stage_id"])
    until = bounds(closest["closer_from"] or closest["until"] or "")[0]
    lasts = until is None or until > today
    x, end = axis.x(_first_day(closest)), axis.x(today if lasts else str(until))
    end = max(end, x + 2)
    height = bar_height(number)
    top = round(bar_height(len(ORDER)) - height, 1)
    return Bar(tuple(rows), number, x, end, top, height, lasts, end - x >= _NUMBERED)
