"""A Russian trigger in its sentence in, whether its words say something else than they seem to out."""

from extract.claims.fillers.own_objects import has_own_object
from extract.claims.fillers.unsaid_ru import aim_lies, it_taken, none_there, unnamed_goal
from extract.claims.scene import Scene, Told

_PARTAKING, _AND = ("участи", "членств"), "и"
_BEGUN, _OWNING = "начала", frozenset({"его", "ее", "их"})


def untold_ru(scene: Scene, told: Told) -> bool:
    """Two nouns side by side, and a beginning of which only the day is asked."""
    readers = (_two_nouns, _day_asked, has_own_object, none_there, aim_lies, it_taken, unnamed_goal)
    return any(is_it(scene, told) for is_it in readers)


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
