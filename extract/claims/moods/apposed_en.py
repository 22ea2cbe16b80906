"""A trigger of an English apposition in its clauses in, whether the sentence's mood and date are its own out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.cues import cues_in
from extract.claims.moods.words import PolarityWords
from kb.model import POLARITIES

_ORGANS, _DATED = "organ_of", 5
_PLANNED, _UNREAL = "planned", frozenset({"planned", "hypothetical"})
_MOODS = _UNREAL | {POLARITIES[0]}


def apposed(clauses: Clauses, trigger: Trigger) -> bool:
    """ "The Council, the bloc's highest body, may meet in May": what is said of the organ between commas."""
    items, first = clauses.items, trigger.first
    if clauses.lang != "en" or not trigger.frame.startswith(_ORGANS):
        return False
    before = first - 1 - (first > 1 and items[first - 1].norm in ARTICLES)
    # "The Council, A's highest body" may read as a list of the two names.
    opened = len(items[first].members) > 1 or (before >= 0 and items[before].text == ",")
    return items[first].text == "," or (items[trigger.last].text == "," and opened)


def own_mood(clauses: Clauses, trigger: Trigger, polarity: str, words: PolarityWords) -> str:
    """What may be or is to come is said of the sentence's verb, unless the apposition says it inside."""
    if polarity not in _MOODS or not apposed(clauses, trigger):
        return polarity
    held = clauses.items[trigger.first : trigger.last + 1]
    if any(i.norm in clauses.unreal for i in held):
        return polarity if polarity in _UNREAL else _PLANNED
    inside = set(cues_in(words.within, clauses.items, trigger.first, trigger.last + 1))
    return polarity if inside & _UNREAL else POLARITIES[0]


def bears_date(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether a date may be what is told here: in an apposition only right behind its names ("…, since 1992,")."""
    items = clauses.items
    if not apposed(clauses, trigger):
        return True
    end = next((k for k in range(trigger.last + 1, len(items)) if items[k].kind == "mark"), len(items))
    return any(i.kind == "date" for i in items[trigger.last + 1 : min(end, trigger.last + 1 + _DATED)])
