"""Instruments of a body and its members in, an implementation scorecard out: what was signed, ratified, in force.

Each member is told of with its own dates: a treaty binds nobody before its own ratification. What is not known is a
state of its own and no part of the gap.
"""

import datetime
from collections.abc import Iterable, Mapping
from statistics import median
from typing import Any

from kb.edtf_bounds import bounds
from kb.instruments import UNKNOWN as NO_KIND
from kb.instruments import Record
from kb.model import today

Row = Mapping[str, Any]
OPEN, UNKNOWN, LEFT = "open", "entry into force not known", "left"


def detail_rows(found: Mapping[str, Record], members: Iterable[Row], body: str) -> list[dict[str, Any]]:
    """One row for each member and each instrument of the body that it signed, ratified or acceded to.

    Whoever joined a body after it was founded is bound by its founding treaty from that day, through an act of its own.
    """
    rows = []
    mine = sorted((r for r in found.values() if body in r.bodies), key=lambda r: (r.signed or "9999", r.id))
    for member in members:
        for record in mine:
            acceded = _accession(record, member, body)
            if acceded or _acts(record, member["member_id"]):
                rows.append(_detail(record, member, acceded))
    return rows


def _acts(record: Record, party: str) -> bool:
    return any(party in acts for acts in (record.signatories, record.ratified, record.acceded))


def _accession(record: Record, member: Row, body: str) -> str | None:
    """The day on which a party acceded: to the instrument, or to the body that the instrument founded."""
    party, since = member["member_id"], member.get("since")
    if _acts(record, party) or body not in record.founds or not record.is_ratified:
        return record.acceded.get(party)
    founded = bounds(record.in_force or record.signed or "9999")[0] or "9999"
    return since if since and (bounds(since)[0] or "") > founded else None


def _detail(record: Record, member: Row, acceded: str | None) -> dict[str, Any]:
    party = member["member_id"]
    signed, ratified = record.signatories.get(party), record.ratified.get(party)
    force, ended = force_for(record, party, acceded), record.withdrew.get(party) or record.ended
    left = _left(member)
    kind, state = record.kind or NO_KIND, _state(record, party, force, left)
    return {
        "member_id": party, "member": member["member"], "instrument_id": record.id,
        "instrument": record.name, "kind": kind, "signed": signed, "ratified": ratified, "acceded": acceded,
        "in_force": force, "ended": ended, "left": left,
        "days_to_ratification": days_between(signed, ratified), "days_to_force": days_between(signed, force),
        "state": state, "kind_id": kind, "state_id": state,
    }  # fmt: skip


def force_for(record: Record, party: str, acceded: str | None) -> str | None:
    """Since when an instrument binds a party: not before it ratified or acceded; None where that is not known.

    Where entry into force is told party by party, or ratifications are known of half of the signatories or more, a
    party of which none is known stays out; where hardly any is known, the day of the instrument counts for all.
    """
    if party in record.force_of:
        return record.force_of[party]
    own = record.ratified.get(party) or acceded
    if own and record.in_force:
        return max(record.in_force, own, key=lambda edtf: bounds(edtf)[1] or "")
    return None if record.force_of or _is_told_apart(record) else record.in_force


def _is_told_apart(record: Record) -> bool:
    known = len(record.ratified)
    return known > 0 and 2 * known >= len(record.signatories)


def _left(member: Row) -> str | None:
    """The day on which the member left a body that lived on."""
    until, body_end = member.get("until"), member.get("body_end")
    gone = until is not None and until <= today() and (not body_end or until < (bounds(body_end)[0] or ""))
    return until if gone else None


def _state(record: Record, party: str, force: str | None, left: str | None) -> str:
    """Open is what is known to bind others, or nobody; what binds who has left the body is not for it to say."""
    if record.is_over or party in record.withdrew:
        return "ended"
    if not record.in_force and record.state == "adopted":
        return "adopted"
    if left:
        return LEFT
    if force:
        return "in force"
    told = record.in_force and not record.force_of and _is_told_apart(record)
    return OPEN if told or (record.is_denied and not record.in_force) else UNKNOWN


def scorecard_rows(details: Iterable[Row]) -> list[dict[str, Any]]:
    """One row a member: the implementation gap is the share of open instruments among those of which it is known."""
    by_member: dict[str, list[Row]] = {}
    for row in details:
        by_member.setdefault(row["member_id"], []).append(row)
    return [_score(rows) for rows in by_member.values()]


def _score(rows: list[Row]) -> dict[str, Any]:
    binding = [row for row in rows if row["state_id"] != "adopted"]
    came = [row for row in binding if row["in_force"]]
    waiting = [row["days_to_ratification"] for row in rows if row["days_to_ratification"] is not None]
    force = [row["days_to_force"] for row in rows if row["days_to_force"] is not None]
    still = [row["instrument_id"] for row in binding if row["state_id"] == OPEN]
    known = len(came) + len(still)
    return {
        "member_id": rows[0]["member_id"], "member": rows[0]["member"], "signed": len(rows), "binding": len(binding),
        "ratified": sum(row["ratified"] is not None for row in rows), "came_into_force": len(came),
        "in_force_now": sum(row["state_id"] == "in force" for row in rows),
        "ended": sum(row["state_id"] == "ended" for row in rows), "left": sum(row["state_id"] == LEFT for row in rows),
        "open": len(still), "unknown": len(binding) - known,
        "implementation_gap": round(len(still) / known, 4) if known else None,
        "median_days_to_ratification": median(waiting) if waiting else None,
        "median_days_to_force": median(force) if force else None, "still_open": " ".join(still),
    }  # fmt: skip


def totals(scores: Iterable[Row]) -> dict[str, Any]:
    """The members together: pairs of a member and an instrument, and the gap among those of which it is known."""
    rows = list(scores)
    summed = {name: sum(row[name] for row in rows) for name in ("signed", "came_into_force", "open", "unknown")}
    known = summed["came_into_force"] + summed["open"]
    gap = round(summed["open"] / known, 4) if known else None
    return {"members": len(rows), **summed, "known": known, "implementation_gap": gap}


def days_between(first: str | None, second: str | None) -> int | None:
    """Days from one date to another; only where both are known to the day."""
    days = [bounds(edtf) if edtf else (None, None) for edtf in (first, second)]
    if any(low is None or low != high for low, high in days):
        return None
    start, end = (datetime.date.fromisoformat(str(low)) for low, _ in days)
    return (end - start).days
