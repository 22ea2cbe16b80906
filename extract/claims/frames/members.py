"""A trigger of membership in its sentence in, drafts of claims out: who belongs to, joined, watches or left what."""

from collections.abc import Iterator

from extract.claims.fillers.among_many import among_many
from extract.claims.fillers.bodies import LEAVING, MEMBER_TYPES, joined_body, members_alone, owner_of_members, which_at
from extract.claims.fillers.bodies_as_members import no_members
from extract.claims.fillers.body_meant_ru import left_papers, of_other_place, own_complement, paper_left
from extract.claims.fillers.brackets_en import alone, joins_unknown
from extract.claims.fillers.bystanders_en import added_ahead, beside_subject, left_country, strange_members
from extract.claims.fillers.company_ru import in_company, neighbours
from extract.claims.fillers.converb_phrases_ru import described_ahead_of, described_inside
from extract.claims.fillers.converbs import described_ahead
from extract.claims.fillers.heirs_en import heir_at, of_body
from extract.claims.fillers.lists_en import beyond_semicolon, bodies_in_subject, only_named, strange_subject
from extract.claims.fillers.member_lists import (
    announces_bodies,
    bracketed,
    collective,
    dated_names,
    further_bodies,
    listed,
    mixed,
    no_list,
    recipients,
    whole_list,
)
from extract.claims.fillers.named_behind_ru import included
from extract.claims.fillers.nobody_named_kk import asks_who, unites_other
from extract.claims.fillers.nobody_ru import him
from extract.claims.fillers.occasions import of_occasions
from extract.claims.fillers.other_goals_kk import counts_members, enters_country
from extract.claims.fillers.other_nouns_en import accompanying, complements, of_part, other_goal
from extract.claims.fillers.parted_en import parted_ahead
from extract.claims.fillers.programmes import programme_meant
from extract.claims.fillers.said_again_en import beyond_next_verb, unknown_ahead
from extract.claims.fillers.shared_subjects_ru import RESUMING, beyond_noun, resumed, takes_up
from extract.claims.frames.members_kk import (
    admits_other,
    beyond_described,
    body_beside,
    hides_subject,
    is_goal,
    joined_other,
    left_other,
    opens_longer_name,
    stands_for_subject,
    strays,
)
from extract.claims.frames.unnamed import unnamed
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import OTHER
from extract.claims.grammar.observers_kk import as_observers
from extract.claims.grammar.slots import BODY, COUNTRY, NONE, PROGRAMME, TREATY, subject_side
from extract.claims.scene import Draft, Scene, Told
from kb.model import Mention

_NOUN_FAR = {"en": 2.0, "ru": 2.5, "kk": 4.0}
_THINKING_FAR = {"en": 6.0, "ru": 7.5, "kk": 9.0}
_BODY_FAR, _MEMBER_FAR, _BODY_AS_MEMBER_FAR, _PROGRAMME_FAR = 8.0, 16.0, 6.0, 3.0
# A Russian body that is a member itself stands right behind the noun: "the accession of A to B".
_NEXT_TO_NOUN = 1.0
# So many countries behind a body in parentheses are its members.
_LISTED = 3
_PRONOUN_NEAR, _NEXT_TO = 4, 3
# "Declared the suspension of its membership": in Russian behind "about".
_ABOUT = frozenset({"о", "об"})
# "Its accession was completed in A": of whom was told before.
_WHEN = "when"
_ITS = frozenset({"its", "their", "his", "her"})
# The subject of a Kazakh verbal noun owns it.
_OWNER, _OWNED = frozenset({".genitive"}), frozenset({"noun", "clause"})


def member(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """membership, acceded, observer, suspended, withdrew. Variant `lists`: the body names its members."""
    if variant == "it" and not scene.spoken_of():
        return
    if variant in RESUMING and not takes_up(scene, variant):
        return
    if variant in RESUMING and scene.lang == "ru" and told.form.voice == "passive":
        yield from resumed(scene, told, kind, variant)
        return
    if scene.lang == "en" and (of_body(scene, told) or scene.of_strangers(told)):
        return
    if any(item.label == OTHER for item in scene.clauses.items[told.trigger.first : told.trigger.last + 2]):
        return
    who_at, body_at = _parts(scene, told, kind, variant)
    who_at = _named_as(scene, told, variant, who_at)
    if _refused(scene, told, (kind, variant), (who_at, body_at)):
        return
    body_at = owner_of_members(scene, told) if body_at is None and variant == "by" else body_at
    body_id, confidence = paper_left(scene, told) or joined_body(scene, told, body_at)
    if body_id is None or (variant == "by" and body_at is None and not members_alone(scene, told)):
        return
    for other in further_bodies(scene, body_at, body_id):
        yield from _each(scene, kind, (other, body_at), who_at, confidence)
    # "What those who joined later say: A left": a Russian participle announces nothing.
    told_of = scene.lang == "ru" and told.form.voice == "participle"
    unnamed_ = not scene.ids(who_at) or neighbours(scene, told, who_at)
    behind = not told_of and (unnamed_ or dated_names(scene, who_at) or scene.led_by_dates(told))
    announced = list(scene.announced(told)) if behind else []
    if variant == "steps" and not all(date for _, _, date in announced):
        return
    if announced or variant == "steps":
        yield from (Draft(kind, id_, body_id, k, date=date, confidence=confidence) for id_, k, date in announced)
    elif who_at is not None:
        yield from parted_ahead(scene, told, who_at, kind, body_id)
        for at in (who_at, *_fellows(scene, told, who_at, body_at)):
            yield from alone(scene, told, who_at, _each(scene, kind, (body_id, body_at), at, confidence))
        if variant == "lists":
            yield from listed(scene, kind, body_id, who_at)
        elif _accompanies(scene, told, who_at):
            yield from unnamed(scene, told, kind, body_id)
    elif variant != "lists":
        yield from (d for id_ in whole_list(scene, body_at, body_id) for d in unnamed(scene, told, kind, id_))


def _fellows(scene: Scene, told: Told, who_at: int, body_at: int | None) -> Iterator[int]:
    """Where those stand who did the same: "together with A", "as did B", "in addition to C"."""
    yield from scene.companions(who_at)
    yield from mixed(scene, who_at, body_at)
    yield from bodies_in_subject(scene, told, who_at)
    yield from bracketed(scene, told, who_at)
    yield from collective(scene, who_at)
    yield from recipients(scene, told)
    yield from added_ahead(scene, told, who_at)
    yield from in_company(scene, told, who_at)


def _named_as(scene: Scene, told: Told, variant: str, who_at: int | None) -> int | None:
    """Who is named right behind the words themselves: in Russian as included, in Kazakh "as an observer"."""
    held = scene.clauses.items[told.trigger.first : told.trigger.head]
    if held and held[0].norm == _WHEN:
        # "Was enlarged in 1997, when A entered."
        return next((told.trigger.first + n for n, i in enumerate(held) if i.label == "COUNTRY"), who_at)
    watching = as_observers(scene.clauses, told.trigger)
    if watching is not None:
        return watching
    return included(scene, told) if who_at is None and not variant else who_at


def _refused(scene: Scene, told: Told, frame: tuple[str, str], parts: tuple[int | None, int | None]) -> bool:
    """What stands there is not who joined or left, or not what."""
    (kind, variant), (who_at, body_at) = frame, parts
    if strange_subject(scene, told, body_at) or only_named(scene, told) or joins_unknown(scene, told):
        return True
    if strange_members(scene, told, who_at) or beyond_semicolon(scene, told, who_at) or left_country(scene, told):
        return True
    if _elsewhere(scene, told) or (body_at is None and of_other_place(scene, told)):
        return True
    if kind == "observer" and announces_bodies(scene, told, body_at):
        return True
    if kind == "withdrew" and (left_other(scene, told, body_at) or left_papers(scene, told)):
        return True
    if kind in {"withdrew", "acceded"} and not variant and of_part(scene, told, body_at):
        return True
    if (
        scene.lang == "en"
        and kind != "suspended"
        and any(scene.arguments.belongs(k) for k in _beside(scene, told, body_at))
    ):
        return True
    if kind in {"withdrew", "acceded"} and other_goal(scene, told, body_at):
        return True
    if kind in {"acceded", "withdrew"} and opens_longer_name(scene, body_at):
        return True
    if scene.lang == "kk" and beyond_described(scene, told, who_at, body_at):
        return True
    if scene.lang == "kk" and (is_goal(scene, told, who_at) or joined_other(scene, told, body_at)):
        return True
    others = scene.lang == "kk" and (hides_subject(scene, told, who_at) or admits_other(scene, told))
    if others or _of_nobody(scene, told, variant):
        return True
    if variant == "named" and (body_at is None or not scene.arguments.marks(body_at) & scene.marks.joined):
        return True
    if who_at is None or scene.led_by_dates(told):
        return False
    if variant == "brackets" and len(scene.ids(who_at)) < _LISTED:
        return True
    return variant == "lists" and no_list(scene, told, who_at)


def _of_nobody(scene: Scene, told: Told, variant: str) -> bool:
    """ "A has 27 members", "which states are in A", "were part of the USSR": Kazakh words that tell of no member."""
    if counts_members(scene, told) or enters_country(scene, told) or asks_who(scene, told):
        return True
    return variant == "lists" and unites_other(scene, told)


def _elsewhere(scene: Scene, told: Told) -> bool:
    """ "The withdrawal of A from B", where B is a country: a Russian preposition ends the trigger or follows it."""
    items, last = scene.clauses.items, told.trigger.last
    near = range(last, min(last + 2, len(items) - 1)) if scene.lang == "ru" else ()
    at = next((k for k in near if items[k].norm in scene.marks.towards), None)
    return at is not None and (items[at + 1].kind == "place" or items[at + 1].label == "COUNTRY")


def _accompanies(scene: Scene, told: Told, at: int) -> bool:
    """ "It was admitted, together with A and B": the names behind the verb are not its whole subject."""
    return scene.lang == "en" and at > told.trigger.last and bool(scene.arguments.marks(at) & scene.marks.beside)


def _parts(scene: Scene, told: Told, kind: str, variant: str) -> tuple[int | None, int | None]:
    """Where the member and the body stand; a member that is a body itself is taken where no country stands."""
    lang, voice, lists = scene.lang, told.form.voice, variant == "lists"
    marks = scene.marks.left if kind in LEAVING else scene.marks.joined
    body_at = _body_part(scene, told, marks, variant)
    who_side = "after" if lang != "kk" and (lists or variant in {"by", "admits"}) else subject_side(voice, lang)
    far = _MEMBER_FAR
    if voice == "noun":
        # "Considers accession": who only thinks of it stands before its verb.
        heard = told.trigger.first > 0 and scene.clauses.items[told.trigger.first - 1].norm in _ABOUT
        far = _NOUN_FAR[lang] if told.polarity == "asserted" and not heard else _THINKING_FAR[lang]
    owner = _OWNER if lang == "kk" and voice in _OWNED else NONE
    bars = NONE if lists or _takes_in(scene, told, variant) else scene.marks.placed
    who_slot = Slot(COUNTRY, who_side, owner, bars)
    astray = [*strays(scene, told), *scene.arguments.unacting(told.trigger, told.form)] if not lists else []
    described = [*_described(scene, told, lists, body_at), *astray]
    described += accompanying(scene, told)
    astray += [*_behind_infinitive(scene, told, body_at), *described_inside(scene, told), *beside_subject(scene, told)]
    described += astray
    described += complements(scene, told) if who_side == "before" and voice != "noun" else []
    who_at = scene.find(told, who_slot, described, far)
    beyond = who_at is None or body_at is None or (who_at > body_at and lang != "kk")
    if described and lang != "en" and not lists and beyond:
        who_at = scene.find(told, who_slot, astray, far)
    # "A, who slammed the door because of B": a Russian participle is of what stands before its comma.
    ahead = described_ahead_of(scene, told)
    who_at = (described_ahead(scene, told, COUNTRY) if who_at is None else who_at) if ahead is None else ahead
    bodiless = lang == "en" and kind == "suspended"
    if who_at is None and (not lists or kind == "acceded") and not bodiless and not _held_pronoun(scene, told):
        known = [*astray, *no_members(scene, told), *([] if body_at is None else [body_at])]
        near = _NEXT_TO_NOUN if lang == "ru" and voice == "noun" else _BODY_AS_MEMBER_FAR
        who_at = scene.find(told, Slot(BODY, who_side, bars=scene.marks.placed), known, far=near)
        if who_at is not None and body_at is not None and lang == "en":
            held = told.trigger.first < body_at < told.trigger.last
            if kind == "observer" and told.form.voice == "active" and held and who_at < body_at:
                # "The League granted the Community observer status": who gives stands first.
                return body_at, who_at
            return min(who_at, body_at), max(who_at, body_at)
    if who_at is not None and scene.lang == "ru" and _of_other(scene, told, who_at):
        return None, body_at
    apart = _behind_pronoun(scene, told, who_at, variant) or _parted(scene, told, who_at)
    return (None if apart else who_at), body_at


def _takes_in(scene: Scene, told: Told, variant: str) -> bool:
    """ "Took in A": the preposition is the verb's, and places nobody."""
    held = scene.clauses.items[told.trigger.first : told.trigger.first + 2]
    return variant == "admits" and any(i.norm in scene.marks.placed for i in held)


def _behind_infinitive(scene: Scene, told: Told, body_at: int | None) -> Iterator[int]:
    """ "A managed to leave B, C is a candidate": behind the comma of a Russian infinitive somebody else is told of."""
    items, last = scene.clauses.items, max(told.trigger.last, body_at or 0)
    if scene.lang != "ru" or told.form.voice != "infinitive":
        return
    comma = next((k for k in range(last, len(items)) if items[k].text == ","), len(items))
    yield from (k for k in range(comma, len(items)) if items[k].label == "COUNTRY")


def _partners(scene: Scene, told: Told) -> list[int]:
    """ "Left the agreement with A": a body behind "with" is the partner of a paper, not what was left or joined."""
    items, held = scene.clauses.items, range(told.trigger.first, told.trigger.last + 1)
    if scene.lang == "en":
        return []
    named = (k for k, i in enumerate(items) if i.label == "ORG" and i.kind in {"name", "ref"} and k not in held)
    return [k for k in named if scene.arguments.marks(k) & scene.marks.partner]


def _body_part(scene: Scene, told: Told, marks: frozenset[str], variant: str) -> int | None:
    """The body, by its side and its preposition or case; `marks` speak for it."""
    lang, lists, voice = scene.lang, variant == "lists", told.form.voice
    side = "any" if lang == "ru" else "before" if lang == "kk" or lists else "after"
    if variant in {"by", "admits"} and lang != "kk":
        side = "any" if voice == "infinitive" else "before"  # "The decision to admit B to A"
    strict = not lists and voice != "participle" and not (lang != "en" and variant == "admits")
    slot = Slot(BODY | TREATY, side, marks, scene.marks.about, strict=strict and not _has_own(scene, variant))
    at = among_many(scene, told)
    at = next((k for k in (at, heir_at(scene, told), body_beside(scene, told)) if k is not None), None)
    at = _ranked_in(scene, told) if at is None else at
    if at is None:
        at = own_complement(scene, told, _joined_at(scene, told, slot, variant))
    if at is None and not lists:
        at = scene.find(told, Slot(PROGRAMME, side, marks, scene.marks.about, strict=True), far=_PROGRAMME_FAR)
    return programme_meant(scene.clauses.items, at)


def _ranked_in(scene: Scene, told: Told) -> int | None:
    """ "A, a member of B and an observer at C": the one body that a Russian state ends with is what it tells of."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    named = [k for k in range(first, last + 1) if items[k].label == "ORG" and items[k].kind == "name" and items[k].ids]
    ranked = scene.lang == "ru" and told.trigger.form == "state" and told.trigger.frame in {"membership", "observer"}
    # "A member of A it is not, in B its envoys come and go": bare behind the noun stands whose member it is.
    bare = len(named) == 1 and items[named[0] - 1].norm.startswith(scene.anaphors.memberly)
    return named[0] if ranked and (named == [last] or bare) else None


def _has_own(scene: Scene, variant: str) -> bool:
    """ "It was founded in 2006 and has been joined by A": the English body is the subject, and bears no preposition."""
    return scene.lang == "en" and variant in {"by", "admits"}


def _joined_at(scene: Scene, told: Told, slot: Slot, variant: str) -> int | None:
    own = _has_own(scene, variant)
    at = None if own else which_at(scene, told, BODY | TREATY)
    far = _MEMBER_FAR if own else _BODY_FAR
    others = [*_partners(scene, told), *of_occasions(scene), *recipients(scene, told), *bodies_in_subject(scene, told)]
    others += [*unknown_ahead(scene, told), *beyond_next_verb(scene, told)]
    return scene.find(told, slot, others, far) if at is None else at


def _of_other(scene: Scene, told: Told, who_at: int) -> bool:
    """ "A was expelled after the peace with B and taken back": a verb behind "and" has the subject before it."""
    last = scene.before
    governed = bool(scene.arguments.marks(who_at) & scene.marks.placed) and who_at < told.trigger.first
    return governed and last is not None and last.type in MEMBER_TYPES and scene.leans(told)


def _parted(scene: Scene, told: Told, who_at: int | None) -> bool:
    """A semicolon parts a Russian verb from the next one's subject."""
    if scene.lang != "ru" or who_at is None or scene.led_by_dates(told):
        return False
    low, high = sorted((told.trigger.head, who_at))
    if told.form.voice == "noun" and who_at > low and beyond_noun(scene, low, high):
        return True
    # "None of those who had left came back: A joined B": behind the colon somebody else is told of.
    parting = {";", ":"} if told.form.voice == "participle" or told.polarity == "negated" else {";"}
    return him(scene, told, who_at) or any(i.text in parting for i in scene.clauses.items[low:high])


def _behind_pronoun(scene: Scene, told: Told, who_at: int | None, variant: str) -> bool:
    """An English subject is the pronoun before the verb, not a name behind its words that nothing joins to it."""
    if scene.lang != "en" or who_at is None or variant or told.form.voice == "noun" or who_at <= told.trigger.last:
        return False
    at = scene.pronoun(told)
    owned = told.trigger.first > 0 and scene.clauses.items[told.trigger.first - 1].norm in _ITS
    return (owned or (at is not None and at < told.trigger.first)) and not _accompanies(scene, told, who_at)


def _held_pronoun(scene: Scene, told: Told) -> bool:
    """ "Its withdrew" names its subject itself, and an English pronoun right before the verb is it."""
    first = told.trigger.first
    items = scene.clauses.items[first : told.trigger.last]
    at = scene.pronoun(told) if scene.lang == "en" and told.form.voice == "active" else None
    before = at is not None and 0 < first - at <= _PRONOUN_NEAR
    return before or stands_for_subject(scene, told) or any(i.norm in scene.anaphors.pronouns for i in items)


def _described(scene: Scene, told: Told, lists: bool, body_at: int | None) -> list[int]:
    """Countries that belong to the body's name, or where a Kazakh body lists its members, to another noun."""
    if scene.lang == "kk" and lists:
        return [k for k, i in enumerate(scene.clauses.items) if i.label == "COUNTRY" and scene.owning(k)]
    if lists or (scene.lang == "kk" and told.form.voice in _OWNED):
        return []
    return _describing(scene, body_at, told.form.voice != "noun")


def _describing(scene: Scene, body_at: int | None, told_verb: bool) -> list[int]:
    """Russian countries directly behind the body are part of its description: "the Union State of A and B".

    So are Kazakh ones in the genitive directly before it.
    """
    items = scene.clauses.items
    if scene.lang == "en" and body_at is not None and body_at + 3 < len(items):
        near = [k for k in range(body_at + 2, body_at + 4) if items[k].label == "COUNTRY"]
        return near[:1] if items[body_at + 1].norm == "of" and told_verb else []
    if scene.lang == "kk" and body_at and items[body_at - 1].label == "COUNTRY" and items[body_at].kind == "name":
        return [body_at - 1] if ".genitive" in scene.arguments.marks(body_at - 1) else []
    if scene.lang != "ru" or body_at is None or body_at + 1 >= len(items):
        return []
    return [body_at + 1] if items[body_at + 1].label == "COUNTRY" else []


def _beside(scene: Scene, told: Told, body_at: int | None) -> Iterator[int]:
    """The body, or a name within the words right behind the verb."""
    if body_at is not None:
        yield body_at
    last = told.trigger.last
    yield from range(last + 1, min(last + 1 + _NEXT_TO, len(scene.clauses.items)))


def _each(scene: Scene, kind: str, body: tuple[str, int | None], at: int | None, confidence: float) -> Iterator[Draft]:
    """One claim for each name of the list, organs left out; a date in parentheses is the name's own or the body's."""
    dates, (body_id, body_at) = scene.days(at), body
    joint = _body_day(scene, body_id, body_at)
    for id_ in dict.fromkeys(scene.ids(at)):
        if id_ != body_id and id_ not in scene.tables.parents:
            day = dates.get(id_) or joint
            yield Draft(kind, id_, body_id, -1 if at is None else at, date=day, confidence=confidence)


def _body_day(scene: Scene, body_id: str, body_at: int | None) -> Mention | None:
    """The date in parentheses behind the body: "of A (since 1991), B (2001)"; behind the last one of all."""
    days = scene.days(body_at)
    own = next((day for id_, day in days.items() if body_id in {id_, scene.tables.root(id_)}), None)
    last = scene.ids(body_at)[-1:]
    joint = len(days) == 1 and scene.lang != "kk" and set(last) <= days.keys()
    return own or (next(iter(days.values())) if joint else None)
