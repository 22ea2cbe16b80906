"""A trigger and the end of its clause in, where words on what came of it begin out: "but nothing came of it"."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger

_TOLD, _PAST = (
    frozenset({"active", "passive"}),
    ("ed", "set", "took", "became", "came", "left", "gave", "put", "brought"),
)
_TIME, _JOINTS = 4, frozenset({"but", "yet", "and", "though"})


def outcome_at(trigger: Trigger, clauses: Clauses, last: int) -> int:
    """Behind a comma, or an English joint right behind a noun: "accession was discussed but did not come about"."""
    items = clauses.items
    if items[last].text == ",":
        return last + 1
    if clauses.lang != "en" or trigger.form == "verb":
        return len(items)
    if [items[last - 1].norm, items[last].norm] == ["at", "that"]:
        # "Was discussed at that time but …" tells of a time, and opens no clause with "that".
        last = next((k for k in range(last, min(last + _TIME, len(items))) if items[k].norm in _JOINTS), last)
    return last if items[last].norm in _JOINTS else len(items)


def is_done(trigger: Trigger, clauses: Clauses) -> bool:
    """ "Signed the agreement on A, which was to settle balances": what describes the object of a past plans no deed."""
    form, norm = clauses.forms[trigger], clauses.items[trigger.head].norm
    return clauses.lang == "en" and form.voice in _TOLD and not form.mood and norm.endswith(_PAST)
