"""A Russian ordinal in an oblique case in, which of the last two bodies it means out: "из первого", "во вторую"."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.agreement import agrees_with_name
from extract.claims.grammar.items import Item
from extract.language.russian import is_part, readings

# Behind these stands what one is in, joins or leaves.
_TOWARDS = frozenset({"в", "во", "из", "к", "ко", "при"})
# With a noun of its own behind it an ordinal only counts; so it does before "and the second".
_COUNTED = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})
_BODY = "ORG"
# So far behind "the latter" stands its verb, with what says when between.
_VERB_FAR, _ACTING = 9, ("VERB", "PRTS")
_LOOSE, _TIMES = ("PREP", "ADVB", "PRCL", "CONJ", "NUMR"), ("год", "лет", "месяц", "недел", "дн", "день")


def one_of_two(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "A is in B and C. It left the second in 2012": C, if the ordinal goes with its gender, else None."""
    place = words.obliques.get(items[k].norm)
    if place is None or not k or items[k - 1].norm not in _TOWARDS or _counts(items, k, words):
        return None
    named = [id_ for i in items[:k] if i.kind == "name" and i.label == _BODY for id_ in i.ids]
    pair = tuple(dict.fromkeys(named))[-2:]
    pair = pair if len(pair) > 1 else memory.two(items[k].start, _BODY)[1]
    if len(pair) < 2:
        return None
    meant = pair[place]
    name = memory.name_of(meant, items[k].start) or memory.full_name(meant)
    return meant if name and agrees_with_name(items[k].norm, name) else None


def opens_as_latter(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Последняя была распущена", "последний спустя семь лет вернулся": at the head, what governs the verb."""
    if k or items[k].norm not in words.lasts or len(items) < 2:
        return False
    for n, item in enumerate(items[1:_VERB_FAR], 1):
        if any(is_part(item.norm, pos) for pos in _ACTING) and item.kind == "word":
            return n == 1 or ("VERB", None, "sing") in readings(item.norm)[:1]
        passed = item.kind == "date" or (item.kind == "word" and _merely_says_when(item.norm))
        if not passed and not (item.text == "," and n > 1):
            return False
    return False


def _merely_says_when(norm: str) -> bool:
    """ "Же", "впрочем", "вскоре", "спустя" and what counts the years."""
    return norm.startswith(_TIMES) or any(is_part(norm, pos) for pos in _LOOSE)


def _counts(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    following = items[k + 1 : k + 3]
    if not following or following[0].kind != "word":
        return False
    paired = len(following) > 1 and following[1].norm in {*words.obliques, *words.ordinals}
    counted = any(pos in _COUNTED for pos, _, _ in readings(following[0].norm)[:1])
    return counted or (paired and is_part(following[0].norm, "CONJ"))
