"""A Russian plural in, the bodies named before that it stands for out: "ни в одной из этих организаций", "в обеих"."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring

_BODY, _OF, _THEM, _TWO = "ORG", "из", "них", 2
_NONE, _ONE, _SUBJECTS = "ни", ("один", "одн"), frozenset({"одна", "один"})
# Longer words than a noun with its ending are others.
_TAIL = 3
_POINTING = frozenset({"этих", "названных", "перечисленных", "упомянутых", "данных", "указанных"})
_BOTH = frozenset({"обеих", "обе", "оба", "обоих", "обеим", "обоим"})
# "The place of both": the two that were named last, organs or not.
_OF_BOTH, _OWNED = frozenset({"обоих", "обеих"}), frozenset({"место", "функции", "полномочия", "роль"})
# Behind "both" alone bodies may be called so.
_CALLED = ("учреждени",)
# So near, in characters, stand those that "none of them" means.
_NEAR = 300


def several_bodies(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "Left both organizations", "joined all three blocs": as many as were named last."""
    if lang == "ru" and items[k].norm in _OF_BOTH and k and items[k - 1].norm in _OWNED:
        recent = (m.entity_id for m in memory.recent(items[k].start) if m.label == _BODY and m.entity_id)
        two = list(dict.fromkeys(recent))[:_TWO]
        return referring(items[k], _BODY, two) if len(two) == _TWO else None
    called = lang == "ru" and k > 0 and items[k - 1].norm in _BOTH and items[k].norm.startswith(_CALLED)
    if lang != "ru" or not k or not (called or _is_plural(items[k], words)):
        return None
    size = _size(items, k, words)
    named = memory.bodies(items[k].start) if size else ()
    # "After the end of A both institutions lost …": A, which the sentence names itself, is neither.
    beside = {id_ for i in items[:k] if i.label == _BODY for id_ in i.ids}
    if len(beside) == 1 and len(named) - 1 >= size:
        named = tuple(id_ for id_ in named if id_ not in beside)
    return referring(items[k], _BODY, named[-size:]) if size and len(named) >= size else None


def with_none_of(items: Sequence[Item], words: Anaphors, memory: Memory) -> Sequence[Item]:
    """ "Ни в одной из этих организаций" becomes "в" and the bodies that were named not long ago."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        noun = _none_of(items, at, words) if items[at].norm == _NONE else None
        ids = _those(items, noun, memory) if noun is not None else ()
        if noun is None or not ids:
            found.append(items[at])
            at += 1
            continue
        found += [] if items[at + 1].norm.startswith(_ONE) else [items[at + 1]]
        found.append(referring(items[noun], _BODY, ids))
        at = noun + 1
    return found


def _none_of(items: Sequence[Item], at: int, words: Anaphors) -> int | None:
    """Where the noun stands behind "none", as an object or behind a preposition; not of "none of them did"."""
    one = at + 1 if items[at + 1 : at + 2] and items[at + 1].norm.startswith(_ONE) else at + 2
    if one + 2 >= len(items) or not items[one].norm.startswith(_ONE) or items[one + 1].norm != _OF:
        return None
    if one == at + 1 and items[one].norm in _SUBJECTS:
        return None
    noun = one + 2 + (items[one + 2].norm in _POINTING)
    them = noun == one + 2 and items[noun].norm == _THEM
    plural = noun < len(items) and noun == one + 3 and _is_plural(items[noun], words)
    return noun if them or plural else None


def _those(items: Sequence[Item], noun: int, memory: Memory) -> tuple[str, ...]:
    """All bodies that were named not long ago; of "them" only those of the sentence before."""
    start, them = items[noun].start, items[noun].norm == _THEM
    return tuple(id_ for id_ in memory.bodies(start) if not them or _fresh(id_, start, memory))


def _fresh(body: str, before: int, memory: Memory) -> bool:
    return any(m.entity_id == body and before - m.start_char < _NEAR for m in memory.recent(before))


def _size(items: Sequence[Item], k: int, words: Anaphors) -> int:
    """ "Из обеих организаций", "во все три союза": how many are meant."""
    before = items[k - 1].norm
    if before in _BOTH:
        return _TWO
    told = before in words.counts and k > 1 and items[k - 2].norm in words.wholly
    return words.counts[before] if told else 0


def _is_plural(item: Item, words: Anaphors) -> bool:
    """ "Организаций", "структур": behind "these" or "both" a common noun for bodies, no adjective made from one."""
    if not item.text.islower() or not item.norm.startswith(tuple(words.bodies)):
        return False
    stem = next((s for s in words.bodies if item.norm.startswith(s)), None)
    return stem is not None and len(item.norm) - len(stem) <= _TAIL
