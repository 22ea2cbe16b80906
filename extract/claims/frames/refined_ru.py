"""Drafts of a Russian trigger in, those out that the other words of its clause leave as they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.patterns import apposed
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_noun, is_part, readings
from extract.language.tokens import fold

# "In the quality of", "in the status of", "with the rights of" and "as" what somebody joined.
_QUALITIES, _AS = frozenset({"качестве", "статусе", "роли", "правах"}), "как"
_WATCHING, _PARTNERS = "наблюдател", "партнер"
_DIALOGUE, _PHRASE = "диалог", 3
_JOINED = "acceded"
# "The republics of A", "the members of A" in the plural: they act, not A.
_OWN_STATES = ("республик", "государств", "стран", "члены", "членов", "участник", "участниц")
_STEPS, _OWNED = frozenset({"acceded", "withdrew"}), frozenset({"gent", None})
# "In the interest of A": nobody who founds.
_INTERESTS = ("интерес", "польз")
_WHICH, _ROUND, _LEFT, _OUT_OF = "которые", ("ются", "утся", "ятся", "атся"), "withdrew", "из"
_MADE, _TO_THEM = frozenset({"established", "terminated"}), ("к", "которым")
_BETWEEN = "между"
_FORMER, _BEFORE = 3, ("ранее", "прежде", "бывш", "раньше")
_OF_PAPERS = frozenset({"signed", "ratified", "adopted"})
_COMMA, _LISTS = ",", "membership.lists"
_APPOSED = frozenset({"membership", "observer"})


def refined(scene: Scene, told: Told, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """What is left, and what it tells in the light of its clause."""
    if _over_verb(scene, told):
        return
    quality = _joined_as(scene, told)
    for draft in drafts:
        if _of_states(scene, draft) or _behind_verb(scene, told, draft) or _of_plural(scene, told, draft):
            continue
        if (draft.type == _LEFT and _sender(scene, draft)) or _of_pair(scene, draft):
            continue
        if draft.type == _JOINED and quality:
            if quality == _WATCHING:
                yield replace(draft, type="observer")
            continue
        yield _without_favoured(scene, _now_called(scene, told, draft))


def _joined_as(scene: Scene, told: Told) -> str:
    """ "Joined A as a partner in its dialogue", "entered A in the quality of an observer": what it joined as."""
    items = scene.clauses.items
    if told.trigger.frame.partition(".")[0] != _JOINED:
        return ""
    first, last = _clause(items, told.trigger.head)
    for k in range(first, last):
        if items[k].norm in _QUALITIES or items[k].norm == _AS:
            spoken = takewhile(lambda i: i.kind in {"word", "ref"}, items[k + 1 : k + 1 + _PHRASE])
            nouns = [(i.norm, apposed(i.norm)) for i in spoken]
            said = next((s for s in (_WATCHING, _PARTNERS) for n in nouns if any(w.startswith(s) for w in n)), "")
            # "Joined as a partner of B's": only "in the dialogue" is no member.
            if said != _PARTNERS or items[k].norm != _AS or any(i.norm.startswith(_DIALOGUE) for i in items[k:last]):
                return said
    return ""


def _clause(items: Sequence[Item], at: int) -> tuple[int, int]:
    """Between the marks around the verb."""
    marks = [k for k, i in enumerate(items) if i.kind == "mark"]
    return max((k + 1 for k in marks if k < at), default=0), min((k for k in marks if k > at), default=len(items))


def _of_states(scene: Scene, draft: Draft) -> bool:
    """ "The Asian republics of A joined B": A, in the genitive, did not."""
    items, k = scene.clauses.items, draft.item
    if draft.type not in _STEPS or k < 1 or items[k].kind != "name" or len(items[k].ids) != 1:
        return False
    word = items[k].text.split()[-1]
    owned = word.isupper() or any(case in _OWNED for _, case, _ in readings(fold(word)))
    noun = fold(items[k - 1].text.split()[-1])
    # «Республика Кирибати вступила»: one of the singular bears the name.
    one = ("NOUN", "nomn", "sing") in readings(noun) and not noun.startswith(_OWN_STATES[3:])
    return owned and not one and noun.startswith(_OWN_STATES) and draft.subject_id in items[k].ids


def _over_verb(scene: Scene, told: Told) -> bool:
    """ "…, all members of A must ratify it": a comma and a clause with a verb of its own are no apposition."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if told.trigger.frame not in _APPOSED or told.trigger.form != "state" or items[first].text != _COMMA:
        return False
    return any(i.kind == "word" and is_part(i.norm, "INFN") for i in items[first + 1 : last])


def _behind_verb(scene: Scene, told: Told, draft: Draft) -> bool:
    """ "The members of A decided to invite B": behind another verb stands no list of them."""
    items, last = scene.clauses.items, told.trigger.last
    if told.trigger.frame != _LISTS or draft.item <= last + 1 or items[last].kind != "name":
        return False
    return any(k in scene.clauses.verbs and k not in scene.clauses.held for k in range(last + 1, draft.item))


def _without_favoured(scene: Scene, draft: Draft) -> Draft:
    """ "Founded in the interest of A and B": they are no founders."""
    items = scene.clauses.items
    owned = (i.ids for n, i in enumerate(items) if n and items[n - 1].norm.startswith(_INTERESTS))
    favoured = frozenset(id_ for ids in owned for id_ in ids)
    if not draft.members or favoured.isdisjoint(draft.members):
        return draft
    others = tuple(p for p in draft.participants if p.entity_id not in favoured)
    return replace(draft, members=tuple(m for m in draft.members if m not in favoured), participants=others)


def _of_plural(scene: Scene, told: Told, draft: Draft) -> bool:
    """ "The bodies of A, which are formed": not A is; "nine parliaments of A ratified it, to which B has now added"."""
    items, (first, head) = scene.clauses.items, (told.trigger.first, told.trigger.head)
    if draft.type in _MADE:
        return head > 0 and items[head - 1].norm == _WHICH and items[head].norm.endswith(_ROUND)
    if draft.type != _JOINED or tuple(i.norm for i in items[first : first + 2]) != _TO_THEM:
        return False
    return any(t.frame in _OF_PAPERS and t.last < first for t in scene.clauses.held.values())


def _now_called(scene: Scene, told: Told, draft: Draft) -> Draft:
    """ "A, formerly B, is an organization founded in 2002": A was."""
    items, first = scene.clauses.items, told.trigger.first
    if draft.type not in _MADE or told.form.voice != "participle":
        return draft
    for k in range(_FORMER, first - 1):
        former = items[k - 1].norm.startswith(_BEFORE) and items[k - 2].text == _COMMA and items[k].kind == "name"
        if former and draft.subject_id in items[k].ids and any(i.text in DASHES for i in items[k + 1 : first]):
            now = items[k - _FORMER]
            return replace(draft, subject_id=now.ids[0], item=k - _FORMER) if now.label == "ORG" and now.ids else draft
    return draft


def _sender(scene: Scene, draft: Draft) -> bool:
    """ "Told the secretary of A of its exit from A and of denouncing B": A has not left B."""
    items, k = scene.clauses.items, draft.item
    if k < 1 or items[k].label != "ORG" or draft.object_id is None:
        return False
    before = items[k - 1]
    owned = before.kind == "word" and is_noun(before.norm) and not before.text[0].isupper()
    return before.norm == _OUT_OF or owned


def _of_pair(scene: Scene, draft: Draft) -> bool:
    """ "The free trade area between A and B began to work": A did not."""
    items, k = scene.clauses.items, draft.item
    return draft.type in _MADE and k > 0 and items[k].kind == "name" and items[k - 1].norm == _BETWEEN
