"""A Kazakh paper that founds a body ("… қол қойылған келісіммен құрылды") in, which one it is out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item
from extract.language.tokens import fold

# A paper by which something is done, and what was done to it before; letters folded.
_BY = ("мен", "бен", "пен")
_MADE = frozenset(map(fold, ("қойылған", "жасалған", "бекітілген", "қабылданған", "жасасқан")))
_FOUNDS = frozenset(map(fold, ("құратын", "құрған", "құрайтын")))
_ACCUSATIVE = ("ды", "ди", "ты", "ти", "ны", "ни", "ын", "ин")
_FOUNDED = tuple(map(fold, ("құрыл", "негіздел", "өмірге", "дүниеге", "пайда", "іргесі", "шаңырағы")))


def _founding(items: Sequence[Item], k: int) -> str:
    """«A-ны құратын құжат»: the body of which the participle before the paper says that it founds it."""
    body = items[k - 2] if k > 1 and items[k - 1].norm in _FOUNDS else None
    told = body is not None and body.kind == "name" and body.label == "ORG" and len(body.ids) == 1
    return body.ids[0] if told and body is not None and fold(body.text).endswith(_ACCUSATIVE) else ""


def founded_by(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "A – the fund – was founded by an agreement signed in 2023": that of A; empty where none is known of A."""
    norm = items[k].norm
    if (body := _founding(items, k)) and norm.startswith(tuple(words.instruments)):
        return memory.founder(body) or ""
    made = 0 < k < len(items) - 1 and items[k - 1].norm in _MADE and norm.endswith(_BY)
    if not made or not items[k + 1].norm.startswith(_FOUNDED) or not norm.startswith(tuple(words.instruments)):
        return None
    named = [i.ids[-1] for i in items[:k] if i.kind == "name" and i.label == "ORG" and i.ids]
    return (memory.founder(named[-1]) or "") if named else None
