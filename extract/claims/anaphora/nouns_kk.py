"""A Kazakh noun among the items of its sentence in, the item that the words beside it make of it, or nothing, out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring
from extract.language.tokens import fold

# So near behind its country stands who acts for it.
_ACTOR = 3
_US, _PROJECT = fold("бізге"), fold("жобадан")
_JOINS = tuple(map(fold, ("қосыл", "кірді", "кірген", "кіру", "енді", "енген", "ену")))
_OWN, _ORGAN = fold("өз"), fold("орган")
# Both, in the cases of what one belongs to, enters or leaves, and the words of it.
_TWO, _BOTH = 2, frozenset(map(fold, ("екеуіне", "екеуінің", "екеуінен", "екеуінде")))
_ONE = fold("бір")
_BELONGING = tuple(map(fold, ("мүше", "құрам", "қатар", "кір", "қосыл", "шық", "енді", "енген", "енбе")))
_LATTER = fold("соңғысы")
# How the endings of a noun that somebody owns begin, letters folded; such endings, with the cases behind them.
_OWNERS = ("ы", "и", "сы", "си")
_OWNED = tuple(map(fold, ("і", "сы", "ін", "сын", "інің", "сының", "іне", "сына", "інен", "сынан", "інде", "сында")))


def kazakh_noun(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """What only a Kazakh sentence says so: the subject's own country, the body named last."""
    if lang != "kk":
        return None
    if not k:
        return _last_body(items, memory) if items[k].norm == _LATTER else None
    if items[k].norm in _BOTH or (words.counts.get(items[k - 1].norm) == _TWO and _any_body(items[k].norm, words)):
        return _both_bodies(items, k, memory)
    if k == 1 and items[0].norm in words.these and items[k].norm == _ORGAN:
        return _last_organ(items[k], memory)
    if items[k].norm == _US and (body := _our_body(items, k, memory)) is not None:
        return referring(items[k], "ORG", (body,))
    if items[k].norm == _PROJECT and (body := _project(items, k)) is not None:
        return referring(items[k], "ORG", (body,))
    if items[k - 1].norm == _OWN and _is_own(items[k].norm, words):
        return referring(items[k], "COUNTRY", _country_before(items, k) or memory.country(items[k].start))
    if items[k - 1].norm == _OWN and (organ := _own_organ(items, k, words, memory)) is not None:
        return organ
    if _acts_for_all(items, k, words):
        meant = memory.countries(items[k].start, words.counts[items[k - 1].norm], near=True)
        return referring(items[k], "COUNTRY", meant) if meant else None
    return None


def _last_body(items: Sequence[Item], memory: Memory) -> Item | None:
    """«A B-ның орнына келді. Соңғысы 1963 жылы құрылған»: at the head of a sentence, where a body was named last."""
    if any(i.label in {"ORG", "COUNTRY"} for i in items):
        return None
    at, id_ = max(memory.last_named("ORG", items[0].start), default=(-1, ""))
    known = at > memory.country_at(items[0].start) and not memory.is_organ(id_)
    return referring(items[0], "ORG", (id_,)) if known else None


def _both_bodies(items: Sequence[Item], k: int, memory: Memory) -> Item | None:
    """«A екеуінің де мүшесі емес», «екі ұйымға да кірді»: the last two bodies named, before a word of membership."""
    near = items[k + 1 : k + 1 + _ACTOR]
    if not near or near[0].norm.startswith(_ONE):
        return None  # "One of the two".
    if not any(i.norm.startswith(_BELONGING) for i in near) or not any(i.label == "COUNTRY" for i in items):
        return None
    named = tuple(dict.fromkeys(id_ for i in items[:k] if i.label == "ORG" for id_ in i.ids))
    both = named if len(named) == _TWO else memory.two_bodies(items[k].start)
    return referring(items[k], "ORG", both) if both else None


def _any_body(norm: str, words: Anaphors) -> bool:
    """A noun that any body is called by, in the singular: "екі ұйымға"."""
    stem = next((s for s, kinds in words.bodies.items() if not kinds and norm.startswith(s)), None)
    return stem is not None and norm[len(stem) :] in words.singular


def _acts_for_all(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "The governments of the three countries": a counted genitive before a noun that acts for them."""
    counted = items[k - 1].norm in words.counts and items[k].norm.startswith(words.countries)
    genitive = counted and items[k].norm.endswith(tuple(words.owner))
    return genitive and any(i.norm.startswith(words.actors) for i in items[k + 1 : k + _ACTOR] if i.kind == "word")


def _own_organ(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """«A-ның өз соты»: the organ of that kind of the body in the genitive; nobody's where it is not known."""
    stem = next((s for s in words.organs if items[k].norm.startswith(s)), None)
    owner = items[k - 2] if k > 1 else items[k]
    if stem is None or owner.label != "ORG" or len(owner.ids) != 1:
        return None
    fit = [id_ for id_, called in memory.organs_of(owner.ids[0]) if _holds(called, words.organs[stem])]
    return referring(items[k], "ORG", fit) if len(fit) == 1 else replace(items[k], kind="ref", label="ORG")


def _last_organ(item: Item, memory: Memory) -> Item | None:
    """ "Бұл орган": at the head of its sentence the organ that was named last, rather one that opened a sentence."""
    organ = memory.organ(item.start, ("",))
    return referring(item, "ORG", (organ,)) if organ else None


def _our_body(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "Таиланд бізге 2004 жылы қосылды": who speaks for a body means it by "us", where a country joins."""
    behind = next((i for i in items[k + 1 :] if i.kind != "date"), None)
    joins = behind is not None and behind.norm.startswith(_JOINS)
    ahead = any(i.label == "COUNTRY" for i in items[:k])
    return memory.body(items[k].start) if joins and ahead and not any(i.label == "ORG" for i in items) else None


def _project(items: Sequence[Item], k: int) -> str | None:
    """ "A X-ке кіруден бас тартты, ал B жобадан шықты": what the sentence has just told somebody not to join."""
    named = [n for n in range(k - 1) if items[n].label == "ORG" and items[n].kind == "name" and items[n].ids]
    joined = [n for n in named if items[n + 1].norm.startswith(_JOINS)]
    return items[joined[0]].ids[-1] if len(named) == len(joined) == 1 else None


def _holds(called: frozenset[str], beginnings: Sequence[str]) -> bool:
    return any(word.startswith(tuple(beginnings)) for word in called)


def _is_own(norm: str, words: Anaphors) -> bool:
    """ "Its own country", "мемлекетінің": a noun of countries with the ending of its owner."""
    stem = next((s for s in words.countries if norm.startswith(s)), None)
    return stem is not None and norm[len(stem) :] in _OWNED


def _country_before(items: Sequence[Item], k: int) -> tuple[str, ...]:
    """ "A's minister said of his own country …": the one country that the sentence named last."""
    named = [i.ids for i in items[:k] if i.label == "COUNTRY" and len(i.ids) == 1]
    return named[-1] if named else ()


def is_owned(norm: str, words: Anaphors) -> bool:
    """ "Елдердің одағы" is theirs, in "елдің одаққа кіруі" the entry is: only the first noun has an owner's ending."""
    stems = [s for s in (*words.bodies, *words.instruments) if norm.startswith(s)]
    tail = norm[len(max(stems, key=len)) :] if stems else norm
    return not stems or tail.startswith(_OWNERS)
