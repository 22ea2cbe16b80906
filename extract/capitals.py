"""A city among the items of a sentence in, the country that it acts for out: "Minsk ratified", "Yerevan joined"."""

from collections.abc import Sequence
from itertools import takewhile

from extract.anaphora import Anaphors, Memory
from extract.claim_items import Item, referring
from extract.russian import is_part
from extract.tokens import fold

# A Kazakh genitive has three letters; so far before its noun it stands.
_PREPOSITION, _CASE, _DEED = 3, 3, 7
_AND = frozenset({"and", "but"})


def acting(items: Sequence[Item], k: int, spoken: tuple[str, Anaphors], memory: Memory) -> Item:
    """A capital without a preposition is its country: "Minsk ratified"; no Kazakh noun may lean on it."""
    item, (lang, words) = items[k], spoken
    if item.kind != "place" or item.depth or item.mention is None:
        return item
    id_ = memory.acting(item.mention.entity_id, item.text)
    name = fold(item.text)
    if lang == "kk" and name[-_CASE:] in words.owner and _owns_deed(items, k, words):
        owner = memory.acting(item.mention.entity_id, name[:-_CASE])
        return referring(item, "COUNTRY", (owner,) if owner else ())
    before, following = (items[n] if 0 <= n < len(items) else None for n in (k - 1, k + 1))
    acts = _does(following, lang, words) or (lang == "en" and _in_turn(items, k, words))
    if id_ is None or _stands_for_place(before, lang, words) or not acts:
        return item
    return referring(item, "COUNTRY", (id_,))


def _owns_deed(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Belgrade's entry into the bloc": a Kazakh city in the genitive that owns a verbal noun, in the same breath."""
    own = list(takewhile(lambda i: i.kind != "mark", items[k + 1 : k + 1 + _DEED]))
    return any(i.kind == "word" and i.norm.endswith(words.deeds) for i in own)


def _stands_for_place(before: Item | None, lang: str, words: Anaphors) -> bool:
    if before is None or before.kind != "word" or lang == "kk":
        return False  # Kazakh has no prepositions: a short word before a city is a joint.
    joint = lang == "ru" and is_part(before.norm, "CONJ")
    return before.norm in words.placing if lang == "en" else len(before.norm) <= _PREPOSITION and not joint


def _does(following: Item | None, lang: str, words: Anaphors) -> bool:
    """What follows lets a city act: in English a verb, in Kazakh no noun that may lean on it."""
    if following is None or following.kind != "word":
        return lang != "en"
    if lang == "en":
        return following.norm in words.acting or following.norm.endswith("ed")
    return lang != "kk" or following.norm in words.adverbs or following.norm in words.these


def _in_turn(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Yerevan joined, and Bishkek in May", "Tashkent and Bishkek signed": a city beside another that acts."""
    rest, joined = items[k + 1 : k + 4], k > 0 and items[k - 1].norm in _AND
    dated = len(rest) > 1 and rest[0].norm in words.placing and rest[1].kind == "date"
    paired = len(rest) > 2 and rest[0].norm in _AND and rest[1].kind == "place" and _does(rest[2], "en", words)
    return (joined and dated) or paired
