"""A Kazakh pronoun in the accusative before a verb of ratifying in, the paper that it stands for out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import OTHER, Item, referring
from extract.language.tokens import fold

# "It", in the accusative.
IT = frozenset(map(fold, ("оны", "мұны", "бұны", "соны")))
_RATIFYING = tuple(map(fold, ("бекіт", "ратификацияла", "денонсацияла")))
# A converb or a finite verb that stands before another comma or verb governs the pronoun itself.
_CONVERBS, _ENDS = ("ып", "ип"), frozenset({";", ":"})
# So far back stands the noun that is meant, and the name of its paper before it, in characters.
_NOUN_FAR, _NAME_FAR = 330, 2000
_PLURALS = tuple(map(fold, ("лар", "лер", "дар", "дер", "тар", "тер")))


def paper_ratified(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "Парламент оны бекітті": the agreement that was spoken of last, unless a bill or a plan was."""
    if lang != "kk" or items[k].norm not in IT or not _is_ratified(items, k):
        return None
    paper = _paper_in_mind(items[k].start, words, memory)
    if paper is None:
        return replace(items[k], kind="ref", label=OTHER)
    return referring(items[k], "TREATY", (paper,))


def _is_ratified(items: Sequence[Item], k: int) -> bool:
    """The first verb behind the pronoun, other than such as describe who acts, is one of ratifying."""
    for n in range(k + 1, len(items)):
        item = items[n]
        if item.norm.startswith(_RATIFYING):
            return True
        if item.text in _ENDS or (item.kind == "word" and item.norm.endswith(_CONVERBS)):
            return False
    return False


def _paper_in_mind(before: int, words: Anaphors, memory: Memory) -> str | None:
    """The instrument that the last noun of papers, or the last name of one, stands for."""
    told = memory.words(before - _NOUN_FAR, before)
    stems = (*words.instruments, *words.papers, *words.drafts, *words.passable)
    last = next((n for n in range(len(told) - 1, -1, -1) if told[n].startswith(stems)), None)
    if last is None:
        return None
    since = memory.words(memory.named_at(before), before)
    if sum(word.startswith(stems) for word in since) <= 1:
        return memory.instrument(before)  # The noun is that of the name itself.
    stem = next((s for s in words.instruments if told[last].startswith(s)), None)
    described = last and (told[last - 1].startswith(words.anew) or told[last - 1] in words.connectors)
    if stem is None or described or told[last][len(stem) :].startswith(_PLURALS):
        return None
    return memory.instrument(before, words.instruments[stem], far=_NAME_FAR)
