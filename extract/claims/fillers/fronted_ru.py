"""A Russian verb with its object in front in, whether the country beside it is taken in, or leaves, out."""

from extract.claims.scene import Scene, Told
from extract.language.russian import forms_of, is_case, told_of

_DECLINED = frozenset({"NOUN", "ADJF"})


def taken_object(scene: Scene, told: Told) -> bool:
    """ "Индонезию приняли в 2025 году", "Иран приняли": an accusative, or a single name before a verb of several.

    Not where the verb has another object behind it: "Китай принял закон".
    """
    item, verb = scene.clauses.items[told.trigger.first], scene.clauses.items[told.trigger.head].norm
    if not item.members or scene.other_thing(told):
        return False
    forms = [(case, number) for pos, case, _, number in forms_of(item.members[0].text.split()[0]) if pos in _DECLINED]
    if any(case == "accs" for case, _ in forms) and all(case != "nomn" for case, _ in forms):
        return True
    single = len(item.members) == 1 and any(number == "sing" for _, number in forms)
    may_be_object = any(case in {"accs", None} for case, _ in forms)
    return single and may_be_object and told_of(verb) == frozenset({None})


def left_by(scene: Scene, told: Told) -> bool:
    """ "Организацию оставил Катар", not "Альянс не оставит Украину": the country behind the verb is its subject."""
    members = scene.clauses.items[told.trigger.last].members
    name = members[0].text.split()[0] if members else ""
    return bool(name) and (name.isupper() or is_case(name, "nomn"))
