"""A Kazakh trigger that says as what a country acts, or which countries are meant, in: its own mood out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.tokens import fold

_AS, _NOT = fold("ретінде"), fold("емес")
# "Next year", "at the coming summit".
_COMING = frozenset(map(fold, ("келер", "келесі", "алдағы")))
# Endings of what is yet to come, letters folded.
_FUTURE = tuple(map(fold, ("ады", "еді", "йды", "йді", "мақ", "мек", "пақ", "пек", "бақ", "бек")))
_WAS = fold("еді")


def as_member(trigger: Trigger, clauses: Clauses) -> str | None:
    """ "As a member of A it takes part": a fact, whatever it does; "next year, as a member, it will" is yet to be."""
    items, at = clauses.items, trigger.last + 1
    behind = items[at].norm if at < len(items) else ""
    inside = any(i.norm == _AS for i in items[trigger.first : at])
    if clauses.lang != "kk" or trigger.form != "state" or not trigger.frame.startswith("membership"):
        return None
    if behind != _AS and not inside:
        return None
    begun = max((k for k in range(trigger.first) if k in clauses.verbs or items[k].text in ";:"), default=-1)
    coming = any(i.norm in _COMING for i in items[begun + 1 : trigger.first])
    return "planned" if coming and any(_to_come(i) for i in items[at:]) else "asserted"


def _to_come(item: Item) -> bool:
    return item.kind == "word" and item.norm != _WAS and item.norm.endswith(_FUTURE)


def names_which(trigger: Trigger, items: tuple[Item, ...] | list[Item]) -> bool:
    """ "The members of A, X and Y, intend to …": a state that ends with countries says who they are, and no more."""
    last, at = items[trigger.last], trigger.last + 1
    named = trigger.form == "state" and trigger.first < trigger.last and last.kind == "name"
    denied = at < len(items) and items[at].norm == _NOT
    return named and last.label == "COUNTRY" and trigger.frame == "membership" and not denied
