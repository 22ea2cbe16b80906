"""A Kazakh noun for a paper behind what it is on and when it was made in, which paper of which body it is out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item
from extract.language.tokens import fold

# What was done to the paper, between what it is on and its noun; letters folded.
_MADE = frozenset(map(fold, ("жасалған", "қойылған", "қабылданған", "бекітілген", "жасасқан", "қол")))
_ENDING = tuple(map(fold, ("тоқтату", "тарату", "жою", "доғару")))
# "The work of A", which stands between A and its end.
_WORK = tuple(map(fold, ("қызметін", "жұмысын", "өмір", "сүруін")))


def paper_on_deed(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "A-ның қызметін тоқтату туралы 2014 жылы жасалған шарт": the paper that ended, or founded, A."""
    if not items[k].norm.startswith(tuple(words.instruments)):
        return None
    at = k - 1
    while at > 0 and (items[at].kind in {"date", "place"} or items[at].norm in _MADE):
        at -= 1
    # Right behind "on" the name of the paper would hold it all.
    if at == k - 1 or at < 2 or items[at].norm not in words.connectors:
        return None
    deed = items[at - 1].norm
    ends = deed in _ENDING
    if not ends and not deed.startswith(words.founded):
        return None
    at -= 2
    while at > 0 and items[at].norm in _WORK:
        at -= 1
    body = _body(items[at], words, memory)
    return (memory.paper_for("ending" if ends else "founding", body, ()) or "") if body else None


def _body(owner: Item, words: Anaphors, memory: Memory) -> str | None:
    """The body that a name, or a noun for one, stands for."""
    if owner.kind == "name":
        return owner.ids[-1] if owner.label == "ORG" and owner.ids else None
    stem = next((s for s in words.bodies if owner.norm.startswith(s)), None)
    if stem is None and owner.norm not in words.owners:
        return None
    return memory.body(owner.start, words.bodies[stem] if stem is not None else ())
