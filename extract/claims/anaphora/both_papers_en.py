"""An English noun for papers behind "both" in, the two that the text named last out: "both documents were ratified"."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring

_BOTH, _TWO, _COUNTED = "both", "two", frozenset({"the", "these", "those"})
_PLURAL, _PAIR, _FAR = "s", 2, 700


def both_papers(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "Both documents", "the two treaties": the last two instruments, where they are of the kind that is said."""
    noun = items[k].norm.removesuffix(_PLURAL)
    if items[k].norm == noun or noun not in words.instruments or not k:
        return None
    counted = items[k - 1].norm == _TWO and k > 1 and items[k - 2].norm in _COUNTED
    following = items[k + 1].norm if k + 1 < len(items) else ""
    if not (counted or items[k - 1].norm == _BOTH) or following in words.named_by:
        return None
    kinds = tuple(words.instruments[noun])
    said: dict[str, int] = {}
    for start, id_ in memory.papers_named(items[k].start):
        if items[k].start - start > _FAR or len(said) > _PAIR:
            break
        said.setdefault(id_, start)
    ids, starts = list(said)[:_PAIR], list(said.values())
    # "Signed A and B, which went further than C. Both papers …": nobody knows which, unless the third stands apart.
    apart = len(starts) == _PAIR or (len(starts) > _PAIR and starts[0] - starts[1] < starts[1] - starts[2])
    fit = apart and all(not kinds or id_.startswith(kinds) for id_ in ids)
    return referring(items[k], "TREATY", tuple(reversed(ids))) if fit else None
