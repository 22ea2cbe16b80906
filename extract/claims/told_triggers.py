"""Triggers of a sentence in, the same without those that its grammar shows to tell nothing of their own out."""

from collections.abc import Sequence

from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.sequels.boards_en import is_let_in_as

# "Its charter" is a noun, "its return to A" tells of a return.
_OWNERS, _FOUNDED = frozenset({"its", "their", "s"}), "established"
# What observers do too, and how near their name stands then.
_LOOSE, _BREATH, _AS = ("membership.in", "membership", "acceded"), 4, "as"


def is_noun(items: Sequence[Item], trigger: Trigger, lang: str) -> bool:
    """ "In the form of": an English verb behind an article is none."""
    if lang != "en" or trigger.form != "verb" or not trigger.first:
        return False
    if trigger.first == trigger.head and _part_of_name(items, trigger.head):
        return True
    if items[trigger.head].kind == "ref":
        return True  # "A new charter was adopted": the noun for a paper.
    opens = trigger.first == trigger.head
    before = items[trigger.first - 1].norm
    named = before in ARTICLES or (before in _OWNERS and trigger.frame == _FOUNDED)
    return opens and named and not items[trigger.head].norm.endswith("ed")


def watches(items: Sequence[Item], loose: Trigger, triggers: Sequence[Trigger]) -> bool:
    """ "Takes part in A as an observer", "an observer in A since 2005": in the same breath it is no membership.

    "Was let into A as an observer" is no accession.
    """
    if is_let_in_as(items, loose, triggers):
        return True
    if loose.frame not in _LOOSE:
        return False
    for other in (t for t in triggers if t.frame.startswith("observer")):
        if loose.frame != _LOOSE[0] and not (other.first > loose.last and items[other.first].norm == _AS):
            continue
        low, high = sorted((loose, other), key=lambda t: t.first)
        between = items[low.last + 1 : high.first]
        if len(between) <= _BREATH and not any(i.text in {",", ";"} for i in between):
            return True
    return False


def _part_of_name(items: Sequence[Item], k: int) -> bool:
    """ "The XYZ Institute, opened in …": a capital behind a body's name goes on with it."""
    text, before = items[k].text, items[k - 1]
    return text[0].isupper() and text[1:].islower() and before.kind == "name" and before.label != "COUNTRY"
