"""A trigger in its sentence in, drafts of claims out: one function for each shape that a claim can have."""

from collections.abc import Iterator
from dataclasses import replace

from extract.claims.fillers.accepted_ru import accepted
from extract.claims.fillers.adopted_by_ru import done_by
from extract.claims.fillers.entries_en import name_changed
from extract.claims.fillers.fronted_ru import left_by, taken_object
from extract.claims.fillers.heirs_kk import heir_behind, heir_of_kind
from extract.claims.fillers.hero_ru import joins_first
from extract.claims.fillers.hosts_ru import hosted
from extract.claims.fillers.left_out_ru import renamed_now
from extract.claims.fillers.new_names import many_times
from extract.claims.fillers.objects_en import body_in_force, named_anew
from extract.claims.fillers.other_thing_ru import other_body_made
from extract.claims.fillers.own_subjects_ru import other_arose
from extract.claims.fillers.owners import (
    belongs_to_owner,
    of_made_thing,
    only_describes,
    other_goal,
    other_made,
    owner_acts,
    part_of_body,
    within_other,
)
from extract.claims.fillers.topic_kk import renamed_in_mind
from extract.claims.frames.again import again, step_in_force
from extract.claims.frames.again_kk import taken_up, undone
from extract.claims.frames.birthdays_kk import born
from extract.claims.frames.effected_en import effected
from extract.claims.frames.former_en import with_departures
from extract.claims.frames.founded_by_it_ru import founded_by_it
from extract.claims.frames.founders_en import cofounded
from extract.claims.frames.founders_kk import founders_listed
from extract.claims.frames.foundings import body
from extract.claims.frames.instruments import instrument
from extract.claims.frames.joined_them_en import joined_them
from extract.claims.frames.left_for_en import left_for
from extract.claims.frames.members import member
from extract.claims.frames.members_kk import granted_body, taken_in
from extract.claims.frames.observers_ru import bodies_watching
from extract.claims.frames.only_watches_ru import only_watches
from extract.claims.frames.organs import organ, with_organs
from extract.claims.frames.papers import begun_behind, for_one_party, paper_begun
from extract.claims.frames.proposals import proposed
from extract.claims.frames.refined_ru import refined
from extract.claims.frames.relations import pair
from extract.claims.frames.renamings import renamed
from extract.claims.frames.replaced_kk import beside_lives
from extract.claims.frames.replaced_ru import replaced_it
from extract.claims.frames.taken_him_ru import taken_him
from extract.claims.frames.work_within_kk import place_of_work, suspended_there
from extract.claims.scene import Draft, Scene, Told

# Names that a sentence does not say again.
_RENAMINGS = (renamed_in_mind, renamed_now, named_anew, name_changed)
_TREATY = "TREATY"
_PROMISED, _UNKNOWN = "planned", "x-"


def _has_paper(scene: Scene, told: Told) -> bool:
    """An instrument is what began, not a body; in Kazakh what stands nearer to the verb."""
    held = told.trigger.last if scene.lang == "ru" else told.trigger.first
    named = [i.label for i in scene.clauses.items[:held] if i.label in {"TREATY", "ORG"}]
    if scene.lang == "ru" and (not named or begun_behind(scene, told) is not None):
        return paper_begun(scene, told) is not None
    return "TREATY" in (named[-1:] if scene.lang == "kk" else named)


def _repeated_there(scene: Scene) -> bool:
    """What was told last is that somebody watches or signed: who "got there" did so too."""
    last = scene.before or scene.last
    return last is not None and last.type in {"observer", "signed", "ratified"}


def drafts(scene: Scene, told: Told) -> Iterator[Draft]:
    """Every claim that one trigger makes, where no Russian noun that owns the names is its subject."""
    if scene.lang != "ru":
        made = with_departures(scene, told, _drafts(scene, told))
        yield from joined_them(scene, told, left_for(scene, told, made)) if scene.lang == "en" else made
        return
    items, voice = scene.clauses.items, told.form.voice
    kinds = (*scene.anaphors.bodies, *scene.anaphors.countries, *scene.anaphors.fellows)
    joined = (*kinds, *scene.anaphors.insides, *scene.anaphors.instruments, *scene.anaphors.groups)
    others = other_goal(items, told.trigger, joined) or other_made(items, told.trigger, voice, kinds)
    parted = part_of_body(items, told.trigger, scene.anaphors.blockers, tuple(scene.anaphors.bodies))
    others = others or parted or only_describes(items, told.trigger) or other_body_made(scene, told)
    owned = owner_acts(items, told.trigger, voice, kinds) and not any(scene.announced(told))
    if not others and not owned:
        made = (d for d in _drafts(scene, told) if not belongs_to_owner(items, told.trigger, voice, d.item, kinds))
        made = (d for d in made if d.item < 0 or not within_other(items, told.trigger, voice, d.item))
        made = (d for d in made if d.item < 0 or not (other_arose(scene, told, d.item) or hosted(scene, told, d.item)))
        yield from refined(scene, told, (d for d in made if d.item < 0 or not _only_owns(scene, told, d)))


def _only_owns(scene: Scene, told: Told, draft: Draft) -> bool:
    """A Russian body whose bank, area or council was founded, and not itself."""

    def names(noun: str) -> bool:
        stem = next((s for s in scene.anaphors.bodies if noun.startswith(s)), None)
        return stem is not None and scene.memory.is_called(draft.subject_id, scene.anaphors.bodies[stem])

    return of_made_thing(scene.clauses.items, told.trigger, draft.item, names)


def _merged_or_joined(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """ "Войдя в A": a body that did so has merged into it, a country has joined."""
    merged = [] if joins_first(scene, told) else list(pair(scene, told, kind, "by"))
    yield from merged or member(scene, told, "acceded", "")


def _succeeded(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """A pair of bodies; first of all "it" and its heir, in Russian."""
    read = _merged_or_joined if variant == "or_joined" else pair
    heir = list(heir_of_kind(scene, told) if variant == "by" else () if variant else heir_behind(scene, told))
    yield from heir or list(replaced_it(scene, told)) or read(scene, told, kind, variant)


def _of_papers(scene: Scene, told: Told, kind: str, variant: str) -> list[Draft]:
    """What is told of an instrument; "by its Charter this step took effect" in Kazakh tells of the step alone."""
    stepped = list(step_in_force(scene, told)) if scene.lang == "kk" and kind == "entered_into_force" else []
    admitted = variant == "or_admitted" and taken_in(scene, told)
    if variant == "him":
        stepped, told = list(taken_him(scene, told)), _of_head(told, kind)
    return stepped or ([] if admitted else list(instrument(scene, told, kind)))


def _of_head(told: Told, kind: str) -> Told:
    """ "Его приняли 11 июля": the verb alone, whose object the pronoun may be, told of a paper."""
    head = told.trigger.head
    return replace(told, trigger=replace(told.trigger, first=head, last=head, frame=kind))


def _lives(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """What began or ended; who only stopped its work in a body has suspended its part there."""
    there = place_of_work(scene, told) if kind == "terminated" else None
    made = list(body(scene, told, kind, variant) if there is None else suspended_there(scene, told, there))
    yield from beside_lives(scene, told, made)
    papers = kind == "terminated" and for_one_party(scene)
    # "The treaty provides for a Council": of many so called nobody knows which came of it.
    made = [d for d in made if variant != _PROMISED or not d.subject_id.startswith(_UNKNOWN)]
    yield from (d for d in made if not papers or scene.tables.types.get(d.subject_id) != _TREATY)


def _drafts(scene: Scene, told: Told) -> Iterator[Draft]:
    kind, _, variant = told.trigger.frame.partition(".")
    if variant in {"or_begun", "or_born"} and not _has_paper(scene, told):
        yield from body(scene, told, "established", "self")
    elif kind in {"signed", "ratified", "adopted", "entered_into_force", "in_effect"}:
        made = _of_papers(scene, told, kind, variant)
        if not made and variant == "or_admitted":
            taken = not scene.of_thing(told) and not done_by(scene, told)
            made = [d for d in member(scene, told, "acceded", "admitted") if taken and not scene.placed(d.item)]
        if not made and variant in {"or_begun", "or_born"}:
            made = list(body(scene, told, "established", "self"))
        if not made and kind == "entered_into_force":
            made = list(step_in_force(scene, told)) or list(body_in_force(scene, told))
        yield from made
    elif variant == "day":
        yield from born(scene, told)
    elif variant in {"founders", "cofounders"}:
        yield from (founders_listed if variant == "founders" else cofounded)(scene, told)
    elif kind in {"established", "terminated"}:
        yield from with_organs(scene, told, founded_by_it(scene, told, _lives(scene, told, kind, variant)))
    elif kind in {"membership", "acceded", "observer", "suspended", "withdrew"}:
        if variant in {"taken", "left"} and not (taken_object if variant == "taken" else left_by)(scene, told):
            return
        if variant == "accepted":
            made = list(accepted(scene, told, kind))
            papers = any(i.label == _TREATY for i in scene.clauses.items[: told.trigger.first])
            yield from made if made or not papers else instrument(scene, _of_head(told, "adopted"), "adopted")
            return
        yield from _of_members(scene, told, kind, variant)
    elif kind == "succeeded":
        yield from _succeeded(scene, told, kind, variant)
    elif kind == "renamed" and not many_times(scene, told):
        yield from list(renamed(scene, told)) or (d for read in _RENAMINGS for d in read(scene, told))
    elif kind == "organ_of":
        yield from organ(scene, told, variant)
    elif kind == "proposed":
        yield from proposed(scene, told)
    elif kind == "again":
        yield from _again(scene, told, variant)


def _of_members(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """Who is, becomes or leaves off being part of a body; first of all the bodies that only watch another."""
    made = list(bodies_watching(scene, told)) if kind == "observer" and scene.lang == "ru" else []
    made = made or list(granted_body(scene, told))
    made = made or list(member(scene, told, kind, variant)) or list(effected(scene, told))
    yield from made or (only_watches(scene, told) if kind == "observer" else ())


def _again(scene: Scene, told: Told, variant: str) -> Iterator[Draft]:
    """What was told before once more: of others, come true, or not."""
    if variant == "there" and not _repeated_there(scene):
        yield from member(scene, told, "acceded", "")
        return
    if variant == "undone_kk":
        yield from undone(scene, told)
        return
    repeated = list(again(scene, told, variant))
    # "It received this status": where no claim before it tells which, one of observers was spoken of.
    watched = variant == "status" and not repeated
    repeated = repeated or list(taken_up(scene, told, watched))
    yield from repeated or (member(scene, told, "observer", "it") if watched else ())
