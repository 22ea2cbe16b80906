"""A Kazakh trigger in its sentence in, whether its words say something else than they seem to out."""

from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_CALLED = fold("атан")


def untold_kk(scene: Scene, told: Told) -> bool:
    """«Бұл топ «A» атанды»: a group that got its first name had none to change."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if told.trigger.frame != "renamed" or not items[last].norm.startswith(_CALLED) or items[first].kind != "name":
        return False
    nameless = first > 1 and items[first - 1].kind == "word" and items[first - 2].norm in scene.anaphors.these
    return nameless and all(i.label != "ORG" for i in items[:first])


def inside_longer_name(scene: Scene, k: int) -> bool:
    """«БҰҰ Бас Ассамблеясы»: a body right before an organ of its own only says whose organ that is."""
    items = scene.clauses.items
    if k + 1 >= len(items) or items[k].kind != "name" or len(items[k].ids) != 1 or items[k + 1].kind != "name":
        return False
    return any(scene.tables.parents.get(id_) == items[k].ids[0] for id_ in items[k + 1].ids)
