"""The one place where dictionary, patterns and taggers are weighed: findings of all in, disjoint mentions out."""

from collections.abc import Iterable, Sequence

from kb.model import Mention

# Who wins where spans overlap: a longer instrument or programme name holds the names inside it, then the dictionary,
# then initials and titles, then patterns, then taggers. Dates never give way.
_RANK = {
    "date": 0,
    "treaty-dictionary": 1,
    "pattern:treaty": 1,
    "dictionary": 2,
    "person": 3,
    "pattern": 4,
    "tagger": 5,
}


def combine(*findings: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in order of the text, no two overlapping."""
    ranked = sorted(
        (m for found in findings for m in found), key=lambda m: (_rank(m), m.start_char - m.end_char, m.start_char)
    )
    kept: list[Mention] = []
    taken = _Taken()
    for mention in ranked:
        if mention.start_char < mention.end_char and taken.free(mention):
            taken.add(mention)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start_char))


def free_of(mentions: Iterable[Mention], others: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those of `mentions` that overlap none of `others`."""
    taken = _Taken()
    for other in others:
        taken.add(other)
    return tuple(m for m in mentions if taken.free(m))


def _rank(mention: Mention) -> int:
    if mention.label == "DATE":
        return _RANK["date"]
    if mention.label in {"TREATY", "PROGRAMME"} and not mention.method.startswith("tagger"):
        return _RANK["treaty-dictionary"]
    family = mention.method.split(":", 1)[0]
    return _RANK.get(mention.method, _RANK.get(family, _RANK["dictionary"]))


class _Taken:
    """Characters that a mention holds."""

    def __init__(self) -> None:
        self._held: set[int] = set()

    def free(self, mention: Mention) -> bool:
        return self._held.isdisjoint(range(mention.start_char, mention.end_char))

    def add(self, mention: Mention) -> None:
        self._held.update(range(mention.start_char, mention.end_char))
