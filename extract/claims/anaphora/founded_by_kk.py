"""A Kazakh paper that founds a body ("… қол қойылған келісіммен құрылды") in, which one it is out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item
from extract.language.tokens import fold

# A paper by which something is done, and what was done to it before; letters folded.
_BY = ("мен", "бен", "пен")
_MADE = frozenset(map(fold, ("қойылған", "жасалған", "бекітілген", "қабылданған", "жасасқан")))
_FOUNDED = tuple(map(fold, ("құрыл", "негіздел", "өмірге", "дүниеге", "пайда", "іргесі", "шаңырағы")))


def founded_by(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "A – the fund – was founded by an agreement signed in 2023": that of A; empty where none is known of A."""
    norm = items[k].norm
    made = 0 < k < len(items) - 1 and items[k - 1].norm in _MADE and norm.endswith(_BY)
    if not made or not items[k + 1].norm.startswith(_FOUNDED) or not norm.startswith(tuple(words.instruments)):
        return None
    named = [i.ids[-1] for i in items[:k] if i.kind == "name" and i.label == "ORG" and i.ids]
    return (memory.founder(named[-1]) or "") if named else None
