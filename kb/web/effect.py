"""A judgement and what the database holds in, whether the judgement has taken effect there out.

Consolidation keeps no list of what it applied: what it did shows in events and merged ids themselves.
"""

from collections.abc import Mapping
from typing import Any

from kb.judgements import Judgement

# Consolidation trusts no single claim more than this, an accepted one neither.
_TRUSTED = 0.9499


def in_effect(judgement: Judgement, claim: Mapping[str, Any] | None, merged: Mapping[str, str]) -> bool:
    """`claim` has event_id, event_edtf and event_confidence; None where no document holds it any more."""
    if judgement.verb in ("same", "different"):
        joined = judgement.target in merged or judgement.value in merged
        return joined == (judgement.verb == "same")
    if claim is None:
        return False
    if judgement.verb == "reject":
        return claim["event_id"] is None
    if judgement.verb == "date":
        return bool(claim["event_edtf"] == judgement.value)
    return claim["event_id"] is not None and float(claim["event_confidence"]) >= _TRUSTED
