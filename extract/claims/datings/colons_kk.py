"""A Kazakh sentence in two halves with its dates in, the one day that its first half gives to all behind the colon."""

from collections.abc import Mapping

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.tokens import fold

# "Of August", "of 12 November", and what happened on that day, letters folded.
_ATTRIBUTE = ("гы", "ги")
_EVENTS = tuple(map(fold, ("саммит", "отырыс", "жиын", "сесси", "съез", "кездесу", "конференция", "басқосу", "форум")))
_FORMS, _NEAR, _MONTH = frozenset({"active", "converb", "passive"}), 4, len("2014-05")
_ENDS, _FORCE = frozenset({"terminated", "terminated.self"}), "entered_into_force"
_SINCE = ("дан", "ден", "тан", "тен", "нан", "нен", "га", "ге", "ка", "ке")
# What happened at another time, or holds still.
_ELSEWHEN = frozenset(map(fold, ("бұрын", "кейін", "соң", "дейін", "қазір", "бүгінде", "бұдан", "одан")))


def day_ahead(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "2021 жылғы қарашадағы саммит үш жаңалық әкелді: A өзгертілді, B қабылданды": all that happened there."""
    items = clauses.items
    colon = next((k for k, i in enumerate(items) if i.text == ":"), 0) if clauses.lang == "kk" else 0
    at = max((k for k in range(colon) if items[k].kind == "date" and items[k].mention is not None), default=colon)
    if at >= colon or any(k > colon for k in found.values()):
        return {}
    if not _closes(clauses, colon) or not _of_event(clauses, at):
        return {}
    said = items[at].mention
    if said is None or len(said.edtf or "") < _MONTH or any(at < t.head < colon for t in forms):
        return {}
    behind = (t for t, form in forms.items() if t.form == "verb" and form.voice in _FORMS and not form.mood)
    return {t: at for t in behind if t.first > colon and t not in found and not _at_another_time(clauses, colon, t)}


def day_explained(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "The organ was dissolved: the treaty ending A took effect on D": what the second half explains was on D."""
    items = clauses.items
    colon = next((k for k, i in enumerate(items) if i.text == ":"), 0) if clauses.lang == "kk" else 0
    if not colon or any(i.kind == "date" for i in items[:colon]):
        return {}
    ended = [t for t, f in forms.items() if t.last == colon - 1 and t.frame in _ENDS and f.voice == "active"]
    forced = [k for t, k in found.items() if t.first > colon and t.frame == _FORCE and not forms[t].mood]
    return {ended[0]: forced[0]} if len(ended) == len(forced) == 1 and not forms[ended[0]].mood else {}


def _closes(clauses: Clauses, colon: int) -> bool:
    """A verb stands before the colon: what follows says what happened."""
    return colon - 1 in clauses.verbs


def _of_event(clauses: Clauses, k: int) -> bool:
    """The day stands by itself, or says which meeting it was."""
    near = clauses.items[k + 1 : k + 1 + _NEAR]
    if clauses.items[k].norm.endswith(_SINCE) or near[0].norm in _ELSEWHEN:
        return False
    return not clauses.items[k].norm.endswith(_ATTRIBUTE) or any(i.norm.startswith(_EVENTS) for i in near)


def _at_another_time(clauses: Clauses, colon: int, trigger: Trigger) -> bool:
    behind = clauses.items[trigger.last + 1 : trigger.last + 2]
    if any(i.norm in clauses.after for i in behind):
        return True  # "After A had joined, …".
    return any(i.norm in _ELSEWHEN for i in clauses.items[colon + 1 : trigger.first])
