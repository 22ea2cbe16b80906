"""A Russian trigger and the end of its clause in, what is said of it afterwards out: taken back, or only judged."""

from collections.abc import Iterator
from itertools import takewhile

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import DASHES
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.cues import CueTable, cues_at, cues_in
from extract.language.russian import tense_of

# What somebody would gain by a step; a membership that is of use is there.
_STEPS = frozenset({"acceded", "withdrew", "terminated", "established"})
_PLANNED = ".planned"
_PAST = frozenset({"past", "done"})


def taken_back(trigger: Trigger, clauses: Clauses, at: int, past: bool, reversed_: CueTable) -> Iterator[str]:
    """ "Decided to leave, but changed its mind"; "signed it, but refused to ratify it" has been signed all the same."""
    if not past or trigger.frame.endswith(_PLANNED):
        yield from cues_at(reversed_, clauses.items, at)


def judged(trigger: Trigger, clauses: Clauses, words: CueTable) -> Iterator[str]:
    """ "The accession of A suits both sides" does not say that it is done; "has suited" does."""
    items = clauses.items
    if not words.rows or trigger.frame not in _STEPS:
        return
    behind = range(trigger.last + 1, len(items))
    same = list(takewhile(lambda k: items[k].kind != "mark" or items[k].text in DASHES, behind))
    if same and not any(tense_of(items[k].norm) in _PAST for k in same if items[k].kind == "word"):
        yield from cues_in(words, items, same[0], same[-1] + 1)
