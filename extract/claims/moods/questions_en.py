"""An English question in, whether it takes for granted what it asks about, out."""

from itertools import pairwise

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.questions_en import head_of_question
from extract.claims.grammar.verb_forms import Form

_ASKING, _TOLD = frozenset({"why", "when", "how"}), frozenset({"active", "passive"})
_HEAD = 2
_WHO, _WHAT, _WHEN = "who", frozenset({"what", "which"}), frozenset({"year", "month", "day", "date", "city", "summit"})


def takes_for_granted(clauses: Clauses, form: Form) -> bool:
    """ "Why was A suspended?", "When did A join B?": a question after cause, time or manner of what has happened."""
    asked = clauses.lang == "en" and form.voice in _TOLD and not form.mood
    head = head_of_question(clauses) if asked else []
    known = head[:1] == [_WHO] or any(a in _WHAT and b in _WHEN for a, b in pairwise(head))
    return asked and (known or not _ASKING.isdisjoint(head[:_HEAD]))
