"""An English trigger in, that "be" without a modal makes of it a wish out: "suggested that a court be founded"."""

from collections.abc import Iterator

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger

_BE, _NOT, _LY, _BACK = "be", frozenset({"not", "never", "also", "now", "then", "later", "soon"}), "ly", 9
# "Will, can, to be founded" have moods of their own, and so have "and be founded", "let it be founded".
_MODALS = frozenset(
    {"will", "would", "shall", "should", "may", "might", "can", "could", "must", "cannot", "ought", "need"}
)
_RULED = _MODALS | {"to", "and", "or", "t", "let", "ll", "d", "it", "but", "did", "does", "do"}
_THAT = "that"


def wished(trigger: Trigger, clauses: Clauses) -> Iterator[str]:
    """A bare "be" before a participle, behind a subject that "that" brings in: nobody says that it was done."""
    items, k = clauses.items, trigger.head - 1
    if clauses.lang != "en" or trigger.form != "verb":
        return
    while k > 0 and (items[k].norm in _NOT or items[k].norm.endswith(_LY)):
        k -= 1
    if k <= 0 or items[k].norm != _BE:
        return
    at = k - 1
    while at > 0 and (items[at].norm in _NOT or items[at].norm.endswith(_LY)):
        at -= 1
    if items[at].norm not in _RULED and any(i.norm == _THAT for i in items[max(0, at - _BACK) : at + 1]):
        yield "planned"
