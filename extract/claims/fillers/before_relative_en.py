"""An English trigger behind "A, from which B had walked out," in, the name before the relative clause out."""

from itertools import takewhile

from extract.claims.scene import Scene, Told

# Between the comma and its verb stand only helpers and adverbs.
_HELPERS = 3
_GOVERNED, _WHICH = 2, frozenset({"which", "whose", "whom"})


def before_relative(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "A, from which B had walked out in 1961, was dissolved": A, however far its clause parts it from the verb."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "en" or told.form.voice not in {"passive", "active"}:
        return None
    closed = first - 1
    while closed > 0 and items[closed].kind == "word" and first - closed <= _HELPERS:
        closed -= 1
    if closed < _GOVERNED or items[closed].text != ",":
        return None
    inside = list(takewhile(lambda n: items[n].kind != "mark", range(closed - 1, 0, -1)))
    opened = (inside[-1] if inside else closed) - 1
    if opened < 1 or items[opened].text != "," or len(inside) <= _GOVERNED:
        return None
    governed = items[opened + 1].kind == "word" and items[opened + _GOVERNED].norm in _WHICH
    name = items[opened - 1]
    return opened - 1 if governed and name.kind == "name" and name.label in labels and name.ids else None
