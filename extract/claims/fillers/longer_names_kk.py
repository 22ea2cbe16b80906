"""A Kazakh name among the items of its sentence in, whether it only opens a longer name out."""

from extract.claims.scene import Scene


def inside_longer_name(scene: Scene, k: int) -> bool:
    """«БҰҰ Бас Ассамблеясы»: a body right before an organ of its own only says whose organ that is."""
    items = scene.clauses.items
    if k + 1 >= len(items) or items[k].kind != "name" or len(items[k].ids) != 1 or items[k + 1].kind != "name":
        return False
    return any(scene.tables.parents.get(id_) == items[k].ids[0] for id_ in items[k + 1].ids)
