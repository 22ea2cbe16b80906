"""Misspelt names: a capitalised word that no table knows in, the one word of a name that it is a slip of out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from extract.language.tokens import fold

# Below this length a slip makes another word too easily (Iran, Iraq; Mali, Malta).
_SHORTEST = 7


@dataclass(frozen=True, eq=False)
class Spelling:
    """Words of names by first letter and length; two words one slip apart are both left out."""

    words: Mapping[tuple[str, int], tuple[str, ...]]

    def nearest(self, word: str) -> str | None:
        """The only word one slip away with the same first and last letters; the last guards against endings."""
        return _nearest(fold(word), self)


def build_spelling(words: Iterable[str]) -> Spelling:
    """From the folded words of names."""
    groups: dict[tuple[str, int], list[str]] = {}
    for word in sorted(set(words)):
        if len(word) >= _SHORTEST and word.isalpha():
            groups.setdefault((word[0], len(word)), []).append(word)
    return Spelling({k: tuple(v) for k, v in groups.items()})


@lru_cache(maxsize=50_000)
def _nearest(word: str, spelling: Spelling) -> str | None:
    if len(word) < _SHORTEST:
        return None
    near = [
        known
        for size in (len(word) - 1, len(word), len(word) + 1)
        for known in spelling.words.get((word[0], size), ())
        if known[-1] == word[-1] and OSA.distance(known, word, score_cutoff=1) <= 1
    ]
    return near[0] if len(near) == 1 and near[0] != word else None
