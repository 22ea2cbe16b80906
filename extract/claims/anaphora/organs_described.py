"""A common noun for an organ ("a parliamentary assembly", `экономический суд`) in, the body's organ that it is out."""

from collections.abc import Sequence

from extract.claims.anaphora.country_references import is_adjective
from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring

_MODIFIERS = 3
# So much of a word must agree with the organ's name, whatever its ending.
_OPENING, _TAIL = 5, 3


def organ_described(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "A parliamentary assembly had been formed in 2004": the one organ of the body in mind that bears the words.

    A noun that many organs share ("a council") needs an adjective that tells which it is.
    """
    item = items[k]
    head = _head(item, words) if k == 0 or item.text.islower() else None
    if head is None or (k + 1 < len(items) and items[k + 1].norm in words.organ_tails):
        return None
    told = _modifiers(items, k, lang, words)
    if told is None or (not told and (head not in words.organs_alone or memory.organ(item.start, (head,)))):
        return None
    body = memory.body(item.start)
    fitting = [id_ for id_, name in memory.organs_of(body) if all(_bears(name, word) for word in (head, *told))]
    return referring(item, "ORG", fitting) if len(fitting) == 1 else None


def _head(item: Item, words: Anaphors) -> str | None:
    if not item.norm.startswith(words.organ_nouns):
        return None
    return next((s for s in words.organ_nouns if item.norm.startswith(s) and len(item.norm) - len(s) <= _TAIL), None)


def _modifiers(items: Sequence[Item], k: int, lang: str, words: Anaphors) -> tuple[str, ...] | None:
    """The words that say which organ it is; None where an English noun has no article, or a name before it."""
    n = k - 1
    while n >= 0 and k - n <= _MODIFIERS and _describes(items[n], lang, words):
        n -= 1
    if lang == "en" and (n < 0 or items[n].norm not in words.organ_articles):
        return None
    return tuple(i.norm for i in items[n + 1 : k] if not i.norm.startswith(words.organ_neutral))


def _describes(item: Item, lang: str, words: Anaphors) -> bool:
    plain = item.kind == "word" and item.text.islower() and item.norm not in words.organ_articles
    return plain and (lang == "en" or is_adjective(item))


def _bears(name: frozenset[str], word: str) -> bool:
    return all(any(w.startswith(part[:_OPENING]) for w in name) for part in word.split("-"))
