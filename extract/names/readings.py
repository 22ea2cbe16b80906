"""Which of several entities a name means: the ones named near it, its words, its dates against their lifetimes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.language.tokens import fold, tokenise
from kb.model import Entity, NameRule, Reading

# Weights of what speaks for a reading; only their order matters: a named neighbour in the sentence beats a word,
# a word beats a neighbour elsewhere, and a date outside the lifetime beats all of them.
_NEAR_IN_SENTENCE = 3.0
_WORD = 2.0
_NEAR_BEFORE = 1.5
_NAMED_BEFORE = 2.0
_IN_LIFETIME = 1.0
_OUT_OF_LIFETIME = -6.0
_DEFAULT = 0.5
# That a body existed then tells nothing by itself, where no bounds are given to tell it from its namesakes.
_LIVED = "lived"
_RECENT = 12


@dataclass(frozen=True, eq=False)
class LinkTables:
    """What the linker knows: entities, parents of organs, rules for names of several entities, proper stems.

    `openers` are bare nouns whose capital at the head of a sentence is only the sentence's, as is that of any noun
    with one of the words `complemented` behind it, and that of the names `words`.
    `implied` are the bodies that the name of an organ or instrument brings to mind: "the Union" may refer to them.
    """

    entities: Mapping[str, Entity]
    parents: Mapping[str, str]
    rules: Mapping[tuple[str, str], NameRule]
    proper_stems: Mapping[str, Sequence[str]]
    implied: Mapping[str, Sequence[str]] = field(default_factory=dict)
    company_forms: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    complemented: frozenset[tuple[str, str]] = frozenset()
    words: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentence of a candidate: its folded words, its years, the entities that are certain in it.

    `shouted`: it is all in capitals.
    """

    words: tuple[str, ...]
    years: tuple[int, ...]
    entities: frozenset[str]
    shouted: bool = False


@dataclass(slots=True)
class Recall:
    """What the document has named so far, the latest last."""

    order: list[str] = field(default_factory=list)
    later: tuple[str, ...] = ()

    def add(self, entity_id: str, implied: Sequence[str] = (), aside: bool = False) -> None:
        named = [*implied, entity_id]
        self.order = [*named, *self.order] if aside else [*self.order, *named]

    def recent(self) -> set[str]:
        return set(self.order[-_RECENT:])


def rule_index(rules: Iterable[NameRule]) -> dict[tuple[str, str], NameRule]:
    """(language or empty, folded name) -> rule."""
    return {(rule.lang, _fold_name(rule.text)): rule for rule in rules}


def lives(organ: str, around: Surroundings, tables: LinkTables) -> bool:
    return _lifetime_points(Reading(organ), around.years, tables.entities.get(organ)) >= 0


def rule_for(name: str, lang: str, tables: LinkTables) -> NameRule | None:
    key = _fold_name(name)
    return tables.rules.get((lang, key)) or tables.rules.get(("", key))


def by_context(
    ids: Sequence[str], name: str, lang: str, around: Surroundings, memory: Recall, tables: LinkTables
) -> tuple[str, str, float] | None:
    rule = rule_for(name, lang, tables)
    readings = list(rule.candidates) if rule else [Reading(i) for i in ids]
    known = {r.entity_id for r in readings}
    readings += [Reading(i) for i in ids if i not in known]
    scored = []
    for reading in readings:
        points, reasons = _score(reading, around, memory, tables)
        if rule and rule.default == reading.entity_id:
            points += _DEFAULT
            reasons.append("default")
        scored.append((points, reading.entity_id, reasons))
    points, entity_id, reasons = max(scored, key=lambda s: s[0])
    if rule is not None and rule.default is None and (points <= 0 or reasons == [_LIVED]):
        return None
    runner_up = max((s[0] for s in scored if s[1] != entity_id), default=-9.0)
    return entity_id, "context:" + ("+".join(reasons) or "only"), 0.9 if points - runner_up >= 1 else 0.6


def _score(reading: Reading, around: Surroundings, memory: Recall, tables: LinkTables) -> tuple[float, list[str]]:
    points, reasons = 0.0, []
    near = {*reading.near, *_relatives(reading.entity_id, tables)}
    for present, weight, why in (
        (near & around.entities, _NEAR_IN_SENTENCE, "near"),
        (near & (memory.recent() - around.entities), _NEAR_BEFORE, "before"),
    ):
        if present:
            points += weight
            reasons.append(f"{why}={min(present)}")
    if reading.entity_id in memory.order:
        points += _NAMED_BEFORE
        reasons.append("named")
    hits = {w for w in reading.words if any(t.startswith(fold(w)) for t in around.words)}
    if hits:
        points += _WORD
        reasons.append(f"word={min(hits)}")
    lifetime = _lifetime_points(reading, around.years, tables.entities.get(reading.entity_id))
    if lifetime:
        points += lifetime
        told = reading.after is not None or reading.before is not None
        reasons.append(("date" if told else _LIVED) if lifetime > 0 else "wrong-date")
    return points, reasons


def _relatives(entity_id: str, tables: LinkTables) -> set[str]:
    parent = tables.parents.get(entity_id)
    return {parent} if parent else set()


def _lifetime_points(reading: Reading, years: Sequence[int], entity: Entity | None) -> float:
    if not years:
        return 0.0
    first = reading.after if reading.after is not None else _year(entity.start_edtf if entity else None)
    last = reading.before - 1 if reading.before is not None else _year(entity.end_edtf if entity else None)
    if first is None and last is None:
        return 0.0
    inside = any((first is None or year >= first - 1) and (last is None or year <= last) for year in years)
    return _IN_LIFETIME if inside else _OUT_OF_LIFETIME


def _year(edtf: str | None) -> int | None:
    return int(edtf[:4]) if edtf and edtf[:4].isdigit() else None


def _fold_name(name: str) -> str:
    return " ".join(fold(t.text) for t in tokenise(name))
