"""Entities of the registry: in go parsed tables, out come entities and the references between them, checked alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import LANGUAGES, Alias, Entity, Relation
from kb.registry.checks import ALIAS_KEYS, FIELDS, SCOPES, SLUG, TYPES, Entry
from kb.registry.tables import Table, parse_yaml

# Key of the table -> type of the relation; `True` where the entity of the entry is the subject.
_REFERENCES = {
    "predecessor": ("succeeded", True), "successor": ("succeeded", False), "part_of": ("part_of", True),
    "authors": ("author", True), "founds": ("founded_by", False), "founded_by": ("founded_by", True),
    "concerns": ("concerns", True), "borders": ("borders", True), "capital_of": ("capital_of", True),
    "head_of": ("head", False),
}  # fmt: skip
_KEYS = frozenset(
    {"type", "scope", "field", "kind", "start", "end", "wikidata", "names", "abbr", "parent", "seat"}
    | ALIAS_KEYS.keys() | _REFERENCES.keys()
)  # fmt: skip
_DATED_NAME = frozenset({"text", "from", "to"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A relation as written, with the key that it stands under."""

    relation: Relation
    target: str
    key: str


@dataclass(frozen=True, slots=True)
class PlacedEntity:
    """An entity with its entry (None: from CLDR, no file), what it refers to, and columns that no record has."""

    entity: Entity
    entry: Entry | None
    references: tuple[Reference, ...] = ()
    kind: str = ""
    seat: str = ""


def read_entities(table: Table, cldr: dict[str, dict[str, str]]) -> Iterator[PlacedEntity]:
    rows = parse_yaml(table)
    if not isinstance(rows, dict):
        raise table.error_at(1, "a mapping of ids is expected")
    top = Entry(table, (), rows)
    for entity_id in rows:
        if not SLUG.fullmatch(entity_id):
            raise table.error(f"{entity_id!r} is no lowercase ASCII slug", entity_id)
        yield _entity(entity_id, top.below(entity_id).allow(_KEYS), cldr.get(entity_id, {}))


def _entity(entity_id: str, entry: Entry, cldr: dict[str, str]) -> PlacedEntity:
    kind = entry.one_of("type", TYPES)
    if kind is None:
        raise entry.table.error("no type", *entry.keys)
    scope, field = entry.one_of("scope", SCOPES), entry.one_of("field", FIELDS)
    if kind == "ORG" and scope is None:
        raise entry.table.error("an ORG needs its scope", *entry.keys)
    wikidata = entry.text("wikidata")
    if wikidata and not (wikidata[0] == "Q" and wikidata[1:].isdecimal()):
        raise entry.table.error(f"wikidata: {wikidata!r} is no item", *entry.keys, "wikidata")
    names = _names(entry, cldr if kind == "COUNTRY" else {})
    entity = Entity(
        entity_id, kind, names, _by_language(entry, "abbr"), scope, field,
        *entry.dates("start", "end"), wikidata or None, "registry", tuple(_aliases(entity_id, entry, names)),
    )  # fmt: skip
    references = tuple(_references(entity_id, kind, entry))
    return PlacedEntity(entity, entry, references, entry.text("kind"), entry.text("seat"))


def _by_language(entry: Entry, key: str) -> dict[str, str]:
    if key not in entry.values:
        return {}
    texts = entry.by_language(key)
    return {lang: text for lang in LANGUAGES if (text := texts.text(lang))}


def _names(entry: Entry, cldr: dict[str, str]) -> dict[str, str]:
    names = {**cldr, **_by_language(entry, "names")}
    missing = [lang for lang in LANGUAGES if lang not in names]
    if missing:
        raise entry.table.error(f"no name in {', '.join(missing)}", *entry.keys, "names")
    return names


def cldr_entity(code: str, names: dict[str, str]) -> PlacedEntity:
    aliases = tuple(Alias(code, lang, text) for lang, text in names.items())
    return PlacedEntity(Entity(code, "COUNTRY", names, aliases=aliases), None)


def _aliases(entity_id: str, entry: Entry, names: dict[str, str]) -> Iterator[Alias]:
    for lang, text in names.items():
        yield Alias(entity_id, lang, text)
    for lang, text in _by_language(entry, "abbr").items():
        yield Alias(entity_id, lang, text, "abbreviation")
    for key, kind in ALIAS_KEYS.items():
        if key not in entry.values:
            continue
        texts = entry.by_language(key)
        for lang, items in texts.values.items():
            for number, item in enumerate(items if isinstance(items, list) else [items]):
                if isinstance(item, dict):
                    yield _dated_alias(Entry(texts.table, (*texts.keys, lang, str(number)), item), entity_id, kind)
                elif isinstance(item, str) and len(item.strip().splitlines()) == 1:
                    yield Alias(entity_id, lang, item.strip(), kind)
                else:
                    raise entry.table.error(f"{key}: an empty name or one of several lines", *texts.keys, lang)


def _dated_alias(entry: Entry, entity_id: str, kind: str) -> Alias:
    """A name with its time: `{text: …, from: EDTF, to: EDTF}`."""
    entry.allow(_DATED_NAME)
    if not entry.text("text"):
        raise entry.table.error("a name without text", *entry.keys)
    lang = entry.keys[-2]
    return Alias(entity_id, lang, entry.text("text"), kind, *entry.dates("from", "to"))


def _references(entity_id: str, kind: str, entry: Entry) -> Iterator[Reference]:
    if parent := entry.text("parent"):
        relation = "organ_of" if kind == "ORG" else "part_of"
        yield Reference(Relation(entity_id, relation, parent), parent, "parent")
    if country := entry.text("capital_of"):
        yield Reference(Relation(entity_id, "part_of", country), country, "capital_of")
    for key in _REFERENCES.keys() & entry.values.keys():
        relation, is_subject = _REFERENCES[key]
        for target in entry.texts(key):
            ends = (entity_id, target) if is_subject else (target, entity_id)
            yield Reference(Relation(ends[0], relation, ends[1]), target, key)
