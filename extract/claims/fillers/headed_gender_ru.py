"""A Russian participle that opens its sentence and the body in mind in, the body that it goes with out."""

from collections.abc import Iterator

from extract.claims.grammar.agreement import agrees_with_name
from extract.claims.scene import Scene
from extract.language.russian import told_of

_PRONOUNS = {"masc": "он", "femn": "она", "neut": "оно"}


def agreeing(scene: Scene, verb: str, found: str | None) -> str | None:
    """ "THE BANK (B), a pillar of the Organization (O). «Учреждён» in 1997": by its gender the bank was, not O."""
    genders = told_of(verb)
    pronoun = _PRONOUNS.get(next(iter(genders)) or "") if len(genders) == 1 else None
    if pronoun is None or found is None or _fits(scene, pronoun, found):
        return found
    return next((id_ for id_ in _named(scene) if _fits(scene, pronoun, id_)), found)


def _named(scene: Scene) -> Iterator[str]:
    recent = scene.memory.recent(scene.clauses.items[0].start)
    return (m.entity_id for m in recent if m.label == "ORG" and m.entity_id and m.entity_id in scene.tables.types)


def _fits(scene: Scene, pronoun: str, body: str) -> bool:
    return agrees_with_name(pronoun, scene.memory.full_name(body))
