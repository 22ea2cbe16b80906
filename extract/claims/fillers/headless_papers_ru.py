"""A Russian verb of papers that opens its sentence or stands behind a semicolon in, the paper in mind out."""

from itertools import takewhile

from extract.claims.scene import Scene, Told
from extract.language.russian import (
    agrees_with_verb,
    forms_of,
    is_future,
    is_noun,
    is_part,
    is_present,
    readings,
    told_of,
)

_VOICES = {"signed": "passive", "ratified": "passive", "entered_into_force": "active"}
# What a paper may be called, by how its id begins.
_GENDERS = {
    "treaty": {"masc", "neut"}, "agreement": {"neut", "masc"}, "charter": {"masc", "femn"}, "declaration": {"femn"},
    "protocol": {"masc"}, "convention": {"femn"}, "act": {"masc"}, "code": {"masc"}, "memorandum": {"masc"},
}  # fmt: skip
_FAR, _SEMICOLON = 300, ";"


def paper_of_verb(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "The treaty is the founding paper of A. «Подписан» in May 2014; «вступил в силу» in 2015": of that treaty."""
    items, trigger = scene.clauses.items, told.trigger
    kind = trigger.frame.partition(".")[0]
    opens = trigger.first == 0 or items[trigger.first - 1].text == _SEMICOLON
    if scene.lang != "ru" or not opens or _VOICES.get(kind) != told.form.voice or _has_subject(scene, told):
        return ()
    named = [i.ids for i in items[: trigger.first] if i.label == "TREATY" and i.kind == "name"]
    told_last = scene.before.subject_id if scene.before is not None and scene.before.type in _VOICES else None
    paper = told_last or (named[-1][0] if named and len(named[-1]) == 1 else None)
    if trigger.first == 0:
        paper = scene.memory.instrument(items[0].start, far=_FAR)
    genders = told_of(items[trigger.head].norm)
    known = _GENDERS.get((paper or "").partition("-")[0], set())
    # The present and the future of a chronicle show no gender: "The Charter is signed. «Вступает в силу» later."
    fits = bool(known) and (not genders.isdisjoint(known) or _shows_no_gender(items[trigger.head].norm))
    return (paper,) if paper is not None and fits else ()


def _shows_no_gender(verb: str) -> bool:
    return (is_present(verb) or is_future(verb)) and readings(verb)[0][2] == "sing"


def _has_subject(scene: Scene, told: Told) -> bool:
    """A noun or a name inside the trigger or behind it that no preposition governs and that agrees with the verb."""
    items, trigger = scene.clauses.items, told.trigger
    rest = len(list(takewhile(lambda i: i.kind != "mark", items[trigger.last + 1 :])))
    held = (*range(trigger.first, trigger.head), *range(trigger.last + 1, trigger.last + 1 + rest))
    return any(_may_act(scene, k, items[trigger.head].norm) for k in held)


def _may_act(scene: Scene, k: int, verb: str) -> bool:
    item, before = scene.clauses.items[k], scene.clauses.items[k - 1] if k else None
    if before is not None and before.kind == "word" and is_part(before.norm, "PREP"):
        return False
    if item.kind in {"name", "ref"} and item.label in {"ORG", "TREATY"}:
        first = item.text.split()[0]
        return first.isupper() or any(case in {"nomn", None} for _, case, _, _ in forms_of(first))
    return item.kind == "word" and is_noun(item.norm) and agrees_with_verb(item.norm, verb)


def in_brackets(scene: Scene, told: Told) -> list[int]:
    """ "The agreement was signed (a part of it is the charter) and took effect": no verb outside is of it."""
    items = scene.clauses.items
    depth = items[told.trigger.head].depth
    return [k for k, i in enumerate(items) if i.depth > depth] if scene.lang == "ru" else []
