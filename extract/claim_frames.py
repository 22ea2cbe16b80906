"""A trigger in its sentence in, drafts of claims out: one function for each shape that a claim can have."""

from collections.abc import Iterator

from extract.arguments import Slot
from extract.scene import Draft, Scene, Told
from kb.model import Participant

_TREATY = frozenset({"TREATY"})
_PAPERS = frozenset({"TREATY", "PROGRAMME"})
_BODY = frozenset({"ORG"})
_COUNTRY = frozenset({"COUNTRY"})
_ACTORS = ("COUNTRY", "PERSON")
_ROLES = {"signed": ("party", "signatory"), "adopted": ("adopter", "adopter"), "ratified": ("party", "party")}
# How far back "it" may mean an instrument, in characters.
_PRONOUN_REACH = 300
_NOUN_FAR = {"en": 2.0, "ru": 2.5, "kk": 4.0}
_OWN_FAR, _FOUNDED_FAR, _NEXT = 14.0, 9.0, 1.6
_BESIDE = {"en": 0.8, "ru": 0.8, "kk": 0.4}
_PARTY_FAR, _FOUNDER_FAR, _OBJECT_FAR, _BODY_FAR, _MEMBER_FAR = 8.0, 7.0, 6.0, 8.0, 16.0
# A body behind one of these is mentioned, not joined: "a summit of …", «стран …».
_ABOUT = frozenset(
    {"during", "стран", "из", "государств", "странами", "саммите", "саммита", "заседании", "under", "within", "рамках", "through", "via"}
)
_PLACED = frozenset({"in", "at", "within", "into", "from", ".locative", ".ablative", "в", "на", "из", "с", "to", "к", ".dative", "against"})
_REPEATED = frozenset({"acceded", "observer", "withdrew", "suspended", "signed", "ratified"})
_MEMBER_TYPES = frozenset({"membership", "acceded", "observer", "suspended", "withdrew"})
_AGENT = frozenset({"by", "между", "between", "among", "of", "both"})
_JOINED = frozenset({"to", "of", "in", "into", "к", "ко", "в", "во", ".dative", ".genitive", "курамына", "катарына", "курамында"})
_LEFT = frozenset({"from", "of", "in", "out", "из", "от", "в", "курамынан", "катарынан", ".ablative"})
_FOUNDING = frozenset({"by", "under", "through", "негизинде", "бойынша", ".instrumental"})


def _object_side(told: Told, lang: str) -> str:
    """Where what is done to stands: behind an active verb or a noun, before a passive one; always before in Kazakh."""
    if lang == "kk":
        return "before"
    if lang == "ru":
        return "after" if told.form.voice == "noun" else "any"
    if told.form.voice in {"active", "infinitive", "converb", "noun"}:
        return "after"
    return "before"


def _subject_side(told: Told, lang: str) -> str:
    if lang == "kk":
        return "before"
    if lang == "ru" or told.form.voice == "noun":
        return "any"
    return "before"


def _actor_side(told: Told, lang: str) -> str:
    if lang == "kk":
        return "before"
    if lang == "ru" or told.form.voice == "noun":
        return "any"
    return "after" if told.form.voice in {"passive", "participle"} else "before"


def instrument(scene: Scene, told: Told, kind: str) -> Iterator[Draft]:
    """signed, ratified, adopted, entered_into_force, in_effect."""
    own = kind in {"entered_into_force", "in_effect"}
    side = (_subject_side if own else _object_side)(told, scene.lang)
    labels = _PAPERS if kind in {"adopted", "in_effect"} else _TREATY
    k = scene.find(told, Slot(labels, side), far=_OWN_FAR if own else 12.0)
    ids = scene.accession(told) or scene.ids(k) or (() if k is not None else _recalled(scene, told))
    parties = () if own else _parties(scene, told, kind)
    confidence = 1.0 if k is not None and scene.clauses.items[k].kind == "name" else 0.7
    for id_ in dict.fromkeys(ids):
        yield Draft(kind, id_, scene.tables.body_of(id_), -1 if k is None else k, parties, confidence=confidence)


def _recalled(scene: Scene, told: Told) -> tuple[str, ...]:
    """What "it" stands for where no instrument is named."""
    at = scene.pronoun(told)
    if at is None or told.form.voice == "noun":
        return ()
    items = scene.clauses.items[:at]
    if any(i.kind == "word" and i.norm.startswith((*scene.anaphors.instruments, *scene.anaphors.papers)) for i in items):
        return ()
    if any(i.label == "ORG" for i in items):
        return ()
    found = scene.memory.instrument(scene.clauses.items[at].start, far=_PRONOUN_REACH)
    return (found,) if found else ()


def _parties(scene: Scene, told: Told, kind: str) -> tuple[Participant, ...]:
    roles = dict(zip(_ACTORS, _ROLES.get(kind, ("party", "party")), strict=True))
    side = _actor_side(told, scene.lang)
    for label in _ACTORS:
        k = scene.find(told, Slot(frozenset({label}), side, _AGENT, _PLACED), far=_PARTY_FAR)
        if k is not None:
            return tuple(Participant(i, roles[label]) for i in dict.fromkeys(scene.ids(k)))
    return ()


def body(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """established, terminated. The variant `self` is a verb that takes no object ("ceased to exist")."""
    labels = _BODY | {"PROGRAMME"} if kind == "established" else _BODY
    side = (_subject_side if variant == "self" else _object_side)(told, scene.lang)
    if variant == "self" and told.form.voice == "noun" and scene.lang != "kk":
        side = "after"
    k = scene.behind_participle(told, labels)
    if k is None and scene.other_patient(told):
        return
    if k is None:
        k = scene.find(told, Slot(labels, side, bars=_PLACED), far=_body_far(scene, told, variant))
    ids = scene.ids(k)
    if not ids:
        return
    founders = _founders(scene, told, k) if kind == "established" else ()
    for id_ in dict.fromkeys(ids):
        members = tuple(f for f in founders if f != id_)
        yield Draft(
            kind, id_, _founding(scene, told, id_), -1 if k is None else k,
            tuple(Participant(f, "founder") for f in members), members=members,
        )  # fmt: skip


def _body_far(scene: Scene, told: Told, variant: str) -> float:
    """A noun ("creation of …") and an English active verb stand next to their object; others may be parted from it."""
    if told.form.voice == "noun" and variant != "self":
        return _BESIDE[scene.lang]
    if told.form.voice in {"infinitive", "converb"} and variant != "self":
        return _NEXT
    return _NEXT if scene.lang == "en" and told.form.voice == "active" and variant != "self" else _FOUNDED_FAR


def _founders(scene: Scene, told: Told, body_at: int | None) -> tuple[str, ...]:
    """Countries that do the founding, or of whom the new body consists."""
    side = _actor_side(told, scene.lang)
    k = scene.find(told, Slot(_COUNTRY, side, _AGENT, _PLACED), far=_FOUNDER_FAR)
    if k is None:
        return ()
    marks = scene.arguments.marks(k)
    behind = body_at is not None and k == body_at + 2
    if marks & _PLACED or (scene.lang == "en" and side == "after" and not marks & _AGENT):
        return ()
    if side == "before" and scene.lang == "en" and told.form.voice not in {"active", "converb"} and not behind:
        return ()
    return tuple(dict.fromkeys(scene.ids(k)))


def _founding(scene: Scene, told: Told, body_id: str) -> str | None:
    k = scene.find(told, Slot(_TREATY), far=_OBJECT_FAR)
    for id_ in scene.ids(k):
        if scene.tables.founds.get(id_) == body_id or (k is not None and scene.arguments.marks(k) & _FOUNDING):
            return id_
    return None


def member(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """membership, acceded, observer, suspended, withdrew. Variant `lists`: the body is the subject, or names its members."""
    lang = scene.lang
    marks = _LEFT if kind in {"withdrew", "suspended"} else _JOINED
    side = "before" if lang == "kk" else "any" if lang == "ru" else "after"
    strict = variant != "lists" and told.form.voice != "participle"
    body_slot = Slot(_BODY | _TREATY, "before" if variant == "lists" and lang == "en" else side, marks, _ABOUT, strict=strict)
    body_at = scene.find(told, body_slot, far=_BODY_FAR)
    who_side = "after" if variant == "lists" and lang != "kk" else _subject_side(told, lang)
    bars = _PLACED if variant != "lists" else frozenset()
    far = _NOUN_FAR[lang] if told.form.voice == "noun" else _MEMBER_FAR
    who_at = scene.find(told, Slot(_COUNTRY, who_side, bars=bars), far=far)
    if who_at is None and variant != "lists":
        who_at = scene.find(told, Slot(_BODY, who_side, bars=_PLACED), [] if body_at is None else [body_at], far=6.0)
        if who_at is not None and body_at is not None and lang == "en" and variant != "lists":
            who_at, body_at = min(who_at, body_at), max(who_at, body_at)
    if variant == "it" and not scene.spoken_of():
        return
    if lang == "kk" and kind == "withdrew" and told.trigger.first == told.trigger.last and body_at is not None and not scene.arguments.marks(body_at) & _LEFT:
        return
    announced = [] if who_at is not None and scene.ids(who_at) else list(scene.announced(told))
    if announced:
        body_id, confidence = _body(scene, told, body_at, marks)
        if body_id is not None:
            yield from (Draft(kind, id_, body_id, k, date=date, confidence=confidence) for id_, k, date in announced)
        return
    who = scene.ids(who_at) if who_at is not None or variant == "lists" else _remembered(scene, told)
    body_id, confidence = _body(scene, told, body_at, marks)
    if not who or body_id is None or scene.unlinked(who_at):
        return
    dates = {m.entity_id: m.date for m in scene.clauses.items[who_at].members if m.date} if who_at is not None else {}
    for id_ in dict.fromkeys(who):
        if id_ != body_id and id_ not in scene.tables.parents:
            yield Draft(kind, id_, body_id, -1 if who_at is None else who_at, date=dates.get(id_), confidence=confidence)


    if variant == "lists" and who_at is not None:
        yield from _listed(scene, kind, body_id, who_at)


def _listed(scene: Scene, kind: str, body_id: str, at: int) -> Iterator[Draft]:
    """Further names of a long list, each behind the date that stands before it."""
    date = None
    for k in range(at + 1, len(scene.clauses.items)):
        item = scene.clauses.items[k]
        if k in scene.clauses.verbs or item.text in {";", "."}:
            return
        if item.kind == "date":
            date = item.mention
        elif item.kind == "name" and item.label == "COUNTRY":
            for id_ in item.ids:
                yield Draft("acceded" if date else kind, id_, body_id, k, date=date)


def _body(scene: Scene, told: Told, at: int | None, marks: frozenset[str]) -> tuple[str | None, float]:
    """The body that is named, that an instrument founds, or that the text is about."""
    if at is not None:
        if scene.unlinked(at):
            return None, 0.0
        id_ = scene.ids(at)[0]
        if not told.trigger.frame.startswith("observer"):
            id_ = scene.tables.parents.get(id_, id_)
        if scene.clauses.items[at].label == "TREATY":
            return scene.tables.body_of(id_) or id_, 0.9
        return id_, 1.0
    if scene.other_object(told):
        return None, 0.0
    if scene.before is not None and scene.before.type in _MEMBER_TYPES:
        return scene.before.object_id, 0.7
    items = scene.clauses.items
    return scene.memory.body(items[told.trigger.first].start) or scene.memory.body(items[-1].end), 0.6


def _remembered(scene: Scene, told: Told) -> tuple[str, ...]:
    at = scene.pronoun(told)
    return scene.memory.countries(scene.clauses.items[at].start) if at is not None else ()


def pair(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """succeeded. Variant `by`: the predecessor is the subject; `on`: it stands inside the trigger."""
    items, trigger = scene.clauses.items, told.trigger
    inner = [k for k in range(trigger.first, trigger.last + 1) if items[k].label == "ORG"]
    first: int | None
    second: int | None
    if inner:
        second = inner[-1]
        first = scene.find(told, Slot(_BODY, "any"), [second])
    else:
        lang = scene.lang
        first = scene.find(told, Slot(_BODY, "before"))
        second = scene.find(told, Slot(_BODY, "before" if lang == "kk" else "after"), [] if first is None else [first])
        if lang == "kk" and first is not None and second is not None:
            first, second = min(first, second), max(first, second)
    if (first is None) != (second is None):
        yield from _succeeding_it(scene, told, kind, variant, first if second is None else second)
    if first is None or second is None:
        return
    if scene.lang == "kk" and not inner and ".genitive" in scene.arguments.marks(second):
        first, second = second, first
    if scene.lang == "kk" and not inner:
        first, second = second, first
    if variant == "by":
        first, second = second, first
    for successor in scene.ids(first)[:1]:
        for predecessor in dict.fromkeys(scene.ids(second)):
            if successor != predecessor:
                yield Draft(kind, successor, predecessor, first)


def _succeeding_it(scene: Scene, told: Told, kind: str, variant: str, at: int | None) -> Iterator[Draft]:
    """"It was succeeded by …": the other body is the one the text is about."""
    pronoun = scene.pronoun(told)
    if pronoun is None:
        return
    other = scene.memory.body(scene.clauses.items[pronoun].start)
    named = next(iter(scene.ids(at)), None)
    if other and named and other != named:
        pronoun_first = pronoun < (at or 0)
        forward = variant != "by"
        successor_is_named = pronoun_first != forward or scene.lang == "kk"
        yield Draft(kind, named, other, -1) if successor_is_named else Draft(kind, other, named, -1)


def renamed(scene: Scene, told: Told) -> Iterator[Draft]:
    """The body and its new name; a body that only its new name names is that body."""
    new = scene.find(told, Slot(_BODY, "any" if scene.lang == "kk" else "after", frozenset({"болып", "в", "to", "деп"})), far=6.0)
    if new is None or told.form.voice == "noun":
        return
    items = scene.clauses.items
    old = scene.find(told, Slot(_BODY, "before" if scene.lang != "ru" else "any"), [new], far=9.0)
    ids = scene.ids(old) if old is not None and items[old].kind == "name" else ()
    ids = ids or scene.ids(new) or scene.ids(old)
    if ids:
        name = scene.text[items[new].members[0].start : items[new].members[0].end] if items[new].kind == "name" else None
        yield Draft("renamed", ids[0], ids[0], new if old is None else old, new_name=name)


def organ(scene: Scene, told: Told, variant: str) -> Iterator[Draft]:
    """organ_of. Variant `lists`: the parent names its organs behind the trigger."""
    lists = variant == "lists"
    organ_slot = Slot(_BODY, "any" if lists or scene.lang != "en" else "before")
    tables = scene.tables
    candidates = [k for k, i in enumerate(scene.clauses.items) if i.label == "ORG"]
    organs = [k for k in candidates if any(x in tables.parents for x in scene.ids(k))]
    others = [k for k in candidates if k not in organs]
    at = scene.find(told, organ_slot, others) if organs else scene.find(told, organ_slot)
    if at is None:
        return
    parent_at = scene.find(told, Slot(_BODY, "any", _JOINED), organs or [at])
    parent = next(iter(scene.ids(parent_at)), None)
    for id_ in dict.fromkeys(scene.ids(at)):
        known = tables.parents.get(id_)
        above = parent or known or scene.memory.body(scene.clauses.items[told.trigger.first].start)
        if above and above != id_:
            yield Draft("organ_of", id_, above, at)


def proposed(scene: Scene, told: Told) -> Iterator[Draft]:
    """A person or country, and the idea it brought up."""
    what = scene.find(told, Slot(frozenset({"ORG", "PROGRAMME", "TREATY"}), _object_side(told, scene.lang), bars=_PLACED), far=9.0)
    if what is None or not scene.ids(what):
        return
    for label in ("PERSON", "COUNTRY"):
        who = scene.find(told, Slot(frozenset({label}), _actor_side(told, scene.lang), _AGENT, _PLACED), far=9.0)
        if who is not None and scene.ids(who):
            for id_ in dict.fromkeys(scene.ids(who)):
                yield Draft("proposed", id_, scene.ids(what)[0], who, (Participant(id_, "proposer"),))
            return


def again(scene: Scene, told: Told) -> Iterator[Draft]:
    """"Estonia followed in May": what the last claim said, of another."""
    last = scene.before or (scene.last if scene.last and scene.last.polarity == "asserted" else None)
    if last is None or last.type not in _REPEATED:
        return
    instrument_too = last.type in {"signed", "ratified"}
    if last.type == "observer" and scene.lang == "ru":
        yield from _status_given(scene, told)
    if scene.find(told, Slot(_TREATY | _BODY, "after"), far=4.0) is not None:
        return
    k = scene.find(told, Slot(_COUNTRY, _subject_side(told, scene.lang), bars=_PLACED), far=6.0)
    for id_ in dict.fromkeys(scene.ids(k)):
        if instrument_too:
            yield Draft(last.type, last.subject_id, last.object_id, -1, (Participant(id_, "party"),), confidence=0.7)
        elif id_ != last.object_id:
            yield Draft(last.type, id_, last.object_id, -1 if k is None else k, confidence=0.7)


def _status_given(scene: Scene, told: Told) -> Iterator[Draft]:
    """"The Assembly gave the Community the same status": giver before, receiver behind."""
    giver = scene.find(told, Slot(_BODY, "before"), far=4.0)
    receiver = scene.find(told, Slot(_BODY, "after"), [] if giver is None else [giver], far=4.0)
    if giver is not None and receiver is not None and giver < told.trigger.first < receiver:
        for id_ in scene.ids(receiver):
            yield Draft("observer", id_, scene.ids(giver)[0], receiver, confidence=0.7)


def drafts(scene: Scene, told: Told) -> Iterator[Draft]:
    """Every claim that one trigger makes."""
    kind, _, variant = told.trigger.frame.partition(".")
    if kind in {"signed", "ratified", "adopted", "entered_into_force", "in_effect"}:
        made = list(instrument(scene, told, kind))
        if not made and variant == "or_admitted":
            taken = not scene.of_thing(told)
            made = [d for d in member(scene, told, "acceded", "admitted") if taken and not scene.placed(d.item)]
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
        yield from again(scene, told)


