"""A trigger of an English headline in, that it is still to come, out: "A to be admitted to B"."""

from collections.abc import Iterator

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger

_TO, _NEAR = "to", 4
_LIGHT = frozenset({"be", "get", "gain", "secure", "obtain", "receive", "win", "soon", "now", "formally", "officially"})


def headlined(trigger: Trigger, clauses: Clauses) -> Iterator[str]:
    """ "A, B to get admission into C": behind the name that opens the line an infinitive is its only verb."""
    items, first = clauses.items, trigger.first
    if clauses.lang != "en" or not 2 < first <= _NEAR or items[1].norm != _TO or items[0].label != "COUNTRY":
        return
    if all(i.norm in _LIGHT for i in items[2:first]):
        yield "planned"
