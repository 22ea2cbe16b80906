"""Conflicts and what people accepted in, the conflicts that are settled by it turned in its favour out.

Everything is derived anew from the judgements, so a dispute comes back with the judgement's undoing.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from kb.model import Conflict, Event, StoredClaim

SETTLED = "settled"


def accepted_events(events: Iterable[Event], claims: Iterable[StoredClaim]) -> frozenset[str]:
    right = {s.id for s in claims if s.accepted}
    return frozenset(e.id for e in events if not right.isdisjoint(e.claim_ids))


def settled(conflicts: Iterable[Conflict], events: Iterable[Event], accepted: Set[str]) -> list[Conflict]:
    """What was accepted stands. Where people accepted both sides or neither, nothing changes."""
    by_id = {e.id: e for e in events}
    found: list[Conflict] = []
    for conflict in conflicts:
        a, b = conflict.event_a, conflict.event_b
        if a == b:
            found += [] if a in accepted else [conflict]
        elif (a in accepted) == (b in accepted):
            found.append(conflict)
        else:
            one, other = (by_id[a], by_id[b]) if a in accepted else (by_id[b], by_id[a])
            told = f"{one.type}: {one.edtf} / {other.edtf}" if conflict.kind == "date" else conflict.explanation
            found.append(Conflict(conflict.id, SETTLED, one.id, other.id, told))
    return found


def judged(events: Iterable[Event], conflicts: Sequence[Conflict], accepted: Set[str]) -> list[Event]:
    """The other side of a settled conflict is disputed, and what a person accepted is not."""
    lost = {c.event_b for c in conflicts if c.kind == SETTLED}
    open_still = {c.event_b for c in conflicts if c.kind != SETTLED}
    won = accepted - lost - open_still
    return [
        replace(e, support="disputed") if e.id in lost
        else replace(e, support="texts") if e.id in won and e.support == "disputed" else e
        for e in events
    ]  # fmt: skip
