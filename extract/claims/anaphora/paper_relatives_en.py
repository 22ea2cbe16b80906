"""An English noun for a paper beside the body that it founded in ("the A agreement"), which paper it is out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import ARTICLES, Item, referring

_WHICH, _BY = "which", frozenset({"by", "under", "with", "through"})
# "The 1991 agreement", "its founding treaty"; "was later", "had been" before the deed.
_BEFORE, _BETWEEN = 3, 4
_PLAIN, _WITH = frozenset({"treaty", "agreement"}), frozenset({"with"})
_DEEDS, _DEED = ("ratif", "sign", "accede", "accession", "denounc"), 6


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


def on_which(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "A, the treaty on which was signed in 1993": what founded the body before the comma."""
    opened = [i.norm for i in items[k + 1 : k + 3]]
    led = k >= _BEFORE and items[k - 1].norm in words.determiners and items[k - 2].text == ","
    if not led or items[k].norm not in words.instruments or opened[-1:] != [_WHICH] or opened[0] not in words.named_by:
        return None
    body = items[k - 3]
    paper = memory.founder(body.ids[-1]) if body.label == "ORG" and body.ids else None
    return referring(items[k], "TREATY", (paper,)) if paper else None


def by_name(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "Ratified the A agreement": what founded A, where the noun says no more and is said to be signed or ratified."""
    if items[k].norm not in _PLAIN or k < _BEFORE - 1 or items[k - 2].norm not in words.determiners:
        return None
    body, following = items[k - 1], items[k + 1].norm if k + 1 < len(items) else ""
    near = [i.norm for i in items[max(0, k - _DEED) : k + _DEED]]
    made = any(norm.startswith(_DEEDS) for norm in near)
    if body.kind != "name" or body.label != "ORG" or not body.ids or not made or following in words.named_by | _WITH:
        return None
    paper = memory.founder(body.ids[-1])
    if paper is None or not paper.startswith(tuple(_PLAIN)):
        return None
    memory.meant(paper, items[k].start)
    return referring(items[k], "TREATY", (paper,))
