"""A Kazakh question in, where one that a clause quotes ends, and what a question takes for granted, out."""

from collections.abc import Sequence
from itertools import pairwise

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.tokens import fold

_ASKING = frozenset(map(fold, ("ма", "ме", "ба", "бе", "па", "пе")))
_SAID = tuple(map(fold, ("деген", "дейтін")))
# A denied converb, letters folded, and how far behind the verb it may stand.
_DENIED, _FAR = ("май", "мей", "бай", "бей", "пай", "пей"), 3
_TO_COME = ("йды", "йди", "ас", "ес")
_UNSTOPPED = tuple(map(fold, ("қоймай", "қоймас", "тынбай", "тынбас", "қоймады", "тынбады")))
# Marks that may close the question before "деген", and how many.
_MARKS = 3
# What a question asks for that takes its deed for granted, and nouns of cause behind "what".
_FOR = frozenset(map(fold, ("неге", "неліктен", "қашан", "қалай", "қалайша", "қай", "кім", "кімдер", "нелер")))
_WHAT, _CAUSE = fold("не"), frozenset(map(fold, ("үшін", "себепті", "себептен")))


def granted(trigger: Trigger, form: Form, clauses: Clauses) -> bool:
    """ "Неге А кірмеді?", "2004 жылы қол қойылған А күшіне ене ме?": cause or time is asked, or what is described."""
    items = clauses.items
    if clauses.lang != "kk" or form.mood == "planned":
        return False
    if form.voice == "participle" and trigger.form == "verb":
        return True
    if any(i.norm in _ASKING for i in items[trigger.last + 1 :]):
        return False
    causes = any(a.norm == _WHAT and b.norm in _CAUSE for a, b in pairwise(items))
    return causes or any(i.norm in _FOR for i in items)


def undone_denial(trigger: Trigger, clauses: Clauses, found: set[str]) -> set[str]:
    """ "Армения кетіп қалмай ма?" asks whether it will; "кірмей қоймайды" says that it will after all."""
    items, told = clauses.items, found - {"negated"}
    near = range(trigger.head, min(trigger.last + _FAR, len(items) - 1)) if clauses.lang == "kk" else ()
    denied = [k for k in near if items[k].norm.endswith(_DENIED)]
    if any(items[k + 1].norm in _ASKING for k in denied):
        return told | {"hypothetical"}
    stopped = next((k for k in denied if k <= trigger.last and items[k + 1].norm.startswith(_UNSTOPPED)), None)
    if stopped is None:
        return found
    return told | ({"planned"} if items[stopped + 1].norm.endswith(_TO_COME) else set())


def asked(clauses: Clauses, first: int, last: int) -> tuple[int, frozenset[str]]:
    """ "Кіруі мүмкін бе деген сұраққа жауап берген жоқ": where the question ends, and what it makes of the deed."""
    items, near = clauses.items, range(first, last if clauses.lang == "kk" else first)
    at = next((k for k in near if items[k].norm in _ASKING and _quoted(items, k + 1)), None)
    return (last, frozenset()) if at is None else (at, frozenset({"hypothetical"}))


def _quoted(items: Sequence[Item], at: int) -> bool:
    behind = [i for i in items[at : at + _MARKS + 1] if i.kind != "mark"]
    return bool(behind) and behind[0].norm.startswith(_SAID)
