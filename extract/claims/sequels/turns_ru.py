"""What a Russian verb told in, the same of those who come behind it without a verb or a date of their own, out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.ratifiers import names_house
from extract.claims.grammar.items import DASHES, Item
from extract.claims.scene import Draft, Scene, Told
from kb.model import Participant

_COUNTRY, _RATIFIED, _PAPERS = "COUNTRY", "ratified", frozenset({"ratified", "signed"})
# "The last was B, in 2017".
_NTH = ("последн", "втор", "треть", "четверт", "пят", "шест", "предпоследн", "и", "а")
# "Next to it": whoever comes behind did it on the same day; "after it": nobody knows when.
_WITH, _AFTER = frozenset({"вместе", "одновременно", "заодно"}), frozenset({"следом", "вслед", "затем", "потом"})
_SMALL = frozenset({"с", "со", "за", "ним", "ней", "ними", "нею", "и", "а", "также", "тоже"})
_ENDS = frozenset({".", ";", "!", ")"})
# So near behind the dash stands the day.
_DAY = 3


def turns(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "A joined on X, next B and C", "A's house ratified it on X, B's on Y"."""
    if scene.lang != "ru" or not made or told.form.voice == "noun":
        return
    if made[0].type in MEMBER_TYPES and made[0].item >= 0:
        yield from _next(scene, told, made)
    if made[0].type in _PAPERS:
        yield from _houses(scene, told, made[0])


def _next(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "A joined B in 1995, with it C and D", "…, next C": a list that a word of order opens and that ends there."""
    items = scene.clauses.items
    for k in range(told.trigger.last + 1, len(items) - 2):
        word = items[k].norm
        if items[k - 1].text != "," or (word not in _WITH and word not in _AFTER):
            continue
        at = k + 1
        while at < len(items) and (items[at].norm in _SMALL or items[at].text in DASHES):
            at += 1
        named = at < len(items) and items[at].kind == "name" and items[at].label == _COUNTRY
        if named and _ends(items, at + 1):
            day = None if word in _AFTER else made[0].date or told.date
            own = {d.subject_id for d in made}
            fresh = (id_ for id_ in scene.ids(at) if id_ not in own and id_ != made[0].object_id)
            yield from (replace(made[0], subject_id=id_, date=day, item=at, participants=()) for id_ in fresh)


def comes_after(scene: Scene, draft: Draft) -> bool:
    """ "…, next C": when C did so is not told."""
    items, at = scene.clauses.items, draft.item - 1
    if scene.lang != "ru" or draft.item <= 0 or draft.date is not None:
        return False
    while at > 0 and (items[at].norm in _SMALL or items[at].text in DASHES):
        at -= 1
    return at > 0 and items[at].norm in _AFTER and items[at - 1].text == ","


def _ends(items: Sequence[Item], k: int) -> bool:
    """The sentence, or its part, is over."""
    return k >= len(items) or items[k].text in _ENDS


def _houses(scene: Scene, told: Told, draft: Draft) -> Iterator[Draft]:
    """ "The house ratified it on X, the senate – on Y": a dash stands for the verb."""
    items = scene.clauses.items
    for k in range(told.trigger.last + 1, len(items) - 1):
        if items[k].text not in DASHES:
            continue
        opened = next((n for n in range(k - 1, told.trigger.last, -1) if items[n].text in {",", ";"}), k)
        day = next((i.mention for i in items[k + 1 : k + 1 + _DAY] if i.kind == "date"), None)
        bare = scene.clauses.verbs.isdisjoint(range(opened, k))
        own, who = items[opened + 1 : k], items[k + 1]
        if day is None or not bare:
            continue
        if draft.type == _RATIFIED and names_house(scene, own):
            yield replace(draft, date=day, participants=())
        elif who.kind == "name" and who.label == _COUNTRY and own and all(i.norm.startswith(_NTH) for i in own):
            yield replace(draft, date=day, item=-1, participants=tuple(Participant(id_, "party") for id_ in who.ids))
