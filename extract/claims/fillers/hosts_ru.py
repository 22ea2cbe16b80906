"""A Russian "received" and the country behind it in, whether the country itself received guests or a summit out."""

from collections.abc import Sequence

from extract.claims.fillers.own_subjects_ru import clause_of, governed
from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.russian import agrees_with_verb, is_noun, readings

_ADMITS, _RECEIVED = frozenset({"acceded.admits", "acceded.lists"}), ("прин", "прим")


def hosted(scene: Scene, told: Told, k: int) -> bool:
    """ "Заседание A принял Минск", "эстафету в A принял Казахстан": who received is named behind the verb."""
    items, head = scene.clauses.items, told.trigger.head
    received = told.trigger.frame in _ADMITS and items[head].norm.startswith(_RECEIVED)
    if scene.lang != "ru" or not received or k <= head or told.form.voice != "active":
        return False
    cases = {case for _, case, _ in readings(items[k].text.split()[0])}
    # A name that is never declined stands in any case.
    if cases and "accs" not in cases and None not in cases and not {"nomn", "gent"} <= cases:
        return "nomn" in cases
    acting = "nomn" in cases and agrees_with_verb(items[k].text.split()[0], items[head].norm)
    begun, _ = clause_of(items, head)
    return acting and any(_is_received(scene, items, n) for n in range(begun, head))


def _is_received(scene: Scene, items: Sequence[Item], n: int) -> bool:
    """A noun that no preposition governs and that may stand in the accusative, but is no body."""
    item = items[n]
    if item.kind == "name" and item.label != "COUNTRY" and not governed(items, n):
        cases = {case for _, case, _ in readings(item.text.split()[0])}
        return "accs" in cases and "nomn" not in cases
    if item.kind != "word" or not is_noun(item.norm) or item.norm.startswith(tuple(scene.anaphors.bodies)):
        return False
    return any(pos == "NOUN" and case == "accs" for pos, case, _ in readings(item.norm)) and not governed(items, n)
