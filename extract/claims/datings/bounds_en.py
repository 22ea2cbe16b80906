"""An English trigger and a date in, whether the date bounds something else out: the end of a span, a promise's day."""

from collections.abc import Mapping
from itertools import pairwise

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_UP_TO, _FROM, _STATES = frozenset({"until", "till", "to", "through"}), "from", ("membership", "observer", "organ_of")
_DESCRIBING, _MADE, _ENDED = "participle", "established", "terminated"
_SINCE = frozenset({"since", "from"})
_PAPERED = ("signed", "adopted", "ratified")
_THAT, _AHEAD = frozenset({"that", "which"}), frozenset({"will", "would"})
_PAUSED, _UNTIL = "suspended", frozenset({"until", "till"})


def ends_span(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "From May 1992 until June 2007 A suspended its membership": when it ended is not when it was done.

    Nor is "stayed suspended until June 2007".
    """
    items = clauses.items
    if k > trigger.first and items[k - 1].norm in _UNTIL and trigger.frame == _PAUSED:
        return True
    spans = k > 2 and items[k - 1].norm in _UP_TO and items[k - 2].kind == "date" and items[k - 3].norm == _FROM
    return spans and not trigger.frame.startswith(_STATES)


def starts_span(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Lived from February 2002 to October 2005": what ended did so at the second date."""
    items = clauses.items
    spans = 0 < k < len(items) - 2 and items[k - 1].norm == _FROM and items[k + 1].norm in _UP_TO
    return spans and items[k + 2].kind == "date" and trigger.frame.startswith(_ENDED)


def before_promise(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "On D A signed a treaty that will allow it to join B": the day of the treaty is not that of the promise."""
    norms = [i.norm for i in clauses.items[k + 1 : trigger.first + 1]]
    return any(a in _THAT and b in _AHEAD for a, b in pairwise(norms))


def of_apposition(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A member since 2015, A left B": since when the name behind the comma had been what it is called in front."""
    items = clauses.items
    if not 1 < k < trigger.first - 1 or items[k - 1].norm not in _SINCE or items[k + 1].text != ",":
        return False
    first = next((n + 1 for n in range(k - 2, -1, -1) if items[n].kind == "mark"), 0)
    return items[first].norm in ARTICLES and not any(n in clauses.verbs for n in range(first, k))


def beyond_verb(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A, a founder of B (C's forerunner), left in 1984": the date behind the verb is not that of the apposition."""
    apposed = trigger.form == "state" and trigger.frame == _STATES[0] and clauses.items[trigger.first].text == ","
    between = range(trigger.last + 1, k) if apposed else ()
    return any(n in clauses.held and clauses.held[n].form == "verb" for n in between)


def beyond_aside(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "The pact, signed by twelve, was dead by D": a participle between commas, the predicate, and then its date."""
    items, form = clauses.items, clauses.forms.get(trigger)
    if form is None or form.voice != _DESCRIBING or items[max(0, trigger.first - 1)].text not in {",", "and"}:
        return False
    closing = next((n for n in range(trigger.last + 1, k) if items[n].text == ","), None)
    return closing is not None and clauses.starts_predicate(closing + 1)


def _describes(clauses: Clauses, trigger: Trigger, form: Form) -> bool:
    """A participle, or what looks like a verb right behind a paper, which does nothing itself."""
    paper = trigger.form == "verb" and trigger.first > 0 and clauses.items[trigger.first - 1].label == "TREATY"
    return form.voice == _DESCRIBING or (paper and trigger.frame.startswith(_PAPERED) and form.voice == "active")


def of_participle(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "The treaty signed by A in Y on D was never ratified": the day stands before the verb, with the participle."""
    # "The declaration adopted on D gave birth to A": what a paper founds is founded when it is made.
    state = trigger.form == "state" and clauses.starts_predicate(trigger.first)
    if not (state or trigger.form == "verb") or trigger.frame.startswith(_MADE) or not k < trigger.first:
        return False
    if any(clauses.relates(n) for n in range(k + 1, trigger.first)):
        return False
    form = clauses.forms.get(trigger)
    finite = form is not None and form.voice == "active" and k + 1 == trigger.first  # "… on D entered into force".
    if not (finite or state) and not any(clauses.starts_predicate(n) for n in range(k + 1, trigger.head)):
        return False
    before = [t for t, form in clauses.forms.items() if _describes(clauses, t, form) and t.last < k]
    return any(all(i.kind != "mark" for i in clauses.items[t.first : trigger.first]) for t in before)


def before_predicate(
    clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]
) -> dict[Trigger, int]:
    """ "The treaty signed by A and B in 2014 has been in force since 2016": 2014 is when it was signed."""
    more: dict[Trigger, int] = {}
    items, owned = clauses.items, set(found.values())
    for k in range(1, len(items) - 1):
        if items[k].kind != "date" or k in owned or not items[k].mention or not clauses.starts_predicate(k + 1):
            continue
        before = [t for t, form in forms.items() if t.last < k and t not in found and _describes(clauses, t, form)]
        told = max(before, key=lambda t: t.first, default=None)
        if told is not None and all(i.kind != "mark" for i in items[told.first : k]):
            more[told] = k
    return more
