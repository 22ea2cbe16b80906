"""A Kazakh clause in, where the question that it quotes ends out: what is said of it is not said of the deed."""

from collections.abc import Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.language.tokens import fold

_ASKING = frozenset(map(fold, ("ма", "ме", "ба", "бе", "па", "пе")))
_SAID = tuple(map(fold, ("деген", "дейтін")))
# Marks that may close the question before "деген", and how many.
_MARKS = 3


def asked(clauses: Clauses, first: int, last: int) -> tuple[int, frozenset[str]]:
    """ "Кіруі мүмкін бе деген сұраққа жауап берген жоқ": where the question ends, and what it makes of the deed."""
    items, near = clauses.items, range(first, last if clauses.lang == "kk" else first)
    at = next((k for k in near if items[k].norm in _ASKING and _quoted(items, k + 1)), None)
    return (last, frozenset()) if at is None else (at, frozenset({"hypothetical"}))


def _quoted(items: Sequence[Item], at: int) -> bool:
    behind = [i for i in items[at : at + _MARKS + 1] if i.kind != "mark"]
    return bool(behind) and behind[0].norm.startswith(_SAID)
