"""The registry: in go the package's data and the user's directories, out come checked records or one TableError."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import babel

from kb.model import Entity, NameRule, ReferenceFact, Registry, Relation, Source, hash_of
from kb.registry.ambiguity import PlacedRule, fold, read_rules
from kb.registry.countries import cldr_names
from kb.registry.entities import PlacedEntity, cldr_entity, read_entities
from kb.registry.facts import PlacedFact, PlacedRedirect, check_spells, read_facts, read_redirects, read_sources
from kb.registry.names import check_names, give_names
from kb.registry.tables import Table, registry_tables


@dataclass(slots=True)
class _Draft:
    """What has been read so far, before references are checked."""

    entities: dict[str, PlacedEntity] = field(default_factory=dict)
    rules: list[PlacedRule] = field(default_factory=list)
    facts: list[PlacedFact] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    redirects: list[PlacedRedirect] = field(default_factory=list)


def load_registry(*extra_dirs: Path) -> Registry:
    """Everything known beforehand. A user's directory adds to the package's data under the same checks."""
    with _no_collections():
        draft = _read(registry_tables(extra_dirs))
        relations = tuple(sorted(set(_relations(draft)), key=lambda r: (r.subject_id, r.type, r.object_id)))
        check_names(draft.entities, draft.rules)
        entities = {entity_id: placed.entity for entity_id, placed in draft.entities.items()}
        return Registry(entities, relations, tuple(_checked_facts(draft)), draft.sources, _checked_redirects(draft))


def load_ambiguous(*extra_dirs: Path) -> tuple[NameRule, ...]:
    """The rules alone; that their ids exist is checked by `load_registry`."""
    return tuple(placed.rule for placed in read_rules(registry_tables(extra_dirs)))


def load_kinds(*extra_dirs: Path) -> dict[str, str]:
    """Entity id -> `kind` (stage of a body, sort of an instrument) where the tables name one."""
    draft = _read(registry_tables(extra_dirs))
    return {entity_id: placed.kind for entity_id, placed in draft.entities.items() if placed.kind}


def registry_fingerprint(*extra_dirs: Path) -> str:
    """A hash of all data files and of the CLDR release behind the country names."""
    parts = [babel.__version__]
    for table in registry_tables(extra_dirs):
        parts += [table.folder, table.name, table.text]
    return hash_of(parts)


@contextmanager
def _no_collections() -> Iterator[None]:
    """Thousands of small records live on: looking for cycles among them costs a fifth of the load and finds none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(tables: list[Table]) -> _Draft:
    draft, cldr = _Draft(), cldr_names()
    for table in tables:
        if table.folder == "entities":
            _add_entities(draft, table, cldr)
        elif table.folder == "facts":
            draft.facts.extend(read_facts(table))
        elif table.name == "sources.csv":
            _add_sources(draft, table)
        elif table.name == "redirects.csv":
            draft.redirects.extend(read_redirects(table))
        elif not table.name.startswith("ambiguous"):
            raise table.error_at(1, "no registry table has this name")
    for code, names in cldr.items():
        if code not in draft.entities:
            draft.entities[code] = cldr_entity(code, names)
    draft.rules = read_rules(tables)
    give_names(draft.entities, draft.rules)
    return draft


def _add_entities(draft: _Draft, table: Table, cldr: dict[str, dict[str, str]]) -> None:
    for placed in read_entities(table, cldr):
        entity_id = placed.entity.id
        if first := draft.entities.get(entity_id):
            where = first.entry.table.path if first.entry else "CLDR"
            raise table.error(f"duplicate id {entity_id!r}, first in {where}", entity_id)
        draft.entities[entity_id] = placed


def _add_sources(draft: _Draft, table: Table) -> None:
    for line, source in read_sources(table):
        if source.id in draft.sources:
            raise table.error_at(line, f"duplicate id {source.id!r}")
        draft.sources[source.id] = source


def _relations(draft: _Draft) -> Iterator[Relation]:
    places = _places(placed.entity for placed in draft.entities.values())
    for placed in draft.entities.values():
        if placed.entry is None:
            continue
        table, entity_id = placed.entry.table, placed.entity.id
        for reference in placed.references:
            if reference.target not in draft.entities:
                raise table.error(f"{reference.key}: no entity {reference.target!r}", entity_id, reference.key)
            yield reference.relation
        if placed.seat:
            if fold(placed.seat) not in places:
                raise table.error(f"seat: no place {placed.seat!r}", entity_id, "seat")
            yield Relation(entity_id, "seat", places[fold(placed.seat)])


def _places(entities: Iterable[Entity]) -> dict[str, str]:
    """Places and countries by id and by English name."""
    found: dict[str, str] = {}
    for entity in entities:
        if entity.type in ("PLACE", "COUNTRY"):
            found[entity.id] = entity.id
            found.update({fold(alias.text): entity.id for alias in entity.aliases if alias.lang == "en"})
    return found


def _checked_facts(draft: _Draft) -> Iterator[ReferenceFact]:
    seen: set[str] = set()
    for placed in draft.facts:
        fact = placed.fact
        for entity_id in (fact.subject_id, fact.object_id, *fact.participants):
            if entity_id is not None and entity_id not in draft.entities:
                raise placed.table.error_at(placed.line, f"no entity {entity_id!r}")
        if fact.source_id not in draft.sources:
            raise placed.table.error_at(placed.line, f"no source {fact.source_id!r}")
        if fact.id in seen:
            raise placed.table.error_at(placed.line, "this fact stands twice")
        seen.add(fact.id)
        yield fact
    check_spells(draft.facts)


def _checked_redirects(draft: _Draft) -> dict[str, tuple[str, str, str]]:
    """Old id -> new id, day, reason. An id that was merged away is never used again."""
    redirects: dict[str, tuple[str, str, str]] = {}
    for placed in draft.redirects:
        if placed.new_id not in draft.entities:
            raise placed.table.error_at(placed.line, f"no entity {placed.new_id!r}")
        if placed.old_id in draft.entities or placed.old_id in redirects:
            raise placed.table.error_at(placed.line, f"the old id {placed.old_id!r} is still in use")
        redirects[placed.old_id] = (placed.new_id, placed.since, placed.reason)
    return redirects
