"""A Russian participle of founding before its name in, the countries out that another verb tells of."""

from collections.abc import Iterator

from extract.claims.scene import Scene, Told

_NEAR, _BODY, _STATE = 4, "ORG", "COUNTRY"


def past_its_name(scene: Scene, told: Told) -> Iterator[int]:
    """ "Members of A, founded in 2001, are B and C": behind A nobody is told to have founded it, brackets apart."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "ru" or told.form.voice != "participle":
        return
    near = range(last + 1, min(last + 1 + _NEAR, len(items)))
    name = next((k for k in near if items[k].kind == "name" and items[k].label == _BODY), None)
    if name is None or any(items[k].kind == "mark" for k in range(last + 1, name)):
        return
    # "The Community founded in 1996 of A and B": what stands right behind may be its description.
    yield from (k for k in range(name + 2, len(items)) if items[k].label == _STATE and not items[k].depth)
