"""An English trigger in its clauses in, whether it is only weighed: "would not have … without", "if admitted"."""

from itertools import pairwise

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger

_MODALS, _NOT, _HAVE = frozenset({"would", "could", "might"}), frozenset({"not", "never", "hardly", "t"}), "have"
_BUT_FOR, _BUT, _FOR = frozenset({"without", "if", "unless", "had"}), "but", "for"
_NEAR = 5
_IF, _ONCE = frozenset({"if", "unless", "until", "till"}), frozenset({"once", "when"})
_AHEAD = frozenset({"will", "shall", "would", "may", "might", "could", "can", "must"})
_ADVERB = "ly"


def would_not_have(clauses: Clauses, trigger: Trigger) -> bool:
    """ "A would not have joined B without C": it did join, and nothing is told of when or that."""
    items, head = clauses.items, trigger.head
    before = [i.norm for i in items[max(0, head - _NEAR) : head]] if clauses.lang == "en" else []
    if _HAVE not in before or _MODALS.isdisjoint(before) or _NOT.isdisjoint(before):
        return False
    norms = [i.norm for i in items]
    return not _BUT_FOR.isdisjoint(norms) or any(a == _BUT and b == _FOR for a, b in pairwise(norms))


def on_condition(trigger: Trigger, clauses: Clauses) -> str | None:
    """ "A, if admitted, would …", "once admitted, A will pay": a participle that its opener makes a condition."""
    items, form = clauses.items, clauses.forms.get(trigger)
    at = trigger.first - 1 - (trigger.first > 1 and items[trigger.first - 1].norm.endswith(_ADVERB))
    bare = form is not None and form.voice != "noun" and trigger.first == trigger.head
    if clauses.lang != "en" or at < 0 or trigger.form != "verb" or not bare:
        return None
    if items[at].norm in _IF:
        return "hypothetical"
    ahead = any(i.norm in _AHEAD for i in items[trigger.last + 1 :])
    return "planned" if items[at].norm in _ONCE and ahead else None
