"""The items of an English sentence in, its dates that are of some of a list only out: "the first two in 1998, …"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.row_words import row_words
from extract.tables import read_table

_BOUNDS, _FAR, _THE = frozenset(",;:(–—"), 7, "the"


@dataclass(frozen=True, slots=True)
class Turn:
    """Which of a list a date is of: from one place to the other, or all of which no other date tells."""

    first: int
    last: int | None
    others: bool = False


@dataclass(frozen=True, slots=True)
class TurnWords:
    """ "First", "two", "last", "others"."""

    ranks: Mapping[str, int]
    counts: Mapping[str, int]
    last: frozenset[str]
    others: frozenset[str]


@cache
def _words() -> TurnWords:
    rows = read_table("en", "rows")
    return TurnWords(
        rows["turn_ranks"], rows["turn_counts"], frozenset(rows["turn_last"]), frozenset(rows["turn_others"])
    )


def turns(clauses: Clauses) -> dict[int, Turn]:
    """Item of a date -> whose it is; none where the sentence does not begin with "the first"."""
    if clauses.lang != "en":
        return {}
    told = ((k, _turn(clauses, k)) for k, i in enumerate(clauses.items) if i.kind == "date")
    found = {k: turn for k, turn in told if turn is not None}
    return found if any(turn.first == 0 and not turn.others for turn in found.values()) else {}


def in_turns(clauses: Clauses, count: int) -> list[int | None]:
    """For each place of a list of so many the item of its date: "A, B and C joined, the first two in 1998, …"."""
    dates: list[int | None] = [None] * count
    for k, turn in sorted(turns(clauses).items(), key=lambda row: row[1].others):
        for n in range(count)[turn.first : turn.last]:
            dates[n] = k if dates[n] is None else dates[n]
    return dates


def _turn(clauses: Clauses, k: int) -> Turn | None:
    """ "…, the first two only in 1998": what stands between the mark and the date."""
    items, at = clauses.items, k - 1
    while at > 0 and k - at < _FAR and not (items[at].text in _BOUNDS or clauses.adds(at)):
        if items[at].kind in {"name", "date"}:
            return None
        at -= 1
    said = [i.norm for i in items[at + 1 : k]]
    opened = at > 0 and k - at < _FAR and said[:1] == [_THE] and len(said) > 1
    return _read(said[1:]) if opened else None


def _read(said: Sequence[str]) -> Turn | None:
    """ "First two in", "other two since", "last only in"."""
    words = _words()
    number = next((words.counts[w] for w in said[:2] if w in words.counts), 1)
    if not all(w in words.counts or w in words.others or w in row_words("en").between for w in said[1:]):
        return None
    if said[0] in words.others or said[1:2] == ["others"]:
        return Turn(0, None, others=True)
    if said[0] in words.ranks:
        return Turn(words.ranks[said[0]], words.ranks[said[0]] + number)
    return Turn(-number, None) if said[0] in words.last else None
