"""A Russian "они её приняли" with its date in, which country joined which body out."""

from collections.abc import Iterator

from extract.claims.anaphora.memory import Memory
from extract.claims.grammar.agreement import agrees_with_name
from extract.claims.scene import Draft, Scene, Told
from extract.tables import read_table

_STATE, _PAPER, _PLURAL, _TWO = "COUNTRY", "TREATY", "их", 2


def accepted(scene: Scene, told: Told, kind: str) -> Iterator[Draft]:
    """ "Finland applied to NATO in 2022. It was admitted a year later": the country that the pronoun goes with."""
    items = scene.clauses.items
    held = range(told.trigger.first, told.trigger.last + 1)
    at = next((k for k in held if items[k].norm in scene.anaphors.owners), None)
    if scene.lang != "ru" or at is None:
        return
    countries, since = _whom(scene, items[at].norm, items[at].start)
    body = scene.memory.body(items[at].start)
    if (
        not countries
        or body is None
        or body not in scene.tables.types
        or _other_since(scene.memory, since, items[at].start)
    ):
        return
    yield from (Draft(kind, id_, body, -1, confidence=0.7) for id_ in countries if id_ != body)


def _whom(scene: Scene, pronoun: str, before: int) -> tuple[tuple[str, ...], int]:
    """The countries that the pronoun goes with, and where they were named."""
    if pronoun == _PLURAL:
        countries = scene.memory.countries(before, near=True)
        return (countries if len(countries) >= _TWO else ()), before
    for mention in scene.memory.recent(before):
        if mention.label == _STATE and agrees_with_name(pronoun, mention.text):
            return (mention.entity_id or "",), mention.end_char
        if mention.label == _PAPER:
            return (), before
    return (), before


def _other_since(memory: Memory, since: int, before: int) -> bool:
    """ "A has a law on trade. It was adopted in 2012": a noun came in between that is adopted or received itself."""
    nouns = tuple(read_table("ru", "accepted")["others"])
    return any(word.startswith(nouns) for word in memory.words(since, before))
