"""Table data/LANG/clauses.yml in, the words that open insertions and dress dates out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.claims.grammar.patterns import Element, compile_elements
from extract.language.tokens import fold


@dataclass(frozen=True, slots=True)
class Openers:
    """What opens an insertion behind its comma, and the words of a verb in two that one may part.

    `weekdays` stand before a date in apposition; `turns`: what opens a clause of its own behind it.
    """

    patterns: tuple[tuple[Element, ...], ...]
    split: frozenset[str]
    weekdays: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    lang: str = ""


def openers(lang: str, table: Mapping[str, object]) -> Openers:
    """`insertions`, `split`, `weekdays`, `openers` and `turns` of data/LANG/clauses.yml: patterns as in triggers.yml,
    and words."""

    def listed(key: str) -> list[str]:
        value = table.get(key)
        return [str(word) for word in value] if isinstance(value, Sequence) else []

    patterns = tuple(compile_elements(lang, text)[0] for text in listed("insertions"))
    split, weekdays, behind, turns = (
        frozenset(map(fold, listed(key))) for key in ("split", "weekdays", "openers", "turns")
    )
    return Openers(patterns, split, weekdays, behind, turns, lang)
