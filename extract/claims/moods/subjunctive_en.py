"""An English trigger in, that "be" without a modal makes of it a wish out: "suggested that a court be founded"."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
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
    items = clauses.items
    if clauses.lang != "en" or trigger.form != "verb":
        return
    be = _past_adverbs(items, trigger.head - 1)
    if be <= 0 or items[be].norm != _BE:
        return
    at = _past_adverbs(items, be - 1)
    if items[at].norm not in _RULED and any(i.norm == _THAT for i in items[max(0, at - _BACK) : at + 1]):
        yield "planned"


def _past_adverbs(items: Sequence[Item], k: int) -> int:
    while k > 0 and (items[k].norm in _NOT or items[k].norm.endswith(_LY)):
        k -= 1
    return k
