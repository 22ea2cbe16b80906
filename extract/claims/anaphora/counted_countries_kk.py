"""A Kazakh number of states that opens its clause in, the states that were named just before out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import DASHES, Item
from extract.language.tokens import fold

_MOST = 5
# What may stand before the number: a clause begins.
_OPENING = frozenset({",", ";", fold("ал"), fold("бірақ"), fold("алайда"), fold("сөйтіп"), fold("ақырында")})
# Whole words behind the noun that say that it is counted anew.
_OTHER = frozenset(map(fold, ("басқа", "тағы", "жаңа", "қана", "ғана")))
_COUNTRY = "COUNTRY"


def counted_states(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> tuple[str, ...]:
    """ "A, B and C were members. Three states declared …", "үш елдің үкіметтері": as many as the last list had."""
    size = words.counts.get(items[k - 1].norm) if k else None
    if size is None or size > _MOST or not _is_noun(items[k].norm, words):
        return ()
    before = items[k - 2] if k > 1 else None
    if k > 2 and before is not None and before.norm in {*words.these, *words.personal}:
        before = items[k - 3]  # "Ал ол екі мемлекет".
    if k > 1 and before is items[k - 2] and before.kind == "word" and before.norm.endswith(words.described):
        before = items[k - 3] if k > 2 else None  # "Шыққан үш мемлекет": those of whom it was told.
    opens = before is None or before.kind == "date" or before.text in _OPENING or before.norm in _OPENING
    if not opens or (k + 1 < len(items) and (items[k + 1].text in DASHES or items[k + 1].norm in _OTHER)):
        return ()
    named = [i.ids for i in items if i.label == _COUNTRY and i.kind == "name"]
    if named:
        # "A and B left, and both states came back": those of the sentence, where it names no others.
        ahead = any(i.label == _COUNTRY and i.kind == "name" for i in items[:k])
        return named[0] if ahead and len(named) == 1 and len(named[0]) == size else ()
    return memory.countries(items[k].start, size, near=True)


def _is_noun(norm: str, words: Anaphors) -> bool:
    """ "Ел", "елдің", "мемлекетке": one word in some case."""
    stem = next((s for s in words.countries if norm.startswith(s)), None)
    return stem is not None and (norm == stem or norm[len(stem) :] in words.singular)
