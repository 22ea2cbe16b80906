"""A Russian trigger in a condition that is told by an imperative in, its mood out."""

from collections.abc import Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.russian import is_imperative, is_nominative
from extract.language.tokens import fold

_STOPS, _PARTS = frozenset(".;!?()"), frozenset(",:–—-«»")
# What may stand before the verb that opens the clause.
_LEADING = frozenset({"не", "и", "а", "но", "ведь", "да", "вот", "зато", "что"})
_NOT, _WOULD, _IF = "не", frozenset({"бы", "б"}), frozenset({"если", "кабы", "ежели"})
# "Had A but chanced to join": who it happens to stands in the dative.
_CHANCED = ("случи", "довед", "привед", "удай", "посчастлив")
_SUBJECTS = frozenset({"NOUN", "NPRO", "ADJF"})
_REACH, _SUBJECT = 12, 6
# A mood that tells nothing: had A not left, it would be rich. It left, but that is not what the sentence says.
_NOTHING, _SUPPOSED = "", "hypothetical"


def supposed(trigger: Trigger, clauses: Clauses) -> str | None:
    """ "Had A joined B, prices would have fallen": in Russian the imperative of one who is no "you" is a condition."""
    if clauses.lang != "ru":
        return None
    items = clauses.items
    at = next((k for k in _openings(items, trigger) if _supposes(items, k)), None)
    if at is not None:
        return _NOTHING if at and items[at - 1].norm == _NOT else _SUPPOSED
    return _NOTHING if _granted(trigger, items) else None


def _openings(items: Sequence[Item], trigger: Trigger) -> list[int]:
    """Where the clause of the trigger begins, and the trigger itself where its verb does."""
    first = trigger.first
    while first > 0 and trigger.first - first < _REACH and items[first - 1].text not in _STOPS | _PARTS:
        first -= 1
    while first < trigger.head and items[first].norm in _LEADING:
        first += 1
    return [trigger.head, first] if first != trigger.head else [first]


def _supposes(items: Sequence[Item], k: int) -> bool:
    """An imperative that opens its clause, and behind it who would do it."""
    word = fold(items[k].text)
    if items[k].kind not in {"word", "place"} or not is_imperative(word) or not _opens(items, k):
        return False
    for item in items[k + 1 : k + 1 + _SUBJECT]:
        if item.kind == "mark":
            return False
        if item.kind in {"name", "ref"} and (item.label in {"COUNTRY", "ORG"}):
            if word.startswith(_CHANCED) or is_nominative(item.text.split()[-1], _SUBJECTS):
                return True
        elif item.kind == "word" and (_is_subject(item) or word.startswith(_CHANCED)):
            return True
    return False


def _opens(items: Sequence[Item], k: int) -> bool:
    """Nothing but small words before it: "and he «ups and leaves»" tells of a deed that was done."""
    while k > 0 and items[k - 1].norm in _LEADING:
        k -= 1
    return k == 0 or items[k - 1].kind == "mark"


def _is_subject(item: Item) -> bool:
    return is_nominative(item.norm, _SUBJECTS) and not item.norm.isdigit()


def _granted(trigger: Trigger, items: Sequence[Item]) -> bool:
    """ "If A had not left B": what would be otherwise has happened; it is not denied."""
    near = items[max(0, trigger.first - _REACH) : trigger.head]
    norms = [i.norm for i in near]
    at = next((k for k in range(len(norms) - 1) if norms[k] in _IF and norms[k + 1] in _WOULD), None)
    held = [] if at is None else near[at + 2 :]
    return bool(held) and held[-1].norm == _NOT and not any(i.kind == "mark" for i in held)
