"""An English trigger of founding or membership in, the countries that only stand beside its body, out."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.scene import Scene, Told

_ALL, _FROM = frozenset({"all", "both"}), "from"
_LISTS, _OF, _BY = ".lists", "of", "by"
_LISTING = ("compris", "consist", "compos", "includ", "group", "unit", "gather")
_DONE = frozenset({"passive", "participle"})
# Whose land a founder once was part of.
_FORMER = frozenset({"former", "ex", "constituent", "erstwhile", "old"})
_STATES = ("republic", "coloni", "possession", "territor")
_IDEAS = frozenset({"initiative", "suggestion", "proposal", "idea", "instigation", "urging", "request", "behest",
                    "invitation"})  # fmt: skip
_NEAR, _SHORT = 9, 3
# So near to the head of a sentence stands what its list goes on from.
_FOLLOW = "follow"
_OPENING, _BESIDES = 8, frozenset({"besides", "beside", "alongside"})
_FINITE = frozenset({"are", "were", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should",
                     "do", "did", "does", "is", "was", "has", "said", "gave", "sold", "saw", "took", "made",
                     "sent", "began", "held", "met", "told", "won", "lost", "put", "set", "let", "became",
                     "remains"})  # fmt: skip
_GOES_ON = frozenset({"and", "but"})
# Words in -s and -ed that stand inside a list of names.
_INSIDE = frozenset({"plus", "as", "thus", "besides", "states", "countries", "nations", "republics", "members",
                     "economies", "islands", "others", "its", "this", "various", "previous", "always", "united",
                     "added", "federated", "emirates", "so-called", "followed", "joined"})  # fmt: skip


def verb_behind(scene: Scene, k: int) -> bool:
    """ "The bloc, comprising A, B and C, offers D a market": a verb right behind the list, with or without a comma."""
    items = scene.clauses.items
    word, behind = items[k].norm, items[k - 1 - (items[k - 1].text == ",")]
    if items[k - 1].norm in _GOES_ON and word in _FINITE:
        return True  # "Made up of A and B, and is key to C's plans."
    if scene.lang != "en" or items[k].kind != "word" or behind.kind != "name":
        return False
    return word in _FINITE or (len(word) > _SHORT and word.endswith(("s", "ed")) and word not in _INSIDE)


def owned_by_others(scene: Scene, told: Told, k: int) -> bool:
    """ "Instituted on the initiative of the presidents of A", "by former republics of A": A founded nothing."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "en" or told.form.voice not in _DONE or k <= last:
        return False
    nouns = _nouns_of(items, k, max(last, k - _NEAR))
    if any(i.norm in _IDEAS for i in nouns):
        return True
    return any(i.norm.startswith(_STATES) for i in nouns) and any(i.norm in _FORMER for i in items[last + 1 : k])


def _nouns_of(items: Sequence[Item], k: int, low: int) -> list[Item]:
    """ "The initiative of the presidents of A": the nouns that stand before each "of"."""
    found = []
    at = k - 1
    while at > low and items[at].kind == "word" and items[at].norm != _BY:
        if items[at].norm == _OF:
            found.append(items[at - 1])
        at -= 1
    return found


def proposed_ahead(scene: Scene, told: Told, k: int) -> bool:
    """ "First proposed by A in 2006, it was founded in 2009": who stands before the comma of a passive proposed it."""
    first = told.trigger.first
    ahead = scene.lang == "en" and told.form.voice in _DONE and k < first
    return ahead and any(i.text == "," for i in scene.clauses.items[k + 1 : first])


def strange_members(scene: Scene, told: Told, who_at: int | None) -> bool:
    """ "A will sign at a council, which comprises heads of state", "the EAEU members and A agreed": A is no member."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "en" or who_at is None or told.trigger.form != "state":
        return False
    if told.trigger.frame.endswith(_LISTS) and items[first].norm.startswith(_LISTING):
        return who_at < first
    if items[first].text != "," or who_at <= last:
        return False
    if items[first + 1].norm in _ALL:
        return True
    return scene.clauses.joins(last + 1) and all(i.norm in ARTICLES for i in items[last + 2 : who_at])


def beside_subject(scene: Scene, told: Told) -> Iterator[int]:
    """ "A and B, which along with C are members of D": the subject is A and B, and C stands beside it."""
    items, first = scene.clauses.items, told.trigger.first
    yield from _followed(scene, told)
    opened = max((k + 1 for k in range(first) if items[k].kind == "mark" or k in scene.clauses.verbs), default=1)
    for k in range(opened, first if scene.lang == "en" else 0):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        relative = at > 1 and items[at].norm == "with" and items[at - 2].norm in scene.anaphors.relatives
        if relative and items[k].label == "COUNTRY" and items[at - 1].norm in {"along", "together"}:
            yield k
    if scene.lang == "en":
        yield from (k for k in range(2, first - 2) if items[k].label == "COUNTRY" and _owns_aside(scene, k, first))


def _owns_aside(scene: Scene, k: int, first: int) -> bool:
    """ "A, B's neighbour, joined C": between two commas B only tells who A is."""
    items, at = scene.clauses.items, k - 1
    named = items[k + 1].norm == "s" and items[at].text == "," and items[at - 1].label == "COUNTRY"
    comma = next((n for n in range(k + 2, first) if items[n].text == ","), None)
    return named and comma is not None and scene.clauses.verbs.isdisjoint(range(k, comma))


def _followed(scene: Scene, told: Told) -> Iterator[int]:
    """ "A may follow B into C": whom an English verb follows was there before."""
    items, head = scene.clauses.items, told.trigger.head
    follows = scene.lang == "en" and items[head].norm.startswith(_FOLLOW) and told.form.voice not in _DONE
    yield from (k for k in range(head, told.trigger.last if follows else 0) if items[k].label == "COUNTRY")


def added_ahead(scene: Scene, told: Told, who_at: int) -> Iterator[int]:
    """ "In addition to A and B, the bloc brings together C": those that its English list only goes on from."""
    items, first = scene.clauses.items, told.trigger.first
    goes_on = scene.lang == "en" and told.trigger.frame.endswith(_LISTS) and who_at > first
    for k in range(1, min(first, _OPENING) if goes_on else 0):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        led = items[at].norm in _BESIDES or (items[at].norm == "to" and items[at - 1].norm == "addition")
        if items[k].label == "COUNTRY" and items[k].kind == "name" and led:
            yield k
            return


def left_country(scene: Scene, told: Told) -> bool:
    """ "The withdrawal of A from B", where B is a country: troops were withdrawn, and no body was left."""
    items, last = scene.clauses.items, told.trigger.last
    behind = scene.lang == "en" and told.trigger.frame == "withdrew" and items[last].norm == _FROM
    at = last + 1 + (behind and last + 1 < len(items) and items[last + 1].norm in ARTICLES)
    return behind and at < len(items) and (items[at].kind == "place" or items[at].label == "COUNTRY")
