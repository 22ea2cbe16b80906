"""A Russian trigger that lists the members of a body beside what the sentence is about in, its mood out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from kb.model import POLARITIES

_LISTED = "membership.brackets"
# What members these are is not told by the list alone.
_OTHER = ("бывш", "будущ", "потенциальн", "возможн", "предполагаем", "нов", "не")


def by_the_way(trigger: Trigger, clauses: Clauses) -> str | None:
    """ "For the members of A, X and Y, duties may rise": that they are members is a fact, whatever else may come."""
    before = clauses.items[trigger.first - 1].norm if trigger.first else ""
    listed = clauses.lang == "ru" and trigger.frame == _LISTED
    return POLARITIES[0] if listed and not before.startswith(_OTHER) else None
