"""A Russian verb that names no body, or another verb's, in, the one out that is its own or that the text is about."""

from collections.abc import Sequence

from extract.claims.anaphora.references_ru import paper_told_of, several
from extract.claims.fillers.headed_gender_ru import agreeing
from extract.claims.fillers.headless_ru import topic_of_verb
from extract.claims.fillers.other_thing_ru import beyond_participle
from extract.claims.fillers.shared_subjects_ru import shared_subject
from extract.claims.grammar.agreement import agrees, agrees_with_name
from extract.claims.grammar.items import Item
from extract.claims.grammar.slots import BODY
from extract.claims.grammar.subjects_ru import said_behind
from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, is_noun, is_part, kinds, readings, told_of

_PRONOUN_FAR, _BEHIND = 5, 3
# What one does to a paper.
_DENOUNCE, _RECALLED = "денонс", 0.7
# So near before a body stands the verb that it belongs to.
_GOVERNED = 5
# So near before a pronoun, in characters, stands the body that it means.
_NAMED_NEAR = 120
# What ends without losing a body: its paper.
_PAPER = ".paper"
_DOING = frozenset({"active", "infinitive", "converb"})
_DECLINED = frozenset({"NOUN", "ADJF", "PRTF"})


def understood(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Founded in 1985 by …" at the head of a Russian sentence, or "it arose": the body the text is about."""
    items, trigger = scene.clauses.items, told.trigger
    at = _subject_pronoun(scene, told)
    at = _object_pronoun(scene, told) if at is None else at
    if at is not None and trigger.frame.endswith(_PAPER):
        paper = paper_told_of(items, at, scene.memory)
        return (paper,) if paper else ()
    if at is not None:
        return _of_pronoun(scene, at)
    behind = items[trigger.last + 1].norm if trigger.last + 1 < len(items) else ""
    headed = told.form.voice == "passive" and trigger.first == 0
    opened = topic_of_verb(scene, told)
    if opened is not None and not trigger.frame.endswith(_PAPER):
        return (opened,)
    if not headed and not (told.form.voice == "active" and behind in scene.anaphors.pronouns):
        at = None if trigger.frame.endswith(_PAPER) else shared_subject(scene, told)
        spoken = at is not None and items[at].kind == "word"
        return _of_pronoun(scene, at) if at is not None and spoken else scene.ids(at)[:1]
    found = _topic(scene, items[trigger.head].norm) or scene.memory.body(items[trigger.first].start)
    found = agreeing(scene, items[trigger.head].norm, found) if headed else found
    return (found,) if found and found in scene.tables.types else ()


def _topic(scene: Scene, verb: str) -> str | None:
    """ "The Commission is an organ of A. It was formed in 2011": the organ before, if it and the verb agree."""
    start = scene.clauses.items[0].start
    organ = scene.memory.topic_organ(start)
    name = scene.memory.name_of(organ, start) if organ else ""
    noun = next((word for word in name.split() if is_noun(word)), "")
    return organ if noun and told_of(verb) & {None, *(gender for gender, _ in kinds(noun))} else None


def points(scene: Scene, told: Told) -> bool:
    """Whether the verb has a pronoun for its subject or object; in "it founded A" the pronoun is who did so."""
    following = scene.clauses.items[told.trigger.last + 1 : told.trigger.last + 2]
    done_to = told.form.voice == "active" and any(i.kind == "name" and i.label == "ORG" for i in following)
    return (not done_to and _subject_pronoun(scene, told) is not None) or _object_pronoun(scene, told) is not None


def _subject_pronoun(scene: Scene, told: Told) -> int | None:
    """A Russian "it" before the verb with no name between: the subject of what arose, ended or was founded."""
    items, first = scene.clauses.items, told.trigger.first
    if told.form.voice not in {"active", "passive"}:
        return said_behind(scene.clauses, told.trigger, told.form.voice)
    for k in range(first - 1, max(-1, first - _PRONOUN_FAR), -1):
        if items[k].kind in {"name", "ref"} or items[k].text in {",", ";", ":"}:
            return None
        if items[k].norm in scene.anaphors.personal:
            return k
    return None


def _object_pronoun(scene: Scene, told: Told) -> int | None:
    """ "Wanted to found it by 2020", "disbanded it": a Russian accusative right beside the verb."""
    items, trigger = scene.clauses.items, told.trigger
    if told.form.voice not in _DOING or trigger.first != trigger.last:
        return None
    words = scene.anaphors.owners & scene.anaphors.owning_one
    near = (k for k in (trigger.first - 1, trigger.last + 1) if 0 <= k < len(items) and items[k].norm in words)
    return next((k for k in near if k < trigger.first or not _owns(items, k)), None)


def _owns(items: Sequence[Item], k: int) -> bool:
    """ "Founded its court": the pronoun owns what stands behind it."""
    following = items[k + 1 : k + 2]
    return any(i.kind in {"ref", "name"} or (i.kind == "word" and _is_described(i.norm)) for i in following)


def _is_described(norm: str) -> bool:
    return any(pos in _DECLINED for pos, _, _ in readings(norm)[:1])


def _of_pronoun(scene: Scene, at: int) -> tuple[str, ...]:
    """The subject of the clauses before that agrees with "it", else the body of the text."""
    items = scene.clauses.items
    placed = _placed_beside(items, at)
    before = [i for k, i in enumerate(items[:at]) if k not in placed]
    named = [i for i in before if i.kind == "name" and i.label == "ORG" and i.ids and agrees(items[at].norm, i)]
    subjects = [i for i in named if is_case(i.members[0].text.split()[0], "nomn")]
    found = next((i.ids[0] for i in (*subjects, *named)), None) or _agreeing_body(scene, at)
    found = found or _agreeing_named(scene, at)
    if any(found in items[k].ids for k in placed):
        return ()
    return (found,) if found and found in scene.tables.types else ()


def placed_only(scene: Scene, told: Told) -> bool:
    """ "In A it appeared early": the verb has a pronoun for its subject, and the one body beside it is a place."""
    at = _subject_pronoun(scene, told)
    return at is not None and bool(_placed_beside(scene.clauses.items, at))


def _placed_beside(items: Sequence[Item], at: int) -> list[int]:
    """ "In A it appeared early": a body behind a preposition of the same clause is not what the pronoun means."""
    begun = max((k for k in range(at) if items[k].kind == "mark"), default=-1)
    return [k for k in range(max(1, begun + 1), at) if items[k].label == "ORG" and is_part(items[k - 1].norm, "PREP")]


def _agreeing_named(scene: Scene, at: int) -> str | None:
    """ "Its predecessor was the Conference. It (feminine) was founded …": the last body named that agrees."""
    pronoun = scene.clauses.items[at]
    near = (m for m in scene.memory.recent(pronoun.start) if pronoun.start - m.start_char < _NAMED_NEAR)
    bodies = ((m.entity_id or "", m.text) for m in near if m.label == "ORG" and m.entity_id)
    called = ((id_, scene.memory.spelt_out(id_, name)) for id_, name in bodies)
    sure = (id_ for id_, name in called if not name.split()[0].isupper() and agrees_with_name(pronoun.norm, name))
    return next(sure, None)


def _agreeing_body(scene: Scene, at: int) -> str | None:
    """The body of the text, unless it was just called by a name of another gender; an organ that opened it before."""
    start = scene.clauses.items[at].start
    items = scene.clauses.items
    # "The court sat in A. In 2015 «они» abolished it": nobody stands beside such a verb but the pronoun.
    unnamed = any(told_of(i.norm) == {None} for i in items[max(0, at - 1) : at + 2] if i.kind == "word")
    acting = items[at].norm in scene.anaphors.personal or unnamed
    organ = scene.memory.topic_organ(items[0].start) if acting else None
    found = organ or scene.memory.body(start)
    called = scene.memory.name_of(found, scene.clauses.items[0].start) if found else ""
    called = called or scene.tables.russian.get(found or "", "")
    return found if agrees_with_name(scene.clauses.items[at].norm, called) else None


def own_complement(scene: Scene, told: Told, at: int | None) -> int | None:
    """ "Became an observer at A and became a member of B": A, behind its own verb, gives way to B behind this one."""
    items, held, (first, last) = scene.clauses.items, scene.clauses.held, (told.trigger.first, told.trigger.last)
    if scene.lang == "ru" and at is not None and at > last and _nameless_beyond(items, last, at):
        return None
    if at is not None and beyond_participle(scene, told, at):
        return None
    if scene.lang != "ru" or at is None or at >= first or told.trigger.form != "verb":
        return at
    parted = any(i.text == "," or scene.clauses.joins(k) for k, i in enumerate(items[at + 1 : first], at + 1))
    governed = any(held[k].form == "verb" for k in range(max(0, at - _GOVERNED), at + 1) if k in held)
    own = next((k for k in range(last + 1, min(last + _GOVERNED, len(items))) if items[k].kind != "word"), last)
    stands = items[own].kind == "name" and items[own].label in BODY and items[own].ids
    return own if parted and governed and stands and scene.clauses.verbs.isdisjoint(range(last + 1, own)) else at


def _nameless_beyond(items: Sequence[Item], last: int, at: int) -> bool:
    """ "Is no member, a decision on A was not taken": a paper without a name behind a comma is of another clause."""
    return items[at].kind == "ref" and not items[at].ids and any(i.text == "," for i in items[last + 1 : at])


def of_other_place(scene: Scene, told: Told) -> bool:
    """ "The command, where it came back in 2009": a Russian noun before «куда» is where one came, and no body."""
    items = scene.clauses.items
    for k in range(told.trigger.first, 1, -1):
        if items[k].norm in scene.anaphors.wheres:
            behind = items[k - 2]
            return scene.lang == "ru" and items[k - 1].text == "," and behind.kind == "word" and is_noun(behind.norm)
        if items[k].kind == "mark":
            return False
    return False


def left_papers(scene: Scene, told: Told) -> bool:
    """ "Denounces agreements on trade, but has not left A": papers that nobody knows stand behind a Russian verb."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "ru" or told.trigger.form != "verb":
        return False
    for k in range(last + 1, min(last + 1 + _BEHIND, len(items))):
        if items[k].norm.startswith(tuple(scene.anaphors.instruments)) and items[k].kind in {"word", "ref"}:
            return not items[k].ids and (items[k].kind == "ref" or several(items, k))
        if items[k].kind != "word":
            return False
    return False


def paper_left(scene: Scene, told: Told) -> tuple[str, float] | None:
    """ "Denounced it in 1968": what is left with the paper that was named last and goes with the Russian pronoun."""
    items, trigger = scene.clauses.items, told.trigger
    at = _object_pronoun(scene, told) if scene.lang == "ru" and items[trigger.head].norm.startswith(_DENOUNCE) else None
    if at is None:
        return None
    papers = (m.entity_id for m in scene.memory.recent(items[at].start) if m.label == "TREATY")
    for paper in (*papers, scene.memory.instrument(items[at].start)):
        if paper and agrees_with_name(items[at].norm, scene.tables.russian.get(paper, "")):
            return scene.tables.entered_by(paper), _RECALLED
    return None
