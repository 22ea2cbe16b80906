"""The endings of Kazakh names: a word in, the bases it may be an inflected form of out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.tokens import fold

_LONGEST = 14


@dataclass(frozen=True, eq=False)  # compared by identity, so that results can be cached
class Endings:
    """All endings a name can carry, folded; `soft` maps a softened final letter to the hard one of the base form."""

    legal: frozenset[str]
    possessive: frozenset[str]
    soft: Mapping[str, str]


def compile_endings(table: Mapping[str, Sequence[str]], softening: Mapping[str, str]) -> Endings:
    """Every string of plural, possessive and case; `table` is data/kk/endings.yml."""
    plural = ["", *table["plural"]]
    possessive = ["", *table["possessive"]]
    case = ["", *table["case"], *table["relational"]]
    legal = {p + q + c for p in plural for q in possessive for c in case} - {""}
    owned = {q + c for q in table["possessive"] for c in case}
    # Folding makes endings of different vowels one (і and и, ы stays): a name may be typed with Russian letters.
    return Endings(
        frozenset(fold(x) for x in legal),
        frozenset(fold(x) for x in owned),
        {fold(v): fold(k) for k, v in softening.items() if fold(v) != fold(k)},
    )


@lru_cache(maxsize=100_000)
def _cuts(word: str, endings: Endings) -> tuple[str, ...]:
    found = [word]
    for size in range(1, min(_LONGEST, len(word) - 2) + 1):
        base, tail = word[:-size], word[-size:]
        if tail not in endings.legal:
            continue
        found.append(base)
        if tail in endings.possessive and base[-1] in endings.soft:
            found.append(base[:-1] + endings.soft[base[-1]])
    return tuple(found)


def bases(word: str, endings: Endings) -> tuple[str, ...]:
    """Folded forms without an ending that the word may come from, the word itself first."""
    return _cuts(fold(word), endings)


def is_ending(text: str, endings: Endings) -> bool:
    """Whether a lower-case string behind a hyphen is an ending (`ЕАЭО-ның`)."""
    return fold(text) in endings.legal
