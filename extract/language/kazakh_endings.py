"""The endings of Kazakh names: a word in, the bases it may be an inflected form of out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extract.language.tokens import fold

_LONGEST = 14
# A name that would be shorter than this without its ending has none.
_SHORTEST = 4
# Country names end like an ablative.
_WHOLE = "стан"


@dataclass(frozen=True, eq=False)  # compared by identity, so that results can be cached
class Endings:
    """All endings a name can carry, folded; `soft` maps a softened final letter to the hard one of the base form."""

    legal: frozenset[str]
    possessive: frozenset[str]
    soft: Mapping[str, str]
    cases: tuple[tuple[str, tuple[str, ...]], ...] = ()


def compile_endings(table: Mapping[str, Any], softening: Mapping[str, str]) -> Endings:
    """Every string of plural, possessive and case; `table` is data/kk/endings.yml."""
    rows = table["after"]
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
        tuple((letters, tuple(sorted(tails.split(), key=len, reverse=True))) for letters, tails in rows.items()),
    )  # fmt: skip


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


def without_case(word: str, endings: Endings) -> str:
    """A name without its case ending, plural and possessive kept: `Конституциясына` is `Конституциясы`.

    Which endings are possible depends on the letter before them (assimilation); harmony of vowels is not demanded.
    """
    low = word.casefold()
    for before, tails in endings.cases:
        for tail in tails:
            base = low[: -len(tail)]
            if low.endswith(tail) and len(base) >= _SHORTEST and base[-1] in before and not low.endswith(_WHOLE):
                return word[: len(base)]
    return word
