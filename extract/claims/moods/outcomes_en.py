"""A trigger and the end of its clause in, where words on what came of it begin out: "but nothing came of it"."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from kb.model import POLARITIES

_TOLD, _ACTIVE, _ED = frozenset({"active", "passive"}), "active", "ed"
_PAST = (_ED, "set", "took", "became", "came", "left", "gave", "put", "brought")
_DENIED, _OPEN = "negated", frozenset({"planned", "hypothetical"})
_LONGEST, _UNTIL, _TILL = 8, 4, frozenset({"until", "till", "before"})
_TIME, _JOINTS = 4, frozenset({"but", "yet", "and", "though"})


def outcome_at(trigger: Trigger, form: Form, clauses: Clauses, last: int) -> int:
    """Behind a comma, or an English joint right behind a noun: "accession was discussed but did not come about"."""
    items = clauses.items
    if items[last].text == ",":
        if _goes_on(form, clauses, last + 1):
            return len(items)
        return last + 1
    if clauses.lang != "en" or trigger.form == "verb":
        return len(items)
    if [items[last - 1].norm, items[last].norm] == ["at", "that"]:
        # "Was discussed at that time but …" tells of a time, and opens no clause with "that".
        last = next((k for k in range(last, min(last + _TIME, len(items))) if items[k].norm in _JOINTS), last)
    return last if items[last].norm in _JOINTS else len(items)


def behind_aside(clauses: Clauses, first: int) -> int | None:
    """ "Was not admitted, together with B, until 2007": where the clause ends that goes on behind a verbless aside."""
    items = clauses.items
    close = range(first, min(first + _UNTIL, len(items)))
    opening = next((k for k in close if items[k].text == "," or k in clauses.verbs), None)
    if opening is None or items[opening].text != ",":
        return None
    near = range(opening + 1, min(opening + _LONGEST, len(items)))
    closing = next((k for k in near if items[k].text == "," or k in clauses.verbs), None)
    if closing is None or items[closing].text != "," or closing + 1 >= len(items):
        return None
    return closing + _UNTIL if items[closing + 1].norm in _TILL else None


def is_done(trigger: Trigger, clauses: Clauses) -> bool:
    """ "Signed the agreement on A, which was to settle balances": what describes the object of a past plans no deed."""
    form, norm = clauses.forms[trigger], clauses.items[trigger.head].norm
    return clauses.lang == "en" and form.voice in _TOLD and not form.mood and norm.endswith(_PAST)


def _goes_on(form: Form, clauses: Clauses, k: int) -> bool:
    """ "Entered A in 2006, declined to sign B, and …": the next English verb of the same subject undoes nothing."""
    told = clauses.lang == "en" and form.voice == _ACTIVE and not form.mood
    return told and k < len(clauses.items) and clauses.items[k].norm.endswith(_ED)


def at_last(clauses: Clauses, form: Form, found: set[str]) -> set[str]:
    """What was denied "until 2015", without the denial; who "refused to ratify it until 2015" did so then.

    Who plans, or will, not do it until then has not done it yet.
    """
    left = found - {_DENIED}
    refused = clauses.lang == "en" and form.voice == "infinitive" and _DENIED in found and left.isdisjoint(_OPEN)
    return left | {POLARITIES[0]} if refused else left
