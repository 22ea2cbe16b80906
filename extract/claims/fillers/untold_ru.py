"""A Russian trigger in its sentence in, whether its words say something else than they seem to out."""

from extract.claims.fillers.converbs import owner_in_front
from extract.claims.fillers.nobody_ru import by_nobody, of_owner
from extract.claims.fillers.own_objects import has_own_object
from extract.claims.fillers.unsaid_ru import aim_lies, it_taken, none_there, unnamed_goal
from extract.claims.grammar.agreement import agrees_with_name
from extract.claims.scene import Scene, Told
from extract.language.russian import forms_of, told_of

_PARTAKING, _AND = ("участи", "членств"), "и"
_ADMITTED = ("acceded", "adopted.or_admitted")
_TAKING, _NEXT = ("прим", "прин"), 3
# «Большинство членов A состоит в B»: who they are is not told.
_SOME = frozenset(
    {"большинство", "половина", "часть", "треть", "многие", "некоторые", "двое", "трое", "четверо", "пятеро", "шестеро"}
)
_MEMBERS = ("член", "участни", "стран", "государств", "республик")
_NAMED_NEXT, _COUNTED_FAR, _PLAIN = 3, 4, frozenset({"membership", "observer", "acceded", "withdrew", "suspended"})
_NOUN_BACK, _GENDERS = 3, {"masc": "он", "femn": "она", "neut": "оно"}
_BEGUN, _OWNING = "начала", frozenset({"его", "ее", "их"})


def untold_ru(scene: Scene, told: Told) -> bool:
    """Two nouns side by side, a day asked, members only counted, and what a country takes over."""
    readers = (
        _two_nouns, _day_asked, _some_only, has_own_object, none_there, aim_lies, it_taken, unnamed_goal, _taken_over,
        by_nobody, of_owner, _of_unknown_owner,
    )  # fmt: skip
    return any(is_it(scene, told) for is_it in readers)


def _of_unknown_owner(scene: Scene, told: Told) -> bool:
    """«Институт стран A (создан в 1996 г.)»: the brackets are of the institute, which nobody knows."""
    head = owner_in_front(scene, told)
    return (head is not None and not scene.clauses.items[head].ids) or _of_noun_in_front(scene, told)


def _of_noun_in_front(scene: Scene, told: Told) -> bool:
    """«Прибыль банка СНГ (создан в 1993 г.)»: by its gender the participle is of the bank."""
    items, k = scene.clauses.items, told.trigger.first - _NOUN_BACK
    if k < 0 or items[k + 2].text != "(" or items[k + 1].label != "ORG" or len(items[k + 1].ids) != 1:
        return False
    genders = {g for g in told_of(items[told.trigger.head].norm) if g in _GENDERS}
    noun = {gender for pos, _, gender, _ in forms_of(items[k].norm)[:1] if pos == "NOUN"}
    if items[k].kind != "word" or len(genders) != 1 or noun != genders:
        return False
    called = scene.memory.spelt_out(items[k + 1].ids[0], items[k + 1].members[0].text)
    return not agrees_with_name(_GENDERS[genders.pop()], called)


def _taken_over(scene: Scene, told: Told) -> bool:
    """«Его примут Филиппины»: with a pronoun before the verb the country behind it takes over, and is not admitted."""
    items, first = scene.clauses.items, told.trigger.first
    taking = told.trigger.frame.startswith(_ADMITTED) and items[first].norm.startswith(_TAKING)
    owned = taking and first > 0 and items[first - 1].norm in _OWNING
    return owned and any(i.label == "COUNTRY" for i in items[first + 1 : first + _NEXT])


def _two_nouns(scene: Scene, told: Told) -> bool:
    """«Участию A и порядку прекращения работы»: two things are named, and no participation that ended."""
    held = [i.norm for i in scene.clauses.items[told.trigger.first : told.trigger.head]]
    noun = told.trigger.frame == "withdrew" and told.form.voice == "noun"
    return noun and bool(held) and held[0].startswith(_PARTAKING) and _AND in held


def _day_asked(scene: Scene, told: Told) -> bool:
    """«Сроки его начала работы не названы»: behind its owner «начала» is a noun, and nothing began."""
    items, first = scene.clauses.items, told.trigger.first
    begun = told.trigger.frame == "established.self" and items[first].norm == _BEGUN
    owned = begun and first > 0 and items[first - 1].norm in _OWNING
    return owned and not any(i.kind == "date" for i in items)


def _some_only(scene: Scene, told: Told) -> bool:
    """«Четверо из пяти участников A состояли в B»: neither A nor whoever comes to mind is meant."""
    items, head = scene.clauses.items, told.trigger.head
    if told.trigger.frame not in _PLAIN or told.form.voice == "noun":
        return False
    begun = max((k for k in range(head) if items[k].kind == "mark"), default=-1)
    end = next((k for k in range(head, len(items)) if items[k].kind == "mark"), len(items))
    some = next((k for k in range(begun + 1, end) if items[k].norm in _SOME), None)
    if some is None or any(i.label == "COUNTRY" and i.kind == "name" for i in items[some : end + _NAMED_NEXT]):
        return False  # "Many countries joined: A, B": behind the mark they are named.
    return any(i.norm.startswith(_MEMBERS) for i in items[some + 1 : some + 1 + _COUNTED_FAR])
