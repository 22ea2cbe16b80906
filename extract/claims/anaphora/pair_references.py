"""A word for one of two things named before in, which of them it is out: "the former", "the latter", "the old code"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, Member, referring
from extract.language.russian import is_case, is_part

_PAIRED = frozenset({"ORG", "COUNTRY", "TREATY"})
# So far behind "the latter" stands what tells that it is a paper.
_HINT = 4
# "Acceded to the latter", "became a member of the former".
_BEFORE, _TOWARDS = 3, frozenset({"to", "of", "from", "into", "in", "with"})
_DONE, _PASSIVE, _BY = "ed", 3, "by"
_FROM, _THEM = "из", frozenset({"них", "этих", "двух"})
_ONE, _DEFINITE = "one", frozenset({"the", "this", "that"})


def stands_alone(items: Sequence[Item], k: int, lang: str, words: Anaphors) -> bool:
    """ "The former was enlarged", not "the former republics"; `первая вступила`, `а вторая — в 2024-м`."""
    following = items[k + 1] if k + 1 < len(items) else None
    if lang == "ru":
        begun = items[k - 1].kind == "mark" or is_part(items[k - 1].norm, "CONJ")
        done = following is not None and (following.kind in {"mark", "date"} or is_part(following.norm, "VERB"))
        return begun and ((done and k > 0) or _fronted(items, k))
    alone = following is None or following.kind in {"mark", "date"} or following.norm in words.alone
    if lang == "en" and following is not None and following.kind == "word":
        alone = alone or following.norm.endswith(_DONE) or _opposed(items, k, words)
    return lang == "kk" or (alone and items[k - 1].norm == "the")


def _fronted(items: Sequence[Item], k: int) -> bool:
    """ "The latter A did not ratify", "the first of them A joined": a Russian object, subject and verb behind it."""
    of_them = [i.norm for i in items[k + 1 : k + 3]]
    at = k + 3 if of_them[:1] == [_FROM] and of_them[-1] in _THEM else k + 1
    subject = items[at] if at < len(items) else None
    if subject is None or (subject.label != "COUNTRY" and subject.kind != "place"):
        return False
    if not is_case(items[k].norm, "accs"):
        return False
    behind = takewhile(lambda i: i.kind == "word", items[at + 1 : at + 1 + _HINT])
    return any(is_part(i.norm, "VERB") for i in behind)


def _opposed(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "The former rests on …, the latter …": of both, a word that is no noun of such things is a verb."""
    both = {i.norm for i in items if i.norm in words.ordinals}
    nouns = (*words.bodies, *words.instruments, *words.countries, *words.members)
    return len(both) > 1 and not items[k + 1].norm.startswith(nouns)


def of_two(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item:
    """The first or the last of the two names of one kind that stand before it, if need be in the sentence before."""
    named = [i for i in items[:k] if i.kind == "name" and i.label in _PAIRED]
    # In Kazakh a list of two is meant rather than what stands behind it.
    pair = [i for i in named if len(i.ids) == 2][-1:] if words.these else []
    label = _expected(items, k, words)
    names = [m for i in pair or named for m in i.members if m.entity_id and (not label or m.label == label)]
    kind, ids = next(_pairs(names), None) or memory.two(items[k].start, label)
    kind, ids = (kind, ids) if ids or label != "COUNTRY" else memory.two(items[k].start)
    return referring(items[k], kind, ids and (ids[words.ordinals[items[k].norm]],))


def _expected(items: Sequence[Item], k: int, words: Anaphors) -> str:
    """What can be joined is a body, what is signed or takes effect a paper; no label where nothing tells."""
    before = [i.norm for i in items[max(0, k - _BEFORE) : k - 1]]
    before = before if before and before[-1] in _TOWARDS else before[-1:]
    behind = [i.norm for i in items[k + 1 : k + 1 + _HINT] if i.kind == "word"]
    done = any(a in words.alone and b in words.paper_verbs for a, b in pairwise(behind))
    if done or words.paper_verbs & {*before[-1:]} or not words.paper_deeds.isdisjoint(behind):
        return "TREATY"
    if words.entering & {*behind[:_PASSIVE]}:
        return "ORG" if _BY in behind else "COUNTRY"  # "The former was admitted", "the latter was joined by A".
    return "ORG" if words.entering & {*before} else ""


def _pairs(names: Sequence[Member]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The last two of each label, that of the last name first."""
    for label in dict.fromkeys(m.label for m in reversed(names)):
        ids = tuple(dict.fromkeys(str(m.entity_id) for m in names if m.label == label))[-2:]
        if len(ids) > 1:
            yield label, ids


def of_ages(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "The old code", "the newer body", "the new one": of the last two of their kind, heir and forerunner apart."""
    if k < 2 or items[k - 2].norm not in _DEFINITE:
        return None
    old, new = items[k - 1].norm in words.older, items[k - 1].norm in words.newer
    if not (old or new):
        return None
    label, kinds = _kind(items, k, words)
    found = memory.generations(items[k].start, label, kinds) if label else ()
    return referring(items[k], label, (found[0 if old else -1],)) if found else None


def _kind(items: Sequence[Item], k: int, words: Anaphors) -> tuple[str, tuple[str, ...]]:
    """The label of a noun and what the name must hold; "one" is of the kind that its verb speaks of."""
    norm = items[k].norm
    if norm == _ONE:
        return _expected(items, k - 1, words), ()
    for label, classes in (("ORG", words.bodies), ("TREATY", words.instruments)):
        if norm in classes:
            return label, classes[norm]
    return "", ()
