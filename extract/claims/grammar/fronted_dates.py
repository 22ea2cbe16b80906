"""A pronoun of an English sentence in, whether it opens its clause out, dates ahead of it aside."""

from extract.claims.grammar.clauses import Clauses

_BOUNDS = frozenset(",;:–—")
# "In 1977", "by late 1977", "on 1 May": so many words stand before a date.
_LEADING = 3
_AHEAD = frozenset({"in", "on", "by", "at", "around", "early", "late", "the", "from", "after", "during", "mid"})


def opens_clause(clauses: Clauses, at: int) -> bool:
    """ "It was founded in 1967, and in 1977 it was dissolved": only a joint and a date stand before the pronoun.

    What a comma parts from an opening phrase ("First proposed in 2006, it …") opens the clause all the same.
    """
    if clauses.opens(at) or clauses.items[at - 1].text in _BOUNDS:
        return True
    first = _before_date(clauses, at)
    return first < at and (clauses.opens(first) or clauses.items[first - 1].text in _BOUNDS or clauses.joins(first - 1))


def _before_date(clauses: Clauses, at: int) -> int:
    """Where the date begins, with its preposition, that stands right before the word."""
    if not at or clauses.items[at - 1].kind != "date":
        return at
    first = at - 1
    while first > max(0, at - 1 - _LEADING) and clauses.items[first - 1].norm in _AHEAD:
        first -= 1
    return first
