"""An English claim of membership in its clauses in, who did the same "along with" its subject out."""

from collections.abc import Iterator

from extract.claim_bodies import MEMBER_TYPES
from extract.claim_items import ARTICLES
from extract.clauses import Clauses
from extract.scene import Draft, Told

_WITH = frozenset({"along", "together", "jointly", "simultaneously"})
_ALONE = frozenset({"alongside"})
# Body, date and place lie between the verb and the company.
_FAR = 14
_CLOSING = frozenset(".;:")


def company_behind(clauses: Clauses, told: Told, draft: Draft) -> Iterator[int]:
    """ "A joined B in 2015, along with C": the names behind "along with", where no other verb stands between."""
    items, last = clauses.items, told.trigger.last
    if clauses.lang != "en" or draft.type not in MEMBER_TYPES or not 0 <= draft.item < told.trigger.first:
        return
    for k in range(draft.item + 1, min(last + _FAR, len(items) - 1)):
        # "Left A and works along with B": behind "and" another thing is told.
        if k > last and (items[k].text in _CLOSING or clauses.joins(k) or k in clauses.verbs):
            return
        if items[k].norm in _ALONE or (items[k].norm in _WITH and items[k + 1].norm == "with"):
            at = k + 1 + (items[k].norm in _WITH)
            at += at < len(items) and items[at].norm in ARTICLES
            if at < len(items) and items[at].label == "COUNTRY" and not _owns(clauses, at):
                yield at
            return


def _owns(clauses: Clauses, k: int) -> bool:
    """ "Along with A's ally": the owner did nothing."""
    return k + 1 < len(clauses.items) and clauses.items[k + 1].norm == "s"
