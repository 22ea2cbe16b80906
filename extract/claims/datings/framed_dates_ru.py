"""A Russian trigger and a date in, whether the date belongs to a participle, a clause or an office beside it, out."""

from itertools import takewhile

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.russian import is_part

_SHORT, _PARTICIPLE = 3, "participle"
_THINGS = frozenset({"ORG", "TREATY"})
_RELATIVE = ("где", "котор")
_TURNING = ("исполн", "отмеч", "отмет", "праздн", "минул", "прошл")
_OFFICES = ("президент", "премьер", "канцлер", "король", "королев", "министр", "глав", "генсек", "секретар")


def of_frame(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    return (
        _before_name(clauses, trigger, k)
        or _outside_brackets(clauses, trigger, k)
        or _of_office(clauses, k)
        or _of_main_verb(clauses, trigger, form, k)
        or _opens_clause(clauses, trigger, k)
    )


def _before_name(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A replaced the in-force-since-1970 B": between a participle that tells no claim and its name a date is its."""
    items, at = clauses.items, k - 1
    while at > trigger.first and items[at].kind == "word" and len(items[at].norm) <= _SHORT:
        at -= 1
    part = items[at]
    if at <= trigger.last or part.kind != "word" or at in clauses.held or not is_part(part.norm, "PRTF"):
        return False
    between = list(takewhile(lambda i: i.kind == "word" and len(i.norm) <= _SHORT, items[k + 1 :]))
    end = k + 1 + len(between)
    return end < len(items) and items[end].label in _THINGS


def _outside_brackets(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Since 2022 A misses the meetings of B (where it is an observer)": the clause in brackets has no such date."""
    items, depth = clauses.items, clauses.items[trigger.head].depth
    if items[k].depth >= depth:
        return False
    opened = trigger.first
    while opened > 0 and items[opened - 1].depth >= depth:
        opened -= 1
    return any(i.norm.startswith(_RELATIVE) for i in items[opened : opened + 2])


def _of_office(clauses: Clauses, k: int) -> bool:
    """ "The president (1991–2019) of A": years in brackets behind an office say when it was held."""
    before = [i for i in clauses.items[max(0, k - 2) : k] if i.kind == "word"]
    return bool(clauses.items[k].depth) and bool(before) and before[-1].norm.startswith(_OFFICES)


def _of_main_verb(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    """ "In 2006 A, arisen after B, turns 15": the day on which a Russian verb keeps an anniversary is no founding."""
    items = clauses.items
    if form.voice != _PARTICIPLE or k > trigger.first or not is_part(items[trigger.head].norm, "PRTF"):
        return False
    comma = next((n for n in range(trigger.first - 1, max(k, trigger.first - _SHORT), -1) if items[n].text == ","), 0)
    return comma > k and any(k < n < comma and items[n].norm.startswith(_TURNING) for n in clauses.verbs)


def _opens_clause(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A was an observer, in 2011 the country applied": right behind a comma a date is of the verb behind it."""
    items, at = clauses.items, k - 1
    while at > trigger.last and items[at].kind == "word" and len(items[at].norm) <= _SHORT:
        at -= 1
    if at <= trigger.last or items[at].text != ",":
        return False
    end = next((n for n in range(k + 1, len(items)) if items[n].kind == "mark"), len(items))
    return any(k < n < end for n in clauses.verbs)
