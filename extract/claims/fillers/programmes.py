"""The items of a sentence and a body in, the programme of that body out: "NATO's Partnership for Peace"."""

from collections.abc import Iterable, Sequence

from extract.claims.grammar.items import Item
from extract.language.tokens import fold

_PROGRAMME, _BODY = "PROGRAMME", "ORG"
# What stands between a programme and its body: "of the", the owner's "s", quotation marks, nouns for programmes.
_OPENERS = frozenset("«»“”„\"'’")
_BETWEEN = frozenset({"of", "the", "s", "new", "own"})
_NOUNS = ("programm", "initiativ", "scheme", "программ", "инициатив", *map(fold, ("бағдарлама", "бастама")))
_MOST = 4


def programme_meant(items: Sequence[Item], at: int | None) -> int | None:
    """ "Joined the Partnership for Peace of NATO": where the programme stands, or the body, which alone was joined."""
    if at is None or items[at].label != _BODY or items[at].kind != "name":
        return at
    ahead = _first(items, range(at - 1, max(-1, at - 1 - _MOST), -1))
    behind = _first(items, range(at + 1, min(len(items), at + 1 + _MOST)))
    return next((k for k in (ahead, behind) if k is not None), at)


def _first(items: Sequence[Item], near: Iterable[int]) -> int | None:
    for k in near:
        if items[k].label == _PROGRAMME and items[k].kind == "name" and items[k].ids:
            return k
        if not (items[k].text in _OPENERS or items[k].norm in _BETWEEN or items[k].norm.startswith(_NOUNS)):
            return None
    return None
