"""The claims of a text in, the same with what they date later than the text itself as planned out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.edtf_bounds import bounds
from kb.model import POLARITIES, Claim

_PLANNED, _FROM_TEXT = "planned", "text"
# An interval of validity may well lie ahead.
_AHEAD = frozenset({"in_effect"})


def yet_to_come(claims: Iterable[Claim], written: str) -> Iterator[Claim]:
    """What has a date behind `written` (ISO day, month or year; empty: unknown) had not happened when it was written.

    "The code lapses in 2030" is a plan, whatever its verb; nobody joins a union by a plan, so derived claims go.
    """
    last = bounds(written)[1]
    for claim in claims:
        told = claim.polarity == POLARITIES[0] and claim.type not in _AHEAD
        if not (last and told and claim.earliest and claim.earliest > last):
            yield claim
        elif claim.origin == _FROM_TEXT:
            yield replace(claim, polarity=_PLANNED)
