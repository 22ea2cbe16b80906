"""A Kazakh verbal noun and what is denied behind it in, whether the denial leaves the deed a fact, out."""

import re

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.moods.words import PolarityWords
from extract.language.tokens import fold

_NOT, _FAR = fold("емес"), 3
# Endings of a noun that says where, letters folded: "is not on the agenda".
_WHERE = ("да", "де", "та", "те")
# A deed in the nominative with its owner, an object in the accusative, and what a deed has on others, letters folded.
_DEED, _OBJECT = re.compile("у[ыи]$"), re.compile("[дтн][ыи]$")
_EFFECT = frozenset(map(fold, ("әсер", "ықпал", "нұқсан", "зиян", "әсерін", "ықпалын", "зиянын", "септігін")))
_LONGEST = 6


def undenied(trigger: Trigger, form: Form, clauses: Clauses, words: PolarityWords) -> bool:
    """What is denied behind a Kazakh deed is another thing: what it was, or when it will be."""
    asked = _asks_when(trigger, form, clauses, words.asking)
    return (
        asked or _denies_what_it_was(trigger, form, clauses, words.doubting) or _denies_effect(trigger, form, clauses)
    )


def _denies_effect(trigger: Trigger, form: Form, clauses: Clauses) -> bool:
    """ "A's exit did not weaken the cartel": of a deed that is the subject, what it did not do to something else."""
    items, behind = clauses.items, trigger.last + 1
    if clauses.lang != "kk" or form.voice != "noun" or form.mood or not _DEED.search(items[trigger.last].norm):
        return False
    for k in range(behind, min(behind + _LONGEST, len(items))):
        if items[k].kind == "mark" or k in clauses.verbs:
            return False
        noun = items[k].kind != "date" and _OBJECT.search(fold(items[k].text))
        if items[k].norm in _EFFECT or (noun and k + 1 < len(items) and items[k + 1].kind == "word"):
            return True
    return False


def _denies_what_it_was(trigger: Trigger, form: Form, clauses: Clauses, doubting: tuple[str, ...]) -> bool:
    """ "A's exit in 1984 was no sanction": of a dated deed a noun before "not" says what it was not.

    "Was not true", "is not possible" are about the deed itself: `doubting` are such words.
    """
    items, behind = clauses.items, trigger.last + 1
    if clauses.lang != "kk" or form.voice != "noun" or form.mood:
        return False
    begun = max((k for k in range(trigger.first) if items[k].kind == "mark" or k in clauses.verbs), default=-1)
    dated = any(i.kind == "date" for i in items[begun + 1 : behind])
    at = next((k for k in range(behind + 1, min(behind + _FAR, len(items))) if items[k].norm == _NOT), None)
    if not dated or at is None or any(i.kind != "word" for i in items[behind:at]):
        return False
    noun = items[at - 1].norm
    return not noun.startswith(doubting) and not noun.endswith(_WHERE) and at - 1 not in clauses.verbs


def _asks_when(trigger: Trigger, form: Form, clauses: Clauses, asking: frozenset[str]) -> bool:
    """ "Did not say when A leaves": what is denied behind a Kazakh clause with a question word is the answer."""
    if clauses.lang != "kk" or form.voice != "clause":
        return False
    begun = max((k for k in range(trigger.first) if k in clauses.verbs), default=-1)
    return any(i.norm in asking for i in clauses.items[begun + 1 : trigger.first])
