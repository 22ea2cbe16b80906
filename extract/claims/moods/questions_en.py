"""An English question in, whether it takes for granted what it asks about, out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.verb_forms import Form

_ASKING, _TOLD = frozenset({"why", "when", "how"}), frozenset({"active", "passive"})
_HEAD = 2


def takes_for_granted(clauses: Clauses, form: Form) -> bool:
    """ "Why was A suspended?", "When did A join B?": a question after cause, time or manner of what has happened."""
    asked = clauses.lang == "en" and form.voice in _TOLD and not form.mood
    return asked and any(i.norm in _ASKING for i in clauses.items[:_HEAD])
