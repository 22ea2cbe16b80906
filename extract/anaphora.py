"""The mentions of a document in, what "the organization", "it" or "the three" stands for at an offset out."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.claim_items import ListWords
from extract.claim_tables import ClaimTables
from extract.tokens import fold, tokenise
from kb.model import Mention

# How far back a name still is what a bare noun means, in characters; a body may be the topic of a whole article.
_NEAR = 900
_FAR = 6000
_LIST_GAP = 16

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Anaphors:
    """Stems of anaphoric nouns -> words that a name must hold to be meant (none: any name of the label)."""

    bodies: Mapping[str, tuple[str, ...]]
    instruments: Mapping[str, tuple[str, ...]]
    countries: tuple[str, ...]
    groups: Mapping[str, int]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    named_by: frozenset[str]
    blockers: tuple[str, ...]


def anaphors(table: Mapping[str, object]) -> Anaphors:
    """`table` is data/LANG/anaphors.yml."""

    def classes(key: str) -> dict[str, tuple[str, ...]]:
        rows = table[key]
        if not isinstance(rows, dict):
            return {}
        return {fold(str(stem)): tuple(fold(w) for w in words) for stem, words in rows.items()}

    def words(key: str) -> list[str]:
        rows = table.get(key) or ()
        return [fold(str(w)) for w in rows] if isinstance(rows, Iterable) else []

    groups = table["groups"]
    return Anaphors(
        classes("bodies"), classes("instruments"), tuple(words("countries")),
        {fold(str(k)): int(v) for k, v in groups.items()} if isinstance(groups, dict) else {},
        frozenset(words("pronouns")), frozenset(words("determiners")), frozenset(words("named_by")), tuple(words("blockers")),
    )  # fmt: skip


class Memory:
    """What a document has named so far. Built once a document, asked by offset."""

    def __init__(self, text: str, mentions: Sequence[Mention], tables: ClaimTables, joiners: ListWords) -> None:
        self._tables = tables
        self._bodies = list(_bodies(mentions, tables))
        self._instruments = [(m.start_char, m.entity_id) for m in mentions if m.label == "TREATY" and m.entity_id]
        self._countries = _lists(text, [m for m in mentions if m.label == "COUNTRY" and m.entity_id], joiners)

    def body(self, before: int, words: Sequence[str] = ()) -> str | None:
        """The last body named, of those whose names hold one of the words."""
        for start, entity in self._back(self._bodies, before):
            if before - start > _FAR:
                break
            if not words or any(w.startswith(tuple(words)) for w in self._tables.words.get(entity, ())):
                return entity
        return None

    def instrument(self, before: int, kinds: Sequence[str] = ()) -> str | None:
        """The last instrument named; its id begins with its kind."""
        for start, entity in self._back(self._instruments, before):
            if before - start > _NEAR:
                break
            if not kinds or entity.startswith(tuple(kinds)):
                return entity
        return None

    def countries(self, before: int, size: int = 0) -> tuple[str, ...]:
        """The last list of countries, of that size where one is asked for."""
        for start, ids in self._back(self._countries, before):
            if before - start > (_FAR if size else _NEAR):
                break
            if not size or len(ids) == size:
                return ids
        return ()

    @staticmethod
    def _back(rows: Sequence[tuple[int, T]], before: int) -> Iterable[tuple[int, T]]:
        at = bisect_left(rows, before, key=lambda row: row[0])
        return reversed(rows[:at])


def _bodies(mentions: Sequence[Mention], tables: ClaimTables) -> Iterable[tuple[int, str]]:
    """Bodies by name or by the instrument that founds them; an organ stands for its parent."""
    for m in mentions:
        if not m.entity_id:
            continue
        if m.label == "ORG":
            yield m.start_char, tables.parents.get(m.entity_id, m.entity_id)
        elif m.label == "TREATY" and m.entity_id in tables.founds:
            yield m.start_char, tables.founds[m.entity_id]


def _lists(text: str, mentions: Sequence[Mention], joiners: ListWords) -> list[tuple[int, tuple[str, ...]]]:
    found: list[tuple[int, tuple[str, ...]]] = []
    end = -_LIST_GAP - 1
    for m in mentions:
        between = text[end : m.start_char] if 0 <= m.start_char - end <= _LIST_GAP else "."
        words = {fold(t.text) for t in tokenise(between)}
        id_ = str(m.entity_id)
        if found and "." not in between and words <= joiners.joiners | joiners.fillers:
            found[-1] = (found[-1][0], tuple(dict.fromkeys((*found[-1][1], id_))))
        else:
            found.append((m.start_char, (id_,)))
        end = m.end_char
    return found
