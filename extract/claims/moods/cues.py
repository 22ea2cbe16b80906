"""Patterns of words that change what a sentence says in, which of them speak in a stretch of items out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.claims.grammar.items import Item
from extract.claims.grammar.patterns import Element, compile_elements, match, spelt_out
from kb.model import POLARITIES

# Words whose cues are remembered, for each table.
_REMEMBERED = 10_000
# Shorter words only look as if they ended so.
_SHORT = 5
# Denials that a longer cue may turn round.
_NOT = frozenset({"не", "not", "cannot", "never"})


@dataclass(frozen=True, slots=True)
class Cue:
    polarity: str
    elements: tuple[Element, ...]


class CueTable:
    """Cues found by the word they begin with, in the order of the table."""

    def __init__(self, rows: Sequence[Cue]) -> None:
        self.rows = tuple(rows)
        # The words of a language repeat, and each is asked of every table of cues.
        self._opened = lru_cache(_REMEMBERED)(self._opened_by)

    def at(self, item: Item) -> tuple[Cue, ...]:
        """Those whose first element the item fits; "followed in May" is a date, and nothing that may be."""
        return self._opened(item.kind, item.label, "" if item.kind == "date" else item.norm)

    def _opened_by(self, kind: str, label: str, norm: str) -> tuple[Cue, ...]:
        return tuple(c for c in self.rows if c.elements[0].takes(kind, label, norm))


def cue_table(lang: str, rows: Mapping[str, str], classes: Mapping[str, str]) -> CueTable:
    """`rows`: polarity -> patterns as in triggers.yml, one a line; `classes`: what their `@name` stands for."""
    said = ((polarity, text) for polarity, lines in rows.items() for text in lines.splitlines())
    spelt = ((polarity, spelt_out(f"{lang}/polarity.yml", text, classes)) for polarity, text in said)
    return CueTable([Cue(polarity, compile_elements(lang, text)[0]) for polarity, text in spelt])


def cues_in(
    cues: CueTable, items: Sequence[Item], first: int, last: int, spent: frozenset[int] = frozenset()
) -> Iterator[str]:
    """What the longest cue at each place says: "not only" is no "not"."""
    told = first
    for at in range(first, last):
        norm = items[at].norm
        if not norm or at < told:
            continue
        # A spent "not" speaks only as part of a longer cue ("does not rule out").
        longest = at + 1 if at in spent else -1
        found: set[str] = set()
        for cue in cues.at(items[at]):
            ends = match(cue.elements, items, at)
            end = -1 if ends is None else max(ends)
            if end in spent and end > at:
                continue  # «Так и не открылся и был распущен»
            if longest <= end < max(last, first + 1) and ends is not None:
                found = {cue.polarity} | (found if end == longest else set())
                longest = end
        # "After long talks": what tells of a fact takes the words inside it with it, and so does "did not refuse".
        undone = norm in _NOT and longest > at and "negated" not in found
        told = longest + 1 if undone or found == {POLARITIES[0]} else told
        yield from found


def cues_at(cues: CueTable, items: Sequence[Item], at: int) -> Iterator[str]:
    """What begins right there."""
    for cue in cues.at(items[at]) if at < len(items) else ():
        if match(cue.elements, items, at) is not None:
            yield cue.polarity


def denied(items: Sequence[Item], endings: tuple[str, ...]) -> Iterator[str]:
    """Where negation is an ending, a verb behind the trigger denies it ("көздемейді")."""
    if endings and any(len(i.norm) > _SHORT and i.kind == "word" and i.norm.endswith(endings) for i in items):
        yield "negated"
