"""An English question in, whether it takes for granted what it asks about, out."""

from itertools import dropwhile, islice, pairwise

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.verb_forms import Form

_ASKING, _TOLD = frozenset({"why", "when", "how"}), frozenset({"active", "passive"})
_HEAD = 2
_WHO, _WHAT, _WHEN = "who", frozenset({"what", "which"}), frozenset({"year", "month", "day", "date", "city", "summit"})
_LABELS = frozenset({"questions", "question", "q", "quiz", "exercise", "exercises"})
_OPENING, _ASKED = 4, frozenset({"who", "which", "what", "whose"})


def takes_for_granted(clauses: Clauses, form: Form) -> bool:
    """ "Why was A suspended?", "When did A join B?": a question after cause, time or manner of what has happened."""
    asked = clauses.lang == "en" and form.voice in _TOLD and not form.mood
    head = _head(clauses)
    known = head[:1] == [_WHO] or any(a in _WHAT and b in _WHEN for a, b in pairwise(head))
    return asked and (known or not _ASKING.isdisjoint(head[:_HEAD]))


def asks_who(clauses: Clauses, first: int) -> bool:
    """ "Which two founders of A still belong to it?": in front of the verb nobody is named, for it asks who."""
    items = clauses.items
    if clauses.lang != "en" or items[-1].text != "?":
        return False
    opened = not _ASKED.isdisjoint(_head(clauses)[:_HEAD])
    return opened and not any(i.kind == "name" and i.label == "COUNTRY" for i in items[:first])


def _head(clauses: Clauses) -> list[str]:
    """The first words behind "Questions:" and a number."""
    spoken = dropwhile(lambda i: i.kind == "mark" or i.norm.isdigit() or i.norm in _LABELS, clauses.items)
    return [i.norm for i in islice(spoken, _OPENING)]
