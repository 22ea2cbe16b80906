"""The claims of one English sentence in, the same out: who was founded by a paper, on the day the paper was signed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.model import POLARITIES, Claim

_BY_PAPER = re.compile(
    r"\b(?:by|under|through|via|upon|on|of|to)\s+(?:an?|the)\s(?:[\w-]+\s+){0,3}"
    r"(?:treaty|agreement|accord|pact|convention|charter|protocol|declaration)\b"
)
_FOUNDED, _MEMBER, _SIGNED, _DERIVED = "established", "membership", "signed", "derived"


def with_day_of_paper(claims: Iterable[Claim]) -> Iterator[Claim]:
    """ "A was set up by B and C under an accord signed in May 2006": in that month, where no other date is told."""
    told = list(claims)
    days = {c.subject_id: c for c in told if c.type == _SIGNED and c.edtf and c.polarity == POLARITIES[0]}
    founded = {c.subject_id: days[c.object_id or ""] for c in told if _undated(c, _FOUNDED) and c.object_id in days}
    for claim in told:
        body = claim.subject_id if _undated(claim, _FOUNDED) else ""
        body = claim.object_id or "" if _undated(claim, _MEMBER) and claim.origin == _DERIVED else body
        day = founded.get(body)
        yield replace(claim, edtf=day.edtf, earliest=day.earliest, latest=day.latest) if day else claim


def _undated(claim: Claim, kind: str) -> bool:
    """Behind "by a treaty", not "the treaty that created A was signed"."""
    return (
        _BY_PAPER.search(claim.quote) is not None
        and claim.type == kind
        and not claim.edtf
        and claim.polarity == POLARITIES[0]
        and claim.lang == "en"
    )
