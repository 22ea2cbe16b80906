"""Nouns that head the names of instruments, and the known instruments: what treaty stages share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.language import russian
from extract.language.kazakh_endings import Endings, bases
from extract.language.tokens import Token, fold, tokenise
from kb.model import Entity, Relation

# Kinds that open sentences and headings too often to stand for an instrument without more.
COMMON_KINDS = frozenset({"decision", "statement", "protocol", "memorandum"})
_LISTS = ("connectors", "stops", "between", "inserted", "partners", "sides", "fellows", "ordinary", "meant")


@dataclass(frozen=True, eq=False)
class TreatyWords:
    """One language's table: head noun -> kind, joining words, action -> stems, words that end a complement.

    `partners` open the name of a party ("with Serbia"), `sides` stand between two parties, `fellows` behind the last,
    `ordinary` are adjectives that make no name; behind the joining word one of `meant` makes none ("the treaty on it").
    """

    heads: Mapping[str, str]
    connectors: frozenset[str]
    actions: Mapping[str, Sequence[str]]
    stops: frozenset[str]
    between: frozenset[str] = frozenset()
    inserted: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    fellows: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()

    @cached_property
    def folded_heads(self) -> Mapping[str, str]:
        """Folded noun -> noun."""
        return {fold(noun): noun for noun in self.heads}


@dataclass(frozen=True, slots=True)
class Instrument:
    """A known instrument as the linker sees it: its kind and action are read off its English name.

    `heads` are (language, treaty noun) of its names: "the Agreement" is no instrument that is called a treaty.
    `founds`: bodies that it brought into being.
    """

    entity: Entity
    kind: str
    action: str
    about: frozenset[str]
    year: int | None
    heads: frozenset[tuple[str, str]] = frozenset()
    founds: frozenset[str] = frozenset()


def treaty_words(rows: Mapping[str, object]) -> TreatyWords:
    """The checked table `treaty_words.yml` of one language."""
    heads, actions = rows["heads"], rows["actions"]
    lists = {k: frozenset(map(str, rows.get(k) or ())) for k in _LISTS}  # type: ignore[call-overload]
    if not isinstance(heads, dict) or not isinstance(actions, dict):
        raise TypeError("treaty_words.yml: heads and actions are mappings")
    return TreatyWords({str(k): str(v) for k, v in heads.items()}, actions=actions, **lists)


def instruments(
    entities: Mapping[str, Entity], relations: Sequence[Relation], words: Mapping[str, TreatyWords], endings: Endings
) -> tuple[Instrument, ...]:
    """Every known instrument with what it founds or concerns."""
    about: dict[str, set[str]] = {}
    founds: dict[str, set[str]] = {}
    for r in relations:
        if r.type == "founded_by":
            founds.setdefault(r.object_id, set()).add(r.subject_id)
            about.setdefault(r.object_id, set()).add(r.subject_id)
        elif r.type == "concerns":
            about.setdefault(r.subject_id, set()).add(r.object_id)
    found = []
    for entity in entities.values():
        if entity.type == "TREATY":
            english = [fold(t.text) for t in tokenise(entity.names.get("en", ""))]
            kind = next((words["en"].heads[w] for w in english if w in words["en"].heads), "treaty")
            year = int(entity.start_edtf[:4]) if entity.start_edtf and entity.start_edtf[:4].isdigit() else None
            heads = frozenset(_heads(entity, words, endings))
            concerned = frozenset(about.get(entity.id, ()))
            founded = frozenset(founds.get(entity.id, ()))
            found.append(Instrument(entity, kind, action_of(english, words["en"]), concerned, year, heads, founded))
    return tuple(found)


def _heads(entity: Entity, words: Mapping[str, TreatyWords], endings: Endings) -> Iterator[tuple[str, str]]:
    for lang, name in entity.names.items():
        heads = [h for t in tokenise(name) if (h := head_of(t, words[lang], lang, endings))]
        if heads:
            yield lang, heads[-1] if lang == "kk" else heads[0]


def action_of(words: Sequence[str], table: TreatyWords) -> str:
    for action, stems in table.actions.items():
        if any(w.startswith(fold(stem)) for w in words for stem in stems):
            return action
    return ""


def head_of(token: Token, table: TreatyWords, lang: str, endings: Endings) -> str | None:
    """The treaty noun, in its dictionary form, that a word is a form of."""
    if lang == "kk":
        return next((table.folded_heads[b] for b in bases(token.text, endings) if b in table.folded_heads), None)
    forms = russian.lemmas(token.text) if lang == "ru" else (token.text.lower(),)
    return next((f for f in forms if f in table.heads), None)


def kind_of(token: Token, table: TreatyWords, lang: str, endings: Endings) -> str | None:
    """Treaty, protocol, declaration, charter, …"""
    head = head_of(token, table, lang, endings)
    return table.heads[head] if head else None
