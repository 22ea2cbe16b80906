"""A Kazakh "as an observer" in, the countries right behind it, which watch, out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.language.tokens import fold

_AS, _STATE = fold("ретінде"), tuple(map(fold, ("ел", "мемлекет")))


def as_observers(clauses: Clauses, trigger: Trigger) -> int | None:
    """ "Were invited the members A and B, and as observer states C and D": C and D, and no one before them."""
    items, at = clauses.items, trigger.last + 1
    if clauses.lang != "kk" or trigger.form != "state" or not trigger.frame.startswith("observer"):
        return None
    at += at < len(items) and items[at].norm.startswith(_STATE)
    told = at + 1 < len(items) and items[at].norm == _AS and items[at + 1].kind == "name"
    return at + 1 if told and items[at + 1].label == "COUNTRY" else None
