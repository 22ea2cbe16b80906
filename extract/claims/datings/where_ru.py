"""The dates of a Russian sentence in, those that a clause with «где» has from its main clause out."""

from collections.abc import Mapping

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_WHERE, _PARTS = "где", frozenset({";", ":"})
# What had been there before, or is there still, was not done on that day.
_OTHERWISE = frozenset({"не", "еще", "уже", "давно", "ранее", "прежде", "раньше", "до", "потом", "позже", "позднее"})
_VOICES, _PAST = (
    frozenset({"active", "passive"}),
    ("л", "ла", "ло", "ли", "н", "на", "но", "ны", "т", "та", "то", "ты", "сь", "ся"),
)


def told_where(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "A was founded on X in B, where they signed its charter": both happened on X."""
    items = clauses.items if clauses.lang == "ru" else ()
    at = next((k for k, i in enumerate(items) if i.norm == _WHERE and k > 1 and items[k - 1].text == ","), None)
    if at is None:
        return {}
    told = sorted((t for t in forms if t.form == "verb" and forms[t].voice in _VOICES), key=lambda t: t.first)
    before, behind = [t for t in told if t.last < at], [t for t in told if t.first > at]
    if not before or not behind or before[-1] not in found or behind[0] in found:
        return {}
    left, right = before[-1], behind[0]
    own = items[at : right.last + 1]
    apart = any(i.kind == "date" or i.norm in _OTHERWISE or i.text in _PARTS for i in own)
    apart = apart or not clauses.verbs.isdisjoint(range(at, right.first)) or found[left] > at
    return {} if apart or not items[right.head].norm.endswith(_PAST) else {right: found[left]}
