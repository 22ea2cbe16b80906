"""The claims of a text in, the same with what they date later than the text itself as planned out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.model import POLARITIES, Claim

_PLANNED, _FROM_TEXT = "planned", "text"
# An interval of validity may well lie ahead.
_AHEAD = frozenset({"in_effect"})
# The last day of "2014" and of "2014-05", for comparing days with days.
_YEAR, _MONTH, _REST_OF_YEAR, _REST_OF_MONTH = len("2014"), len("2014-05"), "-12-31", "-31"


def yet_to_come(claims: Iterable[Claim], written: str) -> Iterator[Claim]:
    """What has a date behind `written` (ISO day, month or year; empty: unknown) had not happened when it was written.

    "The code lapses in 2030" is a plan, whatever its verb; nobody joins a union by a plan, so derived claims go.
    """
    last = written + {_YEAR: _REST_OF_YEAR, _MONTH: _REST_OF_MONTH}.get(len(written), "")
    for claim in claims:
        told = claim.polarity == POLARITIES[0] and claim.type not in _AHEAD
        if not (written and told and claim.earliest and claim.earliest > last):
            yield claim
        elif claim.origin == _FROM_TEXT:
            yield replace(claim, polarity=_PLANNED)
