"""A trigger that repeats the last claim of others ("Estonia followed in May") in, drafts of claims out."""

from collections.abc import Iterator
from dataclasses import replace

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.just_told import just_told
from extract.claims.fillers.reach_kk import opens_with_step
from extract.claims.frames.as_others_ru import as_others_did
from extract.claims.frames.counted_ru import counted, not_there, said_too
from extract.claims.frames.followers import NEXT_BODIES, beyond_date, followed, joined_next, led_by_bodies
from extract.claims.frames.fulfilled_ru import fulfilled
from extract.claims.frames.neither_en import nor_others
from extract.claims.frames.observers_ru import bodies_following
from extract.claims.frames.plans_en import before_insertion, did_at_last, happens_there, planned_too
from extract.claims.frames.rest_ru import denied_to_rest, done_by_rest
from extract.claims.frames.statuses_en import status_of_others
from extract.claims.frames.steps_ru import step_came_true
from extract.claims.frames.turns_en import ones_before, turn
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.slots import BODY, COUNTRY, TREATY, subject_side
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold
from kb.model import POLARITIES, Claim, Participant

_OF_BODIES, _OF_PAPERS = frozenset({"established", "terminated"}), frozenset({"signed", "ratified"})
_SUBJECT, _SPOKEN_FAR = 4, 120
_PLANNED, _NO = "planned", "нет"
# So near behind "followed" stands who followed.
_BY, _LED = "by", 4
_IT = frozenset({"it", "this", "which", "that"})
_DONE, _SO = frozenset({"did", "do", "done"}), "so"
_RELATIVE, _HUNG = frozenset({"that", "which", "who"}), 2
_STAYED = (" stay", " remain")
_STEPS = frozenset({"acceded", "observer", "withdrew", "suspended"})
_REPEATED = frozenset({"acceded", "membership", "observer", "withdrew", "suspended", "signed", "ratified"})


def again(scene: Scene, told: Told, variant: str) -> Iterator[Draft]:
    """ "Estonia followed in May": what the last claim said, of another. Variant `inverted`: "so did Estonia"."""
    if variant == "done":
        yield from _happened(scene, told) if scene.lang == "ru" else (_carried_out(scene) or come_true(scene))
    elif variant == "did":
        yield from did_at_last(scene)
    elif variant == "alike":
        yield from as_others_did(scene, told)
    elif variant == "counted":
        yield from counted(scene, told)
    elif variant in {"too", "body.refused"}:
        yield from (said_too if variant == "too" else not_there)(scene, told)
    elif variant == "fulfilled":
        yield from fulfilled(scene, told)
    elif variant == "undone":
        yield from never_done(scene)
    elif variant == "refused":
        yield from _refused(scene, told)
    elif variant == "neither":
        yield from nor_others(scene, told)
    elif variant == "rank":
        yield from status_of_others(scene, told)
    elif variant in {"turn", "before"}:
        yield from (turn if variant == "turn" else ones_before)(scene, told)
    elif variant != "procedures" or _ratified_before(scene, told):
        yield from led_by_bodies(scene, told, _repeated(scene, told)) or _of_others(scene, told, variant)


def _ratified_before(scene: Scene, told: Told) -> bool:
    """ "A ratified it; B completed its procedures": in English what is repeated can only be a ratification."""
    last = _repeated(scene, told)
    return last is not None and last.type == "ratified"


def _of_others(scene: Scene, told: Told, variant: str) -> Iterator[Draft]:
    """The last claim again, of the countries or bodies that the trigger tells of."""
    last = _repeated(scene, told)
    if scene.lang == "ru" and (last is None or last.type not in _REPEATED):
        yield from _members_spoken_of(scene, told)
    if last is None or last.type not in _REPEATED | _OF_BODIES | NEXT_BODIES or _predicated(scene, told):
        return
    if _of_other_noun(scene, told) or _stayed(scene, told) or _unlike(scene, told, variant, last):
        return
    instrument_too = last.type in _OF_PAPERS
    yield from (watching := list(_watching(scene, told, last)))
    other = None if variant == "inverted" else scene.find(told, Slot(TREATY | BODY, "after"), far=4.0)
    if other is not None and (beyond_date(scene, told, other) or (scene.lang == "kk" and told.trigger.first <= other)):
        other = None  # "This group", of which the Kazakh trigger speaks, or a body behind it.
    if watching or (other is not None and (scene.lang == "kk" or other > told.trigger.last)):
        return
    side, k = _follower(scene, told, variant)
    if happens_there(scene, told, k):
        return
    last = _what_others_did(scene, last, k)
    if k is None and isinstance(last, Draft) and last is scene.spoken is not scene.before:
        yield replace(last, item=-1, date=None, confidence=0.7)  # Its subject stands before an insertion.
        return
    if k is None and isinstance(last, Claim) and _it_did_so(scene, told):
        yield from come_true(scene)
        return
    if scene.lang == "en" and k is None:
        k = scene.find(told, Slot(BODY, side, bars=scene.marks.placed), far=4.0)
        if last.type in _OF_BODIES:
            yield from (Draft(last.type, id_, None, -1, confidence=0.7) for id_ in scene.ids(k))
    joined = list(followed(scene, told, last, k)) or list(joined_next(scene, told, last, k))
    yield from joined
    if joined or last.type in _OF_BODIES | NEXT_BODIES or (instrument_too and _talks_with(scene, k)):
        return
    yield from done_by_rest(scene, told, last) if k is None else ()
    # Whoever follows a member joins.
    kind = "acceded" if last.type == "membership" else last.type
    for id_ in dict.fromkeys(scene.ids(k)):
        if instrument_too:
            yield Draft(last.type, last.subject_id, last.object_id, -1, (Participant(id_, "party"),), confidence=0.7)
        elif id_ != last.object_id and not (scene.lang == "kk" and id_ == last.subject_id):
            yield Draft(kind, id_, last.object_id, -1 if k is None else k, date=scene.days(k).get(id_), confidence=0.7)


def _unlike(scene: Scene, told: Told, variant: str, last: Draft | Claim) -> bool:
    """ "The bank, created in 1993, sits in A; so does B": what stands in for the verb is not the participle.

    Nor does it stand in for being a member.
    """
    if variant != "inverted":
        return False
    if last.type == "membership":
        return True
    forms = scene.clauses.forms
    own = [t for t in forms if t.last < told.trigger.first and t.frame.startswith(last.type)]
    nearest = max(own, key=lambda t: t.last, default=None) if scene.lang == "en" and isinstance(last, Draft) else None
    return nearest is not None and forms[nearest].voice == "participle"


def _stayed(scene: Scene, told: Told) -> bool:
    """ "B, which had stayed in C, hesitated. D has not followed suit": to stay is no step that D could have taken."""
    last = scene.last if scene.lang == "en" and told.polarity == "negated" and scene.spoken is None else None
    return last is not None and last.type == "membership" and any(stem in fold(last.quote) for stem in _STAYED)


def _what_others_did(scene: Scene, last: Draft | Claim, k: int | None) -> Draft | Claim:
    """ "They left A. B, suspended in 2021, did not follow them": B follows others, and not its own suspension.

    So it does in "A joined in 1995; B, although it has been an observer since 1976, never did".
    """
    own = scene.lang == "en" and isinstance(last, Draft) and scene.ids(k) == (last.subject_id,)
    before = scene.last if scene.last is not None and scene.last.type in _STEPS else None
    return (scene.others or before if own else None) or last


def _of_other_noun(scene: Scene, told: Told) -> bool:
    """ "The customs union, and the market that followed in 2008": an English noun that nobody knows followed."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "en" or first < _HUNG:
        return False
    which, noun = items[first - 1], items[first - _HUNG]
    return which.norm in _RELATIVE and noun.kind == "word" and noun.norm.isalpha()


def _follower(scene: Scene, told: Told, variant: str) -> tuple[str, int | None]:
    """On which side of the verb the one who followed stands, and where."""
    side = "after" if variant == "inverted" or _led_by(scene, told) else subject_side(told.form.voice, scene.lang)
    k = scene.behind_participle(told, COUNTRY) if scene.lang == "kk" else before_insertion(scene, told)
    return side, scene.find(told, Slot(COUNTRY, side, bars=scene.marks.placed), far=6.0) if k is None else k


def _talks_with(scene: Scene, k: int | None) -> bool:
    """ "Talks with A are to add to this list": a Kazakh partner of talks has signed nothing."""
    return k is not None and ".instrumental" in scene.arguments.marks(k)


def _led_by(scene: Scene, told: Told) -> bool:
    """ "Was joined by A in 1984, followed by B in 1995": who followed stands behind "by"."""
    near = scene.clauses.items[told.trigger.last : told.trigger.last + _LED]
    by = next((k for k, i in enumerate(near) if i.norm == _BY), len(near))
    led = any(i.label == "COUNTRY" for i in near[by + 1 :])
    return scene.lang == "en" and told.form.voice in {"participle", "passive"} and led


def _carried_out(scene: Scene) -> list[Draft]:
    """ "A promised to ratify B, which it did in 1993": what the sentence left open just before of a paper."""
    return [replace(draft, item=-1, date=None) for draft in scene.hoped if draft.type in _OF_PAPERS]


def never_done(scene: Scene) -> Iterator[Draft]:
    """ "A said that B would join C; it did not happen": what was planned just before."""
    last = just_told(scene)
    planned = last is not None and last.polarity == _PLANNED
    if scene.steps or (scene.spoken is None and planned):
        yield from come_true(scene)


def _happened(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Договор скрепили подписями; это произошло 10 октября": when that was which the sentence told before."""
    if scene.hoped:
        yield from fulfilled(scene, told)
    elif scene.before is not None and scene.before is not scene.spoken:
        yield replace(scene.before, item=-1, date=None)
    else:
        yield from come_true(scene)


def _members_spoken_of(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "This opened the way to new members. Such became A and B": who joined what the text is about."""
    items = scene.clauses.items
    held = {i.norm for i in items[told.trigger.first : told.trigger.last + 1]}
    before = scene.memory.words(items[0].start - _SPOKEN_FAR, items[0].start)
    if held.isdisjoint(scene.anaphors.such) or not any(w.startswith(scene.anaphors.memberly[:2]) for w in before):
        return
    body = scene.memory.body(items[0].start)
    k = scene.find(told, Slot(COUNTRY, bars=scene.marks.placed), far=6.0)
    yield from (Draft("acceded", id_, body, -1 if k is None else k, confidence=0.7) for id_ in scene.ids(k) if body)


def _repeated(scene: Scene, told: Told) -> Draft | Claim | None:
    """What was told before; what is denied need only have been spoken of."""
    if (planned := planned_too(scene, told)) is not None:
        return planned
    before = None if _of_itself(scene, told) else scene.before
    last: Draft | Claim | None = before or (scene.last if scene.last and _repeatable(scene.last) else None)
    if _done_so(scene, told) or (scene.lang == "en" and told.polarity == "negated"):
        # "Invited to join, it never did": what it was spoken of as doing.
        return scene.spoken or (scene.last if scene.last and scene.last.type in MEMBER_TYPES else last)
    if last is None and scene.lang == "ru":
        # "Romania did not leave, unlike Albania, which did so in 1968."
        return scene.spoken or denied_to_rest(scene, told)
    return last


def _of_itself(scene: Scene, told: Told) -> bool:
    """ "A, whose membership was suspended, did not follow them": what it did not do is no step of its own."""
    before = scene.before if scene.lang == "ru" and told.polarity == "negated" else None
    if before is None or before.type not in _STEPS:
        return False
    named = [i for i in scene.clauses.items[: told.trigger.last + 1] if i.label == "COUNTRY" and i.ids]
    return all(before.subject_id in i.ids for i in named)


def _done_so(scene: Scene, told: Told) -> bool:
    """ "It was invited to join and did so in May": what was done in English may have been a plan before."""
    held = {i.norm for i in scene.clauses.items[told.trigger.first : told.trigger.last + 1]}
    return scene.lang == "en" and _SO in held and not held.isdisjoint(_DONE)


def _it_did_so(scene: Scene, told: Told) -> bool:
    """ "A was asked to join. It did so in May": the pronoun is whoever was to."""
    first = told.trigger.first
    return _done_so(scene, told) and first > 0 and scene.clauses.items[first - 1].norm in scene.anaphors.singulars


def _refused(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A was invited. It declined", "B ruled it out": the step that the English sentence before spoke of, denied."""
    alone = not any(k < told.trigger.first for k in scene.clauses.verbs)
    last = scene.spoken or (just_told(scene) if alone else None)
    if last is None:
        return
    subject = scene.tables.types.get(last.subject_id)
    if last.type not in _REPEATED or subject not in {"COUNTRY", "TREATY"}:
        return
    k = next((k for k in range(told.trigger.first, told.trigger.last + 1) if scene.ids(k)), None)
    stays = scene.clauses.items[told.trigger.head].norm == _NO
    if stays and not _opens_clause(scene, k):
        return
    kind = "acceded" if last.type == "membership" and not stays else last.type
    for id_ in dict.fromkeys(scene.ids(k)):
        if subject == "TREATY":
            yield Draft(kind, last.subject_id, last.object_id, -1, (Participant(id_, "party"),), confidence=0.7)
        else:
            yield Draft(kind, id_, last.object_id, -1, confidence=0.7)


def _opens_clause(scene: Scene, k: int | None) -> bool:
    """ "A joined B, C — нет", not "У C армии нет"."""
    items = scene.clauses.items
    if not k:
        return False
    return items[k - 1].kind == "mark" or scene.clauses.joins(k - 1) or scene.clauses.adds(k - 1)


def step_in_force(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "This step took effect in 2009", "it became effective a year later": it comes into force as a paper does."""
    items, words = scene.clauses.items[: told.trigger.first], scene.anaphors
    if scene.lang == "en":
        subject = next((i for i in reversed(items) if i.norm not in words.adverbs), None)
        announced = scene.steps or (scene.spoken is None and scene.last and scene.last.polarity == "planned")
        if announced and subject is not None and (subject.norm in _IT or subject.norm in words.steps):
            yield from come_true(scene)
        return
    if scene.lang == "ru":
        yield from step_came_true(scene, told)
        return
    verbs = (k + 1 for k in scene.clauses.verbs if k < told.trigger.first)
    own = range(max(verbs, default=0), len(items) - 1)
    taken = any(items[k].norm in words.these and items[k + 1].norm.startswith(words.steps or "\n") for k in own)
    if taken or (scene.lang == "kk" and scene.spoken is not scene.before and opens_with_step(scene, told)):
        yield from come_true(scene)


def come_true(scene: Scene) -> Iterator[Draft]:
    """What was planned of a member before, in the sentence or in the last one."""
    for step in scene.steps or (scene.spoken or scene.last,):
        if step is not None and step.type in _STEPS:
            yield Draft(step.type, step.subject_id, step.object_id, -1, confidence=0.7)


def _repeatable(last: Claim) -> bool:
    """What happened can happen to others; "such a status" may be spoken of before anybody has it."""
    return last.polarity == POLARITIES[0] or (last.type == "observer" and last.lang == "ru")


def _predicated(scene: Scene, told: Told) -> bool:
    """ "The accession of Estonia followed": the verb only says when the noun before it came true."""
    held, first = scene.clauses.held, told.trigger.first
    near = (held.get(k) for k in range(first - 1, max(-1, first - _SUBJECT), -1))
    return any(other is not None and other.form == "noun" for other in near)


def _watching(scene: Scene, told: Told, last: Draft | Claim) -> Iterator[Draft]:
    """Russian bodies that watch too: one is given the status, or has it."""
    if last.type != "observer" or scene.lang != "ru":
        return
    gives = scene.clauses.items[told.trigger.head].norm.startswith(scene.anaphors.giving)
    yield from _status_given(scene, told) if gives else bodies_following(scene, told, last.object_id)


def _status_given(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "The Assembly gave the Community the same status": giver before, receiver behind."""
    giver = scene.find(told, Slot(BODY, "before"), far=4.0)
    receiver = scene.find(told, Slot(BODY, "after"), [] if giver is None else [giver], far=4.0)
    if giver is not None and receiver is not None and giver < told.trigger.first < receiver:
        for id_ in scene.ids(receiver):
            yield Draft("observer", id_, scene.ids(giver)[0], receiver, confidence=0.7)
