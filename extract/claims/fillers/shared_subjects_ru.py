"""A Russian verb without a subject of its own in, the subject that an earlier verb of its sentence has out."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extract.claims.fillers.bodies import LEAVING, MEMBER_TYPES
from extract.claims.grammar.items import Item
from extract.claims.grammar.slots import BODY
from extract.claims.grammar.subjects_ru import no_subjects
from extract.claims.grammar.triggers import Trigger
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import agrees_with_verb, is_case, readings
from kb.model import POLARITIES, Claim

_SMALL = frozenset({"ADVB", "PRCL", "PREP", "NUMR", "CONJ", "PRED"})
_BE = frozenset({"был", "была", "было", "были"})
# Behind these a verb that shares its subject is told next.
_GOES_ON = frozenset({"и", "а", "но", "однако", "затем", "потом"})
# So far before a noun stands the preposition that governs it: "at the sixth session".
_PHRASE = 3
# "Was never founded": the Russian "and" of "so and not" joins nothing.
_SO = "так"
_VOICES = frozenset({"active", "passive"})
_BACK, _ENDED = "back", "terminated"
# Variants of triggers that tell of what was told before.
RESUMING = frozenset({_BACK, "out"})


def shared_subject(scene: Scene, told: Told) -> int | None:
    """ "A adopted its charter in 1959, and in 1991, at a session in B, was dissolved": the subject of both is A."""
    items, verb = scene.clauses.items, scene.clauses.items[told.trigger.head].norm
    joint = verb_joint(scene, told.trigger.first) if told.form.voice in _VOICES else None
    spoken = [k for k in scene.clauses.verbs if joint is not None and k < joint]
    # "The Court, whose statute they adopted in 2010, began its work and …": what is put in has a subject of its own.
    spoken = [k for k in spoken if not _put_in(scene, k)] or spoken
    if not spoken or _has_own(items, told.trigger):
        return None
    first = min(spoken)
    others = {*no_subjects(items, verb), *no_subjects(items, items[first].norm)}
    if any(i.norm in scene.anaphors.personal for i in items[:1]):
        return 0
    named = [k for k in range(first) if _is_named(items, k) and items[k].label in BODY and not _put_in(scene, k)]
    k = named[-1] if named else None
    return None if k is None or k in others or _is_governed(items, k) or _is_owner(items, k) else k


def _is_named(items: Sequence[Item], k: int) -> bool:
    """By a name, or by the noun that opens the sentence: "the Community, the treaty on which …"."""
    return items[k].kind == "name" or (k == 0 and items[k].kind == "ref" and bool(items[k].ids))


def _put_in(scene: Scene, k: int) -> bool:
    """Whether a relative clause holds the item: behind a comma "which", "whose statute" or "the treaty on which"."""
    items = scene.clauses.items
    comma = next((n for n in range(k - 1, 0, -1) if items[n].text == ","), None)
    return comma is not None and any(i.norm in scene.anaphors.relatives for i in items[comma + 1 : comma + 1 + _PHRASE])


def beyond_noun(scene: Scene, noun: int, who: int) -> bool:
    """ "Membership stays on paper, as long as A does not ratify it", "declared its exit, A left too": a clause on."""
    items, clauses = scene.clauses.items, scene.clauses
    commas = [k for k in range(noun, who) if items[k].text == ","]
    turned = any(items[k + 1].norm in clauses.turns for k in commas)
    return turned or (commas[-1:] == [who - 1] and who + 1 in clauses.verbs)


def oblique(scene: Scene, told: Told) -> list[int]:
    """ "It took the place of A and began its work": Russian names in front of a verb that cannot be its subject.

    Nor can "the organization itself" be, with which it came to its end.
    """
    items, (first, head) = scene.clauses.items, (told.trigger.first, told.trigger.head)
    active = scene.lang == "ru" and told.form.voice == "active" and first == head
    if active and _of_country(scene, told):
        return [k for k, i in enumerate(items) if i.label in BODY]
    refs = (k for k, i in enumerate(items) if i.kind == "ref" and i.label in BODY and not is_case(i.norm, "nomn"))
    spoken = [k for k in refs if _is_governed(items, k)]
    spoken += [k for k in range(first) if items[k].label in BODY and _put_in(scene, k) and _closed(items, k, first)]
    return [k for k in no_subjects(items, items[head].norm) if k < first] + spoken if active else []


def _closed(items: Sequence[Item], k: int, first: int) -> bool:
    return items[k].kind == "name" and any(i.text == "," for i in items[k:first])


def _of_country(scene: Scene, told: Told) -> bool:
    """ "When the USSR fell apart, A arose": the country right beside the verb, which agrees with it, is what ended."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if not told.trigger.frame.startswith(_ENDED):
        return False
    others = set(no_subjects(items, items[told.trigger.head].norm))
    near = [k for k in (first - 1, last + 1) if 0 <= k < len(items) and k not in others]
    return any(items[k].kind == "name" and items[k].label == "COUNTRY" for k in near)


def verb_joint(scene: Scene, first: int) -> int | None:
    """Where "and" or "but" opens the stretch before a verb in which no subject can stand."""
    items = scene.clauses.items
    for k in range(first - 1, 0, -1):
        item = items[k]
        if item.kind == "word" and item.norm in _GOES_ON and items[k - 1].norm != _SO:
            return k
        passed = item.kind in {"date", "place"} or item.text == "," or item.norm in _BE or _is_small(item)
        if not passed and not (item.kind in {"word", "name"} and _is_governed(items, k)):
            return None
    return None


def _has_own(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "…, and in 2014 was founded a new centre": a noun behind the verb, with no preposition, is its subject."""
    last, verb = trigger.last, items[trigger.head].norm
    near = range(last + 1, min(last + 1 + _PHRASE, len(items)))
    phrase = list(takewhile(lambda k: items[k].kind in {"word", "date"}, near))
    return any(agrees_with_verb(items[k].norm, verb) and not _is_governed(items, k) for k in phrase)


def _is_small(item: Item) -> bool:
    return item.kind == "word" and (item.norm.isdigit() or all(pos in _SMALL for pos, _, _ in readings(item.norm)[:1]))


def _is_governed(items: Sequence[Item], k: int) -> bool:
    """A preposition stands before the word, or before the words that go with it, with no mark between."""
    for item in reversed(items[max(0, k - _PHRASE) : k]):
        if item.kind == "word" and any(pos == "PREP" for pos, _, _ in readings(item.norm)[:1]):
            return True
        if item.kind not in {"word", "date"}:
            return False
    return False


def _is_owner(items: Sequence[Item], k: int) -> bool:
    """ "The treaty on A", "the summit of A": a noun right before a name that may be a genitive has it."""
    before = items[k - 1] if k else None
    owned = before is not None and before.kind in {"word", "ref", "name"}
    return owned and is_case(items[k].text.split()[0], "gent") and not is_case(items[k].text.split()[0], "nomn")


def resumed(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """ "Was frozen in 2011 and resumed in 2023", "joined in 1934 and was expelled": of whom and what was told."""
    last = takes_up(scene, variant)
    told_of = last is not None and last.object_id is not None and told.polarity == POLARITIES[0]
    if last is None or not told_of or not _stands_free(scene, told):
        return
    own = [k for k in range(told.trigger.first) if scene.clauses.items[k].label == "COUNTRY"]
    subject = next((k for k in own if _reaches(scene, told, k)), None)
    for id_ in scene.ids(subject) or (last.subject_id,):
        yield Draft(kind, id_, last.object_id, -1 if subject is None else subject, confidence=0.7)


def takes_up(scene: Scene, variant: str) -> Draft | Claim | None:
    """Who returns has left before, who is thrown out has been in."""
    wanted = LEAVING if variant == _BACK else MEMBER_TYPES - LEAVING
    # "Morocco, which had stayed outside for decades, came back".
    outside = scene.denied if variant == _BACK and scene.lang == "kk" else None
    told = (last for last in (scene.before, scene.last) if last is not None and last.type in wanted)
    return next(told, outside)


def _reaches(scene: Scene, told: Told, k: int) -> bool:
    """Nothing but dates and small words stands between a country and the participle that tells of it."""
    items = scene.clauses.items
    between = (i for i in items[k + 1 : told.trigger.first])
    return items[k].kind == "name" and all(i.kind == "date" or i.norm in _BE or _is_small(i) for i in between)


def _stands_free(scene: Scene, told: Told) -> bool:
    """Whether no noun of its own stands before a short participle: "…, and expelled in 2022", "A was expelled"."""
    items = scene.clauses.items
    for k in range(told.trigger.first - 1, -1, -1):
        item = items[k]
        if item.kind == "mark" or item.norm in _GOES_ON:
            return True
        if item.kind == "name":
            return item.label == "COUNTRY"
        passed = item.kind in {"date", "place"} or item.norm in _BE or _is_small(item)
        if not passed and not _is_governed(items, k):
            return False
    return False
