"""A Russian participle of founding before its name in, the countries out that another verb tells of."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told

_NEAR, _BODY, _STATE = 4, "ORG", "COUNTRY"


def past_its_name(scene: Scene, told: Told) -> Iterator[int]:
    """ "Members of A, founded in 2001, are B and C": behind A nobody is told to have founded it, brackets apart."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "ru" or told.form.voice != "participle":
        return
    yield from _past_its_clause(scene, told)
    near = range(last + 1, min(last + 1 + _NEAR, len(items)))
    name = next((k for k in near if items[k].kind == "name" and items[k].label == _BODY), None)
    if name is None or any(items[k].kind == "mark" for k in range(last + 1, name)):
        return
    # "The Community founded in 1996 of A and B": what stands right behind may be its description.
    yield from (k for k in range(name + 2, len(items)) if items[k].label == _STATE and not items[k].depth)


def _past_its_clause(scene: Scene, told: Told) -> Iterator[int]:
    """ "Of A, founded in 2000, B and C are no members": behind the second comma nobody is told to have founded it."""
    items, first = scene.clauses.items, told.trigger.first
    behind_name = first > 1 and items[first - 1].text == "," and items[first - 2].label == _BODY
    if not behind_name:
        return
    end = next((k for k in range(told.trigger.last + 1, len(items)) if _closes(items, k)), len(items))
    yield from (k for k in range(end + 1, len(items)) if items[k].label == _STATE and not items[k].depth)


def _closes(items: Sequence[Item], k: int) -> bool:
    """A comma behind no country: "founded by A, a neighbour of B" may go on with founders."""
    return items[k].text == "," and items[k - 1].label != _STATE
