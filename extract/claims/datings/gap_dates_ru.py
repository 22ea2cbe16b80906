"""A Russian trigger and a date in, whether the date is of what stands behind its dash, or of a participle, out."""

from itertools import takewhile

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import DASHES
from extract.claims.grammar.triggers import Trigger

_SHORT, _PARTICIPLE = 3, "participle"
_DESCRIBED = frozenset({"ORG", "TREATY"})
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


def of_next_body(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Joined A, and five years on, in 2016, — B as well": the date between commas before the dash is of B."""
    items = clauses.items
    if k + 3 >= len(items) or items[k + 1].text != "," or items[k + 2].text not in DASHES or trigger.last >= k:
        return False
    behind = items[k + 3 : k + 3 + _NEAR + 1]
    named = next((n for n, i in enumerate(behind) if i.kind in {"name", "ref"}), len(behind))
    free = clauses.verbs.isdisjoint(range(k, k + 3 + named))
    return named < len(behind) and behind[named].label == "ORG" and free and _opens(clauses, k)


def _opens(clauses: Clauses, k: int) -> bool:
    """Only short words stand between the date and the comma, or "and", before it."""
    at = k - 1
    while at > 0 and clauses.items[at].kind == "word" and not clauses.joins(at):
        at -= 1
    return at > 0 and (clauses.items[at].text in {",", ";"} or clauses.joins(at))


def within_participle(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Founded on X in Manila, A lost B": a date between a participle in front and its name is the participle's."""
    items = clauses.items
    for other, form in clauses.forms.items():
        if form.voice != _PARTICIPLE or other is trigger:
            continue
        if other.first < k < other.last:
            return True  # "Вступившая в 1981 году в A Греция вернулась в B": it stands inside what the participle says.
        if not other.last < k <= trigger.last:
            continue
        between = items[other.last + 1 : k]
        behind = list(takewhile(lambda i: i.kind in {"word", "place", "date"}, items[k + 1 :]))
        end = k + 1 + len(behind)
        named = end < len(items) and items[end].kind in {"name", "ref"} and items[end].label in _DESCRIBED
        plain = all(i.kind in {"place", "date"} or len(i.norm) <= _SHORT for i in (*between, *behind))
        if named and plain and (not other.first or items[other.first - 1].text != ","):
            return True
    return False
