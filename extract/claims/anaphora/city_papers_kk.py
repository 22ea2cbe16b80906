"""A Kazakh noun for a paper behind the name of a city in, the paper that was signed there out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item
from extract.language.tokens import fold

_OWNED = ("и", "ы", "си", "сы")
# What was said around the name of a paper, in characters; a city in any case begins so.
_BEFORE, _BEHIND, _STEM = 120, 160, 4


def city_paper(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """«Ялта келісімі»: the paper of that kind that was named beside the city; empty where there is none or two."""
    city = items[k - 1] if k else None
    if city is None or city.kind != "place":
        return None
    stem = next((s for s in words.instruments if items[k].norm.startswith(s)), None)
    if stem is None or not items[k].norm[len(stem) :].startswith(_OWNED):
        return None
    kinds, opening = words.instruments[stem], fold(city.text)[:_STEM]
    found = {
        paper
        for at, paper in memory.papers_named(items[k].start)
        if paper.startswith(kinds or "")
        and any(w.startswith(opening) for w in memory.words(at - _BEFORE, at + _BEHIND))
    }
    return found.pop() if len(found) == 1 else ""
