"""A Russian trigger and a date before a dash in, whether the date is of what stands behind the dash out."""

from extract.claim_items import DASHES
from extract.clauses import Clauses
from extract.triggers import Trigger

# So near behind the dash stands the noun whose verb is left out.
_NEAR = 3


def heads_gap(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "In January the accession to A followed, in August — that to B": the date right before the dash is B's."""
    items = clauses.items
    if k + 1 >= len(items) or items[k + 1].text not in DASHES or not _opens(clauses, k):
        return False
    behind = (clauses.held[n] for n in range(k + 2, min(k + 2 + _NEAR, len(items))) if n in clauses.held)
    owner = next(behind, None)
    return owner is not None and owner is not trigger and trigger.last < k


def _opens(clauses: Clauses, k: int) -> bool:
    """Only short words stand between the date and the comma, or "and", before it."""
    at = k - 1
    while at > 0 and clauses.items[at].kind == "word" and not clauses.joins(at):
        at -= 1
    return at > 0 and (clauses.items[at].text in {",", ";"} or clauses.joins(at))
