"""Dates of some triggers of an English sentence in, those of what happened with them or upon them out."""

from collections.abc import Mapping

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_WITH, _HEADS, _NEAR = "with", frozenset({"and", "but"}), 4
_UPON, _WHICH, _NEXT = frozenset({"after", "upon", "whereupon"}), "which", 6
_NOUN, _DAY = frozenset({"noun", "participle"}), len("2001-01-01")


def happened_with(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "With the end of A on D, B ceased", "was admitted in 1998, after which A took the name of B"."""
    more: dict[Trigger, int] = {}
    order = sorted((t for t in forms if forms[t].voice not in _NOUN and not forms[t].mood), key=lambda t: t.first)
    for trigger in (t for t in order if t not in found):
        at = _with(clauses, forms, found, trigger)
        at = _upon(clauses, found, trigger) if at is None else at
        at = _brought_about(clauses, forms, found, trigger) if at is None else at
        if at is not None:
            more[trigger] = at
    return more


def _with(
    clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int], trigger: Trigger
) -> int | None:
    """The date of the noun behind a "with" that opens the clause."""
    nouns = (t for t in found if forms[t].voice == "noun" and t.last < found[t] < trigger.first)
    noun = max(nouns, key=lambda t: t.first, default=None)
    if noun is None or not any(_opens(clauses, k) for k in range(max(0, noun.first - _NEAR), noun.first)):
        return None
    between = range(found[noun] + 1, trigger.first)
    return None if any(clauses.items[k].kind == "date" or k in clauses.verbs for k in between) else found[noun]


def _opens(clauses: Clauses, k: int) -> bool:
    items = clauses.items
    return items[k].norm == _WITH and (k == 0 or items[k - 1].kind == "mark" or items[k - 1].norm in _HEADS)


def _brought_about(
    clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int], trigger: Trigger
) -> int | None:
    """ "The entry of A in 1999 turned B into C": what a noun right before the verb does, it did when it happened."""
    nouns = (t for t in found if forms[t].voice == "noun" and found[t] == trigger.first - 1)
    noun = next(nouns, None)
    acts = forms[trigger].voice == "active" and clauses.is_past(trigger.head)
    return found[noun] if noun is not None and acts and noun.first < found[noun] else None


def _upon(clauses: Clauses, found: Mapping[Trigger, int], trigger: Trigger) -> int | None:
    """The year or month of the verb before ", after which" or ", whereupon"; what comes after is of another day."""
    items = clauses.items
    near = range(max(2, trigger.first - _NEXT), trigger.first)
    after = next((k for k in near if items[k].norm in _UPON and items[k - 1].text == ","), None)
    if after is None or (items[after].norm != "whereupon" and items[after + 1].norm != _WHICH):
        return None
    before = max((t for t in found if t.last < after), key=lambda t: t.last, default=None)
    mention = items[found[before]].mention if before is not None and found[before] < after else None
    dated = before is not None and mention is not None and len(mention.edtf or "") < _DAY
    return found[before] if dated and before is not None else None
