"""Readable rows of a timeline in, a picture out: one line an event, its title beside the span its date may mean."""

from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
# More than a screen can be read on; the caller says what was left out.
MOST_ROWS = 400
_STEP, _WIDTH, _SCALE = 18, 560, 2
_FEW_YEARS = 8
_COLOURS = {"both": "#1b7837", "texts": "#2166ac", "reference": "#777777", "disputed": "#b2182b"}
_WORDS = {
    "en": {"both": "texts and reference", "texts": "texts only", "reference": "reference only", "disputed": "disputed"},
    "ru": {"both": "тексты и справочник", "texts": "только тексты", "reference": "только справочник",
           "disputed": "спорно"},
    "kk": {"both": "мәтіндер мен анықтамалық", "texts": "тек мәтіндер", "reference": "тек анықтамалық",
           "disputed": "даулы"},
}  # fmt: skip


def specification(rows: Sequence[Row], lang: str) -> dict[str, Any]:
    """A Vega-Lite specification; rows without a date have no place in it."""
    words = _WORDS[lang]
    data = [
        {"n": n, "from": row["earliest"] or row["latest"], "to": row["latest"] or row["earliest"],
         "label": f"{row['date']} · {row['title']}", "support": words[row["support"]]}
        for n, row in enumerate(drawable(rows)[:MOST_ROWS])
    ]  # fmt: skip
    years = [int(item[side][:4]) for item in data for side in ("from", "to")]
    # Within few years the ticks are months.
    ticks = "%Y" if max(years, default=0) - min(years, default=0) >= _FEW_YEARS else "%Y-%m"
    y = {"field": "n", "type": "ordinal", "axis": None}
    scale = {"domain": list(words.values()), "range": [_COLOURS[key] for key in words]}
    colour = {"field": "support", "type": "nominal", "scale": scale, "legend": {"orient": "top", "title": None}}
    start = {"field": "from", "type": "temporal", "title": None, "axis": {"orient": "top", "format": ticks}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": data}, "width": _WIDTH, "height": {"step": _STEP},
        "layer": [
            {"mark": {"type": "bar", "height": 6, "opacity": 0.45, "cornerRadius": 3},
             "encoding": {"x": start, "x2": {"field": "to"}, "y": y, "color": colour}},
            {"mark": {"type": "point", "filled": True, "size": 45},
             "encoding": {"x": start, "y": y, "color": colour}},
            {"mark": {"type": "text", "align": "left", "fontSize": 11, "limit": 0, "x": _WIDTH + 12},
             "encoding": {"y": y, "text": {"field": "label"}}},
        ],
        "config": {"view": {"stroke": "#dddddd"}, "font": "DejaVu Sans, Arial, sans-serif"},
    }  # fmt: skip


def drawable(rows: Sequence[Row]) -> list[Row]:
    """What has a place in time."""
    return [row for row in rows if row["earliest"] or row["latest"]]


def picture(spec: Mapping[str, Any], form: str) -> bytes:
    """SVG or PNG, drawn without a browser and without the network."""
    import vl_convert

    if form == "svg":
        return str(vl_convert.vegalite_to_svg(dict(spec))).encode("utf-8")
    return bytes(vl_convert.vegalite_to_png(dict(spec), scale=_SCALE))
