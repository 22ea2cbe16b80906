"""A Russian sentence that leaves its subject or object unsaid in, the country or body that it goes on about out."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.items import Item
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import agrees_with_verb, forms_of, is_case, is_noun, is_part, readings
from kb.model import POLARITIES

_ACTORS = frozenset({"COUNTRY", "PERSON"})
_SINGULAR, _NOW = "sing", ".now"
# What an heir or a new name is of, where nothing stands behind the noun.
_HEIRS = ("преемник", "преемниц", "правопреемник", "правопреемниц", "наследник", "наследниц", "смену")
_OF_BODIES, _GAP = frozenset({"established", "terminated", "renamed"}), 3
_NAMES = frozenset({"имя", "название", "наименование"})


def bare_subject(scene: Scene, told: Told) -> bool:
    """ "In 1997 joined A", "is a member of B since 1961": nothing in the sentence can be the subject of the verb."""
    items, verb = scene.clauses.items, scene.clauses.items[told.trigger.head].norm
    finite = [number for pos, _, number in readings(verb)[:1] if pos == "VERB"]
    if told.form.voice != "active" or finite != [_SINGULAR]:
        return False
    named = any(i.label in _ACTORS or i.norm in scene.anaphors.personal for i in items)
    related = any(i.norm in scene.anaphors.relatives for i in items)
    return not (named or related or any(_may_act(scene, k, verb) for k in range(len(items))))


def _may_act(scene: Scene, k: int, verb: str) -> bool:
    """A noun or a body in the nominative that the verb agrees with, and that no preposition governs."""
    item = scene.clauses.items[k]
    led = k > 0 and is_part(scene.clauses.items[k - 1].norm, "PREP")
    if item.kind in {"name", "ref"}:
        # An abbreviation shows no case: bare at the head of the sentence it is the subject.
        first = item.text.split()[0]
        return not led and (k == 0 if first.isupper() else is_case(first, "nomn"))
    return item.kind == "word" and not led and is_noun(item.norm) and agrees_with_verb(item.norm, verb)


def agrees_with_country(scene: Scene, told: Told, country: str) -> bool:
    """Whether the verb goes with the country as it was last called: "Монголия … вступила"."""
    items = scene.clauses.items
    verb, called = items[told.trigger.head].norm, scene.memory.name_of(country, items[0].start).split()
    genders = {gender for pos, _, gender, _ in forms_of(verb)[:1] if pos == "VERB"} - {None}
    own = {gender for pos, _, gender, _ in forms_of(called[-1]) if pos == "NOUN"} if called else set()
    return not genders or not own or not genders.isdisjoint(own)


def succeeding_topic(scene: Scene, told: Told, at: int | None) -> Iterator[Draft]:
    """ "Its work ended in 2015. The heir became A": the heir of the body that the text is about."""
    items = scene.clauses.items
    noun = next((k for k in range(told.trigger.first, told.trigger.last + 1) if items[k].norm.startswith(_HEIRS)), None)
    if scene.lang != "ru" or noun is None or at is None or at <= told.trigger.head or not scene.ids(at):
        return
    if told.polarity != POLARITIES[0] or _is_owned(items[noun + 1 : noun + 2]):
        return
    named, start = scene.ids(at)[0], items[0].start
    if sum(i.label == "ORG" for i in items[: at + 1]) > 1:
        return
    other = _organ_before(scene, named, start) if scene.memory.is_organ(named) else scene.memory.body(start)
    if other and other != named:
        yield Draft("succeeded", named, other, at, confidence=0.7)


def _organ_before(scene: Scene, named: str, start: int) -> str | None:
    """The organ that the sentences before are about, else the one that was named last."""
    recent = (m.entity_id for m in scene.memory.recent(start) if m.label == "ORG" and m.entity_id != named)
    return scene.memory.topic_organ(start) or next((id_ for id_ in recent if scene.memory.is_organ(id_)), None)


def _is_owned(following: Sequence[Item]) -> bool:
    """ "The heir of Brezhnev": a noun or name right behind."""
    return any(i.kind in {"name", "ref"} or is_noun(i.norm) for i in following if i.kind != "date")


def _told_before(scene: Scene) -> str | None:
    """The body whose founding, end or name the sentence right before told."""
    last = scene.last
    near = last is not None and scene.clauses.items[0].start - last.end_char <= _GAP
    return last.subject_id if last is not None and near and last.type in _OF_BODIES else None


def _own_clause(items: Sequence[Item], last: int) -> Sequence[Item]:
    """ "Its present name was given it in A in 2006, then too B was adopted": up to the comma behind its date."""
    dated = next((k for k in range(last + 1, len(items)) if items[k].kind == "date"), len(items))
    comma = next((k for k in range(dated, len(items)) if items[k].text in {",", ";"}), len(items))
    return items[:comma]


def renamed_now(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Its present name it bears since 2015": the body that the text is about, where nothing else is named."""
    items, verb = scene.clauses.items, scene.clauses.items[told.trigger.head].norm
    if scene.lang != "ru" or not told.trigger.frame.endswith(_NOW) or told.polarity != POLARITIES[0]:
        return
    items = _own_clause(items, told.trigger.last)
    known = (*scene.anaphors.bodies, *_NAMES)
    other = (i for i in items if i.kind == "word" and is_noun(i.norm) and not i.norm.startswith(known))
    named = any(i.kind in {"name", "ref"} and i.label != "ORG" for i in items)
    if named or any(agrees_with_verb(i.norm, verb) for i in other) or not any(i.kind == "date" for i in items):
        return
    body = next((i.ids[0] for i in items if i.label == "ORG" and i.ids), None)
    body = body or _told_before(scene) or scene.memory.topic_organ(items[0].start) or scene.memory.body(items[0].start)
    if body and body in scene.tables.types:
        yield Draft("renamed", body, body, confidence=0.7)
