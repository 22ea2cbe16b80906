"""Events and memberships of a few entities in, a lane each with marks, spans and bars at their places out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kb.web.year_axis import Axis, year_axis, year_of

Row = Mapping[str, Any]
WIDTH = 1040
_MARK, _HEAD, _BAR, _LABELLED_BAR, _GAP = 15, 24, 6, 17, 14
_MOST_LEVELS, _MOST_LEVELS_OF_FEW = 10, 24
_LONG_SPAN = 20  # pixels from which on an imprecise date is drawn as what it is
# One form a kind of act, so that colour never speaks alone.
SHAPES = {
    "established": "circle", "terminated": "cross", "signed": "square", "ratified": "glass", "adopted": "hexagon",
    "entered_into_force": "up", "in_effect": "down", "acceded": "right", "membership": "right", "observer": "right",
    "withdrew": "left", "suspended": "left", "succeeded": "diamond", "renamed": "diamond", "reached_stage": "star",
    "proposed": "ring", "organ_of": "ring", "holds_votes": "ring",
}  # fmt: skip
# A bar says it already, to the day.
_SHOWN_AS_BARS = frozenset({"membership", "observer"})


def picture(lanes: Sequence[tuple[str, str]], events: Sequence[Row], spells: Sequence[Row], years: Sequence[int]
            ) -> dict[str, Any]:  # fmt: skip
    """`lanes`: (entity id, name); `events` carry `parties`, every entity that they are about; `years` first, last."""
    axis = year_axis(years[0], years[1] + 1, WIDTH)
    drawn, y = [], 0
    for entity_id, name in lanes:
        lane = _lane(entity_id, events, spells, axis, len(lanes) <= 2)
        drawn.append({**lane, "id": entity_id, "name": name, "y": y})
        y += lane["height"]
    types = dict.fromkeys(mark["event"]["type"] for lane in drawn for mark in lane["marks"])
    statuses = dict.fromkeys(bar["spell"]["status"] for lane in drawn for bar in lane["bars"])
    return {"axis": axis, "lanes": drawn, "height": y, "types": list(types), "statuses": list(statuses)}


def legend(types: Sequence[str]) -> list[tuple[str, list[str]]]:
    """(form, the types that share it), each form once."""
    found: dict[str, list[str]] = {}
    for kind in types:
        found.setdefault(SHAPES.get(kind, "ring"), []).append(kind)
    return list(found.items())


def _lane(entity_id: str, events: Sequence[Row], spells: Sequence[Row], axis: Axis, roomy: bool) -> dict[str, Any]:
    told = [e for e in events if entity_id in e["parties"] and e["type"] not in _SHOWN_AS_BARS]
    marks = _marks(told, axis, _MOST_LEVELS_OF_FEW if roomy else _MOST_LEVELS)
    levels = max((mark["level"] for mark in marks), default=-1) + 1
    own = [s for s in spells if entity_id in (s["organization_id"], s["member_id"]) and _within(s, axis)]
    step = _LABELLED_BAR if roomy else _BAR
    bars = _bars(own, entity_id, axis, step, _HEAD + levels * _MARK)
    rows = max((bar["row"] for bar in bars), default=-1) + 1
    height = _HEAD + levels * _MARK + rows * step + _GAP
    return {"marks": marks, "bars": bars, "height": height, "bar": step - 2, "labelled": step == _LABELLED_BAR}


def _within(spell: Row, axis: Axis) -> bool:
    start, end = spell["start_earliest"], spell["end_latest"]
    return (not start or year_of(start) <= axis.last) and (not end or year_of(end) >= axis.first)


def _marks(events: Iterable[Row], axis: Axis, most: int) -> list[dict[str, Any]]:
    """Marks that would touch stand one below the other; what finds no level shares the last."""
    ends = [-100.0] * most
    marks = []
    for event in events:
        low, high = event["earliest"] or event["latest"], event["latest"] or event["earliest"]
        if not low or year_of(high) < axis.first or year_of(low) > axis.last:
            continue
        x, x2 = axis.x(low), axis.x(high)
        span = x2 - x >= _LONG_SPAN
        level = next((n for n, end in enumerate(ends) if end < x - 7), most - 1)
        ends[level] = max(ends[level], (x2 if span else x) + 7)
        centre = (x + x2) / 2
        marks.append({"event": event, "x": round(centre, 1), "from": x, "to": x2, "span": span, "level": level,
                      "y": _HEAD + level * _MARK + _MARK // 2, "shape": SHAPES.get(event["type"], "ring")})  # fmt: skip
    return marks


def _bars(spells: Sequence[Row], entity_id: str, axis: Axis, step: int, top: int) -> list[dict[str, Any]]:
    """A row for each other side; its spells follow each other in it."""
    rows: dict[str, int] = {}
    bars = []
    for spell in spells:
        side = "member" if spell["organization_id"] == entity_id else "organization"
        row = rows.setdefault(spell[f"{side}_id"], len(rows))
        sure = (spell["start_latest"] or spell["start_earliest"], spell["end_earliest"] or spell["end_latest"])
        x, x2 = axis.x(sure[0]) if sure[0] else 0.0, axis.x(sure[1]) if sure[1] else float(axis.width)
        maybe = axis.x(spell["start_earliest"]) if spell["start_earliest"] else 0.0
        until = axis.x(spell["end_latest"]) if spell["end_latest"] else x2
        bars.append({"spell": spell, "name": spell[side], "other": spell[f"{side}_id"], "row": row, "x": x,
                     "width": round(max(x2 - x, 1), 1), "y": top + row * step, "maybe": maybe,
                     "before": round(max(x - maybe, 0), 1), "after": round(max(until - x2, 0), 1), "end": x2,
                     "lasts": not spell["end_edtf"]})  # fmt: skip
    return bars
