"""A Russian noun for a body behind an adjective of its nature in, the body of that nature in mind out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors, is_form
from extract.claims.grammar.items import Item, referring

_GOVERNING = frozenset({"в", "во", "из", "к", "ко", "о", "об", "этот", "этом", "этого", "этому"})


def body_of_nature(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "Заморозил членство в военном блоке": of several bodies the one whose name tells of defence or security.

    Only where one is in it, enters or leaves it: "создать военный союз" tells of a new one.
    """
    if k < 2 or not items[k].norm.startswith(tuple(words.natured or "\n")) or items[k - 2].norm not in _GOVERNING:
        return None
    stem = next(s for s in words.natured if items[k].norm.startswith(s))
    told = next((names for nature, names in words.natures.items() if items[k - 1].norm.startswith(nature)), ())
    found = memory.body(items[k].start, told) if told and is_form(items[k].norm, stem, lang, words) else None
    return referring(items[k], "ORG", (found,)) if found else None
