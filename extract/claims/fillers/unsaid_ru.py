"""A Russian trigger in its sentence in, whether its words are of a lack, an aim, an admission or a union of no name."""

from collections.abc import Sequence

from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, is_noun, is_part, readings, told_of

_AT, _IN = frozenset({"у"}), frozenset({"в", "во"})
_CONSISTS, _THIS = "состо", frozenset({"этом", "том", "чем", "следующем"})
_STRESSING = frozenset({"и", "же", "как", "раз", "именно"})
_HIM = frozenset({"ее", "его", "их"})
_TAKE, _TO = "принять", frozenset({"к", "ко"})
_NEAR, _PHRASE = 4, 5


def none_there(scene: Scene, told: Told) -> bool:
    """«Общей армии у A нет, общей валюты не появилось»: A lacks a thing, and did arise itself."""
    items, trigger = scene.clauses.items, told.trigger
    if not trigger.frame.startswith("established") or told.polarity != "negated":
        return False
    named = [k for k, i in enumerate(items) if i.label == "ORG"]
    if not named:
        return False
    return all(k and items[k - 1].norm in _AT for k in named) or _none_of_its_kind(scene, told, named)


def _none_of_its_kind(scene: Scene, told: Told, named: Sequence[int]) -> bool:
    """«Единой позиции по вопросу о A не сложилось»: a genitive that opens the sentence is what did not come about."""
    items, head = scene.clauses.items, told.trigger.head
    opening = {case for _, case, _ in readings(items[0].norm)} if items[0].kind == "word" else set()
    if told_of(items[head].norm) != {"neut"} or "gent" not in opening or "nomn" in opening or min(named) > head:
        return False
    return all(is_part(items[k - 1].norm, "PREP") or any(i.text == "," for i in items[k:head]) for k in named if k)


def aim_lies(scene: Scene, told: Told) -> bool:
    """«В этом и состояла цель обеих»: what consists in something is no member."""
    items, trigger = scene.clauses.items, told.trigger
    if not trigger.frame.startswith("membership") or not items[trigger.head].norm.startswith(_CONSISTS):
        return False
    near = [i for i in items[max(0, trigger.head - _NEAR) : trigger.head] if i.norm not in _STRESSING][-2:]
    return len(near) > 1 and near[0].norm in _IN and near[1].norm in _THIS


def it_taken(scene: Scene, told: Told) -> bool:
    """«Было решено её принять, и A присоединилась к B»: a country is taken in, and B is nothing that was passed."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if told.trigger.frame.partition(".")[0] != "adopted" or items[told.trigger.head].norm != _TAKE:
        return False
    owned = any(i.norm in _HIM for i in (*items[max(0, first - 1) : first], *items[last + 1 : last + 2]))
    named = [k for k, i in enumerate(items) if i.label == "TREATY"]
    return owned and bool(named) and all(k > last and items[k - 1].norm in _TO for k in named)


def unnamed_goal(scene: Scene, told: Told) -> bool:
    """«В таможенный союз трёх A вступать не стал», «союз создадут трое, а B присоединятся»: no body with a name."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if not told.trigger.frame.startswith("acceded") or told.form.voice == "noun":
        return False
    named = any(i.label in {"ORG", "TREATY"} for i in items[last + 1 : last + 1 + _NEAR])
    # What is joined stands behind the verb, or in front of it behind "into".
    if named or any(i.norm in _IN | _TO for i in items[last + 1 : last + 1 + _NEAR]):
        return False
    return _into_some(scene, first) or _some_founded(scene, first)


def _is_some_body(scene: Scene, k: int) -> bool:
    """A noun of bodies with an adjective, that stands for none that was named."""
    items, bodies = scene.clauses.items, tuple(scene.anaphors.bodies)
    noun = items[k].kind == "word" and items[k].norm.startswith(bodies) and is_noun(items[k].norm)
    return noun and k > 0 and items[k - 1].kind == "word" and is_part(items[k - 1].norm, "ADJF")


def _into_some(scene: Scene, first: int) -> bool:
    items = scene.clauses.items
    near = range(max(2, first - _PHRASE - 1), first)
    return any(
        _is_some_body(scene, k) and items[k - 2].norm in _IN and is_case(items[k].norm, "accs")
        and not any(i.kind == "mark" for i in items[k:first])
        for k in near
    )  # fmt: skip


def _some_founded(scene: Scene, first: int) -> bool:
    """What the clause before founded."""
    held = [k for k, t in scene.clauses.held.items() if t.frame.startswith("established") and k < first]
    near = (k for at in held for k in range(max(1, at - _NEAR), at + _NEAR) if k < first)
    return any(_is_some_body(scene, k) for k in near)
