"""A Russian noun of a deed in, what the word right before it says out: `вариант выхода`, `исключил выход`."""

from collections.abc import Iterator

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.cues import CueTable, cues_at
from extract.language.russian import is_case, is_part

_ADJECTIVES = 2
_NOT = "не"


def owned_by(trigger: Trigger, clauses: Clauses, words: CueTable) -> Iterator[str]:
    """ "The scenario of A's exit was discussed in 2023": a deed in the genitive right behind what it is a part of."""
    items, at = clauses.items, trigger.first - 1
    if not words.rows or at < 0 or not is_case(items[trigger.first].norm, "gent"):
        return
    for _ in range(_ADJECTIVES):
        described = items[at].kind == "word" and is_part(items[at].norm, "ADJF") and is_case(items[at].norm, "gent")
        at -= bool(described and at)
    yield from cues_at(words, items, at)


def ruled_out(trigger: Trigger, clauses: Clauses, words: CueTable) -> Iterator[str]:
    """ "The Kremlin has ruled out the return of A": right behind its verb; not "has not ruled out"."""
    items, at = clauses.items, trigger.first - 1
    denied = at > 0 and items[at - 1].norm == _NOT
    if words.rows and at >= 0 and not denied and is_case(items[trigger.first].norm, "accs"):
        yield from cues_at(words, items, at)
