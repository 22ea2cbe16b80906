"""A trigger of founding or ending in its sentence in, drafts of claims out: which body, by whom and by which paper."""

from collections.abc import Iterator

from extract.claims.fillers.ahead_en import beyond_aim, beyond_comma, described_name
from extract.claims.fillers.before_relative_en import before_relative
from extract.claims.fillers.bodies import which_at
from extract.claims.fillers.body_meant_ru import placed_only, points, understood
from extract.claims.fillers.clause_of_time_kk import earlier_actors
from extract.claims.fillers.converbs import described_ahead, kind_told
from extract.claims.fillers.described_subject_kk import described_subject, founded_beside
from extract.claims.fillers.ended_together_ru import accompanying, ended_together, of_several
from extract.claims.fillers.entries_en import described_entry, points_at
from extract.claims.fillers.founded_en import apposed_body, no_founder, of_other_noun, sat_there
from extract.claims.fillers.founds_other_ru import founds_other
from extract.claims.fillers.heirs_kk import new_body
from extract.claims.fillers.named_behind_ru import named_behind
from extract.claims.fillers.nobody_named_kk import owned_by_other
from extract.claims.fillers.own_nouns_kk import named_by_kind
from extract.claims.fillers.own_subjects_kk import other_subject
from extract.claims.fillers.owned_deeds_en import owner_of_deed
from extract.claims.fillers.owned_founders_ru import owning_founders
from extract.claims.fillers.past_name_ru import past_its_name
from extract.claims.fillers.predicates_named_kk import organ_last_told, told_by_predicate
from extract.claims.fillers.proposers_ru import countries_of_proposers
from extract.claims.fillers.reach_kk import reach_kk
from extract.claims.fillers.shared_subjects_ru import oblique
from extract.claims.fillers.topic_kk import left_unsaid, spoken_of
from extract.claims.frames.papers import argued
from extract.claims.frames.work_within_kk import places_told
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.fronted_dates import opens_clause
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.slots import BODY, COUNTRY, NONE, TREATY, actor_side, object_side, subject_side
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_acting
from kb.model import Mention, Participant

# What is done to bodies alone.
_DISBANDED = ("распу", "расформ", "упраздн", "самораспу")
_DONE_TO = frozenset({"passive", "noun"})
_LIVES = frozenset({"established", "terminated", "renamed"})
# Kazakh forms whose subject stands in the genitive.
_OWNED = frozenset({"noun", "clause"})
# "Its organs' work": a Kazakh name in the genitive owns a noun as a bare one does.
_OWNING, _WITH = frozenset({".genitive", ".within"}), ".instrumental"
# Endings of a Kazakh accusative, letters folded.
_OBJECTS = ("ны", "ни", "ды", "ди", "ты", "ти", "ын", "ин")
_PREDICATING = frozenset({"is", "was", "are", "were", "as", "became", "remains", "being"})
# So near behind its host stands a meeting; place and signatories between the date of a signing and its verb.
_MEETING, _SIGNED_NEAR = 4, 8
# So far from the head of its sentence stands a pronoun behind a date.
_OPENING = 2
_FOUNDED_FAR, _NEXT, _FOUNDER_FAR, _OBJECT_FAR, _STATE_FAR = 9.0, 1.6, 7.0, 6.0, 5.0
_BESIDE = {"en": 0.8, "ru": 0.8, "kk": 0.4}


def body(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """established, terminated. `self` is a verb without object ("ceased to exist"), `paper` one of instruments."""
    labels = BODY | {"PROGRAMME"} if kind == "established" else _ended(scene, told, variant)
    side = (subject_side if variant in {"self", "paper", "not"} else object_side)(told.form.voice, scene.lang)
    if variant == "self" and told.form.voice == "noun" and scene.lang != "kk":
        side = "after"
    # "A, which founded B": what an active participle describes is the founder.
    acting = scene.lang == "ru" and not variant and is_acting(scene.clauses.items[told.trigger.head].norm)
    k = None if acting else _described_by(scene, told, labels)
    k = which_at(scene, told, labels) if k is None and not variant else k
    if k is None and (_of_noun(scene, told) or other_subject(scene, told) or owned_by_other(scene, told)):
        return
    if k is None and (scene.other_patient(told) or scene.describes_country(told) or _of_state(scene, told, variant)):
        return
    if scene.lang == "ru" and k is None and (variant == "self" or points(scene, told)):
        known = [Draft(kind, id_, None, -1, confidence=0.7) for id_ in understood(scene, told)]
        yield from (*known, *ended_together(scene, told, kind, [d.subject_id for d in known]))
        if known or variant == "paper" or placed_only(scene, told):
            return
    if k is None:
        bars = scene.marks.placed | ({".genitive"} if scene.lang == "kk" and told.form.voice not in _OWNED else NONE)
        others = [*scene.astray(told), *_governed(scene, told), *_described(scene, told), *sat_there(scene, told)]
        others += [*places_told(scene), *accompanying(scene), *(owning_founders(scene, told) if not variant else ())]
        others += [*_beyond_object(scene, told), *scene.arguments.unsuffering(told.trigger, told.form)]
        others += oblique(scene, told) if variant == "self" else []
        k = scene.find(told, Slot(labels, side, bars=bars), others, _body_far(scene, told, variant))
        if k is not None and _other_told(scene, told, kind, variant, k):
            return
        k = described_ahead(scene, told, labels) if k is None else of_several(scene, told, k)
    if k is None and kind == "terminated" and variant == "self":
        k = _ended_state(scene, told)
    ids = owner_of_deed(scene, told) or scene.ids(k) or (_meant(scene, told, variant) if k is None else ())
    founders = _founders(scene, told, k) if kind == "established" and ids else ()
    days = scene.days(k)
    for id_ in dict.fromkeys(ids):
        members = tuple(f for f in founders if f != id_)
        paper, day = _founding(scene, told, id_)
        yield Draft(
            kind, id_, paper, -1 if k is None else k, tuple(Participant(f, "founder") for f in members),
            days.get(id_) or day, confidence=1.0 if k is not None else 0.7, members=members,
        )  # fmt: skip
    yield from ended_together(scene, told, kind, ids)


def _other_told(scene: Scene, told: Told, kind: str, variant: str, k: int) -> bool:
    """What was founded or ended is not the name that stands there."""
    if _beyond_joint(scene, told, k) or of_other_noun(scene, told, k) or founded_beside(scene, told, k):
        return True
    return kind == "established" and not variant and founds_other(scene, told, k)


def _ended(scene: Scene, told: Told, variant: str) -> frozenset[str]:
    """ "The treaty was terminated", "the termination of the treaty": what a verb is done to may be a paper too."""
    if variant == "paper":
        return TREATY
    disbanded = scene.clauses.items[told.trigger.head].norm.startswith(_DISBANDED)
    return BODY | TREATY if not variant and told.form.voice in _DONE_TO and not disbanded else BODY


def _described_by(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """The name that a participle tells of, or that the trigger holds."""
    held = (Scene.behind_participle, described_name, apposed_body, kind_told, _inside)
    named = (*held, named_behind, named_by_kind, before_relative)
    found = (find(scene, told, labels) for find in (described_subject, *named))
    return next((k for k in found if k is not None), None)


def _ended_state(scene: Scene, told: Told) -> int | None:
    """ "Czechoslovakia ceased to exist": a state right before its Russian verb, or behind a converb and its comma."""
    others = scene.arguments.unacting(told.trigger, told.form)
    slot = Slot(COUNTRY, "any", bars=scene.marks.placed, strict=True)
    return scene.find(told, slot, others, far=_STATE_FAR) if scene.lang == "ru" else None


def _inside(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "A gave birth to B": what the last words of a Russian trigger name."""
    last = scene.clauses.items[told.trigger.last]
    named = scene.lang == "ru" and last.kind == "name" and last.label in labels
    listed = scene.clauses.items[told.trigger.last - 1].norm in scene.marks.including
    return told.trigger.last if named and (listed or told.trigger.form == "verb") else None


def _of_state(scene: Scene, told: Told, variant: str) -> bool:
    """ "The Soviet Union fell apart, and the CIS arose": a country right before an English verb is its subject."""
    items, first = scene.clauses.items, told.trigger.first
    before = items[first - 1 : first]
    intransitive = scene.lang == "en" and variant == "self" and told.form.voice == "active"
    if first > 2 and items[first - 2].norm == "of" and items[first - 3].label == "ORG":
        return False  # "The Union State of A and B came into being."
    return intransitive and any(i.kind == "name" and i.label == "COUNTRY" for i in before)


def _of_noun(scene: Scene, told: Told) -> bool:
    """ "The empires founded by A": an English participle tells of the noun before it, which is no body of ours.

    What the noun only says of a name ("A is a structure founded by B", "A, a structure founded by B") does not hide it.
    """
    items, last = scene.clauses.items, told.trigger.first - 1
    if scene.lang != "en" or told.form.voice != "participle" or last < 1 or items[last].kind != "word":
        return False
    if items[last].norm.startswith(tuple(scene.anaphors.bodies)):
        return False
    at = last
    while at > 0 and items[at].kind == "word" and items[at].norm not in ARTICLES:
        at -= 1
    apposed = at > 1 and items[at - 1].text == "," and items[at - 2].kind in {"name", "ref"}
    named = apposed or (at > 0 and items[at - 1].norm in _PREDICATING)
    return items[at].norm in ARTICLES and at < last and not named


def _governed(scene: Scene, told: Told) -> Iterator[int]:
    """English bodies behind a preposition: "the offices of A were opened", "B was founded within A".

    What only paraphrases the body ("the existence of A came to an end") does not hide it.
    """
    items, held = scene.clauses.items, range(told.trigger.first, told.trigger.last + 1)
    # A participle may describe the name before it, whatever governs that: "heir to A, founded in 1996".
    first = told.trigger.last if told.form.voice == "participle" else 2
    for k in range(first, len(items) if scene.lang == "en" and told.form.voice != "noun" else 0):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        named = items[k].kind in {"name", "ref"} and at > 0 and at not in held and k not in held
        if named and items[at].norm in scene.marks.governing and items[at - 1].norm not in scene.marks.lives:
            yield k


def _described(scene: Scene, told: Told) -> Iterator[int]:
    """Kazakh bodies, bare or in the genitive, before a noun of theirs: "the summit of A was opened".

    A noun that opens the trigger ("its work began") paraphrases the body. With whom something is founded is not it.
    """
    items, held = scene.clauses.items, scene.clauses.held
    for k in range(min(len(items) - 1, told.trigger.first) if scene.lang == "kk" else 0):
        cases = {mark for mark in scene.arguments.marks(k) if mark[:1] == "."} if items[k].kind == "name" else None
        noun = items[k + 1]
        if cases and _WITH in cases:
            yield k
        if items[k].kind == "ref" or cases:
            yield from _with_noun(scene, told, k)
        spoken = held.get(k + 1) is told.trigger or (k + 1 in held and not noun.norm.endswith(scene.marks.entered))
        if cases is None or not cases <= _OWNING or spoken or noun.kind != "word":
            continue
        if noun.norm.endswith(scene.marks.possessing) and noun.norm not in scene.anaphors.adverbs:
            yield k


def _met_there(scene: Scene, k: int) -> bool:
    """ "At A's summit in B they founded a forum": the Kazakh noun stands for another body than the one that sat."""
    items = scene.clauses.items
    if items[k].kind != "ref":
        return False
    same = (n for n in range(k) if items[n].kind == "name" and set(items[n].ids) & set(items[k].ids))
    return any(i.norm.startswith(scene.clauses.sitting or "\n") for n in same for i in items[n + 1 : n + _MEETING])


def _with_noun(scene: Scene, told: Told, k: int) -> Iterator[int]:
    """ "The union's new staff was opened": a Kazakh genitive owns the noun right before the verb, which was founded."""
    items, first = scene.clauses.items, told.trigger.first
    small, at = scene.anaphors.adverbs | scene.anaphors.pronouns, first - 1
    while at > k and (items[at].kind == "date" or items[at].norm in small):
        at -= 1
    owned = items[at].kind == "word" and items[at].norm.endswith(scene.marks.possessed)
    if scene.owning(k) and k + 1 < first and owned and told.form.voice not in _OWNED:
        yield k


def _beyond_object(scene: Scene, told: Told) -> Iterator[int]:
    """ "The association founded in 1960 was replaced by A": behind a noun with its own case a participle tells no more.

    That noun, not the Kazakh name further on, is what was founded.
    """
    items, last = scene.clauses.items, told.trigger.last
    described = scene.lang == "kk" and told.form.voice == "participle"
    for k in range(last + 2, len(items) if described else 0):
        between = (i for i in items[last + 1 : k] if i.kind in {"word", "ref"} and i.norm not in scene.anaphors.adverbs)
        if items[k].kind == "name" and any(i.norm.endswith(_OBJECTS) for i in between):
            yield k


def _beyond_joint(scene: Scene, told: Told, k: int) -> bool:
    """ "The court was not formed, and its duties fell to B": behind comma and "and" another clause names B.

    What was founded at the summit of a Kazakh body is not that body either.
    """
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang == "kk":
        return _met_there(scene, k)
    if scene.lang != "ru" or told.form.voice not in {"passive", "active"}:
        return False
    return any(items[n].text == "," and scene.clauses.joins(n + 1) for n in range(last + 1, k - 1))


def _meant(scene: Scene, told: Told, variant: str) -> tuple[str, ...]:
    """ "It was dissolved", "Founded: 1985": the body that the text is about, where no other is named."""
    if scene.lang == "ru":
        return understood(scene, told)
    if scene.lang == "kk":
        return _its_body(scene, told)
    if scene.lang != "en":
        return ()
    if any(i.label == "ORG" for i in scene.clauses.items[: told.trigger.first]):
        return _led_by_it(scene, told)
    start = scene.clauses.items[told.trigger.first].start
    # "Founded in 1985 by Iran and Turkey.": an entry leaves out the body that it is about.
    headed = described_entry(scene, told) and not variant
    if variant == "facts" or headed:
        found = scene.memory.body(start)
        return (found,) if found else ()
    at = scene.pronoun(told)
    if at is None or at > told.trigger.first or (told.form.voice != "passive" and variant not in {"self", "paper"}):
        return ()
    if told.polarity == "hypothetical":
        return ()
    # "First proposed in 2006, it was founded in 2009": behind a comma the pronoun opens the clause all the same.
    if not opens_clause(scene.clauses, at):
        return ()
    following = scene.clauses.items[told.trigger.last + 1 : told.trigger.last + 2]
    where = scene.clauses.items[at].start
    organ = scene.memory.topic_organ(where)
    found = scene.memory.instrument(where) if variant == "paper" else organ or scene.memory.body(where)
    return (found,) if found and not any(i.norm == "that" for i in following) else ()


def _led_by_it(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "It grew out of A and was founded in 2001": the pronoun that opens an English sentence, for its second verb."""
    items, at = scene.clauses.items, scene.pronoun(told)
    if told.form.voice != "passive":
        return ()
    if items[0].norm in scene.anaphors.singulars and scene.leans(told):
        found = scene.memory.body(items[0].start)
        return (found,) if found else ()
    # "He proposed A, and it was never founded": the only body that the sentence named before.
    named = {id_ for i in items[: told.trigger.first] if i.label == "ORG" for id_ in i.ids}
    opens = at is not None and 0 < at < told.trigger.first and scene.clauses.joins(at - 1)
    return tuple(named) if opens and len(named) == 1 else ()


def _its_body(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "…, it was founded in 2006": the body that the Kazakh sentence or the text named before the pronoun."""
    at, new = scene.pronoun(told), new_body(scene, told)
    if new is not None:
        return (new,)
    if at is None:
        return _gone_on(scene, told) or left_unsaid(scene, told)
    if at > told.trigger.first or told.form.voice not in {"active", "converb"} or _owns_other(scene, told, at):
        return ()
    behind = scene.clauses.items[told.trigger.first - 1]
    if behind.kind == "word" and behind.norm in scene.anaphors.bodies:
        return ()  # "No organization was founded as its heir": the bare noun is what was founded.
    named = [i.ids for i in scene.clauses.items[:at] if i.kind == "name" and i.label == "ORG" and i.ids]
    named = [spoken_of(scene, at) or named[-1]] if named else []
    start = scene.clauses.items[at].start
    # "The Court of A was founded. It stopped work": an organ that opened the sentence before.
    organ = organ_last_told(scene, at) if not named and at <= _OPENING else None
    found = named[-1][-1] if named else told_by_predicate(scene, at) or organ or scene.memory.body(start)
    return (found,) if found and found in scene.tables.types else ()


def _owns_other(scene: Scene, told: Told, at: int) -> bool:
    """ "Its secretariat was opened": a Kazakh pronoun in the genitive owns a noun that the trigger does not hold."""
    noun, small = scene.clauses.items[at + 1], scene.anaphors.adverbs
    held = noun.kind == "word" and at + 1 < told.trigger.first and noun.norm not in small
    # "In it a market was founded".
    return held and scene.clauses.items[at].norm in {*scene.anaphors.owning_one, *scene.anaphors.body_pronouns}


def _gone_on(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A was founded in 2000 and dissolved in 2014": a Kazakh verb with nothing but a date goes on telling of A."""
    items, last, first = scene.clauses.items, scene.before, told.trigger.first
    if last is None or last.type not in _LIVES or last.item < 0 or last.item >= first:
        return ()
    ends = (k for k in range(first) if items[k].text in {",", ";"} or k in scene.clauses.verbs)
    own = items[max(ends, default=-1) + 1 : first]
    bare = all(i.kind in {"date", "place"} or i.norm in scene.anaphors.adverbs for i in own)
    return (last.subject_id,) if bare else ()


def _body_far(scene: Scene, told: Told, variant: str) -> float:
    """A noun ("creation of …") and an English active verb stand next to their object; others may be parted from it."""
    if told.form.voice == "noun" and variant != "self":
        # "To dissolve the organization": in Kazakh right before it.
        before = scene.clauses.items[max(0, told.trigger.first - 1)]
        meant = scene.lang == "kk" and before.kind == "ref" and before.norm.endswith(_OBJECTS)
        if scene.lang == "kk" and _parted_by_founders(scene, told):
            return _FOUNDED_FAR
        # «Роспуск организации»: a Russian genitive right behind the noun.
        meant = meant or (scene.lang == "ru" and scene.means_behind(told))
        meant = meant or points_at(scene, told)
        return _NEXT if meant or scene.relative_behind(told) else _BESIDE[scene.lang]
    if any(i.norm == "there" for i in scene.clauses.items[max(0, told.trigger.first - 4) : told.trigger.first]):
        return _FOUNDED_FAR  # "There is hereby established an economic union, the …"
    if scene.lang == "kk" and (reach := reach_kk(scene, told)):
        return reach
    if told.form.voice in {"infinitive", "converb"} and variant != "self":
        return _NEXT
    return _NEXT if scene.lang == "en" and told.form.voice == "active" and variant != "self" else _FOUNDED_FAR


def _parted_by_founders(scene: Scene, told: Told) -> bool:
    """ "X-ты А мен Б құруы тиіс": nothing but founders, dates and places between a Kazakh object and its verb."""
    items, first = scene.clauses.items, told.trigger.first
    at = next((k for k in range(first - 1, -1, -1) if items[k].label in BODY), -1)
    own = all(i.kind in {"date", "place"} or i.label == "COUNTRY" for i in items[at + 1 : first])
    return 0 <= at < first - 1 and own and ".accusative" in scene.arguments.marks(at)


def _founders(scene: Scene, told: Told, body_at: int | None) -> tuple[str, ...]:
    """Countries that do the founding, or of whom the new body consists."""
    side = actor_side(told.form.voice, scene.lang)
    slot = Slot(COUNTRY, side, scene.marks.agent, scene.marks.placed)
    others = [*argued(scene, told), *earlier_actors(scene, told), *past_its_name(scene, told)]
    others += countries_of_proposers(scene)
    k = scene.find(told, slot, others, far=_FOUNDER_FAR)
    if scene.lang == "kk" and (k is None or k > told.trigger.last):
        return tuple(id_ for id_, _, date in scene.announced(told) if date is None)
    if k is None or beyond_comma(scene, told, k) or beyond_aim(scene, told, k) or no_founder(scene, told, k, body_at):
        return ()
    marks = scene.arguments.marks(k)
    if scene.owning(k) and told.form.voice not in _OWNED and k + 1 != body_at:
        return ()
    if marks & scene.marks.placed or (scene.lang == "en" and side == "after" and not marks & scene.marks.agent):
        return ()
    late = told.form.voice not in {"active", "converb"} or k > told.trigger.last
    if late and side == "before" and scene.lang == "en" and (body_at is None or k != body_at + 2):
        return ()  # "A started work in 2015, and B joined it."
    return tuple(dict.fromkeys(scene.ids(k)))


def _founding(scene: Scene, told: Told, body_id: str) -> tuple[str | None, Mention | None]:
    """The paper by which a body is founded, and the day in parentheses behind it."""
    k = scene.find(told, Slot(TREATY), far=_OBJECT_FAR)
    for name in () if k is None else scene.clauses.items[k].members:
        by_it = k is not None and scene.arguments.marks(k) & scene.marks.founding
        if name.entity_id and (scene.tables.founds.get(name.entity_id) == body_id or by_it):
            return name.entity_id, name.date or (_signed_on(scene, k) if k is not None else None)
    return None, None


def _signed_on(scene: Scene, k: int) -> Mention | None:
    """ "Founded by a treaty signed in 2014": a Kazakh paper without a name gives its body the day of its signing."""
    items, held = scene.clauses.items, scene.clauses.held.get(k - 1)
    unnamed = scene.lang == "kk" and items[k].kind == "ref" and held is not None and held.frame == "signed"
    near = range(held.first - 1, max(-1, held.first - _SIGNED_NEAR), -1) if unnamed and held else ()
    return next((items[n].mention for n in near if items[n].kind == "date"), None)
