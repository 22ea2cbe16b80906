"""Numbers by body and year in, a heat map out: boxes where something is said, lines where a body lived in silence."""

from collections.abc import Mapping, Sequence
from typing import Any

from kb.coverage import Years
from kb.web.plane_chart import SHADES
from kb.web.sheets import WIDE, Sheet, shortened

Row = Mapping[str, Any]
_ACROSS, _NARROW_ACROSS = 860, 340
_WIDEST = 24
_ROW, _NARROW_ROW, _BOX = 22, 38, 18  # pixels; names stand above their boxes on a narrow sheet
_LETTER, _LABELS = 8.6, 300
_YEAR = 34  # room for a year above its boxes
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_NUMBERED = 13  # a box that is narrower has no room for its number
_DARK = 4  # shades from this one on are written on in the colour of the paper


def year_heat(
    bodies: Sequence[Row],
    told: Mapping[tuple[str, int], int],
    lives: Mapping[str, Years | None],
    years: Years,
    sheet: Sheet = WIDE,
) -> dict[str, Any]:
    """`told`: (body, year) -> documents; `lives`: first and last year in which silence counts, None where none does.

    `bodies` has body_id and body, `years` the first and last one of the picture.
    """
    first, last = years
    names = [shortened(str(body["body"])) for body in bodies]
    left = 4 if sheet.narrow else min(round(_LETTER * max(map(len, names), default=0)) + 14, _LABELS)
    across = _NARROW_ACROSS if sheet.narrow else _ACROSS
    wide = min(across / (last - first + 1), _WIDEST)
    high = _NARROW_ROW if sheet.narrow else _ROW
    top = max(told.values(), default=1)
    rows = []
    for n, (body, name) in enumerate(zip(bodies, names, strict=True)):
        key, y = str(body["body_id"]), n * high + high - _BOX - 2
        boxes = [_box(year, told[key, year], ((year - first) * wide, wide), top)
                 for year in range(first, last + 1) if (key, year) in told]  # fmt: skip
        life = lives[key]
        silent = [year for year in range(life[0], life[1] + 1) if (key, year) not in told] if life else []
        rows.append({"id": key, "name": body["body"], "short": name, "y": y, "boxes": boxes,
                     "silent": [round((year - first) * wide, 1) for year in silent]})  # fmt: skip
    every = next((step for step in _STEPS if step * wide >= _YEAR), _STEPS[-1])
    ticks = [(round((year - first + 0.5) * wide, 1), year) for year in range(first, last + 1) if year % every == 0]
    return {"rows": rows, "left": left, "wide": round(wide - (1 if wide > 4 else 0), 1), "box": _BOX, "years": ticks,
            "numbered": wide >= _NUMBERED, "width": round(wide * (last - first + 1)), "height": len(rows) * high,
            "sheet": sheet, "key": _key(top)}  # fmt: skip


def _box(year: int, n: int, place: tuple[float, float], top: int) -> dict[str, Any]:
    shade = _shade(n, top)
    return {"year": year, "n": n, "x": round(place[0], 1), "middle": round(place[0] + place[1] / 2, 1), "shade": shade,
            "dark": shade >= _DARK}  # fmt: skip


def _shade(n: int, top: int) -> int:
    """One document is no empty box."""
    return min(1 + (n - 1) * (SHADES - 1) // max(top, 1), SHADES - 1)


def _key(top: int) -> list[tuple[int, int, int]]:
    """(shade, least, most) of the numbers that share a shade."""
    found: dict[int, list[int]] = {}
    for n in range(1, top + 1):
        found.setdefault(_shade(n, top), []).append(n)
    return [(shade, numbers[0], numbers[-1]) for shade, numbers in found.items()]
