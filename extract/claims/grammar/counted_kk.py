"""The items of a Kazakh sentence in, the same without what only counts its names or says at whose wish it was, out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.claims.grammar.items import DASHES, Item
from extract.language.tokens import fold

_COUNTRY, _NAME, _WORD = "COUNTRY", "name", "word"
# What may stand before a number of states, the numbers, and the noun, letters folded.
_ALL = frozenset(map(fold, ("бірден", "барлығы", "бәрі", "небәрі", "яғни", "жиыны", "қатарынан", "бар-жоғы", "тағы")))
_NUMBERS = tuple(map(fold, ("екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "жиырма", "отыз")))
_STATES = tuple(map(fold, ("мемлекет", "ел", "республика", "корольдік", "монархия", "арал")))
_SHORT, _LONG, _GROUPED = 5, 9, 8
# Behind a stretch of time, and its units, letters folded.
_TIMES = frozenset(map(fold, ("бұрын", "кейін", "соң", "өткенде", "өткен")))
_UNITS = frozenset(
    map(
        fold, ("жыл", "ай", "апта", "күн", "жылдан", "айдан", "аптадан", "күннен", "бір", "арада", "тура", "дәл", "нақ")
    )
)
# "Among them", behind the comma that closes the count.
_AMONG = frozenset(map(fold, ("солардың", "олардың", "оның", "соның")))
_INSIDE = frozenset(map(fold, ("ішінде", "қатарында", "арасында")))
_NAMELY = (fold("атап"), fold("айтқанда"))
_ANNOUNCING = DASHES | {":"}
_AND = frozenset({",", "және", "мен", "пен", "бен"})
# At whose wish, or as who says, letters folded.
_BY = frozenset(
    map(fold, ("бастамасымен", "ұсынысымен", "қолдауымен", "шақыруымен", "келісімімен", "қатысуымен", "айтуынша",
               "пікірінше", "мәліметінше", "дерегінше", "сөзінше", "есебінше"))
)  # fmt: skip


def uncounted(items: Sequence[Item]) -> tuple[Item, ...]:
    """ "A, B and C – three states at once – joined D", "ten states, among them A and the two Baltic ones – B and C"."""
    items = _bare_dates(_said_again(items))
    if not any(i.label == _COUNTRY for i in items):
        return tuple(_without_wishes(items))
    return tuple(_without_wishes(_joined_groups(_without_counts(items))))


def _said_again(items: Sequence[Item]) -> Sequence[Item]:
    """ "A year before, on 5 May 2024, it declared": the day behind the comma stands for the time before it."""
    for k in range(1, len(items) - 2):
        comma, date, closing = items[k : k + 3]
        if comma.text != "," or date.kind != "date":
            continue
        lapse = k > 1 and items[k - 1].norm in _TIMES and _of_time(items[k - 2])
        if lapse or (items[k - 1].kind == "date" and closing.text == ","):
            start = k - 1
            while start and items[start - 1].kind == _WORD and _of_time(items[start - 1]):
                start -= 1
            return [*items[:start], date, *_said_again(items[k + 2 + (closing.text == ",") :])]
    return items


def _bare_dates(items: Sequence[Item]) -> Sequence[Item]:
    """ "Twice – in 1972 and in 1994 – voted against": days between two dashes are those of the verb behind."""
    dashes = [k for k, i in enumerate(items) if i.text in DASHES]
    for first, last in pairwise(dashes):
        inner = items[first + 1 : last]
        plain = all(i.kind == "date" or i.norm in _AND or i.text in _AND for i in inner)
        if first and plain and any(i.kind == "date" for i in inner):
            return [*items[:first], *inner, *_bare_dates(items[last + 1 :])]
    return items


def _of_time(item: Item) -> bool:
    return item.norm in _TIMES | _UNITS or item.norm in _NUMBERS or item.norm.isdigit()


def _without_counts(items: Sequence[Item]) -> list[Item]:
    """The count between two dashes or commas right behind the names, or before "among them"."""
    kept: list[Item] = []
    at = 0
    while at < len(items):
        behind = kept and kept[-1].label == _COUNTRY and items[at].text in DASHES | {","}
        end = _counts(items, at + 1) if behind else None
        if end is not None and end < len(items) and items[end].text == items[at].text:
            at = end + 1
            continue
        among = _among(items, at)
        if among is not None:
            at = among
            continue
        kept.append(items[at])
        at += 1
    return kept


def _counts(items: Sequence[Item], at: int) -> int | None:
    """Behind "three states at once"."""
    numbered = False
    for k in range(at, min(at + _SHORT, len(items))):
        norm = items[k].norm
        if numbered and norm.startswith(_STATES):
            return k + 1
        numbered = numbered or norm in _NUMBERS or norm.isdigit()
        if items[k].kind != _WORD or not (numbered or norm in _ALL):
            return None
    return None


def _among(items: Sequence[Item], at: int) -> int | None:
    """Behind "ten states, among them", where a country follows."""
    opens = items[at].norm in _ALL or items[at].norm in _NUMBERS or items[at].norm.isdigit()
    end = _counts(items, at) if opens and items[at].kind == _WORD else None
    if end is None or end + 3 >= len(items) or items[end].text != ",":
        return None
    first, second = items[end + 1].norm, items[end + 2].norm
    told = (first in _AMONG and second in _INSIDE) or (first, second) == _NAMELY
    k = end + 3 + (items[end + 3].text in {":", "–", "—"})
    return k if told and k < len(items) and items[k].label == _COUNTRY else None


def _joined_groups(items: Sequence[Item]) -> list[Item]:
    """ "A and the three Baltic republics – B, C and D", "A and six other states: B, …": one list of names."""
    kept: list[Item] = []
    at = 0
    while at < len(items):
        group = _group(items, at) if kept and kept[-1].label == _COUNTRY else None
        if group is None:
            kept.append(items[at])
            at += 1
        else:
            before, last = kept[-1], items[group]
            members = (*before.members, *last.members)
            kept[-1] = replace(before, members=members, end=last.end, text=last.text)
            at = group + 1
    return kept


def _group(items: Sequence[Item], at: int) -> int | None:
    """Where the names stand that the group behind "and" is made up of."""
    joint = items[at].norm or items[at].text
    if joint not in _AND:
        return None
    counted = False
    for k in range(at + 1, min(at + _GROUPED, len(items) - 1)):
        if counted and items[k].text in _ANNOUNCING and items[k - 1].norm.startswith(_STATES):
            return k + 1 if items[k + 1].label == _COUNTRY and items[k + 1].kind == _NAME else None
        if items[k].kind != _WORD:
            return None
        counted = counted or items[k].norm in _NUMBERS
    return None


def _without_wishes(items: Sequence[Item]) -> Sequence[Item]:
    """ "In 1985, at the wish of the same three states, A came": between two commas, with no name in it."""
    commas = [k for k, i in enumerate(items) if i.text == ","]
    for k in commas[1:]:
        first = max((n for n in commas if n < k), default=0)
        inner = items[first + 1 : k]
        plain = 0 < len(inner) <= _LONG and first and all(i.kind == _WORD for i in inner)
        if plain and inner[-1].norm in _BY:
            return [*items[:first], *_without_wishes(items[k + 1 :])]
    return items
