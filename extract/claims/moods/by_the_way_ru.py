"""A Russian trigger that lists the members of a body beside what the sentence is about in, its mood out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from kb.model import POLARITIES

_LISTED, _MEMBERSHIP = "membership.brackets", "membership"
_APPOSING, _MEMBERS = frozenset(",("), ("член", "участни")
# What members these are is not told by the list alone.
_OTHER = ("бывш", "будущ", "потенциальн", "возможн", "предполагаем", "нов", "не")


def by_the_way(trigger: Trigger, clauses: Clauses) -> str | None:
    """ "For the members of A, X and Y, duties may rise": that they are members is a fact, whatever else may come."""
    before = clauses.items[trigger.first - 1].norm if trigger.first else ""
    listed = clauses.lang == "ru" and (trigger.frame == _LISTED or _apposed(trigger, clauses))
    return POLARITIES[0] if listed and not before.startswith(_OTHER) else None


def _apposed(trigger: Trigger, clauses: Clauses) -> bool:
    """ "For A, a member of B, it may be of use": that A is one is a fact."""
    items, k = clauses.items, trigger.first
    country = trigger.frame == _MEMBERSHIP and items[k].label == "COUNTRY" and items[k + 1].text in _APPOSING
    return country and items[trigger.head].norm.startswith(_MEMBERS)
