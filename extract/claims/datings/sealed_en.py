"""English nouns of deeds with a participle behind their comma in, the date of that participle as theirs out."""

from collections.abc import Mapping

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_FAR = 7


def sealed_on(clauses: Clauses, forms: Mapping[Trigger, Form]) -> dict[Trigger, int]:
    """ "The entry of A into B, proclaimed in C on 24 April 1999, was …": the trigger holds the participle."""
    found: dict[Trigger, int] = {}
    for trigger, form in forms.items():
        held = clauses.items[trigger.first : trigger.last]
        if form.voice != "noun" or not any(i.text == "," for i in held):
            continue
        for k in range(trigger.last + 1, min(trigger.last + _FAR, len(clauses.items))):
            if clauses.items[k].text in {",", ";", ".", "as"}:
                break
            if clauses.items[k].kind == "date":
                found[trigger] = k
                break
    return found
