"""A Kazakh deed that is the subject of its sentence in, where what is said of the deed itself begins, out."""

import re

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.endings_kk import ACCUSATIVE
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.moods.cues import CueTable, cues_in
from extract.language.tokens import fold

# A verbal noun that its subject owns and that has no case, letters folded.
_OWNED = re.compile("[ую][ыи]$")
# A past main verb, denied or not, letters folded.
_PAST = re.compile("(?:[рлтйзнмаеиыу]?[дт][ыи]|[гк][ае]н)$")
# A dative, letters folded, and words in one that only make one verb with what follows.
_GIVEN = re.compile("(?:[гк][ае]|[ыи]?н[ае])$")
_ONE_VERB = frozenset(map(fold, ("күшіне", "күшке", "жүзеге", "іске", "кейінге", "қайта")))
_HOW = frozenset(map(fold, ("айқын", "анық", "тағы", "толық", "атап", "бірден")))
_DOUBT = tuple(map(fold, ("мүмкін", "ықтимал", "керек", "тиіс", "қажет")))
_SHORT = 3
# A verbal noun that its subject owns, in any case but the dative; so many words may be of its predicate.
_DEED, _PREDICATE = re.compile("[ую][ыи](?:н|н[ыи]н|нда|нде|нан|нен)?$"), 5
# Of a year from here on nobody knows that it lies behind the text.
_NOT_BEHIND = 2025


def only_shows(trigger: Trigger, form: Form, clauses: Clauses) -> bool:
    """ "A's joining B in 1993 showed its striving for peace": what a dated deed has done to other things is past.

    "Was put off", "is planned for", "did not come about" are about the deed: they have no object of their own.
    """
    items = clauses.items
    if clauses.lang != "kk" or form.voice != "noun" or form.mood or not _OWNED.search(items[trigger.head].norm):
        return False
    begun = max((k for k in range(trigger.first) if items[k].text in ",;:" or k in clauses.verbs), default=-1)
    if not any(i.kind == "date" and not i.depth for i in items[begun + 1 : trigger.head]):
        return False
    end = next((k for k in range(trigger.last + 1, len(items)) if items[k].kind == "mark"), len(items))
    if any(i.norm.startswith(_DOUBT) for i in items[trigger.last + 1 : end]):
        return False
    if end - trigger.last < _SHORT or not _PAST.search(items[end - 1].norm):
        return False
    at = end - 2 - (items[end - 2].norm in _HOW)
    return _is_object(items[at])


def spoken_of(trigger: Trigger, form: Form, clauses: Clauses, spoken: CueTable) -> bool:
    """ "Of A's exit in 2020 only the epilogue speaks": what a text tells of a dated deed leaves the deed a fact."""
    items = clauses.items
    if clauses.lang != "kk" or form.voice != "noun" or form.mood or not _DEED.search(items[trigger.head].norm):
        return False
    begun = max((k for k in range(trigger.first) if items[k].text in ";:" or k in clauses.verbs), default=-1)
    years = [i.mention.edtf or "" for i in items[begun + 1 : trigger.head] if i.mention and i.kind == "date"]
    if not years or not all(y[:4].isdecimal() and int(y[:4]) < _NOT_BEHIND for y in years):
        return False
    end = next((k for k in range(trigger.last + 1, len(items)) if items[k].text in ";:"), len(items))
    near = items[trigger.last + 1 : end]
    if any(i.norm.startswith(_DOUBT) for i in near) or any(k in clauses.held for k in range(trigger.last + 1, end)):
        return False
    return any(True for _ in cues_in(spoken, items, max(trigger.last + 1, end - _PREDICATE), end))


def _is_object(item: Item) -> bool:
    taken = item.text.endswith(ACCUSATIVE) or _GIVEN.search(item.norm) is not None
    return item.kind == "word" and item.norm not in _ONE_VERB and taken
