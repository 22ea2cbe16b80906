"""English roles in a row or in an aside in, whose a date near them is not, and what date "as did B" shares, out."""

from collections.abc import Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.triggers import Trigger
from extract.claims.scene import Draft, Told

_ROLES = ("member", "observer", "founder", "party", "partner", "candidate", "signatory", "associate", "co-founder")
_JOINTS = frozenset({"and", "but", "then", "later", "also", "now", "finally"})
_WATCHING, _STATE = ("observer", "membership", "established.cofounders"), "state"
# So many words stand between the article and the role, or ahead of it: "a full and founding member", "until then an".
_DESCRIBED, _OPENED = 4, 6
_AGAIN, _AS, _DID = "again.inverted", frozenset({"as", "so"}), frozenset({"did", "do", "does"})


def of_next_role(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A founder of A and a member of B since D": the date behind the second role is not that of the first."""
    if trigger.form != _STATE or not trigger.frame.startswith(_WATCHING):
        return False
    return any(_opens_role(clauses, n, k) for n in range(trigger.last + 1, k))


def _opens_role(clauses: Clauses, n: int, end: int) -> bool:
    """Behind a comma or "and" an article, and a noun for what one is in a body."""
    items = clauses.items
    # "A is a founding member, B a full one since D", "…, B and C full members since D".
    opened = items[n].norm in ARTICLES or (items[n].label == "COUNTRY" and items[n].kind == "name")
    if not (items[n - 1].text == "," or items[n - 1].norm in _JOINTS) or not opened:
        return False
    return any(items[m].norm.startswith(_ROLES) for m in range(n + 1, min(n + 1 + _DESCRIBED, end)))


def over_aside(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "In D A, until then an observer, became a member": the date in front is that of the verb behind the aside."""
    items, (first, last) = clauses.items, (trigger.first, trigger.last)
    if trigger.form == _STATE and k + 1 == first and clauses.joins(first):
        return True  # "An observer from D1 and a member from D2."
    if trigger.form != _STATE or not trigger.frame.startswith(_WATCHING) or k >= first:
        return False
    opened = next((n for n in range(first, max(k, first - _OPENED), -1) if items[n].text == ","), None)
    closed = next((n for n in range(last + 1, len(items)) if items[n].kind == "mark"), None)
    if opened is None or closed is None or items[closed].text != ",":
        return False
    inside = range(opened + 1, closed)
    if items[opened - 1].label != "COUNTRY" or any(items[n].kind == "date" for n in inside):
        return False
    own = any(n in clauses.verbs and n not in range(first, last + 1) for n in inside)
    return not own and any(t.first > closed and t.form == "verb" for t in clauses.forms)


def done_alike(clauses: Clauses, made: Sequence[tuple[Told, list[Draft]]]) -> list[tuple[Told, list[Draft]]]:
    """ "A joined in D, as did B": what others did too in the same breath has the date of what they did."""
    dated: list[tuple[Told, list[Draft]]] = []
    for told, drafts in made:
        before = dated[-1] if dated else None
        if told.date is None and before is not None and _alike(clauses, before, told, drafts):
            told = Told(told.trigger, told.form, told.polarity, before[0].date, before[0].date_item)
        dated.append((told, drafts))
    return dated


def _alike(clauses: Clauses, before: tuple[Told, list[Draft]], told: Told, drafts: Sequence[Draft]) -> bool:
    items, first = clauses.items, told.trigger.first
    same = {(d.type, d.object_id) for d in before[1]} >= {(d.type, d.object_id) for d in drafts}
    done = told.trigger.frame == _AGAIN and items[first].norm in _AS and items[told.trigger.head].norm in _DID
    near = all(items[k].text not in {".", ":"} for k in range(before[0].trigger.last, first))
    return done and same and near and 0 <= before[0].date_item < first and before[0].polarity == told.polarity
