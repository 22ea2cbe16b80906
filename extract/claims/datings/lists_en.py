"""An English list of members and a date in it in, whether the date is that of one of them out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.triggers import Trigger

_LISTS, _SINCE = ("membership.lists", "membership.brackets"), frozenset({"since", "from", "in"})


def of_one_listed(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Comprising A, B and since 2004 C": the date is that of C alone."""
    items = clauses.items
    if clauses.lang != "en" or trigger.frame not in _LISTS or k < 2 or k + 1 >= len(items):
        return False
    at = k - 1 - (items[k - 1].norm in ARTICLES)
    named = items[k + 1].label == "COUNTRY" and items[k + 1].kind == "name"
    joined = clauses.joins(at - 1) or items[at - 1].text == ","
    return named and joined and items[at].norm in _SINCE
