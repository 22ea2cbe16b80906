"""A Russian trigger in its sentence in, whether what was signed or joined belongs to other words than its own out."""

from extract.claims.scene import Scene, Told
from extract.language.russian import is_noun, is_part

_COUNTS = ("ряд", "нескольк", "множеств", "пакет", "десятк", "сотн", "сери")
_EXPLAINING = frozenset({":", "—", "–", "-", "("})
# "Three protocols and the treaty", "twelve papers, among them the treaty".
_AMONG = frozenset({"и", "числе", "включая", "среди"})
_FAR = 4
_MADE = frozenset({"established", "established.self", "terminated", "terminated.self"})


def counted_thing(scene: Scene, told: Told) -> bool:
    """ "The council approved 28 programmes, on D was signed T": so many things stand behind the verb, and no paper.

    A paper in front of it has been signed by so many: "the treaty was ratified by five states".
    """
    items, last = scene.clauses.items, told.trigger.last
    near = items[last + 1 : last + 1 + _FAR]
    if scene.lang != "ru" or told.trigger.form != "verb" or not near or not _is_count(near[0].norm):
        return False
    phrase = [i for i in near[1:] if i.kind in {"word", "ref"}]
    noun = next((n for n, i in enumerate(near[1:], 1) if i.kind == "ref" or is_noun(i.norm)), None)
    words = scene.anaphors
    people = (*words.members, *words.countries, *words.agents, *words.fellows, *words.peoples)
    if noun is None or not phrase or near[noun].norm.startswith(people) or near[noun].ids:
        return False
    behind = items[last + 2 + noun : last + 2 + noun + _FAR]
    if any(i.text in _EXPLAINING or i.norm in _AMONG for i in behind):
        return False
    begun = max((k for k in range(told.trigger.first) if items[k].kind == "mark"), default=-1)
    return not any(i.label == "TREATY" for i in items[begun + 1 : told.trigger.first])


def other_body_made(scene: Scene, told: Told) -> bool:
    """ "A working group on the accession to A was formed", "said that a new bank is founded": a body without a name."""
    items, words = scene.clauses.items, scene.anaphors
    if scene.lang != "ru" or told.trigger.frame not in _MADE or told.trigger.form != "verb":
        return False
    k = told.trigger.last + 1
    while k < len(items) and (items[k].kind in {"date", "place"} or is_part(items[k].norm, "PREP")):
        k += 1
    near = items[k : k + _FAR]
    if not near or near[0].kind != "word" or not near[0].norm.startswith(words.blockers):
        return False
    noun = next((n for n, i in enumerate(near) if i.norm.startswith(tuple(words.bodies))), None)
    if noun is None or any(i.kind not in {"word", "ref"} for i in near[: noun + 1]):
        return False
    following = items[k + noun + 1 : k + noun + 2]
    return not any(i.kind == "name" or i.text in _EXPLAINING | {",", "«"} for i in following)


def _is_count(norm: str) -> bool:
    return norm.isdigit() or norm.startswith(_COUNTS) or is_part(norm, "NUMR")


def beyond_participle(scene: Scene, told: Told, at: int) -> bool:
    """ "A, which had left in 2009, signed B": behind the comma that closes a Russian participle's aside B is not left.

    Only of what is told of the country before the comma.
    """
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    described = first > 1 and items[first - 1].text == "," and items[first - 2].label == "COUNTRY"
    if scene.lang != "ru" or told.form.voice != "participle" or not described:
        return False
    return any(items[k].text == "," for k in range(last + 1, at))
