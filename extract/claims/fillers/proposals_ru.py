"""A Russian word of proposing in, whom it is said to, and whether something else than a body is proposed, out."""

from collections.abc import Iterator

from extract.claims.scene import Scene, Told
from extract.language.russian import is_part, readings

_ACTIVE = frozenset({"active", "converb", "infinitive"})
_PROPOSING = "предл"
_FALLS = ("распад", "развал", "крах", "крушени", "гибел")
# "Within the walls of A": where it was proposed.
_HE, _HE_NEAR = frozenset({"он", "она"}), 4
_WALLS = frozenset({"стенах", "зале", "здании", "аудитории"})
_STEPS = ("выход", "вступлени", "присоединени", "членств", "роспуск", "ликвидаци", "упраздн", "расформир", "отмен")
# So far behind the verb stands the infinitive of what it proposes: "proposed to B in 1994 to found A".
_DEED = 6


def addressees(scene: Scene, told: Told) -> Iterator[int]:
    """ "In 1994 A proposed to B to found C": B, in the Russian dative; "before the fall of B": B, which fell."""
    acting = scene.lang == "ru" and told.form.voice in _ACTIVE
    items = scene.clauses.items
    for k, item in enumerate(items if acting else ()):
        if k and item.label == "COUNTRY" and items[k - 1].norm.startswith(_FALLS):
            yield k
        if item.label in {"PERSON", "COUNTRY"} and item.members and _is_given(item.members[0].text.split()[-1]):
            yield k


def _is_given(word: str) -> bool:
    cases = {case for _, case, _ in readings(word)}
    return not word.isupper() and "datv" in cases and cases.isdisjoint({"nomn", "ablt", None})


def other_deed(scene: Scene, told: Told) -> bool:
    """ "Proposed to enlarge A", "to give A a right": the infinitive behind the verb brings forth no body or paper.

    Neither does "the idea of leaving A".
    """
    items, last = scene.clauses.items, told.trigger.last
    if any(i.norm.startswith(_STEPS) for i in items[told.trigger.first : last + 1]):
        return True
    if not items[told.trigger.head].norm.startswith(_PROPOSING):
        return False
    for item in items[last + 1 : last + 1 + _DEED]:
        if item.kind == "mark":
            return False
        if item.kind == "word" and is_part(item.norm, "INFN"):
            return not item.norm.startswith(scene.anaphors.proposable)
    return False


def venue(scene: Scene, k: int) -> bool:
    """ "In the hall of A": A is where something was proposed."""
    return scene.lang == "ru" and k > 0 and scene.clauses.items[k - 1].norm in _WALLS


def person_meant(scene: Scene, told: Told) -> str | None:
    """ "A gave a lecture. He proposed to found B": the only person of whom a Russian text has just spoken."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "ru" or told.form.voice != "active":
        return None
    for k in range(first - 1, max(-1, first - 1 - _HE_NEAR), -1):
        if items[k].norm in _HE:
            told_of = any(n in scene.clauses.verbs for n in range(k))
            return None if told_of else scene.memory.person(items[k].start)
        if items[k].kind not in {"word", "date"} or k in scene.clauses.verbs:
            return None
    return None
