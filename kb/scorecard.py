"""Instruments of a body and its members in, an implementation scorecard out: what was signed, ratified, in force."""

import datetime
from collections.abc import Iterable, Mapping
from statistics import median
from typing import Any

from kb.edtf_bounds import bounds
from kb.instruments import Record

Row = Mapping[str, Any]
_NEEDS_NO_RATIFICATION = frozenset({"adopted"})


def detail_rows(found: Mapping[str, Record], members: Iterable[Row], body: str) -> list[dict[str, Any]]:
    """One row for each member and each instrument of the body that it signed or ratified."""
    rows = []
    mine = sorted((r for r in found.values() if body in r.bodies), key=lambda r: (r.signed or "9999", r.id))
    for member in members:
        for record in mine:
            if member["member_id"] in record.signatories or member["member_id"] in record.ratified:
                rows.append(_detail(record, member))
    return rows


def _detail(record: Record, member: Row) -> dict[str, Any]:
    ratified = record.ratified.get(member["member_id"])
    return {
        "member_id": member["member_id"], "member": member["member"], "instrument_id": record.id,
        "instrument": record.name, "kind": record.kind, "signed": record.signed, "ratified": ratified,
        "in_force": record.in_force, "ended": record.ended,
        "days_to_ratification": days_between(record.signed, ratified),
        "days_to_force": days_between(record.signed, record.in_force), "state": _state(record, ratified),
    }  # fmt: skip


def _state(record: Record, ratified: str | None) -> str:
    """Open is what was signed and, as far as is known, neither ratified nor in force."""
    if record.state not in {"signed, entry into force not known", "no date known"}:
        return record.state
    return "ratified, not in force" if ratified else "open"


def scorecard_rows(details: Iterable[Row]) -> list[dict[str, Any]]:
    """One row a member: the implementation gap is the share of what was signed that never came into force."""
    by_member: dict[str, list[Row]] = {}
    for row in details:
        by_member.setdefault(row["member_id"], []).append(row)
    return [_score(rows) for rows in by_member.values()]


def _score(rows: list[Row]) -> dict[str, Any]:
    binding = [row for row in rows if row["state"] not in _NEEDS_NO_RATIFICATION]
    came = [row for row in binding if row["in_force"]]
    waiting = [row["days_to_ratification"] for row in rows if row["days_to_ratification"] is not None]
    force = [row["days_to_force"] for row in rows if row["days_to_force"] is not None]
    still = [row["instrument_id"] for row in binding if row["state"] in {"open", "ratified, not in force"}]
    return {
        "member_id": rows[0]["member_id"], "member": rows[0]["member"], "signed": len(rows), "binding": len(binding),
        "ratified": sum(row["ratified"] is not None for row in rows), "came_into_force": len(came),
        "in_force_now": sum(row["state"] == "in force" for row in rows), "ended": sum(bool(r["ended"]) for r in rows),
        "open": len(still), "implementation_gap": round(1 - len(came) / len(binding), 4) if binding else None,
        "median_days_to_ratification": median(waiting) if waiting else None,
        "median_days_to_force": median(force) if force else None, "still_open": " ".join(still),
    }  # fmt: skip


def days_between(first: str | None, second: str | None) -> int | None:
    """Days from one date to another; only where both are known to the day."""
    days = [bounds(edtf) if edtf else (None, None) for edtf in (first, second)]
    if any(low is None or low != high for low, high in days):
        return None
    start, end = (datetime.date.fromisoformat(str(low)) for low, _ in days)
    return (end - start).days
