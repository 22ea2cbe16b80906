"""An English participle in its sentence in, where the name stands that it describes out."""

from extract.claims.grammar.openings_en import fronted
from extract.claims.scene import Scene, Told


def described_name(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "A gave way to B, established by T": the name right before the comma, or that of an opening behind it."""
    items, k = scene.clauses.items, told.trigger.first - 2
    if scene.lang != "en" or told.form.voice != "participle":
        return None
    if k >= 0 and items[k + 1].text == "," and items[k].kind == "name" and items[k].label in labels and items[k].ids:
        return k
    at = fronted(items, told.trigger.first, told.trigger.last)
    return at if at is not None and items[at].label in labels and items[at].ids else None


def beyond_comma(scene: Scene, told: Told, k: int) -> bool:
    """ "After the creation of A, ties between B and C grew": nobody founds behind the comma of an English noun."""
    held = scene.clauses.items[told.trigger.last + 1 : k]
    opening = fronted(scene.clauses.items, told.trigger.first, told.trigger.last) is not None
    return scene.lang == "en" and (told.form.voice == "noun" or opening) and any(i.text == "," for i in held)
