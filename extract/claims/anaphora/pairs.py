"""A word of an English sentence in, what it stands for out: two bodies ("neither organization"), "the Swedes"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring

# So near behind "both" or "neither" stands the verb that only a body can have.
_VERB_NEAR, _TWO = 5, 2
# "Who" behind a people; adjectives that name a people as they stand.
_WHO, _PEOPLES = "who", ("sh", "ch", "ese", "ss", "yz")
# "They were both founded then": behind its auxiliary "both" only strengthens the subject.
_AUXILIARIES = frozenset({"was", "were", "are", "is", "been", "had", "have"})
# "The last two were opened in 2001": which two, and what says that it was done to them.
_WHICH, _LAST = frozenset({"last", "latter", "these", "those", "other"}), "two"


def two_bodies(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "Neither organization was dissolved", "both were absorbed": the last two bodies that were named."""
    item = items[k]
    if lang != "en" or not (_paired_noun(items, k, words) or _paired_pronoun(items, k, words)):
        return None
    kinds = _kinds(item.norm, words)
    if kinds:
        # "Neither bank": the last two that are called so.
        ids = memory.called(item.start, kinds)[-_TWO:]
        return referring(item, "ORG", ids) if len(ids) == _TWO else None
    named = [i for i in items[:k] if i.kind == "name" and i.label == "ORG"]
    ids = tuple(dict.fromkeys(id_ for i in named for id_ in i.ids))[-2:]
    ids = ids if len(ids) == _TWO else memory.two_bodies(item.start)
    return referring(item, "ORG", ids) if ids else None


def _paired_noun(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    before = items[k - 1].norm if k else ""
    norm = items[k].norm
    return before in words.pairing and (norm in words.paired or bool(_kinds(norm, words)))


def _kinds(norm: str, words: Anaphors) -> Sequence[str]:
    """What the names of "bank", "courts" hold; nothing for nouns of any body, as "union" is."""
    return () if norm in words.paired else words.bodies.get(norm) or words.bodies.get(norm.removesuffix("s")) or ()


def _paired_pronoun(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Both", "neither" or "the last two" as the subject of what happens to bodies only."""
    before = items[k - 1].norm if k else ""
    near = [i.norm for i in takewhile(lambda i: i.kind == "word", items[k + 1 : k + 1 + _VERB_NEAR])]
    if k + 1 < len(items) and _paired_noun(items, k + 1, words):
        return False
    last = items[k].norm == _LAST and before in _WHICH and not _AUXILIARIES.isdisjoint(near)
    if not last and (items[k].norm not in words.pairing or before in _AUXILIARIES):
        return False
    return any(norm in words.undergone for norm in near)


def nation(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "The Swedes joined": a people that acts is its country; the Russian words are nominatives."""
    item = items[k]
    if lang == "ru" and item.norm in words.peoples:
        return replace(referring(item, "COUNTRY", (words.peoples[item.norm],)), kind="name")
    if lang != "en" or not k or items[k - 1].norm != "the" or not item.text[:1].isupper():
        return None
    # "The German" is one man, "the British" are many.
    adjective = item.norm.endswith(_PEOPLES) and item.norm in words.nations
    plural = item.norm.endswith("s") and not adjective
    id_ = words.peoples.get(item.norm) or words.nations.get(item.norm if adjective else item.norm.removesuffix("s"))
    following = items[k + 1].norm or items[k + 1].text if k + 1 < len(items) else ""
    acts = following in words.acting or (plural and following.endswith("ed"))
    described = following == "," and k + 2 < len(items) and items[k + 2].norm == _WHO
    told = (plural or adjective) and (acts or described or _beside(items, k, words))
    return referring(item, "COUNTRY", (id_,)) if id_ and told else None


def _beside(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "The Czechs and the Poles were admitted": a people beside another one, both behind their articles."""
    other = items[k + 3].norm if k + 3 < len(items) and items[k + 2].norm == "the" else ""
    joined = items[k + 1].norm == "and" or items[k + 1].text == "," if other else False
    return joined and (other in words.peoples or (other.endswith("s") and other.removesuffix("s") in words.nations))
