"""An English "all three" or "the three juntas" in, the countries that the sentence before told of one by one out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring

_ALL, _DEFINITE, _LEAST = "all", frozenset({"all", "the", "these", "those"}), 3
# What acts for a country, or is one: "the three juntas", "all four capitals".
_ACTORS = ("capital", "neighbour", "neighbor", "newcomer", "holdout", "dissident", "leaver", "suspended")


def told_apart(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "X suspended A in 2021, B in 2022 and C in 2023. All three left it": as many as were named one by one.

    Where none fit, "all three" before a verb still are countries, and no body named there does what they did.
    """
    size = words.groups.get(items[k].norm, 0)
    if size < _LEAST or not k or items[k - 1].norm not in _DEFINITE or not _of_countries(items, k, words):
        return None
    if memory.countries(items[k].start, size):
        return None
    ids = memory.apart(items[k].start)
    if len(ids) == size:
        return referring(items[k], "COUNTRY", ids)
    undergone = any(i.norm in words.undergone for i in items[k + 1 : k + 4])
    nameless = items[k - 1].norm == _ALL and not undergone
    return replace(items[k], kind="ref", label="COUNTRY") if nameless else None


def _of_countries(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """Behind the number stands a verb, or a noun of those who act for countries."""
    if k + 1 >= len(items) or items[k + 1].kind != "word":
        return False
    norm = items[k + 1].norm
    return norm.startswith((*words.agents, *_ACTORS)) or not norm.endswith("s") or norm in {"has", "was", "is"}
