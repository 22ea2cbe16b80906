"""A trigger in its sentence in, drafts of claims out: one function for each shape that a claim can have."""

from collections.abc import Iterator
from itertools import pairwise

from extract.arguments import Slot
from extract.claim_again import again
from extract.claim_members import member
from extract.claim_relations import organ, pair, proposed, renamed
from extract.gapping import names_in_turn
from extract.scene import Draft, Scene, Told
from extract.slots import BODY, COUNTRY, NONE, PAPERS, TREATY, actor_side, object_side, subject_side
from extract.tokens import fold, tokenise
from kb.model import Mention, Participant

_ACTORS = ("COUNTRY", "PERSON")
_ROLES = {"signed": ("party", "signatory"), "adopted": ("adopter", "adopter"), "ratified": ("party", "party")}
_ACTS = frozenset({"signed", "ratified", "adopted"})
_ITS = "its"
_INDEFINITE = frozenset({"a", "an", "another"})
# How far back "it" may mean an instrument, in characters.
_PRONOUN_REACH = 300
_OWN_FAR, _FOUNDED_FAR, _NEXT = 14.0, 9.0, 1.6
_BESIDE = {"en": 0.8, "ru": 0.8, "kk": 0.4}
_PARTY_FAR, _FOUNDER_FAR, _OBJECT_FAR = 8.0, 7.0, 6.0


def instrument(scene: Scene, told: Told, kind: str) -> Iterator[Draft]:
    """signed, ratified, adopted, entered_into_force, in_effect."""
    own = kind in {"entered_into_force", "in_effect"}
    side = (subject_side if own else object_side)(told.form.voice, scene.lang)
    labels = PAPERS if kind in {"adopted", "in_effect"} else TREATY
    if not own and scene.other_thing(told) and not scene.accession(told):
        return
    k = scene.before_participle(told, labels)
    if k is None:
        k = scene.find(told, Slot(labels, side), scene.argued(told), far=_OWN_FAR if own else 12.0)
    if told.form.voice == "noun" and scene.ungoverned(k):
        return
    if kind == "adopted" and scene.beside_other(told, k):
        return
    if k is not None and k > told.trigger.last and kind == "in_effect" and scene.lang == "en":
        return
    ids = scene.accession(told) or scene.ids(k)
    if k is None and not ids:
        ids = _recalled(scene, told) or (() if own else _named_after(scene, told))
    parties = () if own else _parties(scene, told, kind)
    confidence = 1.0 if k is not None and scene.clauses.items[k].kind == "name" else 0.7
    shared = kind == "entered_into_force" and scene.lang == "en"
    own_days = [] if own and not shared else list(_party_days(scene, told, kind))
    if own_days:
        for id_ in dict.fromkeys(ids):
            for party, date in own_days:
                parties = () if own else (party,)
                yield Draft(kind, id_, scene.tables.body_of(id_), -1, parties, date, confidence=confidence)
        return
    for id_ in dict.fromkeys(ids):
        yield Draft(kind, id_, scene.tables.body_of(id_), -1 if k is None else k, parties, confidence=confidence)


def _named_after(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Signed NAFTA": the agreement that bears the name of its body."""
    items, k = scene.clauses.items, told.trigger.last + 1
    k += k < len(items) and items[k].norm == "the"
    if scene.lang != "en" or told.form.voice != "active" or k >= len(items) or items[k].label != "ORG":
        return ()
    papers = (scene.tables.paper_of(id_) for id_ in items[k].ids)
    return tuple(paper for paper in papers if paper)


def _recalled(scene: Scene, told: Told) -> tuple[str, ...]:
    """What "it" stands for where no instrument is named."""
    at = scene.pronoun(told)
    if at is None or told.form.voice == "noun":
        return ()
    last = scene.before
    if scene.lang == "en" and last is not None and last.type in _ACTS:
        return (last.subject_id,)
    items = scene.clauses.items[:at]
    named = [i.ids for i in items if i.label == "TREATY" and i.ids]
    if named and scene.lang == "ru":
        return named[-1]
    papers = (*scene.anaphors.instruments, *scene.anaphors.papers)
    if any(i.kind in {"word", "ref"} and i.norm.startswith(papers) for i in items):
        return ()
    if any(i.label == "ORG" for i in items):
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
    found: list[tuple[Participant, Mention]] = []
    role = _ROLES.get(kind, ("party", "party"))[0]
    at = next((k for k, i in enumerate(items) if i.label == "COUNTRY"), len(items))
    for k in range(at, len(items)):
        if items[k].label != "COUNTRY" or items[k].kind != "name":
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


def _parties(scene: Scene, told: Told, kind: str) -> tuple[Participant, ...]:
    roles = dict(zip(_ACTORS, _ROLES.get(kind, ("party", "party")), strict=True))
    side = actor_side(told.form.voice, scene.lang)
    for label in _ACTORS:
        k = scene.find(told, Slot(frozenset({label}), side, scene.marks.agent, scene.marks.placed), far=_PARTY_FAR)
        if k is not None:
            return tuple(Participant(i, roles[label]) for i in dict.fromkeys(scene.ids(k)))
    return ()


def body(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """established, terminated. `self` is a verb without object ("ceased to exist"), `paper` one of instruments."""
    labels = BODY | {"PROGRAMME"} if kind == "established" else TREATY if variant == "paper" else BODY
    side = (subject_side if variant in {"self", "paper", "not"} else object_side)(told.form.voice, scene.lang)
    if variant == "self" and told.form.voice == "noun" and scene.lang != "kk":
        side = "after"
    k = scene.behind_participle(told, labels)
    if k is None and (scene.other_patient(told) or scene.describes_country(told)):
        return
    if scene.lang == "ru" and variant == "self" and k is None:
        known = [Draft(kind, id_, None, -1, confidence=0.7) for id_ in _understood(scene, told)]
        yield from known
        if known:
            return
    if k is None:
        bars = scene.marks.placed | ({".genitive"} if scene.lang == "kk" and told.form.voice != "noun" else NONE)
        k = scene.find(told, Slot(labels, side, bars=bars), scene.astray(told), _body_far(scene, told, variant))
        if k is not None and _beyond_joint(scene, told, k):
            return
    ids = _owner(scene, told) or scene.ids(k) or (_meant(scene, told, variant) if k is None else ())
    founders = _founders(scene, told, k) if kind == "established" and ids else ()
    days = scene.days(k)
    for id_ in dict.fromkeys(ids):
        members = tuple(f for f in founders if f != id_)
        paper, day = _founding(scene, told, id_)
        yield Draft(
            kind, id_, paper, -1 if k is None else k, tuple(Participant(f, "founder") for f in members),
            days.get(id_) or day, confidence=1.0 if k is not None else 0.7, members=members,
        )  # fmt: skip


def _beyond_joint(scene: Scene, told: Told, k: int) -> bool:
    """ "The court was not formed, and its duties fell to B": behind comma and "and" another clause names B."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "ru" or told.form.voice not in {"passive", "active"}:
        return False
    return any(items[n].text == "," and scene.clauses.joins(n + 1) for n in range(last + 1, k - 1))


def _owner(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Its creation": of the body named before, else of the one the text is about."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "en" or told.form.voice != "noun" or not first or items[first - 1].norm != _ITS:
        return ()
    named = [i.ids for i in items[:first] if i.kind == "name" and i.label == "ORG" and i.ids]
    found = named[-1][-1] if named else scene.memory.body(items[first].start)
    return (found,) if found else ()


def _meant(scene: Scene, told: Told, variant: str) -> tuple[str, ...]:
    """ "It was dissolved", "Founded: 1985": the body that the text is about, where no other is named."""
    if scene.lang == "ru":
        return _understood(scene, told)
    if scene.lang == "kk":
        return _its_body(scene, told)
    if scene.lang != "en" or any(i.label == "ORG" for i in scene.clauses.items[: told.trigger.first]):
        return ()
    start = scene.clauses.items[told.trigger.first].start
    if variant == "facts":
        found = scene.memory.body(start)
        return (found,) if found else ()
    at = scene.pronoun(told)
    if at is None or at > told.trigger.first or (told.form.voice != "passive" and variant != "self"):
        return ()
    if told.polarity == "hypothetical":
        return ()
    if not scene.clauses.opens(at):
        return ()
    following = scene.clauses.items[told.trigger.last + 1 : told.trigger.last + 2]
    found = scene.memory.body(scene.clauses.items[at].start)
    return (found,) if found and not any(i.norm == "that" for i in following) else ()


def _its_body(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "…, it was founded in 2006": the body that the Kazakh sentence or the text named before the pronoun."""
    at = scene.pronoun(told)
    if at is None or at > told.trigger.first or told.form.voice not in {"active", "converb"}:
        return ()
    named = [i.ids for i in scene.clauses.items[:at] if i.kind == "name" and i.label == "ORG" and i.ids]
    found = named[-1][-1] if named else scene.memory.body(scene.clauses.items[at].start)
    return (found,) if found and found in scene.tables.types else ()


def _understood(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Founded in 1985 by …" at the head of a Russian sentence, or "it arose": the body the text is about."""
    items, trigger = scene.clauses.items, told.trigger
    behind = items[trigger.last + 1].norm if trigger.last + 1 < len(items) else ""
    headed = told.form.voice == "passive" and trigger.first == 0
    if not headed and not (told.form.voice == "active" and behind in scene.anaphors.pronouns):
        return ()
    found = scene.memory.body(items[trigger.first].start)
    return (found,) if found and found in scene.tables.types else ()


def _body_far(scene: Scene, told: Told, variant: str) -> float:
    """A noun ("creation of …") and an English active verb stand next to their object; others may be parted from it."""
    if told.form.voice == "noun" and variant != "self":
        return _BESIDE[scene.lang]
    if any(i.norm == "there" for i in scene.clauses.items[max(0, told.trigger.first - 4) : told.trigger.first]):
        return _FOUNDED_FAR  # "There is hereby established an economic union, the …"
    if told.form.voice in {"infinitive", "converb"} and variant != "self":
        return _NEXT
    return _NEXT if scene.lang == "en" and told.form.voice == "active" and variant != "self" else _FOUNDED_FAR


def _founders(scene: Scene, told: Told, body_at: int | None) -> tuple[str, ...]:
    """Countries that do the founding, or of whom the new body consists."""
    side = actor_side(told.form.voice, scene.lang)
    k = scene.find(told, Slot(COUNTRY, side, scene.marks.agent, scene.marks.placed), far=_FOUNDER_FAR)
    if scene.lang == "kk" and (k is None or k > told.trigger.last):
        return tuple(id_ for id_, _, date in scene.announced(told) if date is None)
    if k is None:
        return ()
    marks = scene.arguments.marks(k)
    if scene.owning(k) and told.form.voice != "noun" and k + 1 != body_at:
        return ()
    behind = body_at is not None and k == body_at + 2
    if marks & scene.marks.placed or (scene.lang == "en" and side == "after" and not marks & scene.marks.agent):
        return ()
    if side == "before" and scene.lang == "en" and told.form.voice not in {"active", "converb"} and not behind:
        return ()
    return tuple(dict.fromkeys(scene.ids(k)))


def _founding(scene: Scene, told: Told, body_id: str) -> tuple[str | None, Mention | None]:
    """The paper by which a body is founded, and the day in parentheses behind it."""
    k = scene.find(told, Slot(TREATY), far=_OBJECT_FAR)
    for name in () if k is None else scene.clauses.items[k].members:
        by_it = k is not None and scene.arguments.marks(k) & scene.marks.founding
        if name.entity_id and (scene.tables.founds.get(name.entity_id) == body_id or by_it):
            return name.entity_id, name.date
    return None, None


def _has_paper(scene: Scene, told: Told) -> bool:
    """An instrument is what began, not a body; in Kazakh what stands nearer to the verb."""
    held = told.trigger.last if scene.lang == "ru" else told.trigger.first
    named = [i.label for i in scene.clauses.items[:held] if i.label in {"TREATY", "ORG"}]
    return "TREATY" in (named[-1:] if scene.lang == "kk" else named)


def drafts(scene: Scene, told: Told) -> Iterator[Draft]:
    """Every claim that one trigger makes."""
    kind, _, variant = told.trigger.frame.partition(".")
    if variant == "or_begun" and not _has_paper(scene, told):
        yield from body(scene, told, "established", "self")
    elif kind in {"signed", "ratified", "adopted", "entered_into_force", "in_effect"}:
        made = list(instrument(scene, told, kind))
        if not made and variant == "or_admitted":
            taken = not scene.of_thing(told)
            made = [d for d in member(scene, told, "acceded", "admitted") if taken and not scene.placed(d.item)]
        if not made and variant == "or_begun":
            made = list(body(scene, told, "established", "self"))
        yield from made
    elif kind in {"established", "terminated"}:
        yield from body(scene, told, kind, variant)
    elif kind in {"membership", "acceded", "observer", "suspended", "withdrew"}:
        yield from member(scene, told, kind, variant)
    elif kind == "succeeded":
        yield from pair(scene, told, kind, variant)
    elif kind == "renamed":
        yield from renamed(scene, told)
    elif kind == "organ_of":
        yield from organ(scene, told, variant)
    elif kind == "proposed":
        yield from proposed(scene, told)
    elif kind == "again":
        yield from again(scene, told, variant)
