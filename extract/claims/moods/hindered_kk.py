"""A Kazakh verbal noun and what is done to the deed behind it in, whether it was kept from happening out."""

import re
from collections.abc import Iterator, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.cues import CueTable, cues_in

# A verbal noun in the dative or accusative, and one that its subject owns and that has no case, letters folded.
_GOVERNED = re.compile("[ую](?:[ыи]?(?:на|не|н)|га|ге|ды|ди)$")
_OWNED = re.compile("[ую][ыи]$")
_QUOTES, _THOUGHT = frozenset('«»“”"'), 10


def hindered(trigger: Trigger, items: Sequence[Item], last: int, tables: tuple[CueTable, ...]) -> Iterator[str]:
    """ "A put a veto on B's joining", "B's joining came to a halt": the case says whether it hindered or was hindered.

    `tables`: what is done to a deed, what a deed does that does not come about, and what people think of one.
    """
    noun = items[trigger.head].norm
    for ending, table in zip((_GOVERNED, _OWNED), tables, strict=False):
        if ending.search(noun):
            yield from cues_in(table, items, trigger.last + 1, last)


def regarded(trigger: Trigger, clauses: Clauses, last: int, tables: tuple[CueTable, ...]) -> Iterator[str]:
    """ "Called B's joining a red line": a deed without a day, of which somebody only thinks something."""
    items, end = clauses.items, trigger.last + 1
    begun = max((k for k in range(trigger.first) if items[k].kind == "mark" or k in clauses.verbs), default=-1)
    dated = any(i.kind == "date" for i in items[begun + 1 : end + 1])
    if _GOVERNED.search(items[trigger.head].norm) and not dated:
        # The thought may stand in quotation marks: "«қызыл сызық» деп атады".
        near = [i for i in items[end : end + _THOUGHT] if i.kind != "mark" or i.text not in _QUOTES]
        stop = next((k for k, i in enumerate(near) if i.kind == "mark"), len(near))
        yield from cues_in(tables[-1], near, 0, max(stop, min(last - end, len(near))))
