"""An English verb without ending behind "and" and a subject of its own in, the mood that it shares out."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from extract.claims.grammar.items import ARTICLES, Item

_CLOSED = frozenset(".;:!?")
_NAMES = frozenset({"name", "ref"})
# How far before the second subject the modal of the first verb may stand.
_FAR = 24


def shared_mood(items: Sequence[Item], first: int, joints: frozenset[str], modals: Mapping[str, str]) -> str:
    """ "It decided that A would leave and B join": planned; "A may leave and B follow": hypothetical; else empty."""
    at = _before_subject(items, first, joints)
    if at is None:
        return ""
    near = takewhile(lambda i: i.text not in _CLOSED, reversed(items[max(0, at - _FAR) : at + 1]))
    return next((modals[i.norm] for i in near if i.norm in modals), "")


def _before_subject(items: Sequence[Item], first: int, joints: frozenset[str]) -> int | None:
    """Where the clause before the subject ends, if names joined to it by "and" stand right before the verb."""
    k, named, joined = first - 1, False, False
    while k >= 0 and (items[k].kind in _NAMES or items[k].norm in ARTICLES | joints or items[k].text == ","):
        named = named or items[k].kind in _NAMES
        joined = joined or items[k].norm in joints
        k -= 1
    return k if named and joined and items[first - 1].kind in _NAMES and k > 0 else None
