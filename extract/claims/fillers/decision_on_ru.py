"""A Russian paper that was found for what was adopted in, whether a decision about it was adopted instead out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, is_noun

_DONE, _ABOUT = frozenset({"adopted", "signed"}), frozenset({"о", "об"})
_DECISIONS = ("решени", "постановлени", "закон", "законопроект", "указ", "заявлени", "распоряжени", "резолюци")
# A protocol is what prolongs or changes another paper, and may bear its name.
_ITSELF = "protocol-"


def decided_about(scene: Scene, told: Told, k: int | None) -> bool:
    """ "Решение о преобразовании Договора принято": the decision was adopted, the treaty was there before."""
    described = told.form.voice == "participle"
    if scene.lang != "ru" or described or k is None or k < 3 or told.trigger.frame.partition(".")[0] not in _DONE:
        return False
    items = scene.clauses.items
    named = all(id_.startswith(_ITSELF) for id_ in items[k].ids)
    return not named and _is_deed(items, k - 1) and items[k - 3].norm.startswith(_DECISIONS)


def _is_deed(items: Sequence[Item], k: int) -> bool:
    return items[k - 1].norm in _ABOUT and is_noun(items[k].norm) and is_case(items[k].norm, "loct")
