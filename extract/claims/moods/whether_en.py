"""A trigger in its English sentence in, what a "whether" before a long subject makes of it out."""

from collections.abc import Iterator

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger

_WHETHER, _COMMA, _PAIR, _NEAR, _LONGEST = "whether", ",", 2, 3, 24


def asked_whether(trigger: Trigger, clauses: Clauses) -> Iterator[str]:
    """ "Whether A, an organ of the new B, is the successor of C is disputed": the aside does not close the clause."""
    if clauses.lang != "en":
        return
    items, first = clauses.items, trigger.first
    starts = (k for k in range(first - 1, max(-1, first - _LONGEST), -1) if items[k].norm == _WHETHER)
    at = next(starts, None)
    if at is None:
        return
    commas = [k for k in range(at, first + 1) if items[k].text == _COMMA]
    if len(commas) == _PAIR and first - commas[-1] < _NEAR and commas[0] - at > 1:
        yield "hypothetical"
