"""A trigger in its sentence in, what the words that frame its whole clause say of it out: «неверно, что …»."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.patterns import match
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.cues import CueTable
from extract.language.russian import is_part

_STOPS = frozenset(".;:!?()")
# So many words may stand before the comma in front of "that"; a comment has no more than these.
_FRAME = 6
_WHETHER, _SO_THAT = "ли", "чтобы"
_JOINTS = frozenset({"а", "но", "и", "да", "однако"})


def framed(
    trigger: Trigger, clauses: Clauses, comments: CueTable, told: CueTable, that: frozenset[str]
) -> Iterator[str]:
    """`comments` stand at the head of the clause before a comma, `told` before a comma and "that" or "whether"."""
    items = clauses.items
    if not comments.rows:
        return
    if trigger.head + 1 < len(items) and items[trigger.head + 1].norm == _WHETHER:
        yield "hypothetical"
    for comma in _openings(trigger, clauses):
        if items[comma + 1].norm in that or items[comma + 1].norm == _SO_THAT:
            yield from _ending(told, items, comma, False)
            return
        yield from _ending(comments, items, comma, True)


def _openings(trigger: Trigger, clauses: Clauses) -> Iterator[int]:
    """The commas before a trigger, the nearest first, as long as no clause with a verb of its own lies behind."""
    items, at, nearest = clauses.items, trigger.first - 1, True
    while at > 0 and items[at].text not in _STOPS:
        held = clauses.aside(at)
        if items[at].text == "," and held is not None and held[1] == at + 1 and held[0] < at:
            at = held[0] - 1
            continue
        if items[at].text == ",":
            if not nearest and _acts(items[at + 1 : trigger.first]):
                return
            yield at
            if items[at + 1].norm in _JOINTS:
                return
            nearest = False
        at -= 1


def _acts(items: Sequence[Item]) -> bool:
    return any(i.kind == "word" and is_part(i.norm, "VERB") for i in items)


def _ending(cues: CueTable, items: Sequence[Item], comma: int, heads: bool) -> Iterator[str]:
    """What the cues say that end right before the comma; `heads`: the words must open their clause."""
    for at in range(max(0, comma - _FRAME), comma):
        if items[at].kind != "word" or (heads and not _opens(items, at)):
            continue
        for cue in cues.at(items[at]):
            ends = match(cue.elements, items, at)
            if ends is not None and max(ends) == comma - 1:
                yield cue.polarity


def _opens(items: Sequence[Item], at: int) -> bool:
    return at == 0 or items[at - 1].kind == "mark" or items[at - 1].norm in _JOINTS
