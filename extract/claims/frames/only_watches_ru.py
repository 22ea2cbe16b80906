"""A Russian converb of an observer in, who watches the body whose member it was just denied to be out."""

from collections.abc import Iterator

from extract.claims.scene import Draft, Scene, Told

_MEMBER, _ENDS = frozenset({"membership", "acceded"}), ("я", "ясь", "вшись")
_NAMED = frozenset({"ORG", "COUNTRY"})


def only_watches(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "В A страна не состоит, имея лишь статус наблюдателя": in A."""
    items, trigger, denied = scene.clauses.items, told.trigger, scene.denied
    converb = scene.lang == "ru" and items[trigger.head].norm.endswith(_ENDS)
    if not converb or denied is None or denied.type not in _MEMBER or denied.object_id is None:
        return
    begun = next((k for k in range(trigger.first, 0, -1) if items[k].text == ","), 0)
    if begun and not any(i.label in _NAMED for i in items[begun : trigger.last + 3]):
        yield Draft("observer", denied.subject_id, denied.object_id, confidence=0.7)
