"""An entry of a chronicle that names nobody in, the country that the chronicle is about out."""

from extract.claims.scene import Scene, Told

_OTHERS = frozenset({"COUNTRY", "PERSON"})
_SAID = frozenset({"noun", "infinitive", "active", "converb"})


def of_title(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Tajikistan in regional organizations", «2 марта 1992 г. — вступление в ООН»: of the one that the title names.

    A body in front of the verb, outside Kazakh, may be the one that joined.
    """
    items, first = scene.clauses.items, told.trigger.first
    if scene.entry is None or told.form.voice not in _SAID or any(i.label in _OTHERS for i in items):
        return ()
    bare = scene.lang == "kk" or not any(i.kind in {"name", "ref"} for i in items[:first])
    return scene.memory.titled(items[first].start) if bare else ()
