"""An English sentence with bodies in, those out that cannot be the member of another: they belong to a noun."""

from collections.abc import Iterator

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told

# "By" may name who acts, and "with" who does it too.
_GOVERNING = frozenset({"of", "in", "to", "at", "from", "into", "for", "within", "against", "between", "about"})


def no_members(scene: Scene, told: Told) -> Iterator[int]:
    """Bodies whose members act, and those that a preposition before the verb binds to another noun."""
    if scene.lang != "en":
        return
    yield from _of_members(scene)
    if told.form.voice != "noun":
        yield from _governed(scene, told.trigger.first)


def _of_members(scene: Scene) -> Iterator[int]:
    """ "All members of A belong to B": English bodies whose members do what they do not."""
    items, words = scene.clauses.items, scene.anaphors
    for k in range(2, len(items)):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        if items[k].label == "ORG" and items[at].norm == "of" and items[at - 1].norm in words.members:
            yield k


def _governed(scene: Scene, end: int) -> Iterator[int]:
    """ "The country is a founder of A and B, takes part in C": A and B take part in nothing."""
    items = scene.clauses.items
    for k in range(1, end):
        at = k - 1 - (k > 1 and items[k - 1].norm in ARTICLES)
        if items[k].kind == "name" and items[k].label == "ORG" and items[at].norm in _GOVERNING:
            yield k
