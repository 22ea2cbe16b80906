"""A Kazakh noun for a statute in, that of the organ that is told of out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item
from extract.language.tokens import fold

_STATUTE, _PAPER = fold("статут"), "statute"


def organ_statute(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "A соты құрылды, оның статутына қол қойылды": that of the organ of the sentence, else of the one named last."""
    if not items[k].norm.startswith(_STATUTE):
        return None
    named = [i.ids[-1] for i in items[:k] if i.kind == "name" and i.label == "ORG" and i.ids]
    organs = [id_ for id_ in reversed(named) if memory.is_organ(id_)]
    owned = [id_ for body in reversed(named) for id_, _ in memory.organs_of(body)] if not organs else []
    start = items[k].start
    told = [id_ for _, id_ in reversed(memory.last_named("ORG", start))]
    last = memory.organ(start, ("",))
    for organ in (*organs, *owned, *told, *filter(None, (last,))):
        paper = memory.charter(organ) or ""
        if paper.startswith(_PAPER):
            return paper
    return None
