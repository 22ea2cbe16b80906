"""An English noun for a paper and the clause that tells what it did in, which paper it is out."""

from collections.abc import Sequence

from extract.anaphor_words import Anaphors
from extract.anaphora import Memory
from extract.claim_items import ARTICLES, Item, referring

_WHICH, _BY = "which", frozenset({"by", "under", "with", "through"})
# "The 1991 agreement", "its founding treaty"; "was later", "had been" before the deed.
_BEFORE, _BETWEEN = 3, 4


def by_which(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "The 1991 agreement by which A was formed": what founded the body."""
    opened = [i.norm for i in items[k + 1 : k + 3]]
    if items[k].norm not in words.instruments or opened[-1:] != [_WHICH] or opened[0] not in _BY:
        return None
    # The article before a date has gone by now: "the 1991 agreement".
    definite = any(i.norm in words.determiners or i.kind == "date" for i in items[max(0, k - _BEFORE) : k])
    at = k + 3 + (k + 3 < len(items) and items[k + 3].norm in ARTICLES)
    body = items[at] if definite and at < len(items) and items[at].label == "ORG" else None
    deed = [i.norm for i in items[at + 1 : at + 1 + _BETWEEN] if i.kind == "word"]
    if body is None or not body.ids or not any(norm.startswith(words.founded) for norm in deed):
        return None
    paper = memory.founder(body.ids[-1])
    return referring(items[k], "TREATY", (paper,)) if paper else None
