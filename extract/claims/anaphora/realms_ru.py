"""A Russian noun for a country by its form of government in, the country that was named last and is one out."""

from collections.abc import Mapping, Sequence
from functools import cache

from extract.claims.anaphora.groups_ru import whole_group
from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item
from extract.language.russian import is_part
from extract.tables import read_table

_COUNTRY = "COUNTRY"


def group_or_realm(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> tuple[str, ...]:
    """ "The kingdom", "the states of Central Asia": a country by what it is, or all of a group."""
    return _realm(items, k, memory) or whole_group(items, k, words, memory)


def _realm(items: Sequence[Item], k: int, memory: Memory) -> tuple[str, ...]:
    """ "Liechtenstein joined A. The principality has been in B since 1995": the last one named that is one."""
    realms = next((ids for stem, ids in _realms().items() if items[k].norm.startswith(stem)), ())
    if not realms:
        return ()
    # "The Kingdom of A", "another monarchy".
    described = any(i.kind in {"name", "place"} for i in items[k + 1 : k + 2])
    before = items[k - 1] if k else None
    other = before is not None and before.kind == "word" and is_part(before.norm, "ADJF")
    named = (m.entity_id for m in memory.recent(items[k].start) if m.label == _COUNTRY)
    meant = None if described or other else next((id_ for id_ in named if id_ in realms), None)
    return (meant,) if meant else ()


@cache
def _realms() -> Mapping[str, tuple[str, ...]]:
    return {stem: tuple(ids) for stem, ids in read_table("ru", "realms").items()}
