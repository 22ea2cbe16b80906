"""A Russian noun of a deed behind a dash or colon in, what the words before that mark make of it out."""

from collections.abc import Iterator
from itertools import takewhile

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import DASHES
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.cues import CueTable, cues_in
from extract.language.russian import is_part, tense_of
from kb.model import POLARITIES

_PAST = frozenset({"past", "done"})
_STOPS = frozenset(".;!?()")
_MARKS = DASHES | {":"}
# So far behind the mark the last deed of a list may stand, so many words before it what the deeds are.
_LISTED, _HEAD = 14, 9


def aimed(trigger: Trigger, clauses: Clauses, words: CueTable) -> Iterator[str]:
    """ "The aim of A is «—» accession to B", "two scenarios: accession to B or to C": nobody says that it is done."""
    at = _mark(trigger, clauses) if words.rows else None
    if at is None or _acts_itself(trigger, clauses):
        return
    first = at
    while first > 0 and at - first < _HEAD and clauses.items[first - 1].text not in _STOPS:
        first -= 1
    found = set(cues_in(words, clauses.items, first, at))
    yield from () if POLARITIES[0] in found else found


def _acts_itself(trigger: Trigger, clauses: Clauses) -> bool:
    """ "Explained his choice: the accession to A opened markets": the deed is the subject of a past."""
    behind = takewhile(lambda i: i.kind != "mark", clauses.items[trigger.last + 1 :])
    return any(i.kind == "word" and tense_of(i.norm) in _PAST for i in behind)


def _mark(trigger: Trigger, clauses: Clauses) -> int | None:
    """The dash or colon before the noun, or before the list that it is in; no verb stands between."""
    items = clauses.items
    for k in range(trigger.first - 1, max(0, trigger.first - _LISTED), -1):
        if items[k].text in _MARKS:
            return k
        if items[k].text in _STOPS or (items[k].kind == "word" and is_part(items[k].norm, "VERB")):
            return None
    return None
