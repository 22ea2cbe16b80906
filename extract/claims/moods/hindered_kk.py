"""A Kazakh verbal noun and what is done to the deed behind it in, whether it was kept from happening out."""

import re
from collections.abc import Iterator, Sequence

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.cues import CueTable, cues_in

# A verbal noun in the dative or accusative, and one that its subject owns and that has no case, letters folded.
_GOVERNED = re.compile("[ую](?:[ыи]?(?:на|не|н)|га|ге|ды|ди)$")
_OWNED = re.compile("[ую][ыи]$")


def hindered(trigger: Trigger, items: Sequence[Item], last: int, tables: tuple[CueTable, CueTable]) -> Iterator[str]:
    """ "A put a veto on B's joining", "B's joining came to a halt": the case says whether it hindered or was hindered.

    `tables`: what is done to a deed, and what a deed does that does not come about.
    """
    noun = items[trigger.head].norm
    for ending, table in zip((_GOVERNED, _OWNED), tables, strict=True):
        if ending.search(noun):
            yield from cues_in(table, items, trigger.last + 1, last)
