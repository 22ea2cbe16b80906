"""A city among the items of a sentence in, the country that it acts for out: "Minsk ratified", "Yerevan joined"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, Member, referring
from extract.language.russian import is_part
from extract.language.tokens import fold, tokenise
from kb.model import Mention, Sentence

# A Kazakh genitive has three letters; so far before its noun it stands.
_PREPOSITION, _CASE, _DEED = 3, 3, 7
_AND = frozenset({"and", "but", "nor", "or"})
# Russian "neither" and "nor" alike.
NEITHER = "ни"
_JOINTS = {"en": _AND, "kk": frozenset(map(fold, ("мен", "бен", "пен", "және")))}
_WHOSE = frozenset({"in", "of"})
# How long an insertion behind a city may be; what may open its clause.
_INSERTED, _WHICH = 16, "which"
_OPENING = frozenset({"and", "but", "while", "whereas", "though", "although", "neither", "both", "that"})


def acting(items: Sequence[Item], k: int, spoken: tuple[str, Anaphors], memory: Memory) -> Item:
    """A capital without a preposition is its country: "Minsk ratified"; no Kazakh noun may lean on it."""
    item, (lang, words) = items[k], spoken
    if item.kind != "place" or item.depth or item.mention is None:
        return item
    id_ = memory.acting(item.mention.entity_id, item.text)
    name = fold(item.text)
    if lang == "kk" and name[-_CASE:] in words.owner and _owns_deed(items, k, words):
        # "Минскінің": behind two consonants a vowel stands before the ending.
        owner = memory.acting(item.mention.entity_id, name[:-_CASE])
        owner = owner or memory.acting(item.mention.entity_id, name[: -_CASE - 1])
        return referring(item, "COUNTRY", (owner,) if owner else ())
    before, following = (items[n] if 0 <= n < len(items) else None for n in (k - 1, k + 1))
    acts = _does(following, lang, words) or (lang == "en" and _acts_apart(items, k, words))
    if id_ is None or _stands_for_place(before, lang, words) or not acts:
        return item
    return referring(item, "COUNTRY", (id_,))


def acting_ahead(text: str, sentence: Sentence, first: Mention | None, words: Anaphors, memory: Memory) -> str | None:
    """ "Yerevan went another way. It has frozen its part": the country whose capital opens an English sentence."""
    if first is None or first.label != "PLACE" or sentence.lang != "en":
        return None
    ahead = [fold(t.text) for t in tokenise(text, sentence.start_char, first.start_char)]
    following = next((fold(t.text) for t in tokenise(text, first.end_char, sentence.end_char)), "")
    acts = following in words.acting or following.endswith("ed")
    return memory.acting(first.entity_id, first.text) if acts and _OPENING.issuperset(ahead) else None


def listed_capitals(items: Sequence[Item], spoken: tuple[str, Anaphors], memory: Memory) -> Sequence[Item]:
    """ "Tallinn, Riga and Vilnius joined", "Вильнюс пен Рига қосылды": English and Kazakh cities that act together."""
    if spoken[0] not in _JOINTS or sum(i.kind == "place" for i in items) <= 1:
        return items
    found: list[Item] = []
    at = 0
    while at < len(items):
        run = _run(items, at, spoken, memory)
        if len(run) > 1 and _houses_of(items, at, spoken[1]):
            found.pop()  # Whose houses they are, and not where.
        found.append(_together(items, run, memory) if len(run) > 1 else items[at])
        at = run[-1] + 1 if len(run) > 1 else at + 1
    return found


def _run(items: Sequence[Item], at: int, spoken: tuple[str, Anaphors], memory: Memory) -> list[int]:
    """Where the cities of a list stand that begins there; nowhere, where they are only places."""
    (lang, words), before = spoken, items[at - 1] if at else None
    placed = _stands_for_place(before, lang, words) and not _houses_of(items, at, words)
    if _meant(items[at], memory) is None or placed:
        return []
    run, k, joints = [at], at + 1, _JOINTS[lang]
    while k + 1 < len(items) and (items[k].text == "," or items[k].norm in joints):
        k += items[k].text == "," and items[k + 1].norm in joints
        if _meant(items[k + 1], memory) is None:
            break
        run.append(k + 1)
        k += 2
    last = run[-1]
    following = items[last + 1] if last + 1 < len(items) else None
    apart = lang == "en" and _acts_apart(items, last, words)
    return run if apart or _does(following, lang, words) else []


def _meant(item: Item, memory: Memory) -> str | None:
    """The country that a city outside of parentheses would act for."""
    named = item.kind == "place" and not item.depth and item.mention is not None
    return memory.acting(item.mention.entity_id, item.text) if named and item.mention else None


def _together(items: Sequence[Item], run: Sequence[int], memory: Memory) -> Item:
    first, last = items[run[0]], items[run[-1]]
    cities = [items[k] for k in run]
    members = tuple(Member(_meant(i, memory), "COUNTRY", i.start, i.end, i.text) for i in cities)
    return replace(first, kind="ref", label="COUNTRY", members=members, end=last.end)


def _owns_deed(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Belgrade's entry into the bloc": a Kazakh city in the genitive that owns a verbal noun, in the same breath."""
    own = list(takewhile(lambda i: i.kind != "mark", items[k + 1 : k + 1 + _DEED]))
    return any(i.kind == "word" and i.norm.endswith(tuple(words.deeds)) for i in own)


def _stands_for_place(before: Item | None, lang: str, words: Anaphors) -> bool:
    if before is None or before.kind != "word" or lang == "kk":
        return False  # Kazakh has no prepositions: a short word before a city is a joint.
    joint = lang == "ru" and (is_part(before.norm, "CONJ") or before.norm == NEITHER)
    return before.norm in words.placing if lang == "en" else len(before.norm) <= _PREPOSITION and not joint


def _houses_of(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "The parliaments in Minsk and Kyiv ratified": behind houses a preposition says whose they are."""
    return k > 1 and items[k - 1].norm in _WHOSE and items[k - 2].norm.startswith(tuple(words.houses))


def _does(following: Item | None, lang: str, words: Anaphors) -> bool:
    """What follows lets a city act: in English a verb, in Kazakh no noun that may lean on it."""
    if following is None or following.kind != "word":
        return lang != "en"
    if lang == "en":
        return following.norm in words.acting or following.norm.endswith("ed")
    return lang != "kk" or following.norm in words.adverbs or following.norm in words.these or _apart(following, words)


def _apart(following: Item, words: Anaphors) -> bool:
    """ "Minsk from the union …": a Kazakh noun with a case and no owner, or a number, does not lean on the city."""
    norm = following.norm
    return norm in words.numerals or (norm.endswith(words.unowned) and not norm.endswith(words.owned))


def _acts_apart(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """The verb of the city is left out, or waits behind an insertion: "Riga, for its part, ratified"."""
    return _in_turn(items, k, words) or _in_relative(items, k, words) or _behind_insertion(items, k, words)


def _in_relative(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Tashkent, which suspended its membership, …": no town does so."""
    rest = items[k + 1 : k + 4]
    return len(rest) > 2 and rest[0].text == "," and rest[1].norm == _WHICH and _does(rest[2], "en", words)


def _in_turn(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Yerevan joined in May, Bishkek in August": a city and a date beside another city that acts."""
    rest, before = items[k + 1 : k + 3], items[k - 1] if k else None
    dated = len(rest) > 1 and rest[0].norm in words.placing and rest[1].kind == "date"
    if not dated or before is None:
        return False
    earlier = any(i.kind in {"place", "ref"} and _does(items[n + 1], "en", words) for n, i in enumerate(items[: k - 1]))
    return before.norm in _AND or (before.text in {",", ";"} and earlier)


def _behind_insertion(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Minsk, however, has not signed": the city opens its clause, and its verb stands behind two commas."""
    before = items[k - 1] if k else None
    opens = before is None or before.text in {";", ":"} or before.norm in _OPENING
    if not opens or k + 1 >= len(items) or items[k + 1].text != ",":
        return False
    comma = next((n for n in range(k + 2, min(k + 2 + _INSERTED, len(items) - 1)) if items[n].text == ","), 0)
    return bool(comma) and _does(items[comma + 1], "en", words)
