"""A Russian verb of succession with "it" for its object in, heir and forerunner out: "…, когда его сменил A"."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extract.claims.fillers.own_subjects_ru import clause_of
from extract.claims.grammar.agreement import agrees, agrees_with_name
from extract.claims.grammar.items import Item
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_case, is_part, readings

_FRAME, _DOING, _ORG = "succeeded", frozenset({"active", "infinitive"}), "ORG"
_DECLINED, _SELF = frozenset({"NOUN", "ADJF", "PRTF"}), frozenset({"самого", "саму", "самих"})
_OBJECTS, _INNER = frozenset({"его", "ее", "их"}), frozenset({"ему", "ей", "им", "его", "ее", "их"})


def replaced_it(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A, an organ of B, lasted until 1999, when C replaced it": C is the heir of the subject that "it" goes with."""
    items, trigger = scene.clauses.items, told.trigger
    at = _pronoun(items, told) if scene.lang == "ru" and told.form.voice in _DOING else None
    if at is None or trigger.frame != _FRAME:
        return
    behind = list(takewhile(lambda k: items[k].kind != "mark", range(trigger.last + 1, len(items))))
    heir = next((k for k in behind if items[k].label == _ORG and items[k].ids), None)
    old = None if heir is None else meant_by_pronoun(scene, at)
    if heir is None or old is None or not is_case(items[heir].text.split()[0], "nomn"):
        return
    yield from (Draft(_FRAME, items[heir].ids[0], id_, heir) for id_ in old.ids if id_ != items[heir].ids[0])


def _pronoun(items: Sequence[Item], told: Told) -> int | None:
    """Before the verb with no noun of its own («его в 2015 году сменил»), or within («на смену ему пришёл»)."""
    first, last = told.trigger.first, told.trigger.last
    held = [k for k in range(first, last) if items[k].norm in _INNER]
    begun, _ = clause_of(items, first)
    before = [k for k in range(begun, first) if items[k].norm in _OBJECTS and not _owns(items[k + 1])]
    return next(iter((*before[-1:], *held)), None)


def _owns(following: Item) -> bool:
    """ "Its duties": the pronoun belongs to the noun behind it; "him himself" and "it in 2015" are objects."""
    described = (pos in _DECLINED for pos, _, _ in readings(following.norm)[:1])
    return following.kind in {"name", "ref"} or (following.norm not in _SELF and any(described))


def meant_by_pronoun(scene: Scene, at: int) -> Item | None:
    """Of the bodies before the pronoun that it goes with the subject, else the nearest."""
    items = scene.clauses.items
    named = [k for k in range(at) if items[k].kind == "name" and items[k].label == _ORG and items[k].ids]
    fit = [k for k in named if _goes_with(scene, items[at].norm, items[k])]
    subjects = [k for k in fit if _is_subject(items, k)]
    return items[subjects[0]] if subjects else items[fit[-1]] if fit else None


def _goes_with(scene: Scene, pronoun: str, item: Item) -> bool:
    if len(item.ids) > 1:
        return agrees(pronoun, item)
    return agrees_with_name(pronoun, scene.memory.spelt_out(item.ids[0], item.members[0].text))


def _is_subject(items: Sequence[Item], k: int) -> bool:
    """In the nominative, or an abbreviation at the head of the sentence; no preposition governs it."""
    word, led = items[k].text.split()[0], k > 0 and is_part(items[k - 1].norm, "PREP")
    return not led and (k == 0 if word.isupper() else is_case(word, "nomn"))
