"""The items of a Russian sentence in, the same with "прибалтийские республики" and their like as countries out."""

from collections.abc import Sequence

from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring
from extract.language.tokens import fold

_NOUNS, _LONGEST = ("стран", "государств", "республик"), 12
# Before these words only some are meant, or others.
_SOME = frozenset(
    {"две", "двух", "два", "двум", "одна", "одну", "одной", "одно", "из", "ряд", "часть", "некоторые", "многие"}
)
_ALL, _NUMBERS, _MANY = ("все", "всех", "всем", "всеми"), {"три": 3, "трех": 3, "трем": 3, "пять": 5, "пяти": 5}, 4


def with_regions(items: Sequence[Item], words: Anaphors) -> Sequence[Item]:
    """ "The Baltic republics joined", "all five states of Central Asia", "the Balts": not where each is named too."""
    openings = tuple(stem.split()[0] for stem in words.regions)
    if not openings or not any(_tells(i, openings) for i in items):
        return items
    named = {id_ for i in items if i.label == "COUNTRY" for id_ in i.ids}
    found: list[Item] = []
    at = 0
    while at < len(items):
        size, ids = _region(items, at, words)
        if size and named.isdisjoint(ids) and _all_of_them(found, ids):
            last = items[at + size - 1]
            found.append(referring(last, "COUNTRY", ids))
        else:
            found += items[at : at + max(1, size)]
        at += max(1, size)
    return found


def _tells(item: Item, openings: tuple[str, ...]) -> bool:
    if item.kind == "word":
        return item.norm.startswith(openings)
    return item.kind == "place" and any(fold(word).startswith(openings) for word in item.text.split())


def _region(items: Sequence[Item], at: int, words: Anaphors) -> tuple[int, tuple[str, ...]]:
    """How many items name the states of a region there, and which they are."""
    held: list[str] = []
    for size in (1, 2, 3):
        if at + size > len(items) or items[at + size - 1].kind not in {"word", "place"}:
            break
        held += [fold(word) for word in items[at + size - 1].text.split()]
        ids = _states(held, words)
        if ids:
            return size, ids
    return 0, ()


def _states(held: Sequence[str], words: Anaphors) -> tuple[str, ...]:
    """ "Прибалты", "прибалтийские страны", "страны Балтии", "государства Центральной Азии"."""
    ids = next(
        (ids for stem, ids in words.regions.items() if held[-1].startswith(stem) or held[0].startswith(stem)), ()
    )
    if len(held) == 1:
        return words.regions.get(held[0], ())
    if held[0].startswith(_NOUNS):
        return ids if len(held) == 2 and not held[1].startswith(_NOUNS) else _of_land(held, words)
    return ids if len(held) == 2 and _is_noun(held[1]) else ()


def _of_land(held: Sequence[str], words: Anaphors) -> tuple[str, ...]:
    land = " ".join(held[1:])
    return next((ids for stem, ids in words.regions.items() if " " in stem and land.startswith(stem)), ())


def _is_noun(word: str) -> bool:
    return word.startswith(_NOUNS) and len(word) <= _LONGEST


def _all_of_them(before: Sequence[Item], ids: Sequence[str]) -> bool:
    """Nothing before says that only some are meant; of many states somebody must say that it is all."""
    near = [fold(i.text) for i in before[-2:]]
    count = next((_NUMBERS[w] for w in near if w in _NUMBERS), 0)
    if not _SOME.isdisjoint(near) or (count and count != len(ids)):
        return False
    return len(ids) <= _MANY or bool(count) or any(w in _ALL for w in near)
