"""An English participle in its sentence in, where the name stands that it describes out."""

from extract.claims.fillers.organs_of_en import owned_organ, owns_organ
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.openings_en import fronted
from extract.claims.scene import Scene, Told

_COMMA, _PARTICIPLE = ",", ("ed", "set", "up")
_BY, _TO = "by", "to"


def described_name(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "A gave way to B, established by T": the name right before the comma, or that of an opening behind it."""
    items, k = scene.clauses.items, told.trigger.first - 2
    if (at := _apposed(scene, told, labels)) is not None:
        return at
    if scene.lang != "en" or told.form.voice != "participle":
        return None
    if k >= 0 and items[k + 1].text == "," and items[k].kind == "name" and items[k].label in labels and items[k].ids:
        return owned_organ(scene, k) if owns_organ(scene, k) else k
    at = fronted(items, told.trigger.first, told.trigger.last)
    return at if at is not None and items[at].label in labels and items[at].ids else None


def _apposed(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "Signed up to A, a regional organization founded in 2008": the name that the trigger describes."""
    items, trigger = scene.clauses.items, told.trigger
    named = items[trigger.first].label in labels and bool(items[trigger.first].ids)
    parted = any(i.text == _COMMA for i in items[trigger.first + 1 : trigger.head])
    described = scene.lang == "en" and named and parted and items[trigger.head].norm.endswith(_PARTICIPLE)
    return trigger.first if described else None


def beyond_comma(scene: Scene, told: Told, k: int) -> bool:
    """ "After the creation of A, ties between B and C grew": nobody founds behind the comma of an English noun."""
    held = scene.clauses.items[told.trigger.last + 1 : k]
    opening = fronted(scene.clauses.items, told.trigger.first, told.trigger.last) is not None
    return scene.lang == "en" and (told.form.voice == "noun" or opening) and any(i.text == "," for i in held)


def beyond_aim(scene: Scene, told: Told, k: int) -> bool:
    """ "Was set up to counter the influence of A": whom the aim of an English founding names did not found."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "en" or told.form.voice == "noun" or _BY in scene.arguments.marks(k):
        return False
    held = range(last + 1, k - 1)
    return any(items[n].norm == _TO and items[n + 1].kind == "word" and items[n + 1].norm not in ARTICLES for n in held)
