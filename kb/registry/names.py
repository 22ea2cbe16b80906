"""Names that several entities bear: in go entities and rules, out come entities with all their names, or one error."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kb.model import LANGUAGES, Alias, NameRule
from kb.registry.ambiguity import PlacedRule, fold
from kb.registry.entities import PlacedEntity
from kb.registry.tables import Table


def give_names(entities: dict[str, PlacedEntity], rules: Sequence[PlacedRule]) -> None:
    """A rule says that each of its candidates bears the name: those that lack it get it as a variant."""
    for placed in rules:
        table, keys = placed.entry.table, placed.entry.keys
        for reading in placed.rule.candidates:
            for entity_id in (reading.entity_id, *reading.near):
                if entity_id not in entities:
                    raise table.error(f"no entity {entity_id!r}", *keys, "candidates", reading.entity_id)
            entities[reading.entity_id] = _named(entities[reading.entity_id], placed.rule)


def _named(placed: PlacedEntity, rule: NameRule) -> PlacedEntity:
    entity, name = placed.entity, fold(rule.text)
    borne = {alias.lang for alias in entity.aliases if fold(alias.text) == name}
    langs = [lang for lang in ([rule.lang] if rule.lang else LANGUAGES) if lang not in borne]
    if not langs:
        return placed
    given = tuple(Alias(entity.id, lang, rule.text, "variant") for lang in langs)
    return replace(placed, entity=replace(entity, aliases=entity.aliases + given))


def check_names(entities: Mapping[str, PlacedEntity], rules: Sequence[PlacedRule]) -> None:
    """A name of two entities needs a rule that knows both; names that only count as short forms need none."""
    ruled = {(placed.rule.lang, fold(placed.rule.text)): placed.rule for placed in rules}
    bearers: dict[tuple[str, str], str] = {}
    for entity_id, placed in entities.items():
        for alias in placed.entity.aliases:
            if alias.kind == "short":
                continue
            name = fold(alias.text)
            first = bearers.setdefault((alias.lang, name), entity_id)
            if first != entity_id:
                rule = ruled.get((alias.lang, name)) or ruled.get(("", name))
                _check_ruled(entities[first], placed, rule, alias.text)


def _check_ruled(first: PlacedEntity, second: PlacedEntity, rule: NameRule | None, text: str) -> None:
    ids = (first.entity.id, second.entity.id)
    missing = set(ids) - {reading.entity_id for reading in rule.candidates} if rule else set(ids)
    if not missing:
        return
    what = f"its rule lacks {' '.join(sorted(missing))}" if rule else "no rule in ambiguous.yml"
    reason = f"{text!r} is a name of {ids[0]} and {ids[1]}, {what}"
    # Point at the later of the two that stands in a file: CLDR names have no line.
    entry = second.entry or first.entry
    if entry is None:
        raise Table("CLDR", "", "", "").error_at(1, reason)
    raise entry.table.error(reason, *entry.keys, value=text)
