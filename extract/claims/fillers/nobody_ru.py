"""A Russian trigger in its sentence in, whether its subject is «ни один из …» or a person, and no country, out."""

from itertools import pairwise, takewhile

from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, is_noun, is_part
from kb.model import POLARITIES

_NOT, _ONE = frozenset({"ни"}), frozenset({"один", "одна", "одно"})
_HIM = frozenset({"его", "ее", "их"})
_TAKING = ("восстанов", "верну", "возвра", "приня", "прин", "впуст", "пуст", "исключ", "отстран", "вывел")
_NOBODY = frozenset({"никто", "никем"})
_MEMBERS = ("член", "участни", "стран", "государств", "республик")
_STEPS, _REACH, _NEAR = ("membership", "observer", "acceded", "withdrew", "suspended"), 14, 4
_DENIED = "negated"
_STOPS, _NOMINATIVE = frozenset(".;:!?()"), frozenset({"член", "участник", "участница"})


def by_nobody(scene: Scene, told: Told) -> bool:
    """«Ни одно из государств A о выходе не заявляло, председателем была B»: B did not deny it either."""
    items, first = scene.clauses.items, told.trigger.first
    if told.form.voice == "infinitive":
        rest = takewhile(lambda i: i.kind != "mark", items[told.trigger.last + 1 :])
        # "To expel A nobody proposed"; that nobody is going to disband A is a denial.
        member = told.trigger.frame.startswith(_STEPS)
        return any(i.norm in _NOBODY for i in rest) and (member or told.polarity != POLARITIES[-1])
    if not told.trigger.frame.startswith(_STEPS):
        return False
    if _said_of_none(scene, told):
        return True
    for k in range(first - 1, max(-1, first - _REACH), -1):
        if items[k].text in _STOPS or (items[k].label == "COUNTRY" and items[k].kind == "name"):
            return False
        if items[k].norm in _ONE and k and items[k - 1].norm in _NOT:
            return any(i.norm.startswith(_MEMBERS) for i in items[k + 1 : k + 1 + _NEAR])
    return False


def _said_of_none(scene: Scene, told: Told) -> bool:
    """«Никто в A не вступал, после B», «рядов A не покидала ни одна страна, но B»: B in another clause did nothing."""
    items, trigger = scene.clauses.items, told.trigger
    if told.polarity != _DENIED or told.form.voice != "active":
        return False
    ahead = takewhile(lambda i: i.kind != "mark", reversed(items[: trigger.head]))
    own = [*ahead, *takewhile(lambda i: i.kind != "mark", items[trigger.head + 1 :])]
    if any(i.label == "COUNTRY" and i.kind == "name" for i in own):
        return False
    none = any(b.norm in _ONE and a.norm in _NOT for a, b in pairwise(items[trigger.head + 1 :][: len(own)]))
    return none or any(i.norm in _NOBODY for i in own)


def of_owner(scene: Scene, told: Told) -> bool:
    """«Министр A, член совета B, прибыл»: a nominative behind a genitive is of the minister, not of A."""
    items, trigger = scene.clauses.items, told.trigger
    if trigger.frame != "membership" or trigger.first < 2 or items[trigger.first].text != ",":
        return False
    noun = next((i.norm for i in items[trigger.first : trigger.last + 1] if i.norm.startswith(_MEMBERS)), "")
    country = items[trigger.first - 1]
    owned = country.label == "COUNTRY" and country.kind == "name" and items[trigger.first - 2].kind == "word"
    return owned and noun in _NOMINATIVE and not is_case(country.text.split()[-1], "nomn")


def him(scene: Scene, told: Told, who_at: int) -> bool:
    """«Восстановили её в правах в мае, а делегации ездили из A»: whom they took back is no name behind the verb."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if told.form.voice != "active" or who_at <= last or not items[told.trigger.head].norm.startswith(_TAKING):
        return False
    held = (k for k in range(first, last) if items[k].norm in _HIM)
    return any(not is_noun(items[k + 1].norm) and not is_part(items[k + 1].norm, "ADJF") for k in held)
