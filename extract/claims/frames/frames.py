"""A trigger in its sentence in, drafts of claims out: one function for each shape that a claim can have."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from extract.claims.fillers.accepted_ru import accepted
from extract.claims.fillers.accordance_ru import by_its_rules, by_some_only
from extract.claims.fillers.adopted_by_ru import done_by
from extract.claims.fillers.bare_deeds_en import bare_deed, deed_with, turned
from extract.claims.fillers.converbs import described_ahead
from extract.claims.fillers.entries_en import name_changed
from extract.claims.fillers.fronted_ru import left_by, taken_object
from extract.claims.fillers.headless_papers_ru import in_brackets, paper_of_verb
from extract.claims.fillers.heirs_kk import heir_behind
from extract.claims.fillers.hero_ru import joins_first
from extract.claims.fillers.hosts_ru import hosted
from extract.claims.fillers.left_out_ru import renamed_now
from extract.claims.fillers.left_undone_kk import left_undone
from extract.claims.fillers.new_names import many_times
from extract.claims.fillers.no_parties import listed_behind, no_parties, others_beside
from extract.claims.fillers.nobody_named_kk import takes_other
from extract.claims.fillers.objects_en import body_in_force, named_anew
from extract.claims.fillers.other_patients import other_patient
from extract.claims.fillers.other_thing_ru import counted_thing, other_body_made
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
from extract.claims.fillers.papers_kk import (
    joined_by_another,
    means,
    nameless_between,
    nameless_paper,
    owning_papers,
    under_it,
)
from extract.claims.fillers.participles_ru import describes_other, of_next_clause, paper_described
from extract.claims.fillers.ratifiers import by_member, day_of_each, may_be_it
from extract.claims.fillers.topic_kk import renamed_in_mind
from extract.claims.frames.again import again, step_in_force
from extract.claims.frames.again_kk import taken_up, undone
from extract.claims.frames.birthdays_kk import born
from extract.claims.frames.effected_en import effected
from extract.claims.frames.former_en import with_departures
from extract.claims.frames.founders_en import cofounded
from extract.claims.frames.founders_kk import founders_listed
from extract.claims.frames.foundings import body
from extract.claims.frames.members import member
from extract.claims.frames.members_kk import granted_body, taken_in
from extract.claims.frames.observers_ru import bodies_watching
from extract.claims.frames.organs import organ, with_organs
from extract.claims.frames.papers import (
    accession,
    addressed,
    agreed_body,
    amended,
    another_paper,
    argued,
    begun_behind,
    beyond_clause,
    for_one_party,
    for_parties,
    joined_lately,
    owns_noun,
    paired_paper,
    paper_ahead,
    paper_begun,
    quoted,
    ratified_in_mind,
    ratified_next,
    told_of_ahead,
)
from extract.claims.frames.proposals import proposed
from extract.claims.frames.refined_ru import refined
from extract.claims.frames.relations import pair, renamed
from extract.claims.frames.replaced_kk import beside_lives
from extract.claims.frames.replaced_ru import replaced_it
from extract.claims.frames.taken_him_ru import taken_him
from extract.claims.frames.work_within_kk import place_of_work, suspended_there
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.slots import PAPERS, TREATY, actor_side, object_side, subject_side
from extract.claims.scene import Draft, Scene, Told
from extract.claims.sequels.gapping import names_in_turn
from extract.language.tokens import fold, tokenise
from kb.model import Mention, Participant

# Names that a sentence does not say again.
_RENAMINGS = (renamed_in_mind, renamed_now, named_anew, name_changed)
_ACTORS = ("COUNTRY", "PERSON")
_ROLES = {"signed": ("party", "signatory"), "adopted": ("adopter", "adopter"), "ratified": ("party", "party")}
_ACTS, _INDEFINITE = frozenset({"signed", "ratified", "adopted"}), frozenset({"a", "an", "another"})
# How far back "it" may mean an instrument, in characters.
_PRONOUN_REACH, _OWNS, _TREATY = 300, "s", "TREATY"
# "Approved the EU accession of A": no paper of that name.
_STEPS = frozenset({"accession", "membership", "admission", "entry", "bid", "application", "enlargement", "budget"})
_OWN_FAR, _PARTY_FAR = 14.0, 8.0


def instrument(scene: Scene, told: Told, kind: str) -> Iterator[Draft]:
    """signed, ratified, adopted, entered_into_force, in_effect."""
    own = kind in {"entered_into_force", "in_effect"}
    side = (subject_side if own else object_side)(told.form.voice, scene.lang)
    labels = PAPERS if kind in {"adopted", "in_effect"} else TREATY
    unknown = (Scene.other_thing, counted_thing, another_paper, other_patient, nameless_paper, by_some_only)
    if not own and any(is_it(scene, told) for is_it in unknown) and not accession(scene, told):
        return
    k, inner = paper_described(scene, told, scene.before_participle(told, labels))
    if k is None:
        others = [*argued(scene, told), *amended(scene, told), *(() if own else quoted(scene, told))]
        others += [*addressed(scene, told, kind), *joined_by_another(scene), *under_it(scene, told)]
        others += [*owning_papers(scene, told), *means(scene, told), *by_its_rules(scene), *in_brackets(scene, told)]
        refused = scene.arguments.unacting if own else scene.arguments.unsuffering
        others += refused(told.trigger, told.form)
        k = scene.find(told, Slot(labels, side), others, far=_OWN_FAR if own else 12.0)
        k = described_ahead(scene, told, labels) if k is None else k
    if _of_other_paper(scene, told, kind, k):
        return
    if k is not None and k > told.trigger.last and scene.lang == "en" and own:
        if kind == "in_effect":
            return
        k = None if _said_of_it(scene, told) else k
    ids = inner or accession(scene, told) or scene.ids(k)
    ids = ids or joined_lately(scene, told, k) or (agreed_body(scene, told, side) if k is None else ())
    ids = ids or (_in_mind(scene, told, own) if k is None else ())
    kind = "ratified" if kind == "adopted" and by_member(scene, told, ids) else kind
    parties = () if own else _parties(scene, told, kind, ids)
    confidence = 1.0 if k is not None and scene.clauses.items[k].kind == "name" else 0.7
    shared = kind == "entered_into_force" and (scene.lang == "en" or for_parties(scene))
    own_days = [] if own and not shared else list(_party_days(scene, told, kind))
    if own_days:
        for id_, (party, date) in product(dict.fromkeys(ids), own_days):
            if paper := turned(scene, told, id_, (party.entity_id, date)):
                parties, body_ = () if own else (party,), scene.tables.body_of(paper)
                yield Draft(kind, paper, body_, -1, parties, date, confidence=confidence)
        return
    at = -1 if k is None else k
    for id_ in dict.fromkeys((*ids, *paired_paper(scene, k))):
        yield Draft(
            kind, id_, scene.tables.body_of(id_), at, parties, day_of_each(scene, k, id_), confidence=confidence
        )  # fmt: skip


def _in_mind(scene: Scene, told: Told, own: bool) -> tuple[str, ...]:
    """ "It was signed", "signed NAFTA": the paper that nothing in the place of the object names."""
    ids = deed_with(scene, told) or _recalled(scene, told) or (() if own else _named_after(scene, told))
    ids = ids or told_of_ahead(scene, told) or ratified_in_mind(scene, told) or paper_ahead(scene, told)
    ids = ids or ratified_next(scene, told) or bare_deed(scene, told)
    return ids or left_undone(scene, told) or paper_of_verb(scene, told)


def _of_other_paper(scene: Scene, told: Told, kind: str, k: int | None) -> bool:
    """ "Replaced an earlier treaty, signed in 2000": the paper that was found is not what the words tell of."""
    if told.form.voice == "noun" and (scene.ungoverned(k) or beyond_clause(scene, told, k)):
        return True
    if (kind == "adopted" and scene.beside_other(told, k)) or takes_other(scene, told, k):
        return True
    return describes_other(scene, told, k) or of_next_clause(scene, told, k)


def _said_of_it(scene: Scene, told: Told) -> bool:
    """ "It took effect, whereupon the code lapsed": the pronoun right before the verb is its subject."""
    first = told.trigger.first
    return first > 0 and scene.clauses.items[first - 1].norm in scene.anaphors.singulars


def _named_after(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Signed NAFTA": the agreement that bears the name of its body."""
    items, k = scene.clauses.items, told.trigger.last + 1
    k += k < len(items) and items[k].norm == "the"
    if scene.lang != "en" or told.form.voice != "active" or k >= len(items) or items[k].label != "ORG":
        return ()
    behind = items[k + 1].norm if k + 1 < len(items) else ""
    if behind in {_OWNS, *_STEPS} or behind in scene.anaphors.instruments:
        return ()  # "Ratified the organization's charter", "signed its agreement with B".
    papers = (scene.tables.paper_of(id_) for id_ in items[k].ids)
    return tuple(paper for paper in papers if paper)


def _recalled(scene: Scene, told: Told) -> tuple[str, ...]:
    """What "it" stands for where no instrument is named; first of all, what the sentence has just told of."""
    at = scene.pronoun(told)
    if (
        at is None
        and (scene.leans(told) or scene.goes_on(told))
        and scene.before is not None
        and scene.before.type in _ACTS
    ):
        # "The accession treaty was signed in May and came into force in June."
        return (scene.before.subject_id,)
    if at is None or (told.form.voice == "noun" and not owns_noun(scene, told, at)):
        return ()
    last = scene.before
    if last is not None and last.type in _ACTS:
        return (last.subject_id,)
    items = scene.clauses.items[:at]
    named = [i.ids for i in items if i.label == "TREATY" and i.ids]
    if named and scene.lang == "ru":
        return named[-1]
    last_named = next((i for i in reversed(items) if i.kind == "name" and i.label in {"ORG", "TREATY"}), None)
    if scene.lang == "kk" and last_named is not None and last_named.label == "TREATY" and last_named.ids:
        return () if nameless_between(scene, last_named, at) else last_named.ids
    papers = (*scene.anaphors.instruments, *scene.anaphors.papers)
    if any(i.kind in {"word", "ref"} and i.norm.startswith(papers) for i in items):
        return ()
    if any(i.label == "ORG" and may_be_it(scene, i) for i in items):
        return ()
    start = scene.clauses.items[at].start
    found = scene.memory.instrument(start, far=_PRONOUN_REACH)
    return (found,) if found and not _another_paper(scene, start) else ()


def _another_paper(scene: Scene, start: int) -> bool:
    """A paper without a name came in between: "… a protocol. A and B did not sign it"."""
    words = [fold(t.text) for t in tokenise(scene.text, scene.memory.named_at(start), start)]
    papers = (*scene.anaphors.instruments, *scene.anaphors.papers)
    return scene.lang == "en" and any(a in _INDEFINITE and b in papers for a, b in pairwise(words))


def _party_days(scene: Scene, told: Told, kind: str) -> Iterator[tuple[Participant, Mention]]:
    """Parties with a day each: "ratified by A on X and by B on Y", "ratified by A (X) and B (Y)"."""
    items, trigger = scene.clauses.items, told.trigger
    # What follows a semicolon with a verb of its own is told of another act.
    last_verb = max(scene.clauses.verbs, default=0)
    parts = (k for k, i in enumerate(items) if i.text == ";" and trigger.last < k < last_verb)
    items = items[: next(parts, len(items))]
    found: list[tuple[Participant, Mention]] = []
    role = _ROLES.get(kind, ("party", "party"))[0]
    at = next((k for k, i in enumerate(items) if i.label == "COUNTRY"), len(items))
    if scene.lang == "ru" and not scene.clauses.verbs.isdisjoint(range(trigger.last + 1, at)):
        return  # "Signed in 1960, it lost members: in 1973 A went, in 1986 B."
    for k in range(at, len(items)):
        if items[k].label != "COUNTRY" or (items[k].kind != "name" and not (scene.lang == "ru" and items[k].ids)):
            continue
        end = next((n for n in range(k + 1, len(items)) if items[n].label == "COUNTRY"), len(items))
        dates = [i.mention for i in items[k + 1 : end] if i.kind == "date" and i.mention]
        if any(n in scene.clauses.verbs and n != trigger.head for n in range(k + 1, end)) or len(dates) > 1:
            return
        for name in items[k].members:
            day = name.date or (dates[0] if dates else None)
            if day is not None and name.entity_id:
                found.append((Participant(name.entity_id, role), day))
    if len({day.start_char for _, day in found}) > 1:
        yield from found
    elif scene.lang == "kk":
        turns = names_in_turn(scene.clauses, "COUNTRY", trigger)
        yield from [(Participant(id_, role), day) for k, day in turns for id_ in scene.ids(k)]


def _parties(scene: Scene, told: Told, kind: str, papers: Sequence[str]) -> tuple[Participant, ...]:
    roles = dict(zip(_ACTORS, _ROLES.get(kind, ("party", "party")), strict=True))
    side = actor_side(told.form.voice, scene.lang)
    for label in _ACTORS:
        slot = Slot(frozenset({label}), side, scene.marks.agent, scene.marks.placed)
        k = scene.find(told, slot, no_parties(scene, told, papers), far=_PARTY_FAR)
        # "Was signed in Singapore" names a place.
        placed = k is not None and scene.arguments.marks(k) & (scene.marks.placed - scene.marks.agent)
        if k is not None and not placed and not _of_another_clause(scene, told, k):
            acting = sorted((k, *others_beside(scene, k)))
            return tuple(Participant(i, roles[label]) for i in dict.fromkeys(i for n in acting for i in scene.ids(n)))
    return tuple(Participant(i, roles["COUNTRY"]) for i in listed_behind(scene, told))


def _of_another_clause(scene: Scene, told: Told, k: int) -> bool:
    """ "Signed on D, entered into force for A", "signed T, which A did not ratify": A acts in a later clause."""
    between = range(told.trigger.last + 1, k)
    others = scene.anaphors.relatives | scene.clauses.opposing
    return any(n in scene.clauses.verbs or scene.clauses.items[n].norm in others for n in between)


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
        yield from with_departures(scene, told, _drafts(scene, told))
        return
    items, voice = scene.clauses.items, told.form.voice
    kinds = (*scene.anaphors.bodies, *scene.anaphors.countries, *scene.anaphors.fellows)
    joined = (*kinds, *scene.anaphors.insides, *scene.anaphors.instruments, *scene.anaphors.groups)
    others = other_goal(items, told.trigger, joined) or other_made(items, told.trigger, voice, kinds)
    parted = part_of_body(items, told.trigger, scene.anaphors.blockers, tuple(scene.anaphors.bodies))
    others = others or parted or only_describes(items, told.trigger) or other_body_made(scene, told)
    if not others and not owner_acts(items, told.trigger, voice, kinds):
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
    heir = [] if variant else list(heir_behind(scene, told))
    yield from heir or list(replaced_it(scene, told)) or read(scene, told, kind, variant)


def _of_papers(scene: Scene, told: Told, kind: str, variant: str) -> list[Draft]:
    """What is told of an instrument; "by its Charter this step took effect" in Kazakh tells of the step alone."""
    stepped = list(step_in_force(scene, told)) if scene.lang == "kk" and kind == "entered_into_force" else []
    admitted = variant == "or_admitted" and taken_in(scene, told)
    stepped = stepped or (list(taken_him(scene, told)) if variant == "him" else [])
    return stepped or ([] if admitted else list(instrument(scene, told, kind)))


def _lives(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """What began or ended; who only stopped its work in a body has suspended its part there."""
    there = place_of_work(scene, told) if kind == "terminated" else None
    made = list(body(scene, told, kind, variant) if there is None else suspended_there(scene, told, there))
    yield from beside_lives(scene, told, made)
    papers = kind == "terminated" and for_one_party(scene)
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
        yield from with_organs(scene, told, _lives(scene, told, kind, variant))
    elif kind in {"membership", "acceded", "observer", "suspended", "withdrew"}:
        if variant in {"taken", "left"} and not (taken_object if variant == "taken" else left_by)(scene, told):
            return
        if variant == "accepted":
            yield from accepted(scene, told, kind)
            return
        made = list(bodies_watching(scene, told)) if kind == "observer" and scene.lang == "ru" else []
        made = made or list(granted_body(scene, told))
        yield from made or list(member(scene, told, kind, variant)) or effected(scene, told)
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
