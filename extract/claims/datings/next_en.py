"""English dates beside "and" in, whether the verb behind them has them, or they are shared by a founding, out."""

from collections.abc import Mapping

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_WHEN = frozenset({"in", "on", "since", "from", "by", "until", "after", "before", "during"})
_JOINTS = frozenset({"and", "but", "yet", "then"})
# Auxiliaries whose subject stands before "and".
_HELPERS = frozenset({"has", "have", "had", "was", "were", "is", "are", "did", "does"})
_LIGHT = frozenset({"the", "early", "late", "mid", ",", "even"})
_PAPER_DONE, _FOUNDED = ("entered_into_force", "signed"), "established"
_NEAR = 4


def opens_next(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Has not ratified A and since 2005 has called itself B": the date is of the verb behind it."""
    items = clauses.items
    at = k - 1
    while at > trigger.last and items[at].norm in _LIGHT:
        at -= 1
    joined = at - 1 > trigger.last and items[at].norm in _WHEN and items[at - 1].norm in _JOINTS
    behind = k + 1 + (k + 1 < len(items) and items[k + 1].text == ",")
    return joined and behind < len(items) and items[behind].norm in _HELPERS


def born_with_paper(
    clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]
) -> dict[Trigger, int]:
    """ "The treaty took effect on 3 May, and A was born": the date of the paper, unless another is told behind."""
    items, more = clauses.items, dict[Trigger, int]()
    order = sorted(forms, key=lambda t: t.first)
    for trigger in (t for t in order if t not in found and t.frame.startswith(_FOUNDED) and not forms[t].mood):
        before = [t for t in order if t.last < trigger.first]
        paper = before[-1] if before and before[-1].frame.startswith(_PAPER_DONE) else None
        if paper is None or paper not in found or forms[paper].mood or found[paper] > trigger.first:
            continue
        start = max(paper.last, found[paper]) + 1
        joint = next((n for n in range(start, min(start + _NEAR, trigger.first)) if _goes_on(clauses, n)), None)
        dated = any(i.kind == "date" for i in items[start:])
        later = clauses.turns_later(start, len(items))
        between = items[start : trigger.first]
        if joint is not None and not dated and not later and sum(i.kind == "name" for i in between if not i.depth) == 1:
            more[trigger] = found[paper]
    return more


def _goes_on(clauses: Clauses, k: int) -> bool:
    """ "And", or the semicolon before "A was thus born"."""
    item = clauses.items[k]
    return item.norm == "and" or item.text == ";"
