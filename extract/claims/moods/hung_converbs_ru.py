"""A Russian converb behind the comma of a verb that may never be done in, the mood of that verb out."""

from collections.abc import Callable

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.russian import is_part, tense_of

_STOPS = frozenset(".:;!?()")
_OPEN = frozenset({"planned", "hypothetical"})
_ACTIVE, _CONVERB = Form("active"), "converb"


def hung_mood(trigger: Trigger, form: Form, clauses: Clauses, mood: Callable[[Trigger, Form], str]) -> str:
    """ "A and B may merge, giving birth to C": what is done with a deed to come is to come; else nothing."""
    items = clauses.items
    if clauses.lang != "ru" or form.voice != _CONVERB or not trigger.first or items[trigger.first - 1].text != ",":
        return ""
    at = _main(trigger.first - 2, clauses)
    if at is None:
        return ""
    main = clauses.held.get(at)
    own = main is not None and main.head == at and main.form == "verb"
    led = main if own and main is not None else Trigger("", "verb", at, at, at, 0, 0)
    found = mood(led, clauses.forms[led] if own else _form(items[at].norm))
    return found if found in _OPEN else ""


def _main(last: int, clauses: Clauses) -> int | None:
    """The nearest finite verb before the comma, in the same breath."""
    for k in range(last, -1, -1):
        if clauses.items[k].text in _STOPS:
            return None
        if clauses.items[k].kind == "word" and is_part(clauses.items[k].norm, "VERB"):
            return k
    return None


def _form(norm: str) -> Form:
    return Form("active", "planned") if tense_of(norm) == "futr" else _ACTIVE
