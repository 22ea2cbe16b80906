"""Patterns of words that change what a sentence says in, which of them speak in a stretch of items out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.claim_items import Item
from extract.patterns import OPENING, Element, compile_elements, match, openings
from kb.model import POLARITIES

# Denials that a longer cue may turn round.
_NOT = frozenset({"не", "not", "cannot", "never"})


@dataclass(frozen=True, slots=True)
class Cue:
    """`opens`: first letters of the words it may begin with; empty where it may begin with anything."""

    polarity: str
    elements: tuple[Element, ...]
    opens: frozenset[str] = frozenset()


class CueTable:
    """Cues found by the first letters of a word, in the order of the table."""

    def __init__(self, rows: Sequence[Cue]) -> None:
        self.rows = tuple(rows)
        self._free = tuple(c for c in self.rows if not c.opens)
        keys = frozenset().union(*(c.opens for c in self.rows))
        self._by = {key: tuple(c for c in self.rows if not c.opens or key in c.opens) for key in keys}

    def at(self, norm: str) -> tuple[Cue, ...]:
        """Those that may begin with the word; one with a hyphen may hold another."""
        return self.rows if "-" in norm else self._by.get(norm[:OPENING], self._free)


def _cue(polarity: str, elements: tuple[Element, ...]) -> Cue:
    first = elements[0]
    named = first.label or first.begins or first.most or first.optional or first.ends
    return Cue(polarity, elements, frozenset() if named or "" in first.stems else frozenset(openings(elements[:1])))


def cue_table(lang: str, rows: Mapping[str, str]) -> CueTable:
    """`rows`: polarity -> patterns as in triggers.yml, one a line."""
    texts = ((polarity, text) for polarity, lines in rows.items() for text in lines.splitlines())
    return CueTable([_cue(polarity, compile_elements(lang, text)[0]) for polarity, text in texts])


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
        for cue in cues.at(norm):
            ends = match(cue.elements, items, at) if cue.elements[0].fits(items[at]) else None
            end = -1 if ends is None else max(ends)
            if longest <= end < max(last, first + 1) and ends is not None:
                found = {cue.polarity} | (found if end == longest else set())
                longest = end
        # "After long talks": what tells of a fact takes the words inside it with it, and so does "did not refuse".
        undone = norm in _NOT and longest > at and "negated" not in found
        told = longest + 1 if undone or found == {POLARITIES[0]} else told
        yield from found


def cues_at(cues: CueTable, items: Sequence[Item], at: int) -> Iterator[str]:
    """What begins right there."""
    for cue in cues.rows:
        if at < len(items) and cue.elements[0].fits(items[at]) and match(cue.elements, items, at) is not None:
            yield cue.polarity
