"""English verbs in a row with one subject in, the date that stands in front of all of them as that of each out."""

from collections.abc import Mapping

from extract.claims.datings.shared_dates import in_front
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_APART = frozenset({"noun", "participle", "infinitive"})
_ENDED = ("withdrew", "terminated", "suspended")
# A clause with "who" or "that" tells for itself.
_HUNG = frozenset({"which", "who", "whose", "that", "where", "when", "whereas", "while", "if", "whether", "because"})


def in_series(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "On D A was renamed B, approved C and received D as an observer": what "and" and commas join happened on D."""
    more: dict[Trigger, int] = {}
    order = sorted(forms, key=lambda t: t.first)
    for first in (t for t in order if t in found and found[t] < t.first and forms[t].voice not in _APART):
        at = found[first]
        if first.form != "verb" or not in_front(clauses, at):
            continue
        for later in (t for t in order if t.first > first.last and t not in found and not _of_its_own(t, forms[t])):
            if _leads_to(clauses, first, later) and not clauses.turns_later(first.last + 1, _end(clauses, later)):
                more[later] = at
    return more


def _end(clauses: Clauses, trigger: Trigger) -> int:
    """Where what the verb tells ends: at the next comma or joint."""
    behind = range(trigger.last + 1, len(clauses.items))
    return next((k for k in behind if clauses.items[k].text == "," or clauses.joins(k)), len(clauses.items))


def _of_its_own(trigger: Trigger, form: Form) -> bool:
    return form.voice in _APART or bool(form.mood) or trigger.frame.startswith(_ENDED)


def _leads_to(clauses: Clauses, first: Trigger, later: Trigger) -> bool:
    """Every verb from the one to the other stands right behind "and" or a comma, and none in a clause of its own."""
    items = clauses.items
    held = range(first.last + 1, later.last + 1)
    if any(items[k].norm in _HUNG or items[k].text in {";", ":", "("} for k in held):
        return False
    own = later.head if later.form == "state" else -1
    verbs = [k for k in held if k in clauses.verbs and k != own]
    return bool(verbs) and all(clauses.leans(k) and not clauses.goes_on(k + 1) for k in verbs)
