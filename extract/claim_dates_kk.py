"""A Kazakh clause that somebody announces in, the day of the announcement out."""

from collections.abc import Mapping

from extract.clauses import Clauses
from extract.triggers import Trigger
from extract.verb_forms import Form

_NEAR = 4


def announced_on(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "Шығатынын 2024 жылы мәлімдеді": a plan without a day of its own has that of the verb right behind it."""
    more: dict[Trigger, int] = {}
    for trigger, form in forms.items() if clauses.lang == "kk" else ():
        at = trigger.last + 1
        planned = form.voice == "clause" and form.mood == "planned" and trigger not in found
        if not planned or at >= len(clauses.items) or clauses.items[at].kind != "date" or at in found.values():
            continue
        behind = range(at + 1, min(at + _NEAR, len(clauses.items)))
        said = next((k for k in behind if clauses.items[k].kind == "mark" or k in clauses.verbs), None)
        if said is not None and said in clauses.verbs and said not in clauses.held:
            more[trigger] = at
    return more
