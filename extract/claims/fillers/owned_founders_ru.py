"""A Russian verb of founding in, the bodies before it out that only say whose the founders are."""

from collections.abc import Iterator

from extract.claims.scene import Scene, Told
from extract.language.russian import agrees_with_verb

_ORG, _FAR = "ORG", 8


def owning_founders(scene: Scene, told: Told) -> Iterator[int]:
    """ "The states of A founded its court": A is not founded; the noun before it, which the verb agrees with, acts."""
    items, (first, head) = scene.clauses.items, (told.trigger.first, told.trigger.head)
    if scene.lang != "ru" or told.form.voice != "active" or first != head:
        return
    for k in range(max(1, first - _FAR), first):
        noun = items[k - 1]
        owned = items[k].label == _ORG and noun.kind == "word" and agrees_with_verb(noun.norm, items[head].norm)
        if owned and not any(n in scene.clauses.verbs for n in range(k + 1, first)):
            yield k
