"""A trigger of signing, ratifying, adopting or of force in its sentence in, drafts of what was done to a paper out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product, takewhile

from extract.claims.fillers.accordance_ru import by_its_rules, by_some_only
from extract.claims.fillers.bare_deeds_en import bare_deed, deed_with, turned
from extract.claims.fillers.converbs import described_ahead
from extract.claims.fillers.decision_on_ru import decided_about
from extract.claims.fillers.headless_papers_ru import in_brackets, paper_of_verb
from extract.claims.fillers.left_undone_kk import left_undone
from extract.claims.fillers.no_parties import listed_behind, no_parties, others_beside
from extract.claims.fillers.nobody_named_kk import takes_other
from extract.claims.fillers.other_patients import other_patient
from extract.claims.fillers.other_thing_ru import counted_thing
from extract.claims.fillers.papers_kk import (
    joined_by_another,
    means,
    nameless_between,
    nameless_paper,
    owning_papers,
    sole_paper,
    under_it,
)
from extract.claims.fillers.participles_ru import describes_other, of_next_clause, paper_described
from extract.claims.fillers.ratifiers import by_member, day_of_each, may_be_it
from extract.claims.frames.amended import amended
from extract.claims.frames.paired_papers_en import paired_papers
from extract.claims.frames.paired_papers_ru import papers_along
from extract.claims.frames.papers import (
    accession,
    addressed,
    agreed_body,
    another_paper,
    argued,
    beyond_clause,
    for_parties,
    joined_lately,
    owns_noun,
    paired_paper,
    paper_ahead,
    quoted,
    ratified_in_mind,
    ratified_next,
    told_of_ahead,
)
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.slots import PAPERS, TREATY, actor_side, object_side, subject_side
from extract.claims.scene import Draft, Scene, Told
from extract.claims.sequels.gapping import names_in_turn
from extract.language.tokens import fold, tokenise
from kb.model import Mention, Participant

_ACTORS = ("COUNTRY", "PERSON")
_ROLES = {"signed": ("party", "signatory"), "adopted": ("adopter", "adopter"), "ratified": ("party", "party")}
_ACTS, _INDEFINITE = frozenset({"signed", "ratified", "adopted"}), frozenset({"a", "an", "another"})
# How far back "it" may mean an instrument, in characters.
_PRONOUN_REACH, _OWNS = 300, "s"
# "Approved the EU accession of A": no paper of that name.
_STEPS = frozenset({"accession", "membership", "admission", "entry", "bid", "application", "enlargement", "budget"})
_OWN_FAR, _PARTY_FAR = 14.0, 8.0


def instrument(scene: Scene, told: Told, kind: str) -> Iterator[Draft]:
    """signed, ratified, adopted, entered_into_force, in_effect."""
    own = kind in {"entered_into_force", "in_effect"}
    side = (subject_side if own else object_side)(told.form.voice, scene.lang)
    labels = PAPERS if kind in {"adopted", "in_effect"} else TREATY
    if not own and _of_unknown(scene, told):
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
        said_of_it = _said_of_it(scene, told)
        if kind == "in_effect" or (not said_of_it and _subject_unknown(scene, told)):
            return
        k = None if said_of_it else k
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
                by = () if own else (party,)
                yield Draft(kind, paper, scene.tables.body_of(paper), -1, by, date, confidence=confidence)
        return
    for id_ in dict.fromkeys((*ids, *paired_paper(scene, k), *paired_papers(scene, k), *papers_along(scene, told, k))):
        at, date = -1 if k is None else k, day_of_each(scene, k, id_) or _day_of_sole(scene, parties)
        yield Draft(kind, id_, scene.tables.body_of(id_), at, parties, date, confidence=confidence)


def _of_unknown(scene: Scene, told: Told) -> bool:
    """Something else than a paper was signed or adopted, or one that nobody knows."""
    unknown = (Scene.other_thing, counted_thing, another_paper, other_patient, nameless_paper, by_some_only)
    other = any(is_it(scene, told) for is_it in unknown) and not accession(scene, told)
    return other or _of_longer_name(scene, told)


def _of_longer_name(scene: Scene, told: Told) -> bool:
    """ "Adopted the EAEU Strategy 2025": in English a body before a capital opens the name of what was adopted."""
    items, k = scene.clauses.items, told.trigger.last + 1
    k += k < len(items) and items[k].norm in ARTICLES
    if scene.lang != "en" or told.form.voice not in {"active", "infinitive"} or k + 1 >= len(items):
        return False
    opens = items[k].kind == "name" and items[k].label == "ORG" and items[k + 1].kind == "word"
    return opens and items[k + 1].text[0].isupper()


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
    if decided_about(scene, told, k):
        return True
    return describes_other(scene, told, k) or of_next_clause(scene, told, k)


def _said_of_it(scene: Scene, told: Told) -> bool:
    """ "It took effect, whereupon the code lapsed": the pronoun right before the verb is its subject."""
    first = told.trigger.first
    return first > 0 and scene.clauses.items[first - 1].norm in scene.anaphors.singulars


def _subject_unknown(scene: Scene, told: Told) -> bool:
    """ "The agreement with A took effect, and a treaty with B was signed": nobody knows what took effect."""
    items, first = scene.clauses.items, told.trigger.first
    own = [*takewhile(lambda i: i.kind != "mark", reversed(items[:first]))]
    return any(i.kind == "word" and i.norm in scene.anaphors.instruments for i in own)


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
    if told.trigger.frame == "entered_into_force" and (sole := sole_paper(scene, at)):
        return sole
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


def _day_of_sole(scene: Scene, parties: Sequence[Participant]) -> Mention | None:
    """ "The first to ratify was A (3 October)": in Russian the brackets behind the only party have the day."""
    if scene.lang != "ru" or len(parties) != 1:
        return None
    named = (m for i in scene.clauses.items if i.label == "COUNTRY" and i.kind == "name" for m in i.members)
    return next((m.date for m in named if m.entity_id == parties[0].entity_id and m.date), None)


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
