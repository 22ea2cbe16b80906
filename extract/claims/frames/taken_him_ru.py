"""A Russian verb of taking in with a pronoun for its object in, who was admitted where out: `её приняли в 2017-м`."""

from collections.abc import Iterator, Sequence

from extract.claims.fillers.bodies import joined_body
from extract.claims.grammar.agreement import agrees
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import Item
from extract.claims.grammar.slots import BODY
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import forms_of, is_case, is_noun
from extract.language.tokens import fold

_HIM = frozenset({"его", "ее", "их"})
_ENDS = frozenset(",;:.!?")
_NAMED = frozenset({"name", "ref"})


def taken_him(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "To A no place was given: they admitted it in 1998": the country before the pronoun, and the body in mind."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    at = next((k for k in range(first, last + 1) if items[k].norm in _HIM), None)
    if scene.lang != "ru" or at is None or scene.other_thing(told) or _acts_behind(items, last):
        return
    meant = _meant(scene, at)
    body_at = scene.find(told, Slot(BODY, "any", scene.marks.joined, strict=True), far=8.0)
    if body_at is not None and not scene.clauses.verbs.isdisjoint(range(last + 1, body_at)):
        body_at = None  # "They admitted it in March, and in July the union became A."
    body, confidence = joined_body(scene, told, body_at) if meant else (None, 0.0)
    yield from (Draft("acceded", id_, body, confidence=confidence) for id_ in meant if body and id_ != body)


def _acts_behind(items: Sequence[Item], last: int) -> bool:
    """ "The chair is vacant: A will take it": whoever stands behind the verb in the nominative takes a thing."""
    behind = items[last + 1 : last + 2]
    return any(i.label == "COUNTRY" and is_case(i.text.split()[0], "nomn") for i in behind)


def _meant(scene: Scene, at: int) -> tuple[str, ...]:
    """The last country before the pronoun that goes with it, where no other noun since then does."""
    items, pronoun = scene.clauses.items, fold(scene.clauses.items[at].text)
    begun = next((k for k in range(at - 1, -1, -1) if items[k].text in _ENDS), -1)
    if any(items[k].kind == "name" and items[k].label != "ORG" for k in range(begun + 1, at)):
        return ()
    named = (k for k in range(begun, -1, -1) if items[k].label == "COUNTRY" and items[k].kind in _NAMED)
    who = next(named, None)
    if who is not None:
        fits = bool(items[who].ids) and agrees(pronoun, items[who])
        return items[who].ids if fits and not any(_may_be(i, pronoun) for i in items[who + 1 : begun + 1]) else ()
    if any(_may_be(i, pronoun) for i in items[: begun + 1]) or any(i.label == "TREATY" for i in items):
        return ()
    return scene.memory.country(items[0].start)


def _may_be(item: Item, pronoun: str) -> bool:
    """A noun in the nominative or accusative that the pronoun may stand for: "proposed a draft; they adopted it"."""
    if item.kind != "word" or not is_noun(item.norm):
        return False
    wanted = {"его": ("masc", "sing"), "ее": ("femn", "sing")}.get(pronoun, (None, "plur"))
    own = {(gender if number == "sing" else None, number, case) for _, case, gender, number in forms_of(item.norm)[:2]}
    return any((*wanted, case) in own for case in ("nomn", "accs"))
