"""A Russian verb and the items behind it in, whether it joins or leaves a body of another kind than ours, out."""

from collections.abc import Collection, Sequence

from extract.claims.grammar.items import Item

_INTO = frozenset({"в", "во"})
# What no body that is joined as a whole is called by: "the monetary union" of a body is a part of it.
_KINDS = ("валютн", "платежн", "банковск", "пенсионн", "энергетическ", "оборонн", "военн", "парламентск")


def names_other_kind(items: Sequence[Item], last: int, bodies: Collection[str]) -> bool:
    """ "Refused to take part in the monetary union": a noun for a body that nothing linked, of a kind of its own."""
    for k in (last, last + 1):
        following = items[k + 1 : k + 3]
        if len(following) == 2 and items[k].norm in _INTO and following[0].norm.startswith(_KINDS):
            return following[1].kind == "word" and following[1].norm.startswith(tuple(bodies))
    return False
