"""A Russian word of proposing in, whom it is said to, and whether something else than a body is proposed, out."""

from collections.abc import Iterator

from extract.claims.anaphora.references_ru import of_occasion
from extract.claims.grammar.slots import IDEAS
from extract.claims.scene import Scene, Told
from extract.language.russian import is_part, readings

_ACTIVE = frozenset({"active", "converb", "infinitive"})
_PROPOSING = "предл"
_FALLS = ("распад", "развал", "крах", "крушени", "гибел")
# "Within the walls of A": where it was proposed.
_HE, _HE_NEAR = frozenset({"он", "она"}), 4
_WALLS = frozenset({"стенах", "зале", "здании", "аудитории"})
_INTO = frozenset({"в", "во", "на"})
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
    at = _infinitive(scene, told)
    if at is None or items[at].norm.startswith(scene.anaphors.proposable):
        return False
    return put_in_its_place(scene, told) is None


def _infinitive(scene: Scene, told: Told) -> int | None:
    """Where the deed stands that is proposed."""
    items, last = scene.clauses.items, told.trigger.last
    for k in range(last + 1, min(last + 1 + _DEED, len(items))):
        if items[k].kind == "mark":
            return None
        if items[k].kind == "word" and is_part(items[k].norm, "INFN"):
            return k
    return None


def put_in_its_place(scene: Scene, told: Told) -> int | None:
    """ "Proposed to replace A with B", "to turn A into B": B, in the instrumental or behind "into"."""
    items, at = scene.clauses.items, _infinitive(scene, told) if scene.lang == "ru" else None
    if at is None or not items[at].norm.startswith(scene.anaphors.exchanging):
        return None
    end = next((k for k in range(at, len(items)) if items[k].kind == "mark"), len(items))
    named = [k for k in range(at + 1, end) if items[k].label in IDEAS and items[k].ids]
    taking = (k for k in named if items[k - 1].norm in _INTO or _is_instrument(items[k].text.split()[0]))
    return next(taking, None) if len(named) > 1 else None


def _is_instrument(word: str) -> bool:
    cases = {case for _, case, _ in readings(word)}
    return not word.isupper() and "ablt" in cases and "accs" not in cases


def venue(scene: Scene, k: int) -> bool:
    """ "In the hall of A", "from the rostrum of A's session": A is where something was proposed."""
    items = scene.clauses.items
    if scene.lang != "ru" or not k or items[k].label not in IDEAS:
        return False
    return items[k - 1].norm in _WALLS or of_occasion(items, k, scene.anaphors)


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
