"""Rows of a scorecard in, a table of instruments by members out, one sign for each state.

A sign has a class for its colour too, and words for whoever sees neither.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]
# State -> its class in the style sheet and its sign, in the order in which they are explained.
SIGNS = {
    "in force": ("force", "✓"), "open": ("open", "○"), "entry into force not known": ("unknown", "?"),
    "adopted": ("adopted", "◆"), "ended": ("ended", "–"), "left": ("left", "→"),
}  # fmt: skip


def state_table(details: Iterable[Row]) -> dict[str, Any]:
    """`members` in the order of their names, and a row for each instrument in the order of time.

    A cell is None where a member has nothing to do with an instrument.
    """
    rows = list(details)
    members = {row["member_id"]: row["member"] for row in rows}
    signed: dict[str, str] = {}
    cells: dict[str, dict[str, Row]] = {}
    for row in rows:
        key = row["instrument_id"]
        # Who acceded later has no day of signature.
        signed[key] = min(signed.get(key, "9999"), row["signed"] or row["in_force"] or "9999")
        cells.setdefault(key, {})[row["member_id"]] = row
    lines = [
        {"id": key, "name": next(iter(found.values()))["instrument"], "cells": [found.get(m) for m in members]}
        for key, found in sorted(cells.items(), key=lambda item: (signed[item[0]], item[0]))
    ]
    states = [state for state in SIGNS if any(row["state_id"] == state for row in rows)]
    return {"members": list(members.items()), "lines": lines, "states": states}
